package tenet.numeric.algebra;

import java.math.BigInteger;
import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * The rational numbers, exactly. Roots and fractional powers exist for perfect powers, {@code exp} at 0 and
 * {@code log} at 1 alone; elsewhere they throw {@link NotRepresentable}.
 */
public record Rationals() implements Algebra<Rational> {
    private static final int LARGEST_EXPONENT = 4096;
    private static final int MOST_BITS = 1 << 18;

    @Override
    public Rational of(Rational value) {
        return value;
    }

    @Override
    public Rational zero() {
        return Rational.ZERO;
    }

    @Override
    public Rational one() {
        return Rational.ONE;
    }

    @Override
    public Rational add(Rational a, Rational b) {
        if (a.isZero()) return b;
        return b.isZero() ? a : a.plus(b);
    }

    @Override
    public Rational subtract(Rational a, Rational b) {
        return b.isZero() ? a : a.minus(b);
    }

    @Override
    public Rational multiply(Rational a, Rational b) {
        return a.isZero() || b.isZero() ? Rational.ZERO : a.times(b);
    }

    @Override
    public Rational divide(Rational a, Rational b) {
        if (b.isZero()) throw new Undefined("division by zero");
        return a.divide(b);
    }

    @Override
    public Rational negate(Rational a) {
        return a.negate();
    }

    @Override
    public Rational power(Rational base, Rational exponent) {
        if (exponent.isZero() || base.equals(Rational.ONE)) return Rational.ONE;
        if (base.isZero()) {
            if (exponent.signum() < 0) throw new Undefined("a negative power of zero");
            return Rational.ZERO;
        }
        if (!exponent.isInteger() && base.signum() < 0)
            throw new Undefined("the power " + exponent + " of the negative number " + base);
        Rational root = exponent.isInteger() ? base : root(base, small(exponent.denominator(), exponent));
        int times = small(exponent.numerator().abs(), exponent);
        if ((long) times * Math.max(root.numerator().bitLength(), root.denominator().bitLength()) > MOST_BITS)
            throw new NotRepresentable("the power " + exponent + " of a number this large");
        Rational power = root.power(times);
        return exponent.signum() < 0 ? power.inverse() : power;
    }

    private static int small(BigInteger part, Rational exponent) {
        if (part.bitLength() > 31 || part.intValue() > LARGEST_EXPONENT)
            throw new NotRepresentable("the exponent " + exponent + " is too large for exact arithmetic");
        return part.intValue();
    }

    /** The exact root of a positive number. */
    private static Rational root(Rational base, int degree) {
        return new Rational(root(base.numerator(), degree, base), root(base.denominator(), degree, base));
    }

    private static BigInteger root(BigInteger value, int degree, Rational base) {
        BigInteger root = degree == 2 ? value.sqrt() : integerRoot(value, degree);
        if (!root.pow(degree).equals(value)) throw new NotRepresentable("the root of degree " + degree + " of " + base + " is irrational");
        return root;
    }

    /** The largest integer whose power is at most the positive value, by bisection. */
    private static BigInteger integerRoot(BigInteger value, int degree) {
        BigInteger low = BigInteger.ONE;
        BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.pow(degree).compareTo(value) <= 0) low = middle;
            else high = middle;
        }
        return low;
    }

    @Override
    public Rational sqrt(Rational a) {
        if (a.signum() < 0) throw new Undefined("the square root of the negative number " + a);
        return a.isZero() ? a : root(a, 2);
    }

    @Override
    public Rational exp(Rational a) {
        if (!a.isZero()) throw new NotRepresentable("exp(" + a + ") is irrational");
        return Rational.ONE;
    }

    @Override
    public Rational log(Rational a) {
        if (a.signum() <= 0) throw new Undefined("the logarithm of " + a + ", which is not positive");
        if (!a.equals(Rational.ONE)) throw new NotRepresentable("log(" + a + ") is irrational");
        return Rational.ZERO;
    }

    @Override
    public Rational abs(Rational a) {
        return a.abs();
    }

    @Override
    public Rational min(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    @Override
    public Rational max(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    @Override
    public OptionalInt sign(Rational a) {
        return OptionalInt.of(a.signum());
    }

    @Override
    public double low(Rational a) {
        return Interval.of(a).low();
    }

    @Override
    public double high(Rational a) {
        return Interval.of(a).high();
    }

    @Override
    public Signs signs(Rational difference, double scale) {
        return Signs.of(difference.signum());
    }
}
