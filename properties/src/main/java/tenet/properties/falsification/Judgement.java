package tenet.properties.falsification;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What can be said of the conclusion on one accepted instance.
 *
 * @param margin   absolute margin of the deciding relation, negative against the claim; NaN when unknown
 * @param method   what the truth was computed with
 * @param time     when along the trajectory; empty for statements about one state. When it cannot be told, the time at
 *                 which a floating-point trajectory violates it, if one does
 * @param sides    of the deciding relation
 * @param reason   why it cannot be told; empty otherwise
 * @param along    the trajectory on which it holds, if it was one
 */
record Judgement(Result result, double margin, Method method, OptionalDouble time, Optional<Sides> sides, String reason,
                 Optional<Along> along) {
    enum Result { HOLDS, VIOLATED, CANNOT_TELL }

    static Judgement cannotTell(String reason) {
        return new Judgement(Result.CANNOT_TELL, Double.NaN, Method.EXACT, OptionalDouble.empty(), Optional.empty(), reason, Optional.empty());
    }

    Judgement at(double when) {
        return new Judgement(result, margin, method, OptionalDouble.of(when), sides, reason, along);
    }

    /** The margin relative to the larger side. */
    double relativeMargin() {
        return sides.map(both -> both.relative(margin)).orElse(margin);
    }

    /** Whether a floating-point trajectory violates it without an enclosure to confirm. */
    boolean isSuspected() {
        return result == Result.CANNOT_TELL && time.isPresent();
    }

    boolean isViolated() {
        return result == Result.VIOLATED;
    }
}
