package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.SingularValueDecomposition;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.LogarithmicForms;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.TaylorSeries;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

/**
 * The power of a symmetric positive semidefinite matrix with a positive exponent that is no integer.
 *
 * <p>Doubles: by eigendecomposition, or for a Gram matrix by the singular values of its factor. Eigenvalues (singular
 * values) within rounding of zero are taken for zero: their small powers would magnify noise of 1e-16 to 6e-4 at
 * exponent 1/5. Rationals: exactly, when all eigenvalues and their powers are rational; the spectral decomposition is
 * guessed in floating point and verified. Intervals: for diagonal matrices, for matrices that are known to be
 * symmetric (thin, exact or Gram), see {@link EnclosedPower}; otherwise {@link NotRepresentable}.
 */
public final class PsdPower {
    private static final double NOISE = 0x1p-52;

    private PsdPower() {
    }

    @SuppressWarnings("unchecked")
    public static <E> Value.Matrix<E> of(Algebra<E> algebra, Value.Matrix<E> base, Rational exponent) {
        // A single entry has a power in every algebra, in those for motions too.
        boolean single = base.rows() == 1 && (algebra instanceof Duals<?> || algebra instanceof TaylorSeries<?>);
        if (single) return new Value.Matrix<>(1, 1, List.of(algebra.power(base.at(0, 0), exponent)));
        return switch (algebra) {
            case Doubles ignored -> (Value.Matrix<E>) ofDoubles((Value.Matrix<Double>) base, Doubles.nearest(exponent));
            case Rationals rationals -> (Value.Matrix<E>) Spectrum.of((Value.Matrix<Rational>) base).power(rationals, exponent);
            case Intervals intervals -> (Value.Matrix<E>) ofIntervals(intervals, (Value.Matrix<Interval>) base, exponent);
            case LogarithmicForms ignored -> throw new NotRepresentable("the fractional power of a matrix with logarithms");
            case PrimeField ignored -> throw new NotRepresentable("the fractional power of a matrix in a prime field");
            case Duals<?> ignored -> throw new NotRepresentable("the slopes of a fractional power of a matrix");
            case TaylorSeries<?> ignored -> throw new NotRepresentable("the fractional power of a moving matrix");
        };
    }

    /** {@code (factor * factor^T)^exponent} from the singular values of the factor. */
    public static Value.Matrix<Double> ofGram(Value.Matrix<Double> factor, double exponent) {
        int n = factor.rows();
        if (factor.entries().isEmpty()) return new Matrices<>(new Doubles()).zero(n, n);
        for (double entry : factor.entries()) if (!Double.isFinite(entry)) throw new NotRepresentable("the power of a matrix that overflowed");
        SingularValueDecomposition svd;
        try {
            svd = new SingularValueDecomposition(array(factor));
        } catch (MathRuntimeException failed) {
            throw new NotRepresentable("the singular values of a matrix: " + failed.getMessage());
        }
        double[] values = svd.getSingularValues();
        Confirmed.singularValues(data(factor), values);
        double noise = values[0] * NOISE * Math.max(n, factor.columns());
        double[] powers = new double[values.length];
        for (int k = 0; k < values.length; k++) powers[k] = values[k] <= noise ? 0 : Math.pow(values[k], 2 * exponent);
        return assemble(n, svd.getU().getData(), powers);
    }

    private static Value.Matrix<Double> ofDoubles(Value.Matrix<Double> base, double exponent) {
        int n = base.rows();
        double largest = 0;
        for (double entry : base.entries()) {
            if (!Double.isFinite(entry)) throw new NotRepresentable("the power of a matrix that overflowed");
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0) return new Matrices<>(new Doubles()).zero(n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
                if (Math.abs(base.at(i, j) - base.at(j, i)) > Doubles.TOLERANCE * largest)
                    throw new Undefined("the fractional power of a matrix that is not symmetric");
        // What the two halves differ by is rounding; the two decompositions read different halves.
        List<Double> even = new ArrayList<>(n * n);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) even.add(0.5 * base.at(i, j) + 0.5 * base.at(j, i));
        Value.Matrix<Double> symmetric = new Value.Matrix<>(n, n, even);
        var eigen = eigen(symmetric);
        double[] values = eigen.getEigenvalues();
        Confirmed.eigenvalues(data(symmetric), values);
        double noise = largest * NOISE * n * 4;
        double[] powers = new double[n];
        for (int k = 0; k < n; k++) {
            if (values[k] < -Doubles.TOLERANCE * largest) throw new Undefined("the fractional power of a matrix with the eigenvalue " + values[k]);
            powers[k] = values[k] <= noise ? 0 : Math.pow(values[k], exponent);
        }
        return assemble(n, eigen.getV().getData(), powers);
    }

    /** @throws NotRepresentable when the iteration does not converge */
    static EigenDecompositionSymmetric eigen(Value.Matrix<Double> m) {
        try {
            return new EigenDecompositionSymmetric(array(m));
        } catch (MathRuntimeException failed) {
            throw new NotRepresentable("the eigenvalues of a matrix: " + failed.getMessage());
        }
    }

    private static Array2DRowRealMatrix array(Value.Matrix<Double> m) {
        return new Array2DRowRealMatrix(data(m), false);
    }

    private static double[][] data(Value.Matrix<Double> m) {
        double[][] data = new double[m.rows()][m.columns()];
        for (int i = 0; i < m.rows(); i++) for (int j = 0; j < m.columns(); j++) data[i][j] = m.at(i, j);
        return data;
    }

    /** The sum of {@code powers[k]} times the projection on column k. */
    private static Value.Matrix<Double> assemble(int n, double[][] columns, double[] powers) {
        List<Double> entries = new ArrayList<>(n * n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < powers.length; k++) sum += powers[k] * columns[i][k] * columns[j][k];
                entries.add(sum);
            }
        return new Value.Matrix<>(n, n, entries);
    }

    private static Value.Matrix<Interval> ofIntervals(Intervals intervals, Value.Matrix<Interval> base, Rational exponent) {
        int n = base.rows();
        boolean diagonal = true;
        boolean thin = true;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                diagonal &= i == j || base.at(i, j).equals(Interval.ZERO);
                thin &= base.at(i, j).isThin();
            }
        if (diagonal) {
            List<Interval> powers = new ArrayList<>();
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) powers.add(i == j ? intervals.power(base.at(i, i), exponent) : Interval.ZERO);
            return new Value.Matrix<>(n, n, powers);
        }
        if (!thin) throw new NotRepresentable("the fractional power of an enclosed matrix");
        return enclosed((Value.Matrix<Rational>) base.map(entry -> Rational.exactly(entry.low())), false, exponent);
    }

    /** Encloses the power of an exact matrix. @param gram whether it is known to be positive semidefinite */
    public static Value.Matrix<Interval> enclosed(Value.Matrix<Rational> base, boolean gram, Rational exponent) {
        try {
            return Spectrum.of(base).power(new Intervals(), exponent);
        } catch (NotRepresentable irrational) {
            // Symmetric, or the spectrum would have been undefined.
            return EnclosedPower.of((Value.Matrix<Interval>) base.map(Interval::of), gram, exponent);
        }
    }

    /** Encloses the power of a matrix of the form X X^T, given a box that it lies in. */
    public static Value.Matrix<Interval> enclosedGram(Value.Matrix<Interval> base, Rational exponent) {
        return EnclosedPower.of(base, true, exponent);
    }
}
