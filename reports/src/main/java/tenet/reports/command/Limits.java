package tenet.reports.command;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenet.properties.check.Settings;
import tenet.symbolic.claim.Claim;
import tenet.theorems.InvalidInput;

/** The options that bound a run. */
final class Limits {
    @Mixin
    private Sampling sampling;

    @Option(names = "--tries", paramLabel = "N", defaultValue = "1000",
            description = "Samples to try on a claim that is not proved (default: ${DEFAULT-VALUE}); a proved one gets a fiftieth.")
    private int tries;

    @Option(names = "--time-limit", paramLabel = "TIME", defaultValue = "60s", converter = TimeLimit.class,
            description = "For one claim, such as 60s, 500ms or 2m (default: ${DEFAULT-VALUE}); beyond it the claim is UNDECIDED.")
    private Duration timeLimit;

    @Option(names = "--threads", paramLabel = "N",
            description = "Claims to look at at once (default: one per processor); the output does not depend on it.")
    private Optional<Integer> threads = Optional.empty();

    Settings settings(boolean sampled, Optional<Claim.Expectation> required) throws InvalidInput {
        try {
            return new Settings(sampling.seed(), tries, timeLimit, threads.orElse(Settings.DEFAULT.threads()), sampled, sampling.horizon(), required);
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidInput(outOfRange.getMessage());
        }
    }
}
