package tenet.numeric.graph.sparsify;

/**
 * The walk index of a vertex as a set of its own and as target: its number of closed walks of length L, found as walks of
 * half the length paired at their far ends; 0 when it is isolated.
 */
final class ClosedWalks {
    private final LiveNeighbours neighbours;
    private final int depth;
    private SparseCounts now;
    private SparseCounts following;

    /** @param neighbours may change between calls. @param depth L */
    ClosedWalks(LiveNeighbours neighbours, int vertices, int depth) {
        this.neighbours = neighbours;
        this.depth = depth;
        this.now = new SparseCounts(vertices);
        this.following = new SparseCounts(vertices);
    }

    /** @throws ArithmeticException when it exceeds 63 bits */
    long index(int v) {
        if (neighbours.degree(v) == 0) return 0;
        now.clear();
        now.add(v, 1);
        for (int step = 0; step < depth / 2; step++) advance();
        if (depth % 2 == 0) return now.dot(now);
        SparseCounts half = now;
        advance();
        return half.dot(now);
    }

    /** Leaves the counts before the step in {@code following}. */
    private void advance() {
        following.clear();
        for (int i = 0; i < now.size(); i++) {
            int w = now.vertex(i);
            long walks = now.count(w);
            following.add(w, walks);
            for (int j = 0; j < neighbours.degree(w); j++) following.add(neighbours.neighbour(w, j), walks);
        }
        SparseCounts previous = now;
        now = following;
        following = previous;
    }

    /** Numbers at few vertices. */
    private static final class SparseCounts {
        private final long[] counts;
        private final IntList vertices = new IntList();

        SparseCounts(int size) {
            counts = new long[size];
        }

        void clear() {
            for (int i = 0; i < vertices.size(); i++) counts[vertices.get(i)] = 0;
            vertices.clear();
        }

        void add(int v, long count) {
            if (counts[v] == 0) vertices.add(v);
            counts[v] = Math.addExact(counts[v], count);
        }

        int size() {
            return vertices.size();
        }

        int vertex(int i) {
            return vertices.get(i);
        }

        long count(int v) {
            return counts[v];
        }

        long dot(SparseCounts other) {
            long sum = 0;
            for (int i = 0; i < vertices.size(); i++) sum = Math.addExact(sum, Math.multiplyExact(counts[vertices.get(i)], other.counts[vertices.get(i)]));
            return sum;
        }
    }
}
