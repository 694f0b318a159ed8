package tenet.numeric.algebra;

import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * Floating-point numbers, to explore with: nothing that they say is certain. Relations whose sides agree to
 * {@link #TOLERANCE} relative to the scale cannot be told.
 */
public record Doubles() implements Algebra<Double> {
    /** Differences below this multiple of the scale are taken for rounding errors. */
    public static final double TOLERANCE = 1e-9;

    private static final Double ZERO = 0.0;
    private static final Double ONE = 1.0;

    @Override
    public Double of(Rational value) {
        return nearest(value);
    }

    /** The nearest double, to within one unit in the last place. */
    public static double nearest(Rational value) {
        if (value.numerator().bitLength() <= 53 && value.denominator().bitLength() <= 53)
            return value.numerator().doubleValue() / value.denominator().doubleValue();
        return value.toDouble();
    }

    @Override
    public Double zero() {
        return ZERO;
    }

    @Override
    public Double one() {
        return ONE;
    }

    @Override
    public Double add(Double a, Double b) {
        return a + b;
    }

    @Override
    public Double subtract(Double a, Double b) {
        return a - b;
    }

    @Override
    public Double multiply(Double a, Double b) {
        return a * b;
    }

    @Override
    public Double divide(Double a, Double b) {
        if (b == 0) throw new Undefined("division by zero");
        return a / b;
    }

    @Override
    public Double negate(Double a) {
        return -a;
    }

    @Override
    public Double power(Double base, Rational exponent) {
        if (exponent.isInteger()) {
            if (base == 0 && exponent.signum() < 0) throw new Undefined("a negative power of zero");
        } else {
            if (base < 0) throw new Undefined("the power " + exponent + " of the negative number " + base);
            if (base == 0 && exponent.signum() < 0) throw new Undefined("a negative power of zero");
        }
        return Math.pow(base, nearest(exponent));
    }

    @Override
    public Double sqrt(Double a) {
        if (a < 0) throw new Undefined("the square root of the negative number " + a);
        return Math.sqrt(a);
    }

    @Override
    public Double exp(Double a) {
        return Math.exp(a);
    }

    @Override
    public Double log(Double a) {
        if (a <= 0) throw new Undefined("the logarithm of " + a + ", which is not positive");
        return Math.log(a);
    }

    @Override
    public Double abs(Double a) {
        return Math.abs(a);
    }

    @Override
    public Double min(Double a, Double b) {
        return Math.min(a, b);
    }

    @Override
    public Double max(Double a, Double b) {
        return Math.max(a, b);
    }

    @Override
    public OptionalInt sign(Double a) {
        return Double.isNaN(a) ? OptionalInt.empty() : OptionalInt.of((int) Math.signum(a));
    }

    @Override
    public double low(Double a) {
        return a;
    }

    @Override
    public double high(Double a) {
        return a;
    }

    @Override
    public Signs signs(Double difference, double scale) {
        // Written so that anything that is not a finite number ends as ANY.
        boolean clear = Math.abs(difference) > TOLERANCE * scale && Double.isFinite(difference) && Double.isFinite(scale);
        if (clear) return Signs.of(difference > 0 ? 1 : -1);
        return difference == 0 && scale == 0 ? Signs.of(0) : Signs.ANY;
    }
}
