package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rank modulo 2^61 - 1, on primitive arrays: a prime so large that a minor seldom vanishes by accident. */
final class MersenneElimination {
    private static final long PRIME = (1L << 61) - 1;

    private MersenneElimination() {
    }

    /** @param rows residues from 0 to the prime; overwritten */
    static Rank.Witness witness(long[][] rows, int columns) {
        int[] names = new int[rows.length];
        for (int i = 0; i < names.length; i++) names[i] = i;
        List<Integer> pivots = new ArrayList<>();
        for (int column = 0; column < columns && pivots.size() < rows.length; column++) {
            int top = pivots.size();
            int pivot = top;
            while (pivot < rows.length && rows[pivot][column] == 0) pivot++;
            if (pivot == rows.length) continue;
            long[] row = rows[pivot];
            rows[pivot] = rows[top];
            rows[top] = row;
            int name = names[pivot];
            names[pivot] = names[top];
            names[top] = name;
            long inverse = inverse(row[column]);
            for (int i = top + 1; i < rows.length; i++) {
                long[] below = rows[i];
                if (below[column] == 0) continue;
                long factor = PRIME - product(below[column], inverse);
                below[column] = 0;
                for (int j = column + 1; j < columns; j++) {
                    long low = factor * row[j];
                    // Below 2^61 + 2^61 + 2^61: one more fold brings it under 2^61 + 2.
                    long sum = (low & PRIME) + (Math.multiplyHigh(factor, row[j]) << 3 | low >>> 61) + below[j];
                    sum = (sum & PRIME) + (sum >>> 61);
                    below[j] = sum >= PRIME ? sum - PRIME : sum;
                }
            }
            pivots.add(column);
        }
        return new Rank.Witness(pivots.size(), Arrays.stream(names, 0, pivots.size()).boxed().toList(), List.copyOf(pivots));
    }

    private static long product(long a, long b) {
        long low = a * b;
        long folded = (low & PRIME) + (Math.multiplyHigh(a, b) << 3 | low >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    private static long inverse(long a) {
        long inverse = 1;
        long square = a;
        for (long rest = PRIME - 2; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) inverse = product(inverse, square);
            square = product(square, square);
        }
        return inverse;
    }
}
