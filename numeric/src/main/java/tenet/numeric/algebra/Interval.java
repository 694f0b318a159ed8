package tenet.numeric.algebra;

import java.math.BigInteger;
import tenet.symbolic.term.Rational;

/**
 * The real numbers between two doubles, both included: {@code low <= high}, neither NaN, {@code low < infinity},
 * {@code high > -infinity}. A thin interval ({@code low == high}) is that number exactly.
 *
 * <p>Contract of every operation: if the operands contain numbers x and y at which the operation is defined, the result
 * contains its value there. {@link #ENTIRE} says that nothing is known, not even that the value exists: it comes from
 * dividing by an interval that contains zero and absorbs every operation that it enters, multiplication by zero
 * included. Where a root, logarithm or fractional power might leave its domain, {@link NotRepresentable} is thrown;
 * where it certainly does, {@link Undefined}.
 *
 * <p>Precision: the bounds of sums, products, quotients and square roots are the directed roundings of the exact bounds
 * (within one unit in the last place near underflow); so results that are doubles are found exactly.
 * Powers, exponentials and logarithms come from {@link StrictMath}, whose stated error is at most one unit in the last
 * place, widened by two.
 */
public record Interval(double low, double high) {
    public static final Interval ZERO = new Interval(0, 0);
    public static final Interval ONE = new Interval(1, 1);
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException when the bounds are out of order or no numbers */
    public Interval {
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY)
            throw new IllegalArgumentException("no interval: [" + low + ", " + high + "]");
        low += 0.0; // one zero only
        high += 0.0;
    }

    public static Interval of(double value) {
        return new Interval(value, value);
    }

    /** The narrowest interval with the rational in it; thin when it is a double. */
    public static Interval of(Rational value) {
        BigInteger n = value.numerator();
        BigInteger d = value.denominator();
        if (n.bitLength() <= 53 && d.bitLength() <= 53) {
            double top = n.doubleValue();
            if (d.equals(BigInteger.ONE)) return of(top);
            return new Interval(Rounding.divideDown(top, d.doubleValue()), Rounding.divideUp(top, d.doubleValue()));
        }
        double near = Math.clamp(value.toDouble(), -Double.MAX_VALUE, Double.MAX_VALUE);
        double low = near;
        while (low > Double.NEGATIVE_INFINITY && Rational.exactly(low).compareTo(value) > 0) low = Math.nextDown(low);
        double high = near;
        while (high < Double.POSITIVE_INFINITY && Rational.exactly(high).compareTo(value) < 0) high = Math.nextUp(high);
        return new Interval(low, high);
    }

    public boolean isThin() {
        return low == high;
    }

    public boolean isEntire() {
        return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    }

    public boolean isFinite() {
        return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public boolean contains(Rational value) {
        return (low == Double.NEGATIVE_INFINITY || Rational.exactly(low).compareTo(value) <= 0)
                && (high == Double.POSITIVE_INFINITY || value.compareTo(Rational.exactly(high)) <= 0);
    }

    public boolean contains(Interval other) {
        return low <= other.low && other.high <= high;
    }

    /** High minus low, rounded up. */
    public double width() {
        return Rounding.addUp(high, -low);
    }

    /** A double between the bounds, near the middle; only for finite intervals. */
    public double middle() {
        double middle = low / 2 + high / 2;
        return Math.clamp(middle, low, high);
    }

    /** The largest absolute value. */
    public double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** The smallest interval with both in it. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    public Interval plus(Interval other) {
        if (other.low == 0 && other.high == 0) return this;
        return new Interval(Rounding.addDown(low, other.low), Rounding.addUp(high, other.high));
    }

    public Interval minus(Interval other) {
        return new Interval(Rounding.addDown(low, -other.high), Rounding.addUp(high, -other.low));
    }

    public Interval negate() {
        return new Interval(-high, -low);
    }

    public Interval times(Interval other) {
        if (isEntire() || other.isEntire()) return ENTIRE;
        double a = low, b = high, c = other.low, d = other.high;
        if (a == 0 && b == 0 || c == 0 && d == 0) return ZERO;
        if (a == b && c == d) return new Interval(Rounding.multiplyDown(a, c), Rounding.multiplyUp(a, c));
        if (a >= 0 && c >= 0) return new Interval(Rounding.multiplyDown(a, c), Rounding.multiplyUp(b, d));
        if (b <= 0 && d <= 0) return new Interval(Rounding.multiplyDown(b, d), Rounding.multiplyUp(a, c));
        if (a >= 0 && d <= 0) return new Interval(Rounding.multiplyDown(b, c), Rounding.multiplyUp(a, d));
        if (b <= 0 && c >= 0) return new Interval(Rounding.multiplyDown(a, d), Rounding.multiplyUp(b, c));
        return new Interval(
                Math.min(Math.min(Rounding.multiplyDown(a, c), Rounding.multiplyDown(a, d)),
                        Math.min(Rounding.multiplyDown(b, c), Rounding.multiplyDown(b, d))),
                Math.max(Math.max(Rounding.multiplyUp(a, c), Rounding.multiplyUp(a, d)),
                        Math.max(Rounding.multiplyUp(b, c), Rounding.multiplyUp(b, d))));
    }

    /** {@link #ENTIRE} when the divisor contains zero beside other numbers. @throws Undefined when it is zero */
    public Interval divide(Interval other) {
        double a = low, b = high, c = other.low, d = other.high;
        if (c == 0 && d == 0) throw new Undefined("division by zero");
        if (c <= 0 && d >= 0 || isEntire()) return ENTIRE;
        if (c > 0) return new Interval(Rounding.divideDown(a, a >= 0 ? d : c), Rounding.divideUp(b, b >= 0 ? c : d));
        return new Interval(Rounding.divideDown(b, b >= 0 ? d : c), Rounding.divideUp(a, a >= 0 ? c : d));
    }

    /** The absolute values. */
    public Interval abs() {
        if (isEntire() || low >= 0) return this;
        return high <= 0 ? negate() : new Interval(0, Math.max(-low, high));
    }

    public Interval min(Interval other) {
        if (isEntire() || other.isEntire()) return ENTIRE;
        return new Interval(Math.min(low, other.low), Math.min(high, other.high));
    }

    public Interval max(Interval other) {
        if (isEntire() || other.isEntire()) return ENTIRE;
        return new Interval(Math.max(low, other.low), Math.max(high, other.high));
    }

    /** @throws Undefined for negative numbers; NotRepresentable when some are negative */
    public Interval sqrt() {
        requireNonNegative("the square root");
        return new Interval(Rounding.rootDown(low), Rounding.rootUp(high));
    }

    public Interval exp() {
        if (isEntire()) return ENTIRE;
        return new Interval(low == 0 ? 1 : Math.max(0, below(StrictMath.exp(low))), high == 0 ? 1 : above(StrictMath.exp(high)));
    }

    /** @throws Undefined without positive numbers; NotRepresentable when some are not positive */
    public Interval log() {
        if (high <= 0) throw new Undefined("the logarithm of " + this + ", which is not positive");
        if (low <= 0) throw new NotRepresentable("the logarithm of " + this + ", which may not be positive");
        return new Interval(low == 1 ? 0 : below(StrictMath.log(low)), high == 1 ? 0 : above(StrictMath.log(high)));
    }

    /** The n-th power, n natural; tight for even powers of intervals around zero. */
    public Interval power(int n) {
        if (isEntire()) return ENTIRE;
        if (n == 0) return ONE;
        if (n % 2 == 1)
            return new Interval(low >= 0 ? powerDown(low, n) : -powerUp(-low, n), high >= 0 ? powerUp(high, n) : -powerDown(-high, n));
        Interval size = abs();
        return new Interval(powerDown(size.low, n), powerUp(size.high, n));
    }

    private static double powerDown(double base, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) product = Rounding.multiplyDown(product, base);
        return product;
    }

    private static double powerUp(double base, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) product = Rounding.multiplyUp(product, base);
        return product;
    }

    /** The power of a non-negative base. @throws Undefined for negative numbers; NotRepresentable when some are negative */
    public Interval power(Rational exponent) {
        if (exponent.isInteger()) {
            if (exponent.numerator().bitLength() > 12) throw new NotRepresentable("the exponent " + exponent + " is too large");
            int n = exponent.numerator().intValue();
            if (n >= 0) return power(n);
            if (low == 0 && high == 0) throw new Undefined("a negative power of zero");
            return ONE.divide(power(-n));
        }
        requireNonNegative("the power " + exponent);
        if (exponent.numerator().equals(BigInteger.ONE) && exponent.denominator().equals(BigInteger.TWO)) return sqrt();
        Interval e = of(exponent);
        if (exponent.signum() > 0) return new Interval(fractionalDown(low, e), fractionalUp(high, e));
        if (high == 0) throw new Undefined("a negative power of zero");
        if (low == 0) return ENTIRE;
        return new Interval(fractionalDown(high, e), fractionalUp(low, e));
    }

    private static double fractionalDown(double base, Interval e) {
        if (base == 0 || base == 1) return base;
        return Math.max(0, below(StrictMath.pow(base, base > 1 ? e.low : e.high)));
    }

    private static double fractionalUp(double base, Interval e) {
        if (base == 0 || base == 1) return base;
        return above(StrictMath.pow(base, base > 1 ? e.high : e.low));
    }

    private static double below(double value) {
        return Math.nextDown(Math.nextDown(value));
    }

    private static double above(double value) {
        return Math.nextUp(Math.nextUp(value));
    }

    private void requireNonNegative(String what) {
        if (high < 0) throw new Undefined(what + " of " + this + ", which is negative");
        if (low < 0) throw new NotRepresentable(what + " of " + this + ", which may be negative");
    }

    @Override
    public String toString() {
        return isThin() ? Double.toString(low) : "[" + low + ", " + high + "]";
    }
}
