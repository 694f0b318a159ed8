package tenet.properties.falsification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an attack found. The counts are of the sampling; shrinking tries are not among them.
 *
 * @param claim          the id of the statement
 * @param alongMotion    whether instances were starts of trajectories
 * @param hypotheses     in the order of the statement
 * @param constructions  the kinds of hypotheses that were made true by construction
 * @param smallestMargin the smallest margin of the conclusion where it holds, relative to the larger side
 * @param smallestRatio  the smallest {@link Sides#slackRatio} where it holds; empty when no inequality between positive
 *                       numbers was met
 * @param reasons        why instances were rejected and why it could not be told, with counts, most frequent first
 * @param suspicion      what floating-point trajectories violate without an enclosure to confirm
 * @param along          what was seen of the trajectories on which the conclusion holds, if there were any
 * @param firstViolation the number of the try that met the first violation, counted from 1
 * @param simplest       the counterexample that is easiest to read
 * @param worst          the counterexample with the largest relative margin
 */
public record Attack(String claim, Settings settings, Ending ending, boolean alongMotion, Counts counts, List<HypothesisActivity> hypotheses,
                     List<String> constructions, OptionalDouble smallestMargin, OptionalDouble smallestRatio, Map<String, Integer> reasons, Optional<Suspicion> suspicion,
                     Optional<Along> along, OptionalInt firstViolation, Optional<Counterexample> simplest, Optional<Counterexample> worst) {
    /** An acceptance rate below this is told as failure. */
    public static final double LEAST_ACCEPTANCE = 0.01;
    private static final int ENOUGH_TO_JUDGE = 100;

    public Attack {
        hypotheses = List.copyOf(hypotheses);
        constructions = List.copyOf(constructions);
        reasons = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(reasons));
    }

    /** Violations by floating-point trajectories: how many samples, the earliest time of one and what is known of it. */
    public record Suspicion(int samples, double time, String reason) {
    }

    /** Why the sampling ended. */
    public enum Ending { ALL_TRIES, ENOUGH_VIOLATIONS, TIME_LIMIT, INTERRUPTED }

    public boolean isRefuted() {
        return simplest.isPresent();
    }

    /** Hypotheses that excluded nothing and bounded nothing closely: perhaps not needed, perhaps never tested. */
    public List<String> inactive() {
        return hypotheses.stream().filter(hypothesis -> !hypothesis.isActive()).map(HypothesisActivity::name).toList();
    }

    /** Why the attack says little or nothing about the claim; empty when it says something. */
    public Optional<String> vacuity() {
        if (isRefuted()) return Optional.empty();
        String most = reasons.isEmpty() ? "" : "; most often: " + reasons.keySet().iterator().next();
        if (counts.tries() == 0) return Optional.of("nothing was tried");
        if (counts.accepted() == 0) return Optional.of("none of " + counts.tries() + " instances satisfies the hypotheses" + most);
        if (counts.tries() >= ENOUGH_TO_JUDGE && counts.acceptanceRate() < LEAST_ACCEPTANCE)
            return Optional.of("only " + counts.accepted() + " of " + counts.tries() + " instances satisfy the hypotheses" + most);
        if (counts.holds() == 0) return Optional.of("the conclusion could not be told on any of " + counts.accepted() + " instances" + most);
        List<String> inactive = inactive();
        return inactive.isEmpty() ? Optional.empty() : Optional.of("never active: " + String.join(", ", inactive));
    }
}
