package tenet.numeric.algebra;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * Rational combinations of 1 and of logarithms of rational numbers, exactly: whether {@code 1/2*log(4/9) - log(2) + log(3)} is zero is
 * decided by multiplying the arguments out. A combination of logarithms that is not zero is no rational number (Lindemann; Baker,
 * Transcendental Number Theory, Theorem 1.2), so that equations with a rational part are decided, too. {@code exp} has a value where it is
 * rational. Products of logarithms throw {@link NotRepresentable}.
 */
public record LogarithmicForms() implements Algebra<LogarithmicForm> {
    private static final Rationals RATIONALS = new Rationals();
    private static final int MOST_BITS = 1 << 14;

    @Override
    public LogarithmicForm of(Rational value) {
        return LogarithmicForm.of(value);
    }

    @Override
    public LogarithmicForm add(LogarithmicForm a, LogarithmicForm b) {
        return a.plus(b);
    }

    @Override
    public LogarithmicForm subtract(LogarithmicForm a, LogarithmicForm b) {
        return a.plus(b.times(Rational.MINUS_ONE));
    }

    @Override
    public LogarithmicForm multiply(LogarithmicForm a, LogarithmicForm b) {
        if (a.isNumber()) return b.times(a.number());
        if (b.isNumber()) return a.times(b.number());
        throw new NotRepresentable("a product of logarithms");
    }

    @Override
    public LogarithmicForm divide(LogarithmicForm a, LogarithmicForm b) {
        return a.times(RATIONALS.divide(Rational.ONE, rational(b)));
    }

    @Override
    public LogarithmicForm negate(LogarithmicForm a) {
        return a.times(Rational.MINUS_ONE);
    }

    @Override
    public LogarithmicForm power(LogarithmicForm base, Rational exponent) {
        return exponent.equals(Rational.ONE) ? base : of(RATIONALS.power(rational(base), exponent));
    }

    @Override
    public LogarithmicForm sqrt(LogarithmicForm a) {
        return of(RATIONALS.sqrt(rational(a)));
    }

    @Override
    public LogarithmicForm exp(LogarithmicForm a) {
        if (!a.number().isZero()) throw new NotRepresentable("exp(" + a + ") is irrational");
        BigInteger denominator = denominator(a);
        return of(RATIONALS.power(product(a, denominator), new Rational(BigInteger.ONE, denominator)));
    }

    @Override
    public LogarithmicForm log(LogarithmicForm a) {
        Rational number = rational(a);
        if (number.signum() <= 0) throw new Undefined("the logarithm of " + number + ", which is not positive");
        return LogarithmicForm.log(number);
    }

    private static Rational rational(LogarithmicForm a) {
        if (!a.isNumber()) throw new NotRepresentable("more than sums of logarithms: " + a);
        return a.number();
    }

    /** The least common denominator of the factors. */
    private static BigInteger denominator(LogarithmicForm a) {
        BigInteger common = BigInteger.ONE;
        for (Rational factor : a.logarithms().values())
            common = common.divide(common.gcd(factor.denominator())).multiply(factor.denominator());
        return common;
    }

    /** {@code exp(times*(a - number))}, where all factors times {@code times} are integers. */
    private static Rational product(LogarithmicForm a, BigInteger times) {
        Rational product = Rational.ONE;
        for (Map.Entry<BigInteger, Rational> entry : a.logarithms().entrySet()) {
            Rational exponent = entry.getValue().times(Rational.of(times));
            if (exponent.numerator().bitLength() > 16 || exponent.numerator().abs().longValue() * entry.getKey().bitLength() > MOST_BITS)
                throw new NotRepresentable("the exponential of " + a);
            product = product.times(RATIONALS.power(Rational.of(entry.getKey()), exponent));
        }
        return product;
    }

    /** Below, at or above zero where it is told exactly; by intervals where rational numbers and logarithms meet. */
    @Override
    public OptionalInt sign(LogarithmicForm a) {
        if (a.isNumber()) return OptionalInt.of(a.number().signum());
        int logarithms;
        try {
            logarithms = product(a, denominator(a)).compareTo(Rational.ONE);
        } catch (NotRepresentable large) {
            return new Intervals().sign(a.enclosed());
        }
        if (logarithms == 0) return OptionalInt.of(a.number().signum());
        return a.number().isZero() || a.number().signum() == logarithms ? OptionalInt.of(Integer.signum(logarithms)) : new Intervals().sign(a.enclosed());
    }

    private int certainSign(LogarithmicForm a) {
        return sign(a).orElseThrow(() -> new NotRepresentable("the sign of " + a));
    }

    @Override
    public LogarithmicForm abs(LogarithmicForm a) {
        return certainSign(a) < 0 ? negate(a) : a;
    }

    @Override
    public LogarithmicForm min(LogarithmicForm a, LogarithmicForm b) {
        return certainSign(subtract(a, b)) <= 0 ? a : b;
    }

    @Override
    public LogarithmicForm max(LogarithmicForm a, LogarithmicForm b) {
        return certainSign(subtract(a, b)) >= 0 ? a : b;
    }

    @Override
    public double low(LogarithmicForm a) {
        return a.enclosed().low();
    }

    @Override
    public double high(LogarithmicForm a) {
        return a.enclosed().high();
    }

    @Override
    public Signs signs(LogarithmicForm difference, double scale) {
        OptionalInt sign = sign(difference);
        return sign.isPresent() ? Signs.of(sign.getAsInt()) : Signs.between(low(difference), high(difference));
    }
}
