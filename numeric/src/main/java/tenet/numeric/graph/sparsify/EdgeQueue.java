package tenet.numeric.graph.sparsify;

/** The remaining edges, best first: a binary heap that finds an edge by its number, so that a key may change anyhow. */
final class EdgeQueue {
    private final long[][] keys;
    private final int[] heap;
    private final int[] place;
    private final boolean lastFirst;
    private int size;

    /** @param keys of all edges, as {@link ScoreChange.Collector#take} gives them; the array is kept and changed */
    EdgeQueue(long[][] keys, Ties ties) {
        this.keys = keys;
        this.heap = new int[keys.length];
        this.place = new int[keys.length];
        this.lastFirst = ties == Ties.LAST;
        this.size = keys.length;
        for (int e = 0; e < size; e++) put(e, e);
        for (int i = size / 2 - 1; i >= 0; i--) down(i);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes the best edge out. */
    int poll() {
        int best = heap[0];
        keys[best] = null;
        size--;
        if (size > 0) {
            put(0, heap[size]);
            down(0);
        }
        return best;
    }

    /** Gives an edge that is in the queue another key. */
    void update(int edge, long[] key) {
        int order = ScoreChange.compare(key, keys[edge]);
        keys[edge] = key;
        if (order > 0) up(place[edge]);
        else if (order < 0) down(place[edge]);
    }

    private boolean better(int e, int f) {
        int order = ScoreChange.compare(keys[e], keys[f]);
        return order != 0 ? order > 0 : lastFirst == e > f;
    }

    private void up(int at) {
        int edge = heap[at];
        int i = at;
        while (i > 0 && better(edge, heap[(i - 1) >>> 1])) {
            put(i, heap[(i - 1) >>> 1]);
            i = (i - 1) >>> 1;
        }
        put(i, edge);
    }

    private void down(int at) {
        int edge = heap[at];
        int i = at;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && better(heap[child + 1], heap[child])) child++;
            if (!better(heap[child], edge)) break;
            put(i, heap[child]);
            i = child;
        }
        put(i, edge);
    }

    private void put(int at, int edge) {
        heap[at] = edge;
        place[edge] = at;
    }
}
