package tenet.symbolic.kernel;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.symbolic.term.Rational;

/**
 * A closed interval of real numbers with rational ends; empty when they run backwards. Each operation contains every
 * result of its operands: ends are exact, so nothing is rounded. Trusted.
 */
public record Interval(Rational low, Rational high) {
    static Interval point(Rational value) {
        return new Interval(value, value);
    }

    Interval plus(Interval other) {
        return new Interval(low.plus(other.low), high.plus(other.high));
    }

    Interval negate() {
        return new Interval(high.negate(), low.negate());
    }

    Interval times(Interval other) {
        return new Interval(least(low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high)),
                greatest(low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high)));
    }

    /** Empty when zero is not excluded. */
    Optional<Interval> inverse() {
        return low.signum() > 0 || high.signum() < 0 ? Optional.of(new Interval(high.inverse(), low.inverse())) : Optional.empty();
    }

    /** A natural power; an even one is not negative. */
    Interval power(int exponent) {
        Rational a = low.power(exponent);
        Rational b = high.power(exponent);
        boolean through = exponent > 0 && exponent % 2 == 0 && low.signum() <= 0 && high.signum() >= 0;
        return new Interval(through ? Rational.ZERO : least(a, b), greatest(a, b));
    }

    Interval abs() {
        return low.signum() >= 0 ? this : high.signum() <= 0 ? negate() : new Interval(Rational.ZERO, greatest(low.negate(), high));
    }

    Interval min(Interval other) {
        return new Interval(least(low, other.low), least(high, other.high));
    }

    Interval max(Interval other) {
        return new Interval(greatest(low, other.low), greatest(high, other.high));
    }

    /** The numbers that are in both. */
    public Interval and(Interval other) {
        return new Interval(greatest(low, other.low), least(high, other.high));
    }

    boolean isEmpty() {
        return low.compareTo(high) > 0;
    }

    static Rational least(Rational... values) {
        return Stream.of(values).min(Comparator.naturalOrder()).orElseThrow();
    }

    static Rational greatest(Rational... values) {
        return Stream.of(values).max(Comparator.naturalOrder()).orElseThrow();
    }
}
