package tenet.numeric.graph.file;

/**
 * What a lenient reader passed over.
 *
 * @param malformed lines that are no edge
 * @param selfLoops edges from a vertex to itself
 * @param repeated  repetitions of an edge
 * @param oneWay    edges that a file with both directions has one way only; these are kept
 */
public record Dropped(long malformed, long selfLoops, long repeated, long oneWay) {
    /** Whether the file was as it should be. */
    public boolean nothing() {
        return malformed == 0 && selfLoops == 0 && repeated == 0 && oneWay == 0;
    }
}
