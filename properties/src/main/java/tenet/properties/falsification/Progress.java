package tenet.properties.falsification;

/** How far an attack is. */
public record Progress(Phase phase, Counts counts, int tries) {
    /** Pursuing comes when no sample violates an inequality, shrinking and worsening when one does. */
    public enum Phase { SAMPLING, PURSUING, SHRINKING, WORSENING }
}
