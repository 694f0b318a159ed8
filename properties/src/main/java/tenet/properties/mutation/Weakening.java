package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;

/**
 * The argument that a mutant asks for less than a theorem: its hypotheses imply those of the theorem, and what that shows implies
 * the mutant's conclusion. A proposal to the search, like any argument.
 */
final class Weakening {
    private Weakening() {
    }

    static List<Derivation> of(Claim theorem, Claim mutant) {
        List<Derivation.Reason> reasons = new ArrayList<>();
        mutant.statement().hypotheses().forEach(hypothesis -> reasons.add(fact(hypothesis.name())));
        List<Derivation> steps = new ArrayList<>();
        List<Derivation.Reason> all = new ArrayList<>(List.of(fact(theorem.id())));
        all.addAll(reasons);
        for (Hypothesis original : theorem.statement().hypotheses()) {
            Optional<Formula> needed = needed(original, mutant);
            if (needed.isEmpty()) continue;
            String name = original.name() + "_unchanged";
            steps.add(new Derivation.Have(name, needed.get(), reasons, List.of(), mutant.place()));
            all.add(fact(name));
        }
        steps.add(new Derivation.Have("conclusion_unchanged", theorem.statement().conclusion(), all, List.of(), mutant.place()));
        List<Derivation.Reason> last = new ArrayList<>(List.of(fact("conclusion_unchanged")));
        last.addAll(reasons);
        steps.add(new Derivation.By(last, mutant.place()));
        return steps;
    }

    /** What is to be shown of a hypothesis that the mutant does not have as it is; nothing of one about all later times. */
    private static Optional<Formula> needed(Hypothesis original, Claim mutant) {
        if (mutant.statement().hypotheses().contains(original)) return Optional.empty();
        return switch (original.when()) {
            case NOW -> Optional.of(original.formula());
            case INITIALLY -> Optional.of(new Formula.Initially(original.formula()));
            case ALWAYS -> Optional.empty();
        };
    }

    private static Derivation.Reason fact(String name) {
        return new Derivation.Reason.Fact(name, List.of());
    }
}
