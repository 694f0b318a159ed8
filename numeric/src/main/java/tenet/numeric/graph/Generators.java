package tenet.numeric.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Graphs that are the same everywhere for the same arguments. A random number below n is
 * {@code (random.nextLong() >>> 1) % n} of {@link SplittableRandom}, that is SplitMix64.
 */
public final class Generators {
    private static final int FEW = 1000;

    private Generators() {
    }

    /**
     * An Erdos-Renyi graph: pairs of vertices are drawn (always two numbers) until there are {@code edges} distinct edges;
     * equal ends and edges that are there already are passed over.
     *
     * @throws IllegalArgumentException when there are fewer pairs than edges
     */
    public static Graph erdosRenyi(int vertices, int edges, long seed) {
        if (vertices < 0 || edges < 0 || edges > (long) vertices * (vertices - 1) / 2)
            throw new IllegalArgumentException("no simple graph has " + vertices + " vertices and " + edges + " edges");
        SplittableRandom random = new SplittableRandom(seed);
        // As many draws at once as edges are missing can never be too many.
        long[] drawn = new long[edges];
        int distinct = 0;
        while (edges - distinct > FEW) {
            int missing = edges - distinct;
            int filled = distinct;
            for (int i = 0; i < missing; i++) {
                long pair = pair(random, vertices);
                if (pair >= 0) drawn[filled++] = pair;
            }
            distinct = sortDistinct(drawn, filled);
        }
        Set<Long> last = new HashSet<>();
        while (distinct + last.size() < edges) {
            long pair = pair(random, vertices);
            if (pair >= 0 && Arrays.binarySearch(drawn, 0, distinct, pair) < 0) last.add(pair);
        }
        for (long pair : last) drawn[distinct++] = pair;
        Arrays.sort(drawn);
        return Graph.ofPacked(new VertexIds.Range(0, vertices), drawn);
    }

    /** @return -1 for equal ends */
    private static long pair(SplittableRandom random, int vertices) {
        int u = below(random, vertices);
        int v = below(random, vertices);
        return u == v ? -1 : Graph.pack(u, v);
    }

    private static int sortDistinct(long[] values, int size) {
        Arrays.sort(values, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) if (i == 0 || values[i] != values[i - 1]) values[distinct++] = values[i];
        return distinct;
    }

    /**
     * A Barabasi-Albert graph: the clique on 0..k, its ends listed edge by edge; each later vertex draws ends from the list
     * until it has k distinct ones (the list stays as it is meanwhile), then joins them in the order drawn, and each of
     * these edges adds its older end and then its newer end to the list.
     *
     * @throws IllegalArgumentException unless 1 <= k < vertices, or when there are too many edges
     */
    public static Graph barabasiAlbert(int vertices, int k, long seed) {
        long edges = (long) k * (k + 1) / 2 + (long) (vertices - k - 1) * k;
        if (k < 1 || k >= vertices || edges > Integer.MAX_VALUE / 2 - 8)
            throw new IllegalArgumentException("need 1 <= k < vertices and fewer than 2^30 edges, not k = " + k + ", vertices = " + vertices);
        SplittableRandom random = new SplittableRandom(seed);
        int[] ends = new int[(int) (2 * edges)];
        int size = 0;
        for (int u = 0; u <= k; u++)
            for (int v = u + 1; v <= k; v++) {
                ends[size++] = u;
                ends[size++] = v;
            }
        int[] targets = new int[k];
        for (int v = k + 1; v < vertices; v++) {
            for (int found = 0; found < k; ) {
                int u = ends[below(random, size)];
                boolean repeated = false;
                for (int i = 0; i < found; i++) repeated |= targets[i] == u;
                if (!repeated) targets[found++] = u;
            }
            for (int u : targets) {
                ends[size++] = u;
                ends[size++] = v;
            }
        }
        long[] packed = new long[(int) edges];
        for (int e = 0; e < packed.length; e++) packed[e] = Graph.pack(ends[2 * e], ends[2 * e + 1]);
        Arrays.sort(packed);
        return Graph.ofPacked(new VertexIds.Range(0, vertices), packed);
    }

    /** A grid: vertex i*columns + j has its neighbours to the right and below. */
    public static Graph grid(int rows, int columns) {
        if (rows < 0 || columns < 0 || 2L * rows * columns > Integer.MAX_VALUE - 8)
            throw new IllegalArgumentException("no grid of " + rows + " x " + columns);
        long[] packed = new long[rows == 0 || columns == 0 ? 0 : rows * (columns - 1) + (rows - 1) * columns];
        int e = 0;
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) {
                int v = i * columns + j;
                if (j + 1 < columns) packed[e++] = Graph.pack(v, v + 1);
                if (i + 1 < rows) packed[e++] = Graph.pack(v, v + columns);
            }
        return Graph.ofPacked(new VertexIds.Range(0, rows * columns), packed);
    }

    private static int below(SplittableRandom random, int bound) {
        return (int) ((random.nextLong() >>> 1) % bound);
    }
}
