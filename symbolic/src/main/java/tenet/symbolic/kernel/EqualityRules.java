package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Rules that conclude equations and chains of comparisons. Trusted. */
final class EqualityRules {
    private EqualityRules() {
    }

    /**
     * Meaning: two terms with one normal form are equal: definitions unfolded, derivatives taken along the flow, laws of
     * rings, words, powers and big operators applied (see {@link tenet.symbolic.algebra.Normalizer}). Side conditions:
     * signs of bases and denominators, by the premises; premises that are not needed are rejected. With
     * {@code entrywise}, matrices of literal shape are written out first. Failure: the normal forms differ.
     */
    record Identity(String name, boolean entrywise) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.arguments(Set.of());
            Formula.Relation relation = setting.relation();
            if (relation.comparison() != Comparison.EQUAL) throw new Rejection("it concludes an equation");
            Facts facts = setting.facts(0);
            boolean equal = entrywise ? setting.equalEntrywise(relation.left(), relation.right(), facts)
                    : setting.equal(relation.left(), relation.right(), facts);
            if (!equal) throw new Rejection("these two sides differ: " + difference(setting, relation, facts));
            setting.requireUsed(facts, 0);
            return Line.union(setting.premises);
        }

        private static String difference(Setting setting, Formula.Relation relation, Facts facts) {
            return setting.normal(relation.left(), facts).toTerm(relation.left().sort()) + "  and  "
                    + setting.normal(relation.right(), facts).toTerm(relation.right().sort());
        }
    }

    /**
     * Meaning: equals may be replaced by equals. The first premise is an equation, perhaps for all indices of ranges;
     * {@code context} is a term with a hole {@code ?}, and the further arguments instantiate the premise's indices, in
     * order. The conclusion's sides are the context with either side of the equation in its hole, up to normal forms.
     * Side conditions: where the hole stands, the indices lie in the ranges; under a time derivative the equation must
     * hold at every time. Further premises give signs for the normal forms. Failure: a side is something else.
     * Source: Leibniz.
     */
    record Rewrite(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            Formula.Relation goal = setting.relation();
            if (goal.comparison() != Comparison.EQUAL) throw new Rejection("it concludes an equation");
            Facts facts = setting.facts(1);
            Map<String, Term> arguments = new LinkedHashMap<>(setting.step.arguments());
            Term context = arguments.remove("context");
            if (context == null) throw new Rejection("it needs a context");
            List<Range> ranges = new ArrayList<>();
            Map<String, Term> values = new LinkedHashMap<>();
            Formula body = setting.premise(0);
            for (Term value : arguments.values()) {
                if (!(body instanceof Formula.ForAll(Range range, Formula inner)) || !(value.sort() instanceof Sort.Int))
                    throw new Rejection("the arguments do not fit the quantifiers of the equation");
                String fresh = "#i" + values.size();
                ranges.add(range.renamed(fresh));
                values.put(fresh, value);
                body = Formula.substitute(Substitution.of(range.index(), Term.index(fresh)), inner);
            }
            Formula.Relation equation = Setting.relation(Formula.substitute(new Substitution(values), body));
            if (equation.comparison() != Comparison.EQUAL) throw new Rejection("the first premise is not an equation");
            new Hole(setting, ranges, values).check(context, facts, new HashMap<>(), new LinkedHashSet<>(), false);
            Term one = plug(context, equation.left());
            Term other = plug(context, equation.right());
            WellFormed terms = new WellFormed(setting.statement.signature(), List.of()).within(setting.step.fixed());
            terms.check(one);
            terms.check(other);
            boolean forwards = setting.equal(goal.left(), one, facts) && setting.equal(goal.right(), other, facts);
            if (!forwards && !(setting.equal(goal.left(), other, facts) && setting.equal(goal.right(), one, facts)))
                throw new Rejection("the sides are not the context around the two sides of the equation: expected  " + one + "  and  " + other);
            setting.requireUsed(facts, 1);
            return Line.union(setting.premises);
        }

        static Term plug(Term context, Term term) {
            if (context instanceof Term.Symbol symbol && symbol.name().equals("?")) return term;
            if (context instanceof Term.Symbol(String name, List<Term> indices, Sort sort))
                return new Term.Symbol(name, indices.stream().map(index -> plug(index, term)).toList(), Substitution.of("?", term).apply(sort));
            if (context instanceof Term.Call(String name, List<Term> arguments, Sort sort))
                return new Term.Call(name, arguments.stream().map(argument -> plug(argument, term)).toList(), Substitution.of("?", term).apply(sort));
            return context.map(child -> plug(child, term));
        }
    }

    /** Walks a context down to its holes and checks that the instantiated equation holds there. */
    private record Hole(Setting setting, List<Range> ranges, Map<String, Term> values) {
        void check(Term term, Facts facts, Map<String, Term> renaming, Set<String> scopes, boolean moving) {
            switch (term) {
                case Term.Symbol symbol when symbol.name().equals("?") -> {
                    if (moving && !setting.premises.getFirst().always())
                        throw new Rejection("the equation holds at the present time only, so it says nothing of derivatives");
                    Substitution names = new Substitution(renaming);
                    Map<String, Term> here = new LinkedHashMap<>();
                    values.forEach((name, value) -> here.put(name, names.apply(value)));
                    setting.requireInRange(ranges, here, facts);
                }
                case Term.Big big -> scoped(big.range(), big.body(), facts, renaming, scopes, moving);
                case Term.Contract contract -> {
                    check(contract.tensor(), facts, renaming, scopes, moving);
                    scoped(contract.range(), contract.body(), facts, renaming, scopes, moving);
                }
                case Term.Rate rate -> check(rate.of(), facts, renaming, scopes, true);
                default -> term.children().forEach(child -> check(child, facts, renaming, scopes, moving));
            }
        }

        private void scoped(Range range, Term body, Facts facts, Map<String, Term> renaming, Set<String> scopes, boolean moving) {
            check(range.low(), facts, renaming, scopes, moving);
            range.upper().ifPresent(bound -> check(bound, facts, renaming, scopes, moving));
            range.except().ifPresent(bound -> check(bound, facts, renaming, scopes, moving));
            boolean clash = !scopes.add(range.index()) || setting.step.fixed().stream().anyMatch(fixed -> fixed.index().equals(range.index()));
            if (clash) throw new Rejection("the context binds " + range.index() + " twice");
            String fresh = "#b" + scopes.size();
            Substitution names = new Substitution(renaming);
            Map<String, Term> inner = new HashMap<>(renaming);
            inner.put(range.index(), Term.index(fresh));
            Range renamed = new Range(fresh, names.apply(range.low()), range.upper().map(names::apply), range.except().map(names::apply));
            check(body, facts.within(renamed), inner, scopes, moving);
            scopes.remove(range.index());
        }
    }

    /**
     * Meaning: {@code a = b}, {@code b <= c}, ... give {@code a <= c}; a strict link makes the chain strict; an equation
     * may be weakened. Side conditions: neighbouring links share their term. Failure: they do not, or the directions mix.
     */
    record Chain(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.arguments(Set.of());
            if (setting.premises.isEmpty()) throw new Rejection("it needs links");
            Formula.Relation goal = setting.relation();
            Comparison result = Comparison.EQUAL;
            Term at = null;
            for (int i = 0; i < setting.premises.size(); i++) {
                Formula.Relation link = Setting.relation(setting.premise(i));
                if (at == null) requireSame(goal.left(), link.left());
                else requireSame(at, link.left());
                result = join(result, link.comparison());
                at = link.right();
            }
            requireSame(at, goal.right());
            boolean follows = result == goal.comparison()
                    || goal.comparison() == Comparison.AT_MOST && (result == Comparison.EQUAL || result == Comparison.LESS)
                    || goal.comparison() == Comparison.AT_LEAST && (result == Comparison.EQUAL || result == Comparison.GREATER)
                    || goal.comparison() == Comparison.UNEQUAL && (result == Comparison.LESS || result == Comparison.GREATER);
            if (!follows) throw new Rejection("the links show " + result.sign() + ", not " + goal.comparison().sign());
            return Line.union(setting.premises);
        }

        private static void requireSame(Term a, Term b) {
            if (!Alpha.same(a, b)) throw new Rejection("the links do not meet: " + a + "  and  " + b);
        }

        private static Comparison join(Comparison a, Comparison b) {
            if (a == Comparison.EQUAL) return b;
            if (b == Comparison.EQUAL || a == b) {
                if (a == Comparison.UNEQUAL && b == a) throw new Rejection("two inequations do not chain");
                return a;
            }
            boolean up = (a == Comparison.LESS || a == Comparison.AT_MOST) && (b == Comparison.LESS || b == Comparison.AT_MOST);
            boolean down = (a == Comparison.GREATER || a == Comparison.AT_LEAST) && (b == Comparison.GREATER || b == Comparison.AT_LEAST);
            if (up) return Comparison.LESS;
            if (down) return Comparison.GREATER;
            throw new Rejection("the links " + a.sign() + " and " + b.sign() + " do not chain");
        }
    }

    /**
     * Meaning: what is equal at every time has equal time derivatives: from {@code a = b} the equation {@code l = r}
     * with {@code l - r = factor * (a' - b')}, factor a non-zero number (1 when not given). Side conditions: the premise
     * rests on no hypothesis about the present time alone; those of the derivatives. Failure: another equation.
     */
    record Differentiate(String name) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            setting.arguments(Set.of("factor"));
            Formula.Relation premise = Setting.relation(setting.premise(0));
            if (!setting.premises.getFirst().always())
                throw new Rejection("its premise rests on " + setting.premises.getFirst().now() + ", which need not hold at every time");
            Formula.Relation goal = setting.relation();
            if (premise.comparison() != Comparison.EQUAL || goal.comparison() != Comparison.EQUAL)
                throw new Rejection("it leads from an equation to an equation");
            Facts facts = setting.facts(1);
            Term factor = setting.step.arguments().getOrDefault("factor", Term.number(1));
            if (!(factor instanceof Term.Number(var value)) || value.isZero()) throw new Rejection("the factor is a non-zero number");
            Term derivative = Term.multiply(factor, Term.subtract(new Term.Rate(premise.left()), new Term.Rate(premise.right())));
            if (!setting.equal(Term.subtract(goal.left(), goal.right()), derivative, facts))
                throw new Rejection("the sides differ by something else than the derivative of the premise");
            setting.requireUsed(facts, 1);
            return Line.union(setting.premises);
        }
    }
}
