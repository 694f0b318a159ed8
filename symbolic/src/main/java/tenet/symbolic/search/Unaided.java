package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * What goes without saying: where a goal does not follow from what the author gives, laws that speak of its terms are cited, sums, products and
 * powers are taken by induction on their length, and equations of numbers by two inequalities. Untrusted.
 */
final class Unaided {
    /** The theorem that makes an equation of two inequalities. */
    private static final String BOTH_WAYS = "num.antisymmetry";

    /** The lemmas that a motion keeps what is zero, and what is not positive. */
    private static final String KEPT = "zero_is_kept";
    private static final String BOUNDED = "groenwall";
    private static final String POSITIVE = "sign_is_kept";
    private static final String TERMWISE = "sum_monotone";
    /** A bound of the square of a rate, relative to the number's own, that suits most rates which are constants. */
    private static final Term FAST = Term.number(1_000_000);

    private final Proof proof;
    private final Hints hints;
    private final Relations relations;
    private final Map<String, Statement> laws;
    private final Suggestions suggestions;
    private final Induction induction;
    /** Not where many claims are to be looked at; and where a law has to be shown to apply, no further ones are looked for. */
    private boolean willing;

    /** Ends with a step that states the goal, at the outermost scope, or throws {@link Stuck}. */
    interface Induction {
        int prove(Formula.ForAll goal, Known known, Claim.Place place);
    }

    /** @param laws lemmas and theorems by id */
    Unaided(Proof proof, Hints hints, Relations relations, Map<String, Statement> laws, boolean willing, Induction induction) {
        this.proof = proof;
        this.hints = hints;
        this.relations = relations;
        this.laws = laws;
        this.suggestions = new Suggestions(laws);
        this.willing = willing;
        this.induction = induction;
    }

    /** A goal that does not follow from the reasons that the author gives for it, perhaps none. */
    Optional<Integer> prove(Proof.Scope scope, Formula.Relation goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        if (!willing) return Optional.empty();
        willing = false;
        try {
            return reasons.isEmpty() ? suggested(scope, goal, known, place) : completed(scope, goal, reasons, known, place);
        } finally {
            willing = true;
        }
    }

    /** The next case of an induction, from how its sums, products and powers grow out of those of this one. */
    Optional<Integer> grown(Proof.Scope scope, Formula.Relation next, Term low, Term index, Known known, List<Derivation.Reason> reasons, Claim.Place place) {
        List<Known.Fact> facts = new ArrayList<>(hints.facts(scope, reasons, known, place));
        Formula.Relation start = new Formula.Relation(Comparison.AT_LEAST, index, low);
        proof.add(scope, Proof.Proposal.of(start, "arithmetic", List.of(), "")).ifPresent(step -> facts.add(new Known.Fact("", scope.stated(start), step)));
        for (Formula.Relation equation : Unfolding.lastMembers(relations.writtenOut(scope, next, known), index))
            proof.add(scope, new Proof.Proposal(equation, "split", Optional.empty(), List.of(), Map.of("at", index), ""), known.signs(scope, proof))
                    .ifPresent(step -> facts.add(new Known.Fact("", scope.stated(equation), step)));
        if (laws.containsKey(Unfolding.NEXT_POWER))
            for (Derivation.Reason.Fact power : Unfolding.nextPowers(next, index)) cited(scope, power, known, place).ifPresent(facts::add);
        return attempt(() -> relations.prove(scope, next, facts, known, Hints.words(reasons), place)).or(() -> bothWays(scope, next, facts, known, place));
    }

    /** What the author might have cited: laws that speak of the goal's terms; for an equation both inequalities. */
    private Optional<Integer> suggested(Proof.Scope scope, Formula.Relation goal, Known known, Claim.Place place) {
        Optional<Integer> kept = kept(scope, goal, known, place);
        if (kept.isPresent()) return kept;
        Optional<Integer> termwise = termwise(scope, goal, known, place);
        if (termwise.isPresent()) return termwise;
        List<Formula.Relation> written = relations.writtenOut(scope, goal, known);
        List<Known.Fact> facts = new ArrayList<>(signs(scope, written, known, place));
        Known more = known;
        for (Known.Fact sign : facts) more = more.with("sign" + sign.step(), sign.formula(), sign.step());
        return suggested(scope, goal, written, facts, more, place);
    }

    private Optional<Integer> suggested(Proof.Scope scope, Formula.Relation goal, List<Formula.Relation> written, List<Known.Fact> signs, Known known,
                                        Claim.Place place) {
        List<Known.Fact> facts = new ArrayList<>(signs);
        facts.addAll(applying(scope, with(written, known.all(), scope), known, place));
        Optional<Integer> direct = facts.isEmpty() ? Optional.empty() : attempt(() -> relations.prove(scope, goal, facts, known, "", place));
        if (direct.isPresent()) return direct;
        Optional<Integer> inductive = scope.equals(Proof.Scope.OUTERMOST) ? byInduction(goal, known, place) : Optional.empty();
        return inductive.isPresent() ? inductive : bothWays(scope, goal, facts, known, place);
    }

    /** Signs of what stands under a root or a logarithm, or below in a quotient. */
    private List<Known.Fact> signs(Proof.Scope scope, List<Formula.Relation> written, Known known, Claim.Place place) {
        List<Known.Fact> signs = new ArrayList<>();
        for (Term inside : Suggestions.withSigns(written))
            for (Comparison comparison : List.of(Comparison.GREATER, Comparison.AT_LEAST)) {
                Formula.Relation sign = new Formula.Relation(comparison, inside, Term.number(0));
                Optional<Integer> step = relations.atOnce(scope, sign, known, "").or(() -> attempt(() -> relations.prove(scope, sign, List.of(), known, "", place)))
                        .or(() -> scope.equals(Proof.Scope.OUTERMOST) ? byInduction(sign, known, place) : Optional.empty());
                if (step.isEmpty()) continue;
                signs.add(new Known.Fact("", scope.stated(sign), step.get()));
                break;
            }
        return signs;
    }

    /** Sums over one range, compared term by term. */
    private Optional<Integer> termwise(Proof.Scope scope, Formula.Relation goal, Known known, Claim.Place place) {
        boolean up = goal.comparison() == Comparison.AT_MOST;
        if (!up && goal.comparison() != Comparison.AT_LEAST || !laws.containsKey(TERMWISE)) return Optional.empty();
        if (!(goal.left() instanceof Term.Big left) || !(goal.right() instanceof Term.Big right) || left.operator() != BigOperator.SUM
                || right.operator() != BigOperator.SUM || !left.range().renamed("").equals(right.range().renamed("")) || left.range().except().isPresent()
                || !left.range().low().equals(Term.number(1))) return Optional.empty();
        Term.Big small = up ? left : right;
        Term.Big large = up ? right : left;
        Map<String, Term> named = new LinkedHashMap<>();
        named.put("n", left.range().high());
        named.put("f[" + small.range().index() + "]", small.body());
        named.put("g[" + large.range().index() + "]", large.body());
        return cited(scope, new Derivation.Reason.Fact(TERMWISE, List.of(), named), known, place)
                .flatMap(fact -> attempt(() -> relations.prove(scope, goal, List.of(fact), known, "", place)));
    }

    /** Along a motion: an equation of the start whose sides move alike, or a comparison whose sides move apart. */
    private Optional<Integer> kept(Proof.Scope scope, Formula.Relation goal, Known known, Claim.Place place) {
        if (scope.start() || known.all().stream().noneMatch(fact -> fact.formula() instanceof Formula.Initially)) return Optional.empty();
        if (goal.left().sort() instanceof Sort.Tensor) return Optional.empty();
        try {
            Term difference = Term.subtract(goal.left(), goal.right());
            Term opposite = Term.subtract(goal.right(), goal.left());
            Derivation.Reason.Fact hint = switch (goal.comparison()) {
                case EQUAL -> new Derivation.Reason.Fact(KEPT, List.of(difference, Term.number(0)));
                case AT_MOST -> new Derivation.Reason.Fact(BOUNDED, List.of(difference, Term.number(0)));
                case AT_LEAST -> new Derivation.Reason.Fact(BOUNDED, List.of(opposite, Term.number(0)));
                case GREATER -> new Derivation.Reason.Fact(POSITIVE, List.of(difference, FAST));
                case LESS -> new Derivation.Reason.Fact(POSITIVE, List.of(opposite, FAST));
                case UNEQUAL -> new Derivation.Reason.Fact("", List.of());
            };
            if (!laws.containsKey(hint.name())) return Optional.empty();
            return cited(scope, hint, known, place).flatMap(fact -> attempt(() -> relations.prove(scope, goal, List.of(fact), known, "", place)));
        } catch (IllTyped otherSorts) {
            return Optional.empty();
        }
    }

    /** The relations, and those among the facts. */
    private List<Formula.Relation> with(List<Formula.Relation> relations, List<Known.Fact> facts, Proof.Scope scope) {
        List<Formula.Relation> all = new ArrayList<>(relations);
        for (Known.Fact fact : facts)
            if (Known.seen(fact, scope, proof).orElse(fact.formula()) instanceof Formula.Relation relation) all.add(relation);
        return all;
    }

    /** Instances of laws about the terms of these relations, and of laws about the terms of those. */
    private List<Known.Fact> applying(Proof.Scope scope, List<Formula.Relation> relations, Known known, Claim.Place place) {
        Map<Derivation.Reason.Fact, Known.Fact> facts = new LinkedHashMap<>();
        for (int round = 0; round < 2; round++)
            for (Derivation.Reason.Fact hint : suggestions.of(with(relations, List.copyOf(facts.values()), scope)))
                if (!facts.containsKey(hint)) cited(scope, hint, known, place).ifPresent(fact -> facts.put(hint, fact));
        return List.copyOf(facts.values());
    }

    /** An equation of numbers by two inequalities. */
    private Optional<Integer> bothWays(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, Claim.Place place) {
        if (goal.comparison() != Comparison.EQUAL || !goal.left().sort().isScalar() || !laws.containsKey(BOTH_WAYS)) return Optional.empty();
        Known more = known;
        for (Comparison comparison : List.of(Comparison.AT_MOST, Comparison.AT_LEAST)) {
            Formula.Relation half = new Formula.Relation(comparison, goal.left(), goal.right());
            Optional<Integer> step = attempt(() -> relations.prove(scope, half, facts, known, "", place));
            if (step.isEmpty()) return Optional.empty();
            more = more.with("half" + comparison, scope.stated(half), step.get());
        }
        return cited(scope, new Derivation.Reason.Fact(BOTH_WAYS, List.of(goal.left(), goal.right())), more, place).map(Known.Fact::step);
    }

    private Optional<Integer> byInduction(Formula.Relation goal, Known known, Claim.Place place) {
        Proof.Scope scope = Proof.Scope.OUTERMOST;
        for (Unfolding.Generalised all : Unfolding.generalised(goal, proof.statement().signature(), proof.freshName("m", scope))) {
            Optional<Integer> shown = attempt(() -> induction.prove(all.formula(), known, place));
            Optional<Integer> step = shown.flatMap(every -> proof.add(scope, new Proof.Proposal(goal, "instantiate", Optional.empty(), List.of(every),
                    Instances.numbered(List.of(Term.index(all.parameter()))), "")));
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** With terms for the laws that the author names alone, {@code by num.triangle}: those of the goal that they speak of. */
    private Optional<Integer> completed(Proof.Scope scope, Formula.Relation goal, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        Set<String> bare = new LinkedHashSet<>();
        List<Derivation.Reason> others = new ArrayList<>();
        for (Derivation.Reason reason : reasons)
            if (reason instanceof Derivation.Reason.Fact(String name, var arguments, var named) && arguments.isEmpty() && named.isEmpty()
                    && known.named(name).isEmpty() && laws.containsKey(name)) bare.add(name);
            else others.add(reason);
        List<Known.Fact> facts = new ArrayList<>(hints.facts(scope, others, known, place));
        int named = facts.size();
        List<Formula.Relation> written = relations.writtenOut(scope, goal, known);
        for (Derivation.Reason.Fact hint : suggestions.of(written, bare)) cited(scope, hint, known, place).ifPresent(facts::add);
        for (Derivation.Reason.Fact hint : suggestions.squares(with(written, facts, scope))) cited(scope, hint, known, place).ifPresent(facts::add);
        for (Derivation.Reason.Fact hint : suggestions.quotients(written)) cited(scope, hint, known, place).ifPresent(facts::add);
        Optional<Integer> direct = facts.size() == named ? Optional.empty()
                : attempt(() -> relations.prove(scope, goal, facts, known, Hints.words(reasons), place));
        return direct.isPresent() || facts.isEmpty() ? direct : bothWays(scope, goal, facts, known, place);
    }

    private Optional<Known.Fact> cited(Proof.Scope scope, Derivation.Reason.Fact hint, Known known, Claim.Place place) {
        try {
            return hints.fact(scope, hint, List.of(), known, place).stream().findFirst();
        } catch (Stuck doesNotApply) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> attempt(Supplier<Integer> proof) {
        try {
            return Optional.of(proof.get());
        } catch (Stuck failed) {
            return Optional.empty();
        }
    }
}
