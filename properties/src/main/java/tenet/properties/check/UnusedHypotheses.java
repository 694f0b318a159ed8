package tenet.properties.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;

/** Hypotheses that a derivation does without: the claim is true without them, and may say so. */
final class UnusedHypotheses {
    private UnusedHypotheses() {
    }

    /**
     * The names of hypotheses that may all be left out together, as far as this derivation shows; in the order of the claim.
     *
     * @param needed   hypotheses that are not asked about
     * @param accepted whether the kernel accepts the derivation of a statement; it alone knows what a rule reads between the lines
     */
    static List<String> of(Statement statement, Set<String> needed, Certificate derivation, BiPredicate<Statement, Certificate> accepted) {
        Set<String> kept = new HashSet<>(needed);
        derivation.steps().stream().filter(step -> step.rule().equals("hypothesis"))
                .flatMap(step -> step.label().stream()).forEach(kept::add);
        List<String> candidates = statement.hypotheses().stream().map(Hypothesis::name).filter(name -> !kept.contains(name)).toList();
        if (candidates.isEmpty() || accepted.test(without(statement, candidates), derivation)) return candidates;
        List<String> unused = new ArrayList<>();
        for (String candidate : candidates) {
            unused.add(candidate);
            if (!accepted.test(without(statement, unused), derivation)) unused.removeLast();
        }
        return List.copyOf(unused);
    }

    private static Statement without(Statement statement, List<String> names) {
        return new Statement(statement.id(), statement.signature(),
                statement.hypotheses().stream().filter(hypothesis -> !names.contains(hypothesis.name())).toList(), statement.conclusion());
    }
}
