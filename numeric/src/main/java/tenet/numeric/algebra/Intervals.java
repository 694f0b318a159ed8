package tenet.numeric.algebra;

import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/** {@link Interval} arithmetic: whatever is said holds for all numbers in the operands. */
public record Intervals() implements Algebra<Interval> {
    @Override
    public Interval of(Rational value) {
        return Interval.of(value);
    }

    @Override
    public Interval zero() {
        return Interval.ZERO;
    }

    @Override
    public Interval one() {
        return Interval.ONE;
    }

    @Override
    public Interval add(Interval a, Interval b) {
        return a.plus(b);
    }

    @Override
    public Interval subtract(Interval a, Interval b) {
        return a.minus(b);
    }

    @Override
    public Interval multiply(Interval a, Interval b) {
        return a.times(b);
    }

    @Override
    public Interval divide(Interval a, Interval b) {
        return a.divide(b);
    }

    @Override
    public Interval negate(Interval a) {
        return a.negate();
    }

    @Override
    public Interval power(Interval base, Rational exponent) {
        return base.power(exponent);
    }

    @Override
    public Interval sqrt(Interval a) {
        return a.sqrt();
    }

    @Override
    public Interval exp(Interval a) {
        return a.exp();
    }

    @Override
    public Interval log(Interval a) {
        return a.log();
    }

    @Override
    public Interval abs(Interval a) {
        return a.abs();
    }

    @Override
    public Interval min(Interval a, Interval b) {
        return a.min(b);
    }

    @Override
    public Interval max(Interval a, Interval b) {
        return a.max(b);
    }

    @Override
    public OptionalInt sign(Interval a) {
        if (a.low() > 0) return OptionalInt.of(1);
        if (a.high() < 0) return OptionalInt.of(-1);
        return a.low() == 0 && a.high() == 0 ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public double low(Interval a) {
        return a.low();
    }

    @Override
    public double high(Interval a) {
        return a.high();
    }
}
