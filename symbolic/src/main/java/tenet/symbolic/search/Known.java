package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Sort;

/** The facts that a goal may use, by name: hypotheses, induction hypotheses, and what has been derived before. */
final class Known {
    /** A fact and the step that states it. */
    record Fact(String name, Formula formula, int step) {
    }

    private final Map<String, Fact> facts;

    private Known(Map<String, Fact> facts) {
        this.facts = facts;
    }

    /** The hypotheses of the statement, each stated by a step. */
    static Known hypotheses(Proof proof) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Hypothesis hypothesis : proof.statement().hypotheses()) {
            Proof.Proposal proposal = new Proof.Proposal(hypothesis.asFormula(), "hypothesis", Optional.of(hypothesis.name()), List.of(), Map.of(), "");
            proof.add(Proof.Scope.OUTERMOST, proposal).ifPresent(step ->
                    facts.put(hypothesis.name(), new Fact(hypothesis.name(), hypothesis.asFormula(), step)));
        }
        return new Known(facts);
    }

    Known with(String name, Formula formula, int step) {
        Map<String, Fact> more = new LinkedHashMap<>(facts);
        more.put(name, new Fact(name, formula, step));
        return new Known(more);
    }

    Known with(Proof proof, Proof.Scope scope, Certificate.Assumption assumption) {
        Proof.Proposal proposal = new Proof.Proposal(assumption.formula(), "hypothesis", Optional.of(assumption.name()), List.of(), Map.of(), "");
        Proof.Scope now = new Proof.Scope(scope.fixed(), scope.assumed(), false);
        return proof.add(now, proposal).map(step -> with(assumption.name(), assumption.formula(), step)).orElse(this);
    }

    Optional<Fact> named(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    List<Fact> all() {
        return List.copyOf(facts.values());
    }

    /** What a fact says at the time that a scope speaks of, if anything. */
    static Optional<Formula> seen(Fact fact, Proof.Scope scope, Proof proof) {
        boolean start = fact.formula() instanceof Formula.Initially;
        if (!scope.start()) return start ? Optional.empty() : Optional.of(fact.formula());
        if (start) return Optional.of(((Formula.Initially) fact.formula()).body());
        return proof.always(fact.step()) ? Optional.of(fact.formula()) : Optional.empty();
    }

    /** The steps of facts that tell a sign or compare indices, as seen from a scope. */
    List<Integer> signs(Proof.Scope scope, Proof proof) {
        List<Integer> steps = new ArrayList<>();
        for (Fact fact : facts.values()) if (seen(fact, scope, proof).filter(Known::tellsSign).isPresent()) steps.add(fact.step());
        return steps;
    }

    static boolean tellsSign(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> relation.left().sort().isScalar()
                    && (relation.comparison() != Comparison.EQUAL || relation.left().sort() instanceof Sort.Int && relation.right().sort() instanceof Sort.Int);
            case Formula.And and -> and.parts().stream().anyMatch(Known::tellsSign);
            case Formula.ForAll all -> tellsSign(all.body());
            case Formula.ForEvery ignored -> false;
            case Formula.Initially ignored -> false;
        };
    }
}
