package tenet.numeric.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.symbolic.term.Rational;

/**
 * Encloses the fractional power of a symmetric positive semidefinite matrix that is only known to lie in a box.
 *
 * <p>With floating-point eigenvectors V and values D there is an orthogonal Q with {@code |Q - V| <= |V^T V - I|}. So M
 * differs from {@code A = Q D Q^T}, whose power is {@code Q D^f Q^T}, by a computable e in the operator norm, and for
 * 0 &lt; f &lt; 1 the powers differ by at most {@code e^f}, and by at most {@code f m^(f-1) e} when both matrices are at
 * least m (Bhatia, Matrix Analysis, theorems X.1.1 and X.3.8). Accuracy: rounding for well-conditioned matrices, about
 * {@code (1e-16 |M|)^f} for singular ones.
 */
final class EnclosedPower {
    private static final Matrices<Interval> ENCLOSED = new Matrices<>(new Intervals());

    private EnclosedPower() {
    }

    /**
     * @param matrix   encloses a matrix that is known to be symmetric
     * @param positive whether that matrix is known to be positive semidefinite; otherwise its eigenvalues must show it
     * @param exponent positive, no integer
     * @throws NotRepresentable when the matrix may not be positive semidefinite, or overflows
     */
    static Value.Matrix<Interval> of(Value.Matrix<Interval> matrix, boolean positive, Rational exponent) {
        int n = matrix.rows();
        List<Double> middles = new ArrayList<>(n * n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                Interval entry = matrix.at(Math.min(i, j), Math.max(i, j));
                if (!entry.isFinite()) throw new NotRepresentable("the power of a matrix that overflowed");
                middles.add(entry.middle());
            }
        var eigen = PsdPower.eigen(new Value.Matrix<>(n, n, middles));
        List<Interval> values = new ArrayList<>(n);
        for (double value : eigen.getEigenvalues()) values.add(Interval.of(Math.max(0, value)));
        List<Interval> columns = new ArrayList<>(n * n);
        for (double[] row : eigen.getV().getData()) for (double entry : row) columns.add(Interval.of(entry));
        Value.Matrix<Interval> v = new Value.Matrix<>(n, n, columns);

        Interval skew = Interval.of(size(ENCLOSED.subtract(ENCLOSED.product(ENCLOSED.matrix(ENCLOSED.transpose(v)), v), ENCLOSED.identity(n))));
        // |V X V^T - Q X Q^T| <= (2 + skew) skew |X|
        Interval turn = Interval.of(2).plus(skew).times(skew);
        Interval rest = Interval.of(size(ENCLOSED.subtract(matrix, conjugate(v, values))));
        Interval error = rest.plus(turn.times(largest(values)));
        double least = Double.POSITIVE_INFINITY;
        for (Interval value : values) least = Math.min(least, value.minus(error).low());
        if (!positive && !(least >= 0)) throw new NotRepresentable("the fractional power of a matrix that may have a negative eigenvalue");

        BigInteger whole = exponent.floor();
        if (whole.bitLength() > 8) throw new NotRepresentable("the power " + exponent + " of a matrix");
        Rational fraction = exponent.minus(Rational.of(whole));
        List<Interval> powers = new ArrayList<>(n);
        for (Interval value : values) powers.add(value.power(fraction));
        double margin = Interval.of(error.high()).power(fraction).high();
        if (least > 0)
            margin = Math.min(margin, Interval.of(fraction).times(Interval.of(least).power(fraction.minus(Rational.ONE))).times(error).high());
        margin = Interval.of(margin).plus(turn.times(largest(powers))).high();
        Interval around = new Interval(-margin, margin);
        Value.Matrix<Interval> power = ENCLOSED.matrix(conjugate(v, powers).map(entry -> entry.plus(around)));
        return whole.signum() == 0 ? power : ENCLOSED.product(ENCLOSED.power(matrix, whole.intValue()), power);
    }

    /** V diag(values) V^T. */
    private static Value<Interval> conjugate(Value.Matrix<Interval> v, List<Interval> values) {
        List<Interval> scaled = new ArrayList<>(v.entries().size());
        for (int i = 0; i < v.rows(); i++) for (int j = 0; j < v.columns(); j++) scaled.add(v.at(i, j).times(values.get(j)));
        return ENCLOSED.multiply(new Value.Matrix<>(v.rows(), v.columns(), scaled), ENCLOSED.transpose(v));
    }

    private static Interval largest(List<Interval> values) {
        Interval largest = Interval.ZERO;
        for (Interval value : values) largest = largest.max(value);
        return largest;
    }

    /** An upper bound of the operator norm: of the root of the sum of squares. */
    private static double size(Value<Interval> matrix) {
        double size = ENCLOSED.squaredNorm(matrix).sqrt().high();
        if (Double.isInfinite(size)) throw new NotRepresentable("the power of a matrix that overflowed");
        return size;
    }
}
