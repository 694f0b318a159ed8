package tenet.numeric.algebra;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * Power series in time over another algebra, up to a fixed order. Each operation gives the Taylor coefficients of the
 * result at t = 0; {@code abs}, {@code min} and {@code max} need to know which side they are on there. Signs and bounds
 * are those of the constant coefficient.
 *
 * <p>Cost: quadratic in the order. Source: the usual recurrences (Moore, Interval Analysis; Griewank and Walther,
 * Evaluating Derivatives, table 13.2).
 */
public record TaylorSeries<E>(Algebra<E> base, int order) implements Algebra<Series<E>> {
    public TaylorSeries {
        if (order < 0) throw new IllegalArgumentException("negative order " + order);
    }

    /** The series that does not depend on time. */
    public Series<E> constant(E value) {
        E[] c = zeros();
        c[0] = value;
        return series(c);
    }

    @SuppressWarnings("unchecked")
    private E[] zeros() {
        E[] c = (E[]) new Object[order + 1];
        Arrays.fill(c, base.zero());
        return c;
    }

    private Series<E> series(E[] coefficients) {
        return new Series<>(List.of(coefficients));
    }

    @Override
    public Series<E> of(Rational value) {
        return constant(base.of(value));
    }

    @Override
    public Series<E> add(Series<E> a, Series<E> b) {
        E[] c = zeros();
        for (int k = 0; k <= order; k++) c[k] = base.add(a.coefficient(k), b.coefficient(k));
        return series(c);
    }

    @Override
    public Series<E> subtract(Series<E> a, Series<E> b) {
        E[] c = zeros();
        for (int k = 0; k <= order; k++) c[k] = base.subtract(a.coefficient(k), b.coefficient(k));
        return series(c);
    }

    @Override
    public Series<E> negate(Series<E> a) {
        E[] c = zeros();
        for (int k = 0; k <= order; k++) c[k] = base.negate(a.coefficient(k));
        return series(c);
    }

    @Override
    public Series<E> multiply(Series<E> a, Series<E> b) {
        E[] c = zeros();
        for (int k = 0; k <= order; k++) {
            E sum = base.multiply(a.coefficient(0), b.coefficient(k));
            for (int i = 1; i <= k; i++) sum = base.add(sum, base.multiply(a.coefficient(i), b.coefficient(k - i)));
            c[k] = sum;
        }
        return series(c);
    }

    @Override
    public Series<E> divide(Series<E> a, Series<E> b) {
        E[] c = zeros();
        for (int k = 0; k <= order; k++) {
            E rest = a.coefficient(k);
            for (int i = 0; i < k; i++) rest = base.subtract(rest, base.multiply(c[i], b.coefficient(k - i)));
            c[k] = base.divide(rest, b.coefficient(0));
        }
        return series(c);
    }

    @Override
    public Series<E> power(Series<E> a, Rational exponent) {
        if (exponent.isInteger() && exponent.signum() >= 0 && exponent.numerator().bitLength() <= 12) {
            int n = exponent.numerator().intValue();
            return n == 2 ? square(a) : naturalPower(a, n);
        }
        if (exponent.isInteger()) return divide(one(), power(a, exponent.negate()));
        E[] c = zeros();
        c[0] = base.power(a.coefficient(0), exponent);
        for (int n = 1; n <= order; n++) {
            E sum = base.zero();
            for (int k = 1; k <= n; k++) {
                Rational weight = exponent.times(Rational.of(k)).minus(Rational.of(n - k));
                sum = base.add(sum, base.multiply(base.of(weight), base.multiply(a.coefficient(k), c[n - k])));
            }
            c[n] = base.divide(sum, base.multiply(base.of(Rational.of(n)), a.coefficient(0)));
        }
        return series(c);
    }

    /** Uses the symmetry of the sum, and that the square of the middle coefficient is not negative. */
    private Series<E> square(Series<E> a) {
        E[] c = zeros();
        E two = base.of(Rational.of(2));
        for (int k = 0; k <= order; k++) {
            E sum = base.zero();
            for (int i = 0; 2 * i < k; i++) sum = base.add(sum, base.multiply(a.coefficient(i), a.coefficient(k - i)));
            sum = base.multiply(two, sum);
            c[k] = k % 2 == 0 ? base.add(sum, base.power(a.coefficient(k / 2), Rational.of(2))) : sum;
        }
        return series(c);
    }

    @Override
    public Series<E> sqrt(Series<E> a) {
        if (constantIn(a)) return constant(base.sqrt(a.coefficient(0)));
        return power(a, Rational.of(1, 2));
    }

    /** True when every later coefficient is certainly zero: then roots at zero have a series too. */
    private boolean constantIn(Series<E> a) {
        for (int k = 1; k <= order; k++) {
            OptionalInt sign = base.sign(a.coefficient(k));
            if (sign.isEmpty() || sign.getAsInt() != 0) return false;
        }
        return true;
    }

    @Override
    public Series<E> exp(Series<E> a) {
        E[] c = zeros();
        c[0] = base.exp(a.coefficient(0));
        for (int n = 1; n <= order; n++) {
            E sum = base.zero();
            for (int k = 1; k <= n; k++)
                sum = base.add(sum, base.multiply(base.of(Rational.of(k)), base.multiply(a.coefficient(k), c[n - k])));
            c[n] = base.divide(sum, base.of(Rational.of(n)));
        }
        return series(c);
    }

    @Override
    public Series<E> log(Series<E> a) {
        E[] c = zeros();
        c[0] = base.log(a.coefficient(0));
        for (int n = 1; n <= order; n++) {
            E sum = base.zero();
            for (int k = 1; k < n; k++)
                sum = base.add(sum, base.multiply(base.of(Rational.of(k)), base.multiply(c[k], a.coefficient(n - k))));
            E numerator = base.subtract(a.coefficient(n), base.divide(sum, base.of(Rational.of(n))));
            c[n] = base.divide(numerator, a.coefficient(0));
        }
        return series(c);
    }

    @Override
    public Series<E> abs(Series<E> a) {
        return side(a) >= 0 ? a : negate(a);
    }

    @Override
    public Series<E> min(Series<E> a, Series<E> b) {
        return side(subtract(a, b)) <= 0 ? a : b;
    }

    @Override
    public Series<E> max(Series<E> a, Series<E> b) {
        return side(subtract(a, b)) >= 0 ? a : b;
    }

    private int side(Series<E> a) {
        OptionalInt sign = base.sign(a.coefficient(0));
        if (sign.isPresent() && sign.getAsInt() != 0) return sign.getAsInt();
        if (sign.isPresent() && constantIn(a)) return 0;
        throw new NotRepresentable("a kink (abs, min or max) that the motion may pass");
    }

    @Override
    public OptionalInt sign(Series<E> a) {
        return base.sign(a.coefficient(0));
    }

    @Override
    public double low(Series<E> a) {
        return base.low(a.coefficient(0));
    }

    @Override
    public double high(Series<E> a) {
        return base.high(a.coefficient(0));
    }
}
