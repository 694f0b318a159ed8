package tenet.symbolic.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.positivity.Budget;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Works goals down to kernel steps: quantifiers are fixed, conjunctions split, inductions set up, the author's
 * calculation followed link by link, and each link tried by identity, by rewriting with the facts it names, by
 * differentiating one, or as an inequality. Untrusted.
 */
final class Goals {
    private static final Budget HINTED = Budget.of(Duration.ofSeconds(6));
    private static final Budget UNAIDED = Budget.of(Duration.ofSeconds(4));

    private final Proof proof;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;

    Goals(Proof proof, Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        this.proof = proof;
        this.lemmas = lemmas;
        this.theorems = theorems;
    }

    /** Ends with a step that states the claim, or throws {@link Stuck}. */
    void claim(Claim claim) {
        Known known = Known.hypotheses(proof);
        Formula conclusion = claim.statement().conclusion();
        int step = derived(Proof.Scope.OUTERMOST, conclusion, claim.derivation(), known, claim.place());
        // The search may have ended on an equal earlier step; the certificate must end with the claim.
        if (step != proof.size()) restate(step, conclusion, claim.place());
    }

    private void restate(int step, Formula conclusion, Claim.Place place) {
        Certificate.Step earlier = proof.step(step);
        Formula.And both = new Formula.And(List.of(earlier.conclusion()));
        Optional<Integer> packed = proof.add(Proof.Scope.OUTERMOST, Proof.Proposal.of(both, "conjunction", List.of(step), ""));
        packed.flatMap(number -> proof.add(Proof.Scope.OUTERMOST, Proof.Proposal.of(conclusion, "part", List.of(number), "")))
                .orElseThrow(() -> new Stuck(place, conclusion, proof.lastComplaint()));
    }

    /** A goal with a derivation: peels quantifiers, then facts in order, then the calculation or the final reasons. */
    private int derived(Proof.Scope scope, Formula goal, List<Derivation> derivation, Known known, Claim.Place place) {
        if (derivation.isEmpty()) return goal(scope, goal, List.of(), known, place);
        if (derivation.size() == 1 && derivation.getFirst() instanceof Derivation.By by) return goal(scope, goal, by.reasons(), known, by.place());
        if (goal instanceof Formula.ForAll(Range range, Formula body) && !induction(derivation)) {
            Range fixed = range.renamed(freshName(range.index(), scope));
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

    private static boolean induction(List<Derivation> derivation) {
        return derivation.getLast() instanceof Derivation.By by && by.reasons().stream().anyMatch(Derivation.Reason.Induction.class::isInstance);
    }

    private String freshName(String wanted, Proof.Scope scope) {
        Set<String> taken = new LinkedHashSet<>();
        for (Declaration declaration : proof.statement().signature().declarations()) taken.add(declaration.name());
        scope.fixed().forEach(range -> taken.add(range.index()));
        return Names.fresh(wanted, taken);
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

    private int goal(Proof.Scope scope, Formula goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        if (Thread.currentThread().isInterrupted()) throw new Proof.Interrupted();
        Optional<Integer> stated = alreadyStated(scope, goal, known);
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

    private Optional<Integer> alreadyStated(Proof.Scope scope, Formula goal, Known known) {
        for (Known.Fact fact : known.all()) {
            Optional<Formula> seen = Known.seen(fact, scope, proof);
            if (seen.isPresent() && seen.get().equals(goal)) {
                if (!scope.start() || fact.formula() instanceof Formula.Initially) return Optional.of(fact.step());
                return proof.add(scope, Proof.Proposal.of(goal, "initially", List.of(fact.step()), ""));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> outright(Proof.Scope scope, Formula goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        for (Derivation.Reason reason : reasons) {
            if (!(reason instanceof Derivation.Reason.Fact hint) || known.named(hint.name()).isPresent() || !hint.arguments().isEmpty()) continue;
            try {
                for (Known.Fact fact : fact(scope, hint, reasons, known, place))
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
        Range fixed = goal.range().renamed(freshName(goal.range().index(), scope));
        Formula inner = Formula.substitute(Substitution.of(goal.range().index(), Term.index(fixed.index())), goal.body());
        return generalise(scope, goal, goal(scope.with(fixed), inner, reasons, known, place), place);
    }

    private int induction(Proof.Scope scope, Formula.ForAll goal, boolean down, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        Range range = goal.range();
        Term end = down ? range.high() : range.low();
        int base = goal(scope, at(goal, end), reasons, known, place);
        String name = freshName(range.index(), scope);
        Range inner = new Range(name, range.low(), range.upper().map(high -> Term.subtract(high, Term.number(1))), Optional.empty());
        Term here = Term.index(name);
        Term next = Term.add(here, Term.number(1));
        Certificate.Assumption assumption = new Certificate.Assumption(
                Names.fresh("induction_hypothesis", scope.assumed().stream().map(Certificate.Assumption::name).toList()), at(goal, down ? next : here));
        Proof.Scope inside = scope.with(inner).with(assumption);
        Known more = known.with(proof, inside, assumption);
        List<Derivation.Reason> hints = new ArrayList<>(reasons);
        hints.add(new Derivation.Reason.Fact(assumption.name(), List.of()));
        int step = goal(inside, at(goal, down ? here : next), hints, more, place);
        Proof.Proposal proposal = new Proof.Proposal(goal, "induction", Optional.of(down ? "down" : "up"), List.of(base, step), Map.of(),
                "induction on " + range.index());
        return proof.add(scope, proposal).orElseThrow(() -> new Stuck(place, goal, proof.lastComplaint()));
    }

    private static Formula at(Formula.ForAll goal, Term index) {
        return Formula.substitute(Substitution.of(goal.range().index(), index), goal.body());
    }

    // Relations.

    private int relation(Proof.Scope scope, Formula.Relation goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        String words = words(reasons);
        List<Integer> signs = known.signs(scope, proof);
        if (goal.comparison() == Comparison.EQUAL)
            for (String rule : List.of("identity", "entrywise")) {
                Optional<Integer> step = proof.add(scope, Proof.Proposal.of(goal, rule, List.of(), words), signs);
                if (step.isPresent()) return step.get();
            }
        else {
            Optional<Integer> step = proof.add(scope, Proof.Proposal.of(goal, "arithmetic", List.of(), words), signs);
            if (step.isPresent()) return step.get();
        }
        List<Known.Fact> hints = facts(scope, reasons, known, place);
        Known all = known;
        for (Known.Fact hint : hints) all = all.with(hint.name().isEmpty() ? "#" + hint.step() : hint.name(), hint.formula(), hint.step());
        Optional<Integer> step = from(scope, goal, hints, all, words, HINTED);
        if (step.isEmpty() && hints.size() < all.all().size()) step = from(scope, goal, all.all(), all, words, UNAIDED);
        if (step.isPresent()) return step.get();
        throw new Stuck(place, goal, message(scope, goal, reasons, all));
    }

    /** Longer normal forms are no help to a reader. */
    private static final int LONGEST_SHOWN = 160;

    private String message(Proof.Scope scope, Formula.Relation goal, List<Derivation.Reason> reasons, Known known) {
        String given = reasons.isEmpty() ? "from the hypotheses and the facts before it" : "by " + words(reasons);
        String text = "could not derive  " + Text.of(goal) + "  " + given;
        if (goal.comparison() != Comparison.EQUAL) return text;
        try {
            Reading reading = new Reading(proof, scope, known);
            List<Term> sides = List.of(reading.normal(goal.left()), reading.normal(goal.right()));
            Map<String, String> names = reading.readableNames(sides);
            String left = Text.of(Reading.renamed(sides.get(0), names));
            String right = Text.of(Reading.renamed(sides.get(1), names));
            if (left.length() > LONGEST_SHOWN || right.length() > LONGEST_SHOWN || left.equals(right)) return text;
            return text + "; written out, the sides are  " + left + "  and  " + right;
        } catch (IllTyped e) {
            return text + "; " + e.getMessage();
        }
    }

    /** The goal from these facts: as one of them, by differentiating one, by rewriting, as an inequality. */
    private Optional<Integer> from(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words, Budget budget) {
        List<Integer> signs = known.signs(scope, proof);
        for (Known.Fact fact : facts) {
            Optional<Formula> seen = Known.seen(fact, scope, proof);
            if (seen.isEmpty()) continue;
            if (seen.get().equals(goal)) return alreadyStated(scope, goal, known).or(() -> Optional.of(fact.step()));
            if (goal.comparison() == Comparison.EQUAL && !scope.start() && proof.always(fact.step()) && seen.get() instanceof Formula.Relation equation
                    && equation.comparison() == Comparison.EQUAL) {
                Optional<Integer> derivative = differentiated(scope, goal, fact, equation, known, words);
                if (derivative.isPresent()) return derivative;
            }
        }
        if (goal.comparison() == Comparison.EQUAL) {
            return rewritten(scope, goal.left(), goal.right(), facts, known, words);
        }
        if (goal.comparison() == Comparison.UNEQUAL || !goal.left().sort().isScalar()) return Optional.empty();
        Optional<Integer> inequality = new Inequalities(proof, scope, known).prove(goal, facts, words, budget);
        if (inequality.isPresent() || !signs.isEmpty() && facts.isEmpty()) return inequality;
        return byRewritingSides(scope, goal, facts, known, words);
    }

    /** Rewrites the terms as they are written; if that leads nowhere, with definitions and derivatives carried out. */
    private Optional<Integer> rewritten(Proof.Scope scope, Term left, Term right, List<Known.Fact> facts, Known known, String words) {
        List<Known.Fact> equations = flat(scope, facts);
        for (boolean opaque : new boolean[] {true, false}) {
            Rewriting rewriting = new Rewriting(proof, scope, known, equations, opaque);
            if (!rewriting.hasEquations()) return Optional.empty();
            Optional<Integer> step = opaque ? rewriting.proveAsWritten(left, right, words) : Optional.empty();
            if (step.isEmpty()) step = rewriting.prove(left, right, words);
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** An inequality between two terms, one of which a fact's equation makes equal to the other: {@code a <= b} from {@code a = b}. */
    private Optional<Integer> byRewritingSides(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words) {
        if (goal.comparison() != Comparison.AT_MOST && goal.comparison() != Comparison.AT_LEAST) return Optional.empty();
        return rewritten(scope, goal.left(), goal.right(), facts, known, words)
                .flatMap(step -> proof.add(scope, Proof.Proposal.of(goal, "chain", List.of(step), words)));
    }

    private Optional<Integer> differentiated(Proof.Scope scope, Formula.Relation goal, Known.Fact fact, Formula.Relation equation, Known known, String words) {
        for (Rational factor : List.of(Rational.ONE, Rational.of(1, 2), Rational.MINUS_ONE, Rational.of(2), Rational.of(-1, 2))) {
            Map<String, Term> arguments = factor.equals(Rational.ONE) ? Map.of() : Map.of("factor", Term.number(factor));
            Proof.Proposal proposal = new Proof.Proposal(goal, "differentiate", Optional.empty(), List.of(fact.step()), arguments, words);
            Optional<Integer> step = proof.add(scope, proposal, known.signs(scope, proof));
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** Conjunctions taken apart, under quantifiers too. */
    private List<Known.Fact> flat(Proof.Scope scope, List<Known.Fact> facts) {
        List<Known.Fact> flat = new ArrayList<>();
        for (Known.Fact fact : facts) Known.seen(fact, scope, proof).ifPresent(seen -> flatten(scope, fact, seen, flat));
        return flat;
    }

    private void flatten(Proof.Scope scope, Known.Fact fact, Formula seen, List<Known.Fact> flat) {
        if (seen instanceof Formula.And(List<Formula> parts)) {
            for (Formula part : parts)
                proof.add(scope, Proof.Proposal.of(part, "part", List.of(fact.step()), "")).ifPresent(step ->
                        flatten(scope, new Known.Fact(fact.name(), scope.stated(part), step), part, flat));
        } else if (seen instanceof Formula.ForAll(Range range, Formula body) && body instanceof Formula.And(List<Formula> parts)) {
            Range fixed = range.renamed(freshName(range.index(), scope));
            Proof.Scope inside = scope.with(fixed);
            Term index = Term.index(fixed.index());
            for (Formula part : parts) {
                Formula here = Formula.substitute(Substitution.of(range.index(), index), part);
                Formula all = new Formula.ForAll(range, part);
                proof.add(inside, new Proof.Proposal(Formula.substitute(Substitution.of(range.index(), index), body), "instantiate", Optional.empty(),
                                List.of(fact.step()), Map.of("x1", index), ""))
                        .flatMap(step -> proof.add(inside, Proof.Proposal.of(here, "part", List.of(step), "")))
                        .flatMap(step -> proof.add(scope, Proof.Proposal.of(all, "generalise", List.of(step), "")))
                        .ifPresent(step -> flat.add(new Known.Fact(fact.name(), scope.stated(all), step)));
            }
        } else {
            flat.add(fact);
        }
    }

    // Hints.

    private List<Known.Fact> facts(Proof.Scope scope, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        List<Known.Fact> facts = new ArrayList<>();
        for (Derivation.Reason reason : reasons)
            if (reason instanceof Derivation.Reason.Fact hint) facts.addAll(fact(scope, hint, reasons, known, place));
        return facts;
    }

    private List<Known.Fact> fact(Proof.Scope scope, Derivation.Reason.Fact hint, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        Optional<Known.Fact> local = known.named(hint.name());
        try {
            if (local.isPresent()) return List.of(hint.arguments().isEmpty() ? local.get() : instance(scope, local.get(), hint.arguments(), known, place));
            if (lemmas.containsKey(hint.name())) return List.of(imported(scope, "lemma", lemmas.get(hint.name()), hint, reasons, known, place));
            if (theorems.containsKey(hint.name())) return List.of(imported(scope, "theorem", theorems.get(hint.name()).statement(), hint, reasons, known, place));
        } catch (IllTyped e) {
            throw new Stuck(place, proof.statement().conclusion(), e.getMessage());
        }
        throw new Stuck(place, proof.statement().conclusion(), hint.name() + " has not been proved, so it cannot be used");
    }

    private Known.Fact instance(Proof.Scope scope, Known.Fact fact, List<Term> values, Known known, Claim.Place place) {
        Formula formula = Instances.instantiate(Known.seen(fact, scope, proof).orElseThrow(() ->
                new Stuck(place, fact.formula(), fact.name() + " is not known to hold at the time of this step")), values);
        Proof.Proposal proposal = new Proof.Proposal(formula, "instantiate", Optional.empty(), List.of(fact.step()), Instances.numbered(values), "");
        int step = proof.add(scope, proposal, known.signs(scope, proof)).orElseThrow(() -> new Stuck(place, formula, fact.name() + ": " + proof.lastComplaint()));
        return new Known.Fact("", scope.stated(formula), step);
    }

    /** An instance of a lemma or theorem, its hypotheses derived from what is known and the other hints. */
    private Known.Fact imported(Proof.Scope scope, String rule, Statement statement, Derivation.Reason.Fact hint, List<Derivation.Reason> reasons,
                                Known known, Claim.Place place) {
        Instances.Instance instance = importedInstance(statement, hint);
        List<Derivation.Reason> others = reasons.stream().filter(reason -> reason != hint && !(reason instanceof Derivation.Reason.Induction)).toList();
        List<Integer> premises = new ArrayList<>();
        for (Hypothesis hypothesis : instance.hypotheses()) {
            Proof.Scope at = hypothesis.when() == Hypothesis.When.INITIALLY ? scope.atStart()
                    : hypothesis.when() == Hypothesis.When.ALWAYS ? new Proof.Scope(scope.fixed(), scope.assumed(), false) : scope;
            try {
                premises.add(goal(at, hypothesis.formula(), others, known, place));
            } catch (Stuck stuck) {
                throw new Stuck(place, hypothesis.formula(), statement.id() + " needs  " + Text.of(hypothesis.formula())
                        + (hypothesis.when() == Hypothesis.When.NOW ? "" : " (" + hypothesis.when().name().toLowerCase(java.util.Locale.ROOT) + ")")
                        + "; " + stuck.getMessage());
            }
        }
        Proof.Proposal proposal = new Proof.Proposal(instance.conclusion(), rule, Optional.of(statement.id()), premises, instance.arguments(), "");
        int step = proof.add(scope, proposal, known.signs(scope, proof)).orElseThrow(() ->
                new Stuck(place, instance.conclusion(), statement.id() + " does not apply: " + proof.lastComplaint()));
        return new Known.Fact("", scope.stated(instance.conclusion()), step);
    }

    /** Terms beyond those that the statement declares instantiate the quantifiers of its conclusion. */
    private Instances.Instance importedInstance(Statement statement, Derivation.Reason.Fact hint) {
        return Instances.of(statement, proof.statement().signature(), hint.arguments());
    }

    static String words(List<Derivation.Reason> reasons) {
        return String.join(", ", reasons.stream().map(reason -> switch (reason) {
            case Derivation.Reason.Fact(String name, var arguments) -> name.replace('_', ' ');
            case Derivation.Reason.Law(String text) -> text;
            case Derivation.Reason.Induction(String index, boolean down) -> "induction on " + index;
        }).toList());
    }
}
