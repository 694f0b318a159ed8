package tenet.numeric.algebra;

import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * The operations of a number system, as a value ("ring as dictionary"): a term is evaluated over the algebra passed in.
 *
 * <p>Contract of every implementation: an operation whose result does not exist throws {@link Undefined}; one whose
 * result exists but cannot be given, or may not exist, throws {@link NotRepresentable}. Implementations are stateless.
 */
public sealed interface Algebra<E> permits Doubles, Rationals, LogarithmicForms, Intervals, PrimeField, TaylorSeries, Duals {
    E of(Rational value);

    E add(E a, E b);

    E subtract(E a, E b);

    E multiply(E a, E b);

    E divide(E a, E b);

    E negate(E a);

    /**
     * Power. A natural exponent is repeated multiplication ({@code 0^0 = 1}), a negative integer one the reciprocal of
     * that; any other exponent needs a positive base, or a zero base under a positive exponent.
     */
    E power(E base, Rational exponent);

    E sqrt(E a);

    E exp(E a);

    /** Natural logarithm. */
    E log(E a);

    E abs(E a);

    E min(E a, E b);

    E max(E a, E b);

    /** The certain sign (-1, 0, 1), or empty. {@link Doubles} gives the sign that it sees, without any certainty. */
    OptionalInt sign(E a);

    /** A double that is at most the number (in {@link Doubles}: the number); may be negative infinity. */
    double low(E a);

    /** A double that is at least the number (in {@link Doubles}: the number); may be infinity. */
    double high(E a);

    /** A lower bound of the magnitude that is positive exactly for a number that is certainly not zero: what pivots are chosen by. */
    default double certainSize(E a) {
        OptionalInt sign = sign(a);
        if (sign.isEmpty() || sign.getAsInt() == 0) return 0;
        return Math.max(Double.MIN_VALUE, sign.getAsInt() > 0 ? low(a) : -high(a));
    }

    /**
     * The signs that the difference of two numbers may have. The scale, the largest magnitude on either side, is what
     * inexact algebras measure rounding errors by.
     */
    default Signs signs(E difference, double scale) {
        return Signs.between(low(difference), high(difference));
    }

    default E zero() {
        return of(Rational.ZERO);
    }

    default E one() {
        return of(Rational.ONE);
    }

    /** Repeated squaring; {@code base^0} is one. For implementations of {@link #power}. */
    default E naturalPower(E base, int exponent) {
        E result = one();
        E square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) result = multiply(result, square);
            if (rest > 1) square = multiply(square, square);
        }
        return result;
    }
}
