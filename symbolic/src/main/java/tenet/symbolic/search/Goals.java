package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Works goals down to kernel steps: quantifiers are fixed, conjunctions split, inductions set up, the author's
 * calculation followed link by link down to {@link Relations}. Untrusted.
 */
final class Goals {
    private final Proof proof;
    private final Hints hints;
    private final Relations relations;
    private final Unaided unaided;

    Goals(Proof proof, Map<String, Statement> lemmas, Map<String, Theorem> theorems, Relations.Effort effort) {
        this.proof = proof;
        this.hints = new Hints(proof, lemmas, theorems, this);
        this.relations = new Relations(proof, effort);
        Map<String, Statement> laws = new LinkedHashMap<>(lemmas);
        theorems.forEach((id, theorem) -> laws.put(id, theorem.statement()));
        this.unaided = new Unaided(proof, hints, relations, laws, effort == Relations.Effort.ORDINARY,
                (goal, known, place) -> induction(Proof.Scope.OUTERMOST, goal, false, List.of(), known, place));
    }

    /** Ends with a step that states the claim, or throws {@link Stuck}. */
    void claim(Claim claim) {
        Known known = Known.hypotheses(proof);
        Formula conclusion = claim.statement().conclusion();
        int step = derived(Proof.Scope.OUTERMOST, conclusion, claim.derivation(), known, claim.place());
        // The search may have ended on an equal earlier step; the certificate must end with the claim.
        if (step != proof.size()) restated(Proof.Scope.OUTERMOST, step, conclusion, claim.place());
    }

    /** A step that states an earlier one again, in another scope or at the end. */
    private int restated(Proof.Scope scope, int step, Formula conclusion, Claim.Place place) {
        Formula seen = seen(scope, step);
        Optional<Integer> again = seen instanceof Formula.Relation ? proof.add(scope, Proof.Proposal.of(conclusion, "chain", List.of(step), ""))
                // Taken twice: a conjunction of one part is written like the part itself.
                : proof.add(scope, Proof.Proposal.of(new Formula.And(List.of(seen, seen)), "conjunction", List.of(step, step), ""))
                        .flatMap(both -> proof.add(scope, Proof.Proposal.of(conclusion, "part", List.of(both), "")));
        return again.orElseThrow(() -> new Stuck(place, conclusion, proof.lastComplaint()));
    }

    /** A goal with a derivation: peels quantifiers, then facts in order, then the calculation or the final reasons. */
    private int derived(Proof.Scope scope, Formula goal, List<Derivation> derivation, Known known, Claim.Place place) {
        if (derivation.isEmpty()) return goal(scope, goal, List.of(), known, place);
        if (derivation.size() == 1 && derivation.getFirst() instanceof Derivation.By by) return goal(scope, goal, by.reasons(), known, by.place());
        if (goal instanceof Formula.ForAll(Range range, Formula body) && !induction(derivation)) {
            Range fixed = range.renamed(proof.freshName(range.index(), scope));
            Formula inner = Formula.substitute(Substitution.of(range.index(), Term.index(fixed.index())), body);
            int step = derived(scope.with(fixed), inner, derivation, known, place);
            return generalise(scope, goal, step, place);
        }
        Known sofar = known;
        for (Derivation part : derivation)
            switch (part) {
                case Derivation.Have have -> {
                    List<Derivation> inner = new ArrayList<>(have.inner());
                    if (!have.reasons().isEmpty() || inner.isEmpty()) inner.add(new Derivation.By(have.reasons(), have.place()));
                    boolean initially = have.formula() instanceof Formula.Initially;
                    Formula formula = initially ? ((Formula.Initially) have.formula()).body() : have.formula();
                    int step = derived(initially ? scope.atStart() : scope, formula, inner, sofar, have.place());
                    sofar = sofar.with(have.name(), have.formula(), step);
                }
                case Derivation.Cases cases -> {
                    return cases(scope, goal, cases, sofar);
                }
                case Derivation.Calc calc -> {
                    int step = calculation(scope, calc, sofar);
                    return conclude(scope, goal, calc, step, sofar, place);
                }
                case Derivation.By by -> {
                    return goal(scope, goal, by.reasons(), sofar, by.place());
                }
            }
        return goal(scope, goal, List.of(), sofar, place);
    }

    private int cases(Proof.Scope scope, Formula goal, Derivation.Cases cases, Known known) {
        if (scope.start()) throw new Stuck(cases.place(), goal, "cases are told apart at the present time, and the goal speaks of the start");
        List<Integer> steps = new ArrayList<>();
        for (Derivation.Case one : cases.cases()) {
            Certificate.Assumption assumption = new Certificate.Assumption(
                    Names.fresh(one.name(), scope.assumed().stream().map(Certificate.Assumption::name).toList()), one.formula());
            Proof.Scope inside = scope.with(assumption);
            Known more = known.with(proof, inside, assumption);
            Optional<Known.Fact> assumed = more.named(assumption.name());
            int step = inCase(inside, goal, one, assumed.map(fact -> more.with(one.name(), fact.formula(), fact.step())).orElse(more));
            // What holds without the assumption needs no other case.
            if (!proof.step(step).assumed().contains(assumption)) return step;
            steps.add(step);
        }
        return proof.add(scope, Proof.Proposal.of(goal, "cases", steps, "")).orElseThrow(() -> new Stuck(cases.place(), goal, proof.lastComplaint()));
    }

    /** What is left to show in a case need not hold outside it, so the goal is reported in its stead. */
    private int inCase(Proof.Scope scope, Formula goal, Derivation.Case one, Known known) {
        try {
            return derived(scope, goal, one.inner(), known, one.place());
        } catch (Stuck stuck) {
            throw new Stuck(stuck.place(), goal, "in the case  " + Text.of(one.formula()) + ":  " + stuck.getMessage());
        }
    }

    private static boolean induction(List<Derivation> derivation) {
        return derivation.getLast() instanceof Derivation.By by && by.reasons().stream().anyMatch(Derivation.Reason.Induction.class::isInstance);
    }

    private int generalise(Proof.Scope scope, Formula goal, int step, Claim.Place place) {
        return proof.add(scope, Proof.Proposal.of(goal, "generalise", List.of(step), ""))
                .orElseThrow(() -> new Stuck(place, goal, proof.lastComplaint()));
    }

    // Calculations.

    private int calculation(Proof.Scope scope, Derivation.Calc calc, Known known) {
        List<Integer> links = new ArrayList<>();
        Term left = calc.start();
        Comparison comparison = Comparison.EQUAL;
        for (Derivation.Step step : calc.steps()) {
            Formula.Relation relation = new Formula.Relation(step.comparison(), left, step.right());
            links.add(goal(scope, relation, step.reasons(), known, step.place()));
            if (step.comparison() != Comparison.EQUAL)
                comparison = comparison == Comparison.EQUAL || comparison == step.comparison() ? step.comparison() : strict(comparison);
            left = step.right();
        }
        if (links.size() == 1) return links.getFirst();
        Formula.Relation whole = new Formula.Relation(comparison, calc.start(), left);
        return proof.add(scope, Proof.Proposal.of(whole, "chain", links, ""))
                .orElseThrow(() -> new Stuck(calc.place(), whole, "the calculation does not chain: " + proof.lastComplaint()));
    }

    private static Comparison strict(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST -> Comparison.LESS;
            case AT_LEAST -> Comparison.GREATER;
            default -> comparison;
        };
    }

    /** The calculation shows the goal itself, or something from which it follows at once. */
    private int conclude(Proof.Scope scope, Formula goal, Derivation.Calc calc, int step, Known known, Claim.Place place) {
        Formula shown = seen(scope, step);
        if (shown.equals(goal)) return step;
        Known more = known.with("calc", proof.step(step).conclusion(), step);
        if (goal instanceof Formula.Relation) {
            Optional<Integer> weaker = proof.add(scope, Proof.Proposal.of(goal, "chain", List.of(step), ""));
            if (weaker.isPresent()) return weaker.get();
        }
        try {
            return goal(scope, goal, List.of(new Derivation.Reason.Fact("calc", List.of())), more, calc.place());
        } catch (Stuck stuck) {
            throw new Stuck(place, goal, "the calculation shows  " + Text.of(shown) + "  but the goal does not follow from it");
        }
    }

    private Formula seen(Proof.Scope scope, int step) {
        Formula formula = proof.step(step).conclusion();
        return scope.start() && formula instanceof Formula.Initially(Formula body) ? body : formula;
    }

    // Single goals.

    int goal(Proof.Scope scope, Formula goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        if (Thread.currentThread().isInterrupted()) throw new Proof.Interrupted();
        Optional<Integer> stated = relations.alreadyStated(scope, goal, known);
        if (stated.isPresent()) return stated.get();
        // A hint may state a quantified or compound goal outright; taken apart, it would have to be put together again.
        if (!(goal instanceof Formula.Relation) && !(goal instanceof Formula.Initially) && reasons.stream().noneMatch(Derivation.Reason.Induction.class::isInstance)) {
            Optional<Integer> hinted = outright(scope, goal, reasons, known, place);
            if (hinted.isPresent()) return hinted.get();
        }
        return switch (goal) {
            case Formula.ForAll all -> quantified(scope, all, reasons, known, place);
            case Formula.And(List<Formula> parts) -> {
                List<Integer> steps = parts.stream().map(part -> goal(scope, part, reasons, known, place)).toList();
                yield proof.add(scope, Proof.Proposal.of(goal, "conjunction", steps, "")).orElseThrow(() -> new Stuck(place, goal, proof.lastComplaint()));
            }
            case Formula.Initially(Formula body) -> goal(scope.atStart(), body, reasons, known, place);
            case Formula.ForEvery every -> throw new Stuck(place, every, "there is no way to prove a statement about every value of a sort");
            case Formula.Relation relation -> relation(scope, relation, reasons, known, place);
        };
    }

    private Optional<Integer> outright(Proof.Scope scope, Formula goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        for (Derivation.Reason reason : reasons) {
            if (!(reason instanceof Derivation.Reason.Fact hint) || known.named(hint.name()).isPresent() || !hint.arguments().isEmpty() || !hint.named().isEmpty()) continue;
            try {
                for (Known.Fact fact : hints.fact(scope, hint, reasons, known, place))
                    if (Known.seen(fact, scope, proof).filter(goal::equals).isPresent()) return Optional.of(fact.step());
            } catch (Stuck inner) {
                // The hint may apply only further inside, under the goal's quantifiers; that is where a failure is reported.
                continue;
            }
        }
        return Optional.empty();
    }

    private int quantified(Proof.Scope scope, Formula.ForAll goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        for (Derivation.Reason reason : reasons)
            if (reason instanceof Derivation.Reason.Induction(String index, boolean down) && index.equals(goal.range().index())) {
                List<Derivation.Reason> others = reasons.stream().filter(other -> other != reason).toList();
                return induction(scope, goal, down, others, known, place);
            }
        Range fixed = goal.range().renamed(proof.freshName(goal.range().index(), scope));
        Formula inner = Formula.substitute(Substitution.of(goal.range().index(), Term.index(fixed.index())), goal.body());
        int step = goal(scope.with(fixed), inner, reasons, known, place);
        // A fact that does not mention the index is stated once more, under it.
        boolean outside = proof.step(step).fixed().size() <= scope.fixed().size();
        return generalise(scope, goal, outside ? restated(scope.with(fixed), step, inner, place) : step, place);
    }

    private int induction(Proof.Scope scope, Formula.ForAll goal, boolean down, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        Range range = goal.range();
        Term end = down ? range.high() : range.low();
        int base = goal(scope, at(goal, end), reasons, known, place);
        String name = proof.freshName(range.index(), scope);
        Range inner = new Range(name, range.low(), range.upper().map(high -> Term.subtract(high, Term.number(1))), Optional.empty());
        Term here = Term.index(name);
        Term next = Term.add(here, Term.number(1));
        Certificate.Assumption assumption = new Certificate.Assumption(
                Names.fresh("induction_hypothesis", scope.assumed().stream().map(Certificate.Assumption::name).toList()), at(goal, down ? next : here));
        Proof.Scope inside = scope.with(inner).with(assumption);
        Known more = known.with(proof, inside, assumption);
        List<Derivation.Reason> hints = new ArrayList<>(reasons);
        hints.add(new Derivation.Reason.Fact(assumption.name(), List.of()));
        int step = down ? goal(inside, at(goal, here), hints, more, place) : next(inside, at(goal, next), range.low(), here, more, hints, place);
        Proof.Proposal proposal = new Proof.Proposal(goal, "induction", Optional.of(down ? "down" : "up"), List.of(base, step), Map.of(),
                "induction on " + range.index());
        return proof.add(scope, proposal).orElseThrow(() -> new Stuck(place, goal, proof.lastComplaint()));
    }

    /** The next case; when it does not follow as it is, from how its sums, products and powers grow out of those of this one. */
    private int next(Proof.Scope scope, Formula next, Term low, Term index, Known known, List<Derivation.Reason> hints, Claim.Place place) {
        try {
            return goal(scope, next, hints, known, place);
        } catch (Stuck stuck) {
            if (!(next instanceof Formula.Relation relation)) throw stuck;
            return unaided.grown(scope, relation, low, index, known, hints, place).orElseThrow(() -> stuck);
        }
    }

    private static Formula at(Formula.ForAll goal, Term index) {
        return Formula.substitute(Substitution.of(goal.range().index(), index), goal.body());
    }

    private int relation(Proof.Scope scope, Formula.Relation goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        String words = Hints.words(reasons);
        Optional<Integer> plain = relations.atOnce(scope, goal, known, words);
        if (plain.isPresent()) return plain.get();
        try {
            return relations.prove(scope, goal, hints.facts(scope, reasons, known, place), known, words, place);
        } catch (Stuck stuck) {
            return unaided.prove(scope, goal, reasons, known, place).orElseThrow(() -> stuck);
        }
    }
}
