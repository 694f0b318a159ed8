package tenet.numeric.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

/**
 * The distinct eigenvalues of a symmetric positive semidefinite rational matrix, all rational, and the orthogonal
 * projections on their eigenspaces, all exact. Guessed in floating point by continued fractions; verified: the product
 * of {@code M - value I} over the values is zero, so every eigenvalue is among them.
 */
record Spectrum(List<Rational> values, List<Value.Matrix<Rational>> projections) {
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());
    private static final long LARGEST_DENOMINATOR = 1_000_000;

    /** @throws Undefined for a matrix that is not symmetric positive semidefinite; NotRepresentable for irrational eigenvalues */
    static Spectrum of(Value.Matrix<Rational> m) {
        int n = m.rows();
        if (!EXACT.transpose(m).equals(m)) throw new Undefined("the fractional power of a matrix that is not symmetric");
        List<Rational> values = distinct(candidates(m));
        List<Value.Matrix<Rational>> shifted = values.stream().map(value -> shift(m, value)).toList();
        Value.Matrix<Rational> product = EXACT.identity(n);
        for (Value.Matrix<Rational> factor : shifted) product = EXACT.product(product, factor);
        if (!product.equals(EXACT.zero(n, n))) throw new NotRepresentable("the eigenvalues of the matrix are not recognised as rational");
        List<Value.Matrix<Rational>> projections = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            Value<Rational> projection = EXACT.identity(n);
            for (int j = 0; j < values.size(); j++)
                if (j != k) projection = EXACT.divide(EXACT.multiply(projection, shifted.get(j)), values.get(k).minus(values.get(j)));
            projections.add(EXACT.matrix(projection));
        }
        for (int k = 0; k < values.size(); k++)
            if (values.get(k).signum() < 0 && !projections.get(k).equals(EXACT.zero(n, n)))
                throw new Undefined("the fractional power of a matrix with the eigenvalue " + values.get(k));
        return new Spectrum(values, projections);
    }

    <E> Value.Matrix<E> power(Algebra<E> algebra, Rational exponent) {
        Matrices<E> matrices = new Matrices<>(algebra);
        int n = projections.getFirst().rows();
        Value<E> sum = matrices.zero(n, n);
        for (int k = 0; k < values.size(); k++) {
            if (values.get(k).signum() < 0) continue;
            E power = algebra.power(algebra.of(values.get(k)), exponent);
            sum = matrices.add(sum, matrices.scale(power, projections.get(k).map(algebra::of)));
        }
        return matrices.matrix(sum);
    }

    /** The eigenvalues if they are rational, each as often as it occurs: a guess, not verified. */
    static List<Rational> candidates(Value.Matrix<Rational> m) {
        List<Rational> diagonal = new ArrayList<>();
        boolean isDiagonal = true;
        for (int i = 0; i < m.rows(); i++)
            for (int j = 0; j < m.rows(); j++) {
                if (i == j) diagonal.add(m.at(i, i));
                else isDiagonal &= m.at(i, j).isZero();
            }
        if (isDiagonal) return diagonal;
        Value.Matrix<Double> near = (Value.Matrix<Double>) m.map(Doubles::nearest);
        for (double entry : near.entries()) if (!Double.isFinite(entry)) throw new NotRepresentable("a matrix with huge entries");
        double[] values = PsdPower.eigen(near).getEigenvalues();
        double largest = 0;
        for (double value : values) largest = Math.max(largest, Math.abs(value));
        List<Rational> found = new ArrayList<>();
        for (double value : values) found.add(simplest(value, largest * 1e-12));
        return found;
    }

    private static List<Rational> distinct(List<Rational> values) {
        List<Rational> distinct = new ArrayList<>();
        for (Rational value : values) if (!distinct.contains(value)) distinct.add(value);
        return distinct;
    }

    private static Value.Matrix<Rational> shift(Value.Matrix<Rational> m, Rational value) {
        return EXACT.matrix(EXACT.subtract(m, EXACT.scale(value, EXACT.identity(m.rows()))));
    }

    /** The first convergent of the continued fraction that is this near. */
    private static Rational simplest(double value, double near) {
        Rational target = Rational.exactly(value);
        Rational tolerance = Rational.exactly(near);
        BigInteger p0 = BigInteger.ONE, q0 = BigInteger.ZERO;
        BigInteger p1 = target.floor(), q1 = BigInteger.ONE;
        Rational rest = target.minus(Rational.of(p1));
        while (new Rational(p1, q1).minus(target).abs().compareTo(tolerance) > 0 && !rest.isZero()
                && q1.compareTo(BigInteger.valueOf(LARGEST_DENOMINATOR)) < 0) {
            Rational inverse = rest.inverse();
            BigInteger digit = inverse.floor();
            BigInteger p = digit.multiply(p1).add(p0), q = digit.multiply(q1).add(q0);
            p0 = p1;
            q0 = q1;
            p1 = p;
            q1 = q;
            rest = inverse.minus(Rational.of(digit));
        }
        return new Rational(p1, q1);
    }
}
