package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Rules about hypotheses, quantifiers, conjunction, induction and cases. Trusted. Source: natural deduction. */
final class LogicRules {
    private LogicRules() {
    }

    /**
     * Meaning: a hypothesis of the statement, or a local assumption, named by the label. An initial hypothesis is
     * concluded as {@code initially ...}. Side conditions: none. Failure: no such name, or another formula.
     */
    record Assume(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(0);
            setting.arguments(Set.of());
            String label = setting.step.label().orElseThrow(() -> new Rejection("it needs the name of a hypothesis"));
            for (Certificate.Assumption assumption : setting.step.assumed())
                if (assumption.name().equals(label)) {
                    same(assumption.formula(), setting.step.conclusion());
                    return Set.of(label);
                }
            for (Hypothesis hypothesis : setting.statement.hypotheses())
                if (hypothesis.name().equals(label)) {
                    same(hypothesis.asFormula(), setting.step.conclusion());
                    return hypothesis.when() == Hypothesis.When.NOW ? Set.of(label) : Set.of();
                }
            throw new Rejection("there is no hypothesis called " + label);
        }
    }

    /**
     * Meaning: a bound of a parameter as declared, or a comparison that follows from the bounds of the parameters, the ranges of the fixed indices and the
     * premises by linear integer arithmetic and the signs of products, powers, norms, absolute values.
     * Failure: it does not follow so, or a premise is not needed.
     */
    record Arithmetic(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.arguments(Set.of());
            boolean bound = setting.statement.signature().parameterFacts().stream().anyMatch(fact -> Alpha.same(fact, setting.conclusion()));
            if (bound && setting.premises.isEmpty()) return Set.of();
            Facts facts = setting.facts(0);
            if (!setting.known(setting.relation(), facts)) throw new Rejection("it does not follow from what is known of indices and signs");
            setting.requireUsed(facts, 0);
            return Line.union(setting.premises);
        }
    }

    /**
     * Meaning: from {@code for i in a..b: P} (or {@code for X : sort: P}) the instance at the given terms; several
     * quantifiers in order. Side conditions: indices in range, terms of the sort. Further premises may show the range.
     * Failure: an argument is missing, out of range, or the instance is another formula.
     */
    record Instantiate(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            Facts facts = setting.facts(1);
            Formula body = setting.premise(0);
            List<Range> ranges = new ArrayList<>();
            Map<String, Term> values = new LinkedHashMap<>();
            List<Term> given = new ArrayList<>(setting.step.arguments().values());
            for (Term value : given) {
                Term.Symbol fresh = new Term.Symbol("#i" + values.size(), List.of(), value.sort() instanceof Sort.Int ? Sort.INT : value.sort());
                switch (body) {
                    case Formula.ForAll(Range range, Formula inner) -> {
                        if (!(value.sort() instanceof Sort.Int)) throw new Rejection(value + " is not an index");
                        ranges.add(range.renamed(fresh.name()));
                        body = Formula.substitute(Substitution.of(range.index(), fresh), inner);
                    }
                    case Formula.ForEvery(String variable, Sort sort, Formula inner) -> {
                        Sort wanted = new Substitution(values).apply(sort);
                        if (!Sort.fits(value.sort(), wanted)) throw new Rejection(value + " is not a " + wanted);
                        // The quantifier speaks of values, which do not move.
                        if (Motion.underRate(variable, inner) && !new Motion(setting.statement.signature()).constant(value))
                            throw new Rejection(value + " moves, and the formula speaks of a derivative of " + variable);
                        body = Formula.substitute(Substitution.of(variable, new Term.Symbol(fresh.name(), List.of(), sort)), inner);
                    }
                    default -> throw new Rejection("there are more arguments than quantifiers");
                }
                values.put(fresh.name(), value);
                // Later ranges may depend on earlier indices.
            }
            if (given.isEmpty()) throw new Rejection("it needs the terms to instantiate with");
            setting.requireInRange(ranges, values, facts);
            same(Formula.substitute(new Substitution(values), body), setting.conclusion());
            return Line.union(setting.premises);
        }
    }

    /**
     * Meaning: what is shown for an arbitrary index of a range holds for all of them. Side conditions: the premise has
     * exactly the quantified indices fixed in addition, innermost last. Failure: another formula or other indices.
     */
    record Generalise(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(1);
            setting.arguments(Set.of());
            Line premise = setting.premises.getFirst();
            List<Range> all = premise.step().fixed();
            int outer = setting.step.fixed().size();
            if (all.size() <= outer) throw new Rejection("the premise fixes no further index");
            requirePrefix(setting.step.fixed(), all);
            requireAssumed(setting.step, premise.step(), List.of());
            Formula formula = setting.spoken(premise);
            for (Range range : all.subList(outer, all.size()).reversed()) formula = new Formula.ForAll(range, formula);
            same(formula, setting.conclusion());
            return premise.now();
        }
    }

    /**
     * Meaning: {@code for j in a..b: P(j)} from P at one end and the step between neighbours. With label {@code up},
     * the premises are P(a) and, for k in a..b-1 under the assumption P(k), P(k+1); with label {@code down}, P(b) and,
     * under P(k+1), P(k). Side conditions: the range leaves nothing out, and has an end for {@code down}. The
     * assumption is the last one of the second premise and its fixed index the last one. Failure: other formulas.
     */
    record Induction(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(2);
            setting.arguments(Set.of());
            if (setting.atStart()) throw new Rejection("induct first, then conclude for the start");
            boolean down = setting.step.label().orElse("").equals("down");
            if (!down && !setting.step.label().orElse("").equals("up")) throw new Rejection("say up or down");
            if (!(setting.conclusion() instanceof Formula.ForAll(Range range, Formula body)) || range.except().isPresent() || down && range.upper().isEmpty())
                throw new Rejection("its conclusion is a statement about all indices of a range");
            Line base = setting.premises.get(0);
            requirePrefix(base.step().fixed(), setting.step.fixed());
            requireAssumed(setting.step, base.step(), List.of());
            same(at(range, body, down ? range.high() : range.low()), setting.spoken(base));

            Certificate.Step step = setting.premises.get(1).step();
            int outer = setting.step.fixed().size();
            if (step.fixed().size() != outer + 1 || step.assumed().size() != setting.step.assumed().size() + 1)
                throw new Rejection("the second premise fixes one index and assumes one formula in addition");
            requirePrefix(setting.step.fixed(), step.fixed());
            Certificate.Assumption assumption = step.assumed().getLast();
            requireAssumed(setting.step, step, List.of(assumption));
            Range inner = step.fixed().getLast();
            Range wanted = new Range(inner.index(), range.low(), range.upper().map(high -> Term.subtract(high, Term.number(1))), java.util.Optional.empty());
            if (!Alpha.same(inner, wanted)) throw new Rejection("the second premise must fix " + wanted + ", not " + inner);
            Term here = Term.index(inner.index());
            Term next = Term.add(here, Term.number(1));
            same(at(range, body, down ? next : here), assumption.formula());
            same(at(range, body, down ? here : next), setting.spoken(setting.premises.get(1)));
            Set<String> now = new TreeSet<>(Line.union(setting.premises));
            now.remove(assumption.name());
            return now;
        }

        private static Formula at(Range range, Formula body, Term index) {
            return Formula.substitute(Substitution.of(range.index(), index), body);
        }
    }

    /**
     * Meaning: from C under the assumption {@code a < b} (or any comparison) and C under its negation, C. Side
     * conditions: each premise assumes one formula in addition, the last one. Failure: they are not each other's negation.
     */
    record Cases(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(2);
            setting.arguments(Set.of());
            Set<String> now = new TreeSet<>();
            List<Formula.Relation> cases = new ArrayList<>();
            for (Line premise : setting.premises) {
                if (premise.step().assumed().isEmpty()) throw new Rejection("each premise assumes its case");
                Certificate.Assumption assumption = premise.step().assumed().getLast();
                requireAssumed(setting.step, premise.step(), List.of(assumption));
                requirePrefix(premise.step().fixed(), setting.step.fixed());
                cases.add(Setting.relation(assumption.formula()));
                same(setting.spoken(premise), setting.conclusion());
                Set<String> names = new TreeSet<>(premise.now());
                names.remove(assumption.name());
                now.addAll(names);
            }
            Formula.Relation first = cases.getFirst();
            if (!first.left().sort().isScalar()) throw new Rejection("a case compares numbers");
            same(new Formula.Relation(first.comparison().negated(), first.left(), first.right()), cases.getLast());
            // Which case holds may change in time: the conclusion is drawn for the present only.
            if (!setting.atStart()) now.add("case");
            return now;
        }
    }

    /** Meaning: all premises at once. Failure: the conclusion is not their conjunction in order. */
    record Conjunction(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.arguments(Set.of());
            List<Formula> parts = new ArrayList<>();
            for (int i = 0; i < setting.premises.size(); i++) parts.add(setting.premise(i));
            same(new Formula.And(parts), setting.conclusion());
            return Line.union(setting.premises);
        }
    }

    /** Meaning: a part of a conjunction. Failure: the conclusion is not among the parts. */
    record Part(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(1);
            setting.arguments(Set.of());
            if (!(setting.premise(0) instanceof Formula.And(List<Formula> parts))) throw new Rejection("the premise is not a conjunction");
            if (parts.stream().noneMatch(part -> Alpha.same(part, setting.conclusion()))) throw new Rejection("it is not a part of the premise");
            return Line.union(setting.premises);
        }
    }

    /** Meaning: what holds at every time holds at the start. Failure: the premise rests on the present time. */
    record Start(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.premiseCount(1);
            setting.arguments(Set.of());
            if (!setting.atStart()) throw new Rejection("its conclusion speaks of the start");
            same(setting.premise(0), setting.conclusion());
            return setting.premises.getFirst().now();
        }
    }

    static void same(Formula shown, Formula wanted) {
        if (!Alpha.same(shown, wanted)) throw new Rejection("it shows  " + shown + "  rather than  " + wanted);
    }

    private static void requirePrefix(List<Range> shorter, List<Range> longer) {
        if (shorter.size() > longer.size()) throw new Rejection("a premise fixes other indices");
        for (int i = 0; i < shorter.size(); i++)
            if (!Alpha.same(shorter.get(i), longer.get(i))) throw new Rejection("a premise fixes other indices");
    }

    private static void requireAssumed(Certificate.Step step, Certificate.Step premise, List<Certificate.Assumption> besides) {
        List<Certificate.Assumption> allowed = new ArrayList<>(step.assumed());
        allowed.addAll(besides);
        if (!new java.util.HashSet<>(allowed).containsAll(premise.assumed())) throw new Rejection("a premise assumes something else");
    }
}
