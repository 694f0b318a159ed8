package tenet.numeric.graph.sparsify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import tenet.numeric.graph.Graph;

/** The edges that were removed from a graph, first removed first. */
public final class RemovalOrder {
    private final Graph graph;
    private final int[] edges;

    /** @param size how many of {@code edges} count */
    RemovalOrder(Graph graph, int[] edges, int size) {
        this.graph = graph;
        this.edges = Arrays.copyOf(edges, size);
    }

    /** The graph before the first removal. */
    public Graph graph() {
        return graph;
    }

    /** The number of edges removed. */
    public int size() {
        return edges.length;
    }

    /** The edge that was removed as number {@code i}, from 0. */
    public int edge(int i) {
        return edges[i];
    }

    /** The edges, first removed first. */
    public IntStream edges() {
        return Arrays.stream(edges);
    }

    /** The graph after all these removals. */
    public Graph kept() {
        return keptAfter(edges.length);
    }

    /** The graph after the first {@code count} removals. */
    public Graph keptAfter(int count) {
        BitSet removed = new BitSet(graph.edges());
        for (int i = 0; i < count; i++) removed.set(edges[i]);
        return graph.without(removed);
    }

    /** CRC-32 of the order; see {@link Graph#checksum(IntStream)}. */
    public long checksum() {
        return graph.checksum(edges());
    }
}
