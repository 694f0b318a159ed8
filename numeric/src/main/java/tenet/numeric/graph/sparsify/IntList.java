package tenet.numeric.graph.sparsify;

import java.util.Arrays;

/** A growing list of vertices or edges. */
final class IntList {
    private int[] items = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int item) {
        if (size == items.length) items = Arrays.copyOf(items, 2 * size);
        items[size++] = item;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return items[i];
    }
}
