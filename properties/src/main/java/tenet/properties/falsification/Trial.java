package tenet.properties.falsification;

import java.util.Optional;
import java.util.OptionalDouble;
import tenet.properties.sampling.Sample;

/**
 * One draw and, if it was accepted, what the conclusion comes to on it.
 *
 * @param closeness what {@link Closeness} says of the deciding relation, where it was asked
 */
record Trial(Sample sample, Optional<Judgement> judgement, OptionalDouble closeness) {
    Trial(Sample sample, Optional<Judgement> judgement) {
        this(sample, judgement, OptionalDouble.empty());
    }

    boolean isViolated() {
        return judgement.filter(Judgement::isViolated).isPresent();
    }

    /** How far it is from a violation: its closeness, or else the relative margin; infinite without a judgement. */
    double distance() {
        return closeness.orElseGet(() -> judgement.map(Judgement::relativeMargin).orElse(Double.POSITIVE_INFINITY));
    }
}
