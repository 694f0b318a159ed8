package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.symbolic.term.Rational;

/**
 * The singular values of a matrix, largest first, as many as the smaller of its sizes.
 *
 * <p>Enclosures are a posteriori: for any U, V and diagonal S, {@code sigma_k(M)} differs from
 * {@code sigma_k(U S V^T)} by at most {@code |M - U S V^T|} (Weyl), and that is {@code s_k} up to factors between
 * {@code sqrt((1 - u)(1 - v))} and {@code sqrt((1 + u)(1 + v))} with {@code u = |U^T U - I|}, {@code v = |V^T V - I|}
 * (Ostrowski). So nothing rests on the floating-point decomposition but the width, about 1e-15 of the largest value.
 *
 * <p>Source: Rump, Verified bounds for singular values, BIT 51 (2011).
 */
public final class SingularValues {
    private static final Matrices<Interval> ENCLOSED = new Matrices<>(new Intervals());
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());
    private static final double NOISE = 0x1p-52;

    private SingularValues() {
    }

    /**
     * In floating point, confirmed by a second implementation; values within rounding of zero are zero.
     *
     * @throws NotRepresentable when it does not converge, or the two disagree
     */
    public static List<Double> of(Value.Matrix<Double> matrix) {
        if (matrix.entries().isEmpty()) return List.of();
        double largest = 0;
        for (double entry : matrix.entries()) {
            if (!Double.isFinite(entry)) throw overflowed();
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0) return Collections.nCopies(Math.min(matrix.rows(), matrix.columns()), 0.0);
        int scale = exponent(largest);
        double[][] data = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < data.length; i++) for (int j = 0; j < data[i].length; j++) data[i][j] = Math.scalb(matrix.at(i, j), -scale);
        double[] values = decompose(data).getSingularValues();
        Confirmed.singularValues(data, values);
        double noise = values[0] * NOISE * Math.max(matrix.rows(), matrix.columns());
        List<Double> result = new ArrayList<>(values.length);
        for (double value : values) result.add(value <= noise ? 0 : Math.scalb(value, scale));
        return result;
    }

    /** The singular values when all are rational. @throws NotRepresentable when they are not */
    public static List<Rational> exact(Value.Matrix<Rational> matrix) {
        if (matrix.entries().isEmpty()) return List.of();
        Value.Matrix<Rational> transposed = EXACT.matrix(EXACT.transpose(matrix));
        Value.Matrix<Rational> gram = matrix.rows() <= matrix.columns() ? EXACT.product(matrix, transposed) : EXACT.product(transposed, matrix);
        Rationals rationals = new Rationals();
        // A cheap look first: most matrices have irrational singular values.
        Rational sum = Rational.ZERO;
        for (Rational candidate : Spectrum.candidates(gram)) {
            if (candidate.signum() < 0) throw irrational();
            rationals.sqrt(candidate);
            sum = sum.plus(candidate);
        }
        if (!sum.equals(EXACT.trace(gram))) throw irrational();
        Spectrum spectrum = Spectrum.of(gram);
        List<Rational> values = new ArrayList<>();
        for (int k = 0; k < spectrum.values().size(); k++) {
            int multiplicity = EXACT.trace(spectrum.projections().get(k)).numerator().intValueExact();
            if (multiplicity > 0) values.addAll(Collections.nCopies(multiplicity, rationals.sqrt(spectrum.values().get(k))));
        }
        values.sort(Collections.reverseOrder());
        return values;
    }

    /**
     * Encloses the singular values of every matrix in the box.
     *
     * @param exact the matrix itself, when it is known: then its rank says which values are zero
     * @throws NotRepresentable when an entry is not finite or the decomposition fails
     */
    public static List<Interval> enclosed(Value.Matrix<Interval> box, Optional<Value.Matrix<Rational>> exact) {
        if (exact.isPresent()) {
            try {
                return exact(exact.get()).stream().map(Interval::of).toList();
            } catch (NotRepresentable irrational) {
                // By enclosure, below.
            }
        }
        List<Interval> values = new ArrayList<>(enclosed(box));
        if (exact.isPresent()) {
            int rank = Rank.exact(exact.get());
            for (int k = rank; k < values.size(); k++) values.set(k, Interval.ZERO);
        }
        return values;
    }

    private static List<Interval> enclosed(Value.Matrix<Interval> box) {
        int count = Math.min(box.rows(), box.columns());
        if (count == 0) return List.of();
        if (box.rows() < box.columns()) return enclosed(ENCLOSED.matrix(ENCLOSED.transpose(box)));
        double largest = 0;
        for (Interval entry : box.entries()) {
            if (!entry.isFinite()) throw overflowed();
            largest = Math.max(largest, entry.magnitude());
        }
        if (largest == 0) return Collections.nCopies(count, Interval.ZERO);
        int scale = exponent(largest);
        Interval down = Interval.of(Math.scalb(1.0, -scale));
        Value.Matrix<Interval> scaled = (Value.Matrix<Interval>) box.map(entry -> entry.times(down));
        double[][] middle = new double[box.rows()][count];
        for (int i = 0; i < middle.length; i++) for (int j = 0; j < count; j++) middle[i][j] = scaled.at(i, j).middle();
        SingularValueDecomposition svd = decompose(middle);
        double[] values = svd.getSingularValues();
        Value.Matrix<Interval> u = thin(svd.getU().getData());
        Value.Matrix<Interval> v = thin(svd.getV().getData());
        List<Interval> stretched = new ArrayList<>(u.entries().size());
        for (int i = 0; i < u.rows(); i++) for (int j = 0; j < count; j++) stretched.add(u.at(i, j).times(Interval.of(values[j])));
        Value.Matrix<Interval> near = ENCLOSED.product(new Value.Matrix<>(u.rows(), count, stretched), ENCLOSED.matrix(ENCLOSED.transpose(v)));
        double rest = size(ENCLOSED.subtract(scaled, near));
        Interval skew = skew(u).times(skew(v)).sqrt();
        Interval around = new Interval(-rest, rest);
        Interval up = Interval.of(Math.scalb(1.0, scale));
        List<Interval> enclosed = new ArrayList<>(count);
        for (double value : values) {
            Interval wide = Interval.of(value).times(skew).plus(around);
            Interval scaledBack = new Interval(Math.max(0, wide.low()), wide.high()).times(up);
            if (!scaledBack.isFinite()) throw overflowed();
            enclosed.add(scaledBack);
        }
        return enclosed;
    }

    /** Encloses the squares of the singular values of a nearly orthogonal matrix. */
    private static Interval skew(Value.Matrix<Interval> columns) {
        double skew = size(ENCLOSED.subtract(ENCLOSED.product(ENCLOSED.matrix(ENCLOSED.transpose(columns)), columns), ENCLOSED.identity(columns.columns())));
        Interval around = Interval.ONE.plus(new Interval(-skew, skew));
        return new Interval(Math.max(0, around.low()), around.high());
    }

    private static double size(Value<Interval> matrix) {
        double size = ENCLOSED.squaredNorm(matrix).sqrt().high();
        if (!Double.isFinite(size)) throw overflowed();
        return size;
    }

    private static Value.Matrix<Interval> thin(double[][] data) {
        List<Interval> entries = new ArrayList<>(data.length * data[0].length);
        for (double[] row : data)
            for (double entry : row) {
                if (!Double.isFinite(entry)) throw new NotRepresentable("the singular values of a matrix: the iteration failed");
                entries.add(Interval.of(entry));
            }
        return new Value.Matrix<>(data.length, data[0].length, entries);
    }

    private static SingularValueDecomposition decompose(double[][] data) {
        try {
            SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(data, false));
            for (double value : svd.getSingularValues())
                if (!Double.isFinite(value)) throw new NotRepresentable("the singular values of a matrix: the iteration failed");
            return svd;
        } catch (MathRuntimeException failed) {
            throw new NotRepresentable("the singular values of a matrix: " + failed.getMessage());
        }
    }

    /** A power of two near the size, such that it and its inverse are doubles. */
    private static int exponent(double largest) {
        return Math.clamp(Math.getExponent(largest), -1000, 1000);
    }

    private static NotRepresentable overflowed() {
        return new NotRepresentable("the singular values of a matrix that overflowed");
    }

    private static NotRepresentable irrational() {
        return new NotRepresentable("the singular values of the matrix are not recognised as rational");
    }
}
