package tenet.numeric.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * An undirected graph without self-loops and without repeated edges. Vertices are 0..n-1. Edges are 0..m-1 in their
 * canonical order: by smaller end, then by larger end. The self-loops that the theory puts at every vertex are implicit.
 * Eight bytes per edge.
 */
public final class Graph {
    private static final int CHECKSUM_BATCH = 1 << 12;

    private final VertexIds ids;
    private final int[] smaller;
    private final int[] larger;

    private Graph(VertexIds ids, int[] smaller, int[] larger) {
        this.ids = ids;
        this.smaller = smaller;
        this.larger = larger;
    }

    /** One edge. */
    public record Edge(int u, int v) {
        /** {@code smaller << 32 | larger}: sorting these sorts edges canonically. */
        public long packed() {
            return pack(u, v);
        }
    }

    /** The two ends in one number, {@code smaller << 32 | larger}. */
    public static long pack(int u, int v) {
        return u < v ? (long) u << 32 | v : (long) v << 32 | u;
    }

    /**
     * A graph on 0..vertices-1 with the given edges in any order.
     *
     * @throws IllegalArgumentException for a self-loop, a repeated edge (also a reversed one), an end out of range
     */
    public static Graph of(int vertices, List<Edge> edges) {
        long[] packed = edges.stream().mapToLong(Edge::packed).toArray();
        Arrays.sort(packed);
        return ofPacked(new VertexIds.Range(0, vertices), packed);
    }

    /**
     * A graph of packed edges.
     *
     * @param edges as {@link #pack} gives them, increasing
     * @throws IllegalArgumentException for a self-loop, a repeated edge, wrong order, an end out of range
     */
    public static Graph ofPacked(VertexIds ids, long[] edges) {
        int[] smaller = new int[edges.length];
        int[] larger = new int[edges.length];
        for (int e = 0; e < edges.length; e++) {
            smaller[e] = (int) (edges[e] >>> 32);
            larger[e] = (int) edges[e];
            if (smaller[e] < 0 || smaller[e] >= larger[e] || larger[e] >= ids.size())
                throw new IllegalArgumentException("no edge of a simple graph on " + ids.size() + " vertices: " + smaller[e] + ", " + larger[e]);
            if (e > 0 && edges[e - 1] >= edges[e]) throw new IllegalArgumentException("edges must increase; look at edge " + e);
        }
        return new Graph(ids, smaller, larger);
    }

    public int vertices() {
        return ids.size();
    }

    public int edges() {
        return smaller.length;
    }

    /** The smaller end of an edge. */
    public int smaller(int edge) {
        return smaller[edge];
    }

    /** The larger end of an edge. */
    public int larger(int edge) {
        return larger[edge];
    }

    /** The ends of an edge. */
    public Edge edge(int edge) {
        return new Edge(smaller[edge], larger[edge]);
    }

    /** The edge between two vertices. */
    public OptionalInt edgeBetween(int u, int v) {
        long wanted = pack(u, v);
        int low = 0;
        int high = smaller.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare((long) smaller[middle] << 32 | larger[middle], wanted);
            if (order == 0) return OptionalInt.of(middle);
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return OptionalInt.empty();
    }

    /** What the vertices are called outside. */
    public VertexIds ids() {
        return ids;
    }

    /** The number of edges at each vertex. */
    public int[] degrees() {
        int[] degrees = new int[vertices()];
        for (int e = 0; e < smaller.length; e++) {
            degrees[smaller[e]]++;
            degrees[larger[e]]++;
        }
        return degrees;
    }

    /** The graph on the same vertices that lacks some edges. */
    public Graph without(BitSet removed) {
        int[] kept = IntStream.range(0, edges()).filter(e -> !removed.get(e)).toArray();
        int[] us = new int[kept.length];
        int[] vs = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            us[i] = smaller[kept[i]];
            vs[i] = larger[kept[i]];
        }
        return new Graph(ids, us, vs);
    }

    /** CRC-32 of all edges in canonical order; see {@link #checksum(IntStream)}. */
    public long checksum() {
        return checksum(IntStream.range(0, edges()));
    }

    /**
     * CRC-32 of a sequence of edges: for each its smaller and its larger id, big-endian, four bytes each; eight bytes each
     * when an id of the graph needs more than four.
     */
    public long checksum(IntStream sequence) {
        boolean wide = vertices() > 0 && (ids.id(0) < Integer.MIN_VALUE || ids.id(vertices() - 1) > Integer.MAX_VALUE);
        CRC32 crc = new CRC32();
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(16 * CHECKSUM_BATCH);
        sequence.forEachOrdered(e -> {
            if (buffer.remaining() < 16) drain(buffer, crc);
            put(buffer, ids.id(smaller[e]), wide);
            put(buffer, ids.id(larger[e]), wide);
        });
        drain(buffer, crc);
        return crc.getValue();
    }

    private static void put(java.nio.ByteBuffer buffer, long id, boolean wide) {
        if (wide) buffer.putLong(id);
        else buffer.putInt((int) id);
    }

    private static void drain(java.nio.ByteBuffer buffer, CRC32 crc) {
        crc.update(buffer.flip());
        buffer.clear();
    }
}
