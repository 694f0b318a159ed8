package tenet.numeric.graph.sparsify;

import java.util.Arrays;

/**
 * How removing an edge would change the multiset of walk indices, written as increasing values with their change of count
 * (never 0). Of two edges, that one leaves the larger sorted tuple of walk indices whose change of count is smaller at the
 * smallest value where the two differ: fewer small indices come first in no other way. So tuples are never formed.
 */
final class ScoreChange {
    private ScoreChange() {
    }

    /** Collects the changes of one edge; reusable. */
    static final class Collector {
        private long[] before = new long[8];
        private long[] after = new long[8];
        private int size;

        /** A vertex goes from one walk index to another. */
        void change(long from, long to) {
            if (from == to) return;
            if (size == before.length) {
                before = Arrays.copyOf(before, 2 * size);
                after = Arrays.copyOf(after, 2 * size);
            }
            before[size] = from;
            after[size++] = to;
        }

        /** The changes since the last call: value, change of count, value, change of count, ... */
        long[] take() {
            Arrays.sort(before, 0, size);
            Arrays.sort(after, 0, size);
            long[] changes = new long[4 * size];
            int filled = 0;
            int i = 0;
            int j = 0;
            while (i < size || j < size) {
                long value = Math.min(i < size ? before[i] : Long.MAX_VALUE, j < size ? after[j] : Long.MAX_VALUE);
                int count = 0;
                for (; i < size && before[i] == value; i++) count--;
                for (; j < size && after[j] == value; j++) count++;
                if (count == 0) continue;
                changes[filled++] = value;
                changes[filled++] = count;
            }
            size = 0;
            return filled == changes.length ? changes : Arrays.copyOf(changes, filled);
        }
    }

    /** Positive when {@code a} leaves the larger sorted tuple, 0 when the two tuples are equal. */
    static int compare(long[] a, long[] b) {
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i += 2) {
            if (a[i] < b[i]) return a[i + 1] < 0 ? 1 : -1;
            if (a[i] > b[i]) return b[i + 1] < 0 ? -1 : 1;
            if (a[i + 1] != b[i + 1]) return a[i + 1] < b[i + 1] ? 1 : -1;
        }
        if (a.length > common) return a[common + 1] < 0 ? 1 : -1;
        if (b.length > common) return b[common + 1] < 0 ? -1 : 1;
        return 0;
    }
}
