package tenet.numeric.graph.sparsify;

/** The ways to choose edges. */
public final class Sparsifiers {
    private Sparsifiers() {
    }

    /**
     * Walk index sparsification for all single vertices, by the fastest exact algorithm for the depth: (depth - 1)-WIS.
     *
     * @param depth of the network, at least 1
     */
    public static Sparsifier walkIndex(int depth, Ties ties) {
        return switch (depth) {
            case 2 -> new OneWalk(ties);
            case 3 -> new TwoWalk(ties);
            default -> {
                LocalWalk local = new LocalWalk(depth, ties);
                yield (graph, count, watch) -> graph.vertices() == 0 || local.fits(graph) ? local.remove(graph, count, watch)
                        : new General(depth, General.allVertices(graph), ties).remove(graph, count, watch);
            }
        };
    }

    /** A baseline: each order of all edges is as likely as any other. */
    public static Sparsifier random(long seed) {
        return new RandomOrder(seed);
    }

    /** A baseline: edges of small effective resistance tend to go first. */
    public static Sparsifier spectral(long seed) {
        return new Spectral(seed, Spectral.EXACT_VERTICES);
    }
}
