package tenet.reports.command;

import picocli.CommandLine.Option;

/** The options that say which samples are drawn, for every command that draws any. */
final class Sampling {
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Seed of all samples; the same seed gives the same output (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--until", paramLabel = "T", defaultValue = "32",
            description = "Latest time looked at along motions (default: ${DEFAULT-VALUE}).")
    private double horizon;

    long seed() {
        return seed;
    }

    double horizon() {
        return horizon;
    }
}
