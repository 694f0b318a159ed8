package tenet.properties.falsification;

/** How far an attack is. */
public record Progress(Phase phase, Counts counts, int tries) {
    /** Shrinking and worsening come after a violation was found. */
    public enum Phase { SAMPLING, SHRINKING, WORSENING }
}
