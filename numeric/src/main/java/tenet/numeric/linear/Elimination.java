package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

/**
 * Gaussian elimination with pivots that are certainly not zero. Exact over the rationals; an enclosure over intervals;
 * partial pivoting (largest certain magnitude) elsewhere.
 */
final class Elimination<E> {
    private static final int LARGEST_EXPANSION = 12;

    private final Matrices<E> matrices;
    private final Algebra<E> algebra;

    Elimination(Matrices<E> matrices) {
        this.matrices = matrices;
        this.algebra = matrices.algebra();
    }

    /** Up to size 4 by minors, which no pivot can widen; beyond by elimination; by minors again when no pivot is certain. */
    E determinant(Value.Matrix<E> m) {
        int n = m.rows();
        if (n == 0) return algebra.one();
        if (n <= 4) return byMinors(m);
        List<List<E>> rows = rows(m);
        E product = algebra.one();
        for (int k = 0; k < n; k++) {
            int pivot = pivot(rows, k, k);
            if (pivot < 0) {
                if (columnIsZero(rows, k, k)) return algebra.zero();
                if (n > LARGEST_EXPANSION) throw new NotRepresentable("a determinant of size " + n + " without a certain pivot");
                return byMinors(m);
            }
            if (pivot != k) {
                List<E> row = rows.get(pivot);
                rows.set(pivot, rows.get(k));
                rows.set(k, row);
                product = algebra.negate(product);
            }
            product = algebra.multiply(product, rows.get(k).get(k));
            for (int i = k + 1; i < n; i++) eliminate(rows, k, i, k);
        }
        return product;
    }

    /** Gauss-Jordan. @throws Undefined when singular; NotRepresentable when that cannot be told */
    Value.Matrix<E> inverse(Value.Matrix<E> m) {
        int n = m.rows();
        List<List<E>> rows = rows(m);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) rows.get(i).add(i == j ? algebra.one() : algebra.zero());
        for (int k = 0; k < n; k++) {
            int pivot = pivot(rows, k, k);
            if (pivot < 0) {
                if (columnIsZero(rows, k, k)) throw new Undefined("the inverse of a singular matrix");
                throw new NotRepresentable("the inverse of a matrix that may be singular");
            }
            List<E> row = rows.get(pivot);
            rows.set(pivot, rows.get(k));
            E divisor = row.get(k);
            row.replaceAll(entry -> algebra.divide(entry, divisor));
            rows.set(k, row);
            for (int i = 0; i < n; i++) if (i != k) eliminate(rows, k, i, k);
        }
        List<E> entries = new ArrayList<>();
        for (List<E> row : rows) entries.addAll(row.subList(n, 2 * n));
        return new Value.Matrix<>(n, n, entries);
    }

    private static <E> List<List<E>> rows(Value.Matrix<E> m) {
        List<List<E>> rows = new ArrayList<>();
        for (int i = 0; i < m.rows(); i++) rows.add(new ArrayList<>(m.entries().subList(i * m.columns(), (i + 1) * m.columns())));
        return rows;
    }

    /** The row at or below {@code from} whose entry is certainly not zero and largest so; -1 when there is none. */
    private int pivot(List<List<E>> rows, int from, int column) {
        int best = -1;
        double size = 0;
        for (int i = from; i < rows.size(); i++) {
            double here = algebra.certainSize(rows.get(i).get(column));
            if (here > size) {
                size = here;
                best = i;
            }
        }
        return best;
    }

    private boolean columnIsZero(List<List<E>> rows, int from, int column) {
        for (int i = from; i < rows.size(); i++) {
            OptionalInt sign = algebra.sign(rows.get(i).get(column));
            if (sign.isEmpty() || sign.getAsInt() != 0) return false;
        }
        return true;
    }

    private void eliminate(List<List<E>> rows, int pivotRow, int target, int column) {
        List<E> pivot = rows.get(pivotRow);
        List<E> row = rows.get(target);
        E factor = algebra.divide(row.get(column), pivot.get(column));
        row.set(column, algebra.zero());
        for (int j = column + 1; j < row.size(); j++)
            row.set(j, algebra.subtract(row.get(j), algebra.multiply(factor, pivot.get(j))));
    }

    /** The expansion along rows, minors of the last rows shared: n 2^n products, no division. */
    private E byMinors(Value.Matrix<E> m) {
        int n = m.rows();
        List<E> minors = new ArrayList<>(List.of(algebra.one()));
        for (int columns = 1; columns < 1 << n; columns++) {
            int row = n - Integer.bitCount(columns);
            E sum = null;
            boolean minus = false;
            for (int j = 0; j < n; j++) {
                if ((columns & 1 << j) == 0) continue;
                E term = algebra.multiply(m.at(row, j), minors.get(columns & ~(1 << j)));
                if (sum == null) sum = term;
                else sum = minus ? algebra.subtract(sum, term) : algebra.add(sum, term);
                minus = !minus;
            }
            minors.add(sum);
        }
        return minors.getLast();
    }

    /** The rank of a rational matrix, exactly. */
    static int rank(Value.Matrix<Rational> m) {
        var elimination = new Elimination<>(new Matrices<>(new tenet.numeric.algebra.Rationals()));
        List<List<Rational>> rows = rows(m);
        int rank = 0;
        for (int column = 0; column < m.columns() && rank < m.rows(); column++) {
            int pivot = elimination.pivot(rows, rank, column);
            if (pivot < 0) continue;
            List<Rational> row = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, row);
            for (int i = rank + 1; i < rows.size(); i++) elimination.eliminate(rows, rank, i, column);
            rank++;
        }
        return rank;
    }
}
