package tenet.properties.check;

import java.time.Duration;
import java.util.Optional;
import tenet.symbolic.claim.Claim;

/**
 * The limits of a check.
 *
 * @param seed      of every random sample; the same seed gives the same report
 * @param tries     how many samples to try on a claim that is not proved; a proved one gets a fiftieth, and at least 20
 * @param timeLimit for one claim
 * @param threads   how many claims are looked at at once; the report does not depend on it
 * @param sampled   whether claims are sampled, or only derived
 * @param horizon   the latest time looked at along a motion
 * @param required  the least verdict asked of theorems besides their own expectation
 */
public record Settings(long seed, int tries, Duration timeLimit, int threads, boolean sampled, double horizon,
                       Optional<Claim.Expectation> required) {
    public static final Settings DEFAULT = new Settings(1, 1000, Duration.ofSeconds(60),
            Math.max(1, Runtime.getRuntime().availableProcessors()), true, 32, Optional.empty());

    /** @throws IllegalArgumentException for a limit that is not positive */
    public Settings {
        if (tries < 1) throw new IllegalArgumentException("the number of tries must be at least 1, not " + tries);
        if (threads < 1) throw new IllegalArgumentException("the number of threads must be at least 1, not " + threads);
        if (timeLimit.isNegative() || timeLimit.isZero()) throw new IllegalArgumentException("the time limit must be positive");
        if (!(horizon > 0) || Double.isInfinite(horizon)) throw new IllegalArgumentException("the latest time must be positive, not " + horizon);
    }

    /** The tries on a claim that a proof already settles: enough to notice that kernel and evaluation disagree. */
    int triesWhenProved() {
        return Math.min(tries, Math.max(20, tries / 50));
    }
}
