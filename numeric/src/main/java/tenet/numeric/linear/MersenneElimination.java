package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rank modulo 2^61 - 1, on primitive arrays: a prime so large that a minor seldom vanishes by accident. The products
 * of {@value #PANEL} pivots are summed before one reduction. Cost: about rows * columns * rank multiplications.
 */
final class MersenneElimination {
    private static final long PRIME = (1L << 61) - 1;
    /** Seven numbers below 2^61 are below 2^64. */
    private static final int PANEL = 6;

    private final long[][] rows;
    private final int columns;
    private final int[] names;
    private final List<Integer> pivotColumns = new ArrayList<>();
    /** The pivot columns of the present panel, and the factors of the present row. */
    private final int[] places = new int[PANEL];
    private final long[] factors = new long[PANEL];

    private MersenneElimination(long[][] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.names = new int[rows.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = i;
            for (int j = 0; j < columns; j++) if (rows[i][j] == PRIME) rows[i][j] = 0;
        }
    }

    /** @param rows residues from 0 to the prime; overwritten */
    static Rank.Witness witness(long[][] rows, int columns) {
        MersenneElimination elimination = new MersenneElimination(rows, columns);
        elimination.run();
        int rank = elimination.pivotColumns.size();
        return new Rank.Witness(rank, Arrays.stream(elimination.names, 0, rank).boxed().toList(), List.copyOf(elimination.pivotColumns));
    }

    private void run() {
        int top = 0;
        for (int column = 0; column < columns && top < rows.length; ) {
            int end = Math.min(columns, column + PANEL);
            int found = panel(top, column, end);
            for (int k = 1; k < found; k++) subtract(rows[top + k], top, k, end);
            if (found > 0) for (int i = top + found; i < rows.length; i++) subtract(rows[i], top, found, end);
            top += found;
            column = end;
        }
    }

    /** Eliminates within the columns of a panel, leaving in place of each zero its factor. @return the number of pivots */
    private int panel(int top, int from, int end) {
        int found = 0;
        for (int column = from; column < end && top + found < rows.length; column++) {
            int pivot = top + found;
            while (pivot < rows.length && rows[pivot][column] == 0) pivot++;
            if (pivot == rows.length) continue;
            int here = top + found;
            long[] row = rows[pivot];
            rows[pivot] = rows[here];
            rows[here] = row;
            int name = names[pivot];
            names[pivot] = names[here];
            names[here] = name;
            long inverse = inverse(row[column]);
            for (int i = here + 1; i < rows.length; i++) {
                long[] below = rows[i];
                if (below[column] == 0) continue;
                long factor = product(below[column], inverse);
                below[column] = factor;
                for (int j = column + 1; j < end; j++) {
                    long rest = below[j] - product(factor, row[j]);
                    below[j] = rest < 0 ? rest + PRIME : rest;
                }
            }
            places[found++] = column;
            pivotColumns.add(column);
        }
        return found;
    }

    /** Takes from a row, behind the panel, the pivot rows times the factors that the panel left in it. */
    private void subtract(long[] row, int top, int count, int from) {
        Arrays.fill(factors, 0);
        boolean any = false;
        for (int k = 0; k < count; k++) {
            long factor = row[places[k]];
            any |= factor != 0;
            // Its negative, nearest to zero.
            factors[k] = factor > PRIME >> 1 ? PRIME - factor : -factor;
        }
        if (any) add(row, top, count, from);
    }

    /**
     * A factor below 2^60 in magnitude times 8 is a long, and the upper half of its product with x is the quotient of the
     * true product by 2^61: together with the lower 61 bits it is the product modulo the prime.
     */
    private void add(long[] row, int top, int count, int from) {
        long[] p0 = rows[top];
        long[] p1 = rows[top + Math.min(1, count - 1)];
        long[] p2 = rows[top + Math.min(2, count - 1)];
        long[] p3 = rows[top + Math.min(3, count - 1)];
        long[] p4 = rows[top + Math.min(4, count - 1)];
        long[] p5 = rows[top + Math.min(5, count - 1)];
        long f0 = factors[0], f1 = factors[1], f2 = factors[2], f3 = factors[3], f4 = factors[4], f5 = factors[5];
        long g0 = f0 << 3, g1 = f1 << 3, g2 = f2 << 3, g3 = f3 << 3, g4 = f4 << 3, g5 = f5 << 3;
        for (int j = from; j < columns; j++) {
            long x0 = p0[j], x1 = p1[j], x2 = p2[j], x3 = p3[j], x4 = p4[j], x5 = p5[j];
            // Unsigned, below 2^64.
            long low = row[j] + (f0 * x0 & PRIME) + (f1 * x1 & PRIME) + (f2 * x2 & PRIME) + (f3 * x3 & PRIME) + (f4 * x4 & PRIME) + (f5 * x5 & PRIME);
            // Signed, below 2^63.
            long sum = Math.multiplyHigh(g0, x0) + Math.multiplyHigh(g1, x1) + Math.multiplyHigh(g2, x2)
                    + Math.multiplyHigh(g3, x3) + Math.multiplyHigh(g4, x4) + Math.multiplyHigh(g5, x5) + (low & PRIME) + (low >>> 61);
            sum = (sum & PRIME) + (sum >> 61);
            sum += sum >> 63 & PRIME;
            row[j] = sum >= PRIME ? sum - PRIME : sum;
        }
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
