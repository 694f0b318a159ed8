package tenet.symbolic.term;

import java.math.BigInteger;

/** An exact rational number in lowest terms with a positive denominator. Trusted: every coefficient of the kernel is one. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    public static final Rational MINUS_ONE = of(-1);

    /** @throws ArithmeticException when the denominator is zero */
    public Rational {
        if (denominator.signum() == 0) throw new ArithmeticException("division by zero");
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) divisor = divisor.negate();
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /** Reads {@code 12}, {@code -3/4} or a decimal such as {@code 0.25}, exactly. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) return parse(text.substring(0, slash)).divide(parse(text.substring(slash + 1)));
        var decimal = new java.math.BigDecimal(text.strip());
        return decimal.scale() >= 0
                ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : of(decimal.toBigIntegerExact());
    }

    /** The rational that a finite double stands for, exactly. */
    public static Rational exactly(double value) {
        var decimal = new java.math.BigDecimal(value);
        return decimal.scale() >= 0
                ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : of(decimal.toBigIntegerExact());
    }

    public Rational plus(Rational other) {
        if (isInteger() && other.isInteger()) return of(numerator.add(other.numerator));
        return new Rational(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public Rational divide(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational inverse() {
        return new Rational(denominator, numerator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** Integer power; {@code 0^0 = 1}. @throws ArithmeticException for a negative power of zero */
    public Rational power(int exponent) {
        if (exponent < 0) return inverse().power(-exponent);
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** Largest integer at most this number. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Nearest double (correctly rounded to within one unit in the last place). */
    public double toDouble() {
        if (isInteger()) return numerator.doubleValue();
        return new java.math.BigDecimal(numerator)
                .divide(new java.math.BigDecimal(denominator), new java.math.MathContext(40)).doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
