package tenet.numeric.graph;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * Walk counts, exactly. A walk of length l is a sequence of l + 1 vertices, each equal or joined to the next: the self-loop
 * that the theory puts at every vertex counts. The walk index of a set of vertices for depth L is the number of walks of
 * length L - 1 from the boundary of the set to all vertices, or to one target (Razin, Verbin, Cohen, arXiv:2211.16494).
 * Edges may be left out without building another graph. Each step costs one pass over the edges; counts that outgrow 63
 * bits are repeated with big integers.
 */
public final class WalkIndex {
    private final Graph graph;
    private final BitSet removed;

    /** On all edges of the graph. */
    public WalkIndex(Graph graph) {
        this(graph, new BitSet());
    }

    /** @param removed edges that are left out; later changes count */
    public WalkIndex(Graph graph, BitSet removed) {
        this.graph = graph;
        this.removed = removed;
    }

    /** The vertices of a set with a neighbour outside, and those outside with a neighbour in the set. */
    public BitSet boundary(BitSet set) {
        BitSet boundary = new BitSet(graph.vertices());
        for (int e = 0; e < graph.edges(); e++)
            if (!removed.get(e) && set.get(graph.smaller(e)) != set.get(graph.larger(e))) {
                boundary.set(graph.smaller(e));
                boundary.set(graph.larger(e));
            }
        return boundary;
    }

    /** The walk index for a prediction about the whole graph. @param depth L, at least 1 */
    public BigInteger ofGraph(BitSet set, int depth) {
        return Stream.of(walksFrom(boundary(set), length(depth))).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The walk index for a prediction about a vertex. @param depth L, at least 1 */
    public BigInteger ofVertex(BitSet set, int depth, int target) {
        return walksFrom(boundary(set), length(depth))[target];
    }

    private static int length(int depth) {
        if (depth < 1) throw new IllegalArgumentException("a depth of " + depth);
        return depth - 1;
    }

    /** For each vertex the number of walks that begin in a set and end there. */
    public BigInteger[] walksFrom(BitSet set, int length) {
        try {
            long[] counts = new long[graph.vertices()];
            set.stream().forEach(v -> counts[v] = 1);
            return Arrays.stream(advance(counts, length)).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        } catch (ArithmeticException tooLarge) {
            return bigWalksFrom(set, length);
        }
    }

    private long[] advance(long[] from, int length) {
        long[] now = from;
        for (int step = 0; step < length; step++) {
            long[] next = now.clone();
            for (int e = 0; e < graph.edges(); e++) {
                if (removed.get(e)) continue;
                int u = graph.smaller(e);
                int v = graph.larger(e);
                next[u] = Math.addExact(next[u], now[v]);
                next[v] = Math.addExact(next[v], now[u]);
            }
            now = next;
        }
        return now;
    }

    private BigInteger[] bigWalksFrom(BitSet set, int length) {
        BigInteger[] now = new BigInteger[graph.vertices()];
        for (int v = 0; v < now.length; v++) now[v] = set.get(v) ? BigInteger.ONE : BigInteger.ZERO;
        for (int step = 0; step < length; step++) {
            BigInteger[] next = now.clone();
            for (int e = 0; e < graph.edges(); e++) {
                if (removed.get(e)) continue;
                int u = graph.smaller(e);
                int v = graph.larger(e);
                next[u] = next[u].add(now[v]);
                next[v] = next[v].add(now[u]);
            }
            now = next;
        }
        return now;
    }
}
