package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rank modulo a prime below 2^31, on primitive arrays. Residues are kept between -p/2 and p/2, so that the products
 * of {@value #PANEL} pivots can be summed in a long before one reduction. Cost: about rows * columns * rank
 * multiplications.
 */
final class ModularElimination {
    /** {@code PANEL * 2^60 + 2^30 < 2^63}. */
    private static final int PANEL = 7;
    private static final int SHIFT = 29;

    private final int[][] rows;
    private final int columns;
    private final long prime;
    private final long reciprocal;
    private final int[] names;
    private final List<Integer> pivotColumns = new ArrayList<>();
    /** The pivot columns of the present panel, and the factors of the present row. */
    private final int[] places = new int[PANEL];
    private final long[] factors = new long[PANEL];

    /**
     * @param rows  residues of any representative below 2^31 in magnitude; overwritten
     * @param prime between 2^30 and 2^31
     */
    private ModularElimination(int[][] rows, int columns, long prime) {
        this.rows = rows;
        this.columns = columns;
        this.prime = prime;
        // 2^(64 + SHIFT) / p, below 2^63.
        this.reciprocal = java.math.BigInteger.ONE.shiftLeft(64 + SHIFT).divide(java.math.BigInteger.valueOf(prime)).longValueExact();
        this.names = new int[rows.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = i;
            for (int j = 0; j < columns; j++) rows[i][j] = (int) reduce(rows[i][j]);
        }
    }

    /** The pivots of an elimination: the minor of these rows and columns is not zero modulo the prime. */
    static Rank.Witness witness(int[][] rows, int columns, long prime) {
        if (prime < 1L << 30 || prime >= 1L << 31) throw new IllegalArgumentException(prime + " is not between 2^30 and 2^31");
        ModularElimination elimination = new ModularElimination(rows, columns, prime);
        elimination.run();
        int rank = elimination.pivotColumns.size();
        return new Rank.Witness(rank, Arrays.stream(elimination.names, 0, rank).boxed().toList(), List.copyOf(elimination.pivotColumns));
    }

    /** The residue nearest to zero, of any long. */
    private long reduce(long value) {
        long rest = value - (Math.multiplyHigh(value, reciprocal) >> SHIFT) * prime;
        // The quotient is off by one at most, and then the rest is at most p + 2 or at least -2.
        if (rest > prime) rest -= prime;
        return rest > prime >> 1 ? rest - prime : rest;
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
            int[] row = rows[pivot];
            rows[pivot] = rows[here];
            rows[here] = row;
            int name = names[pivot];
            names[pivot] = names[here];
            names[here] = name;
            long inverse = inverse(row[column]);
            for (int i = here + 1; i < rows.length; i++) {
                int[] below = rows[i];
                if (below[column] == 0) continue;
                long factor = reduce(below[column] * inverse);
                below[column] = (int) factor;
                for (int j = column + 1; j < end; j++) below[j] = (int) reduce(below[j] - factor * row[j]);
            }
            places[found++] = column;
            pivotColumns.add(column);
        }
        return found;
    }

    /** Takes from a row, behind the panel, the pivot rows times the factors that the panel left in it. */
    private void subtract(int[] row, int top, int count, int from) {
        Arrays.fill(factors, 0);
        boolean any = false;
        for (int k = 0; k < count; k++) {
            factors[k] = row[places[k]];
            any |= factors[k] != 0;
        }
        if (!any) return;
        int[] p0 = rows[top];
        int[] p1 = rows[top + Math.min(1, count - 1)];
        int[] p2 = rows[top + Math.min(2, count - 1)];
        int[] p3 = rows[top + Math.min(3, count - 1)];
        int[] p4 = rows[top + Math.min(4, count - 1)];
        int[] p5 = rows[top + Math.min(5, count - 1)];
        int[] p6 = rows[top + Math.min(6, count - 1)];
        long f0 = factors[0], f1 = factors[1], f2 = factors[2], f3 = factors[3], f4 = factors[4], f5 = factors[5], f6 = factors[6];
        long prime = this.prime;
        long reciprocal = this.reciprocal;
        long half = prime >> 1;
        for (int j = from; j < columns; j++) {
            long value = row[j] - f0 * p0[j] - f1 * p1[j] - f2 * p2[j] - f3 * p3[j] - f4 * p4[j] - f5 * p5[j] - f6 * p6[j];
            long rest = value - (Math.multiplyHigh(value, reciprocal) >> SHIFT) * prime;
            rest -= rest > prime ? prime : 0;
            row[j] = (int) (rest > half ? rest - prime : rest);
        }
    }

    /** By Euclid. */
    private long inverse(long value) {
        long a = value < 0 ? value + prime : value;
        long b = prime;
        long x = 1;
        long y = 0;
        while (b != 0) {
            long quotient = a / b;
            long rest = a - quotient * b;
            a = b;
            b = rest;
            long next = x - quotient * y;
            x = y;
            y = next;
        }
        return reduce(x);
    }
}
