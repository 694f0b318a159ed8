package tenet.symbolic.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

/** The result of an operation on intervals contains the results of all numbers in them. */
class IntervalProperties {
    /** An interval and a number in it. */
    record Inhabited(Interval interval, Rational number) {
    }

    @Provide
    Arbitrary<Inhabited> inhabited() {
        Arbitrary<Rational> rational = Combinators.combine(Arbitraries.integers().between(-20, 20), Arbitraries.integers().between(1, 5)).as(Rational::of);
        return Combinators.combine(rational, rational, rational).as((a, b, c) ->
                new Inhabited(new Interval(Interval.least(a, b, c), Interval.greatest(a, b, c)), b));
    }

    private static void contains(Interval interval, Rational number) {
        assertThat(interval.low()).isLessThanOrEqualTo(number);
        assertThat(interval.high()).isGreaterThanOrEqualTo(number);
    }

    @Property(tries = 300)
    void sums_products_and_extremes(@ForAll("inhabited") Inhabited a, @ForAll("inhabited") Inhabited b) {
        contains(a.interval().plus(b.interval()), a.number().plus(b.number()));
        contains(a.interval().times(b.interval()), a.number().times(b.number()));
        contains(a.interval().min(b.interval()), Interval.least(a.number(), b.number()));
        contains(a.interval().max(b.interval()), Interval.greatest(a.number(), b.number()));
    }

    @Property(tries = 300)
    void powers_opposites_and_sizes(@ForAll("inhabited") Inhabited a, @ForAll @IntRange(max = 7) int exponent) {
        contains(a.interval().power(exponent), a.number().power(exponent));
        contains(a.interval().negate(), a.number().negate());
        contains(a.interval().abs(), a.number().abs());
    }

    @Property(tries = 300)
    void reciprocals_where_zero_is_excluded(@ForAll("inhabited") Inhabited a) {
        boolean zero = a.interval().low().signum() <= 0 && a.interval().high().signum() >= 0;
        assertThat(a.interval().inverse().isEmpty()).isEqualTo(zero);
        a.interval().inverse().ifPresent(inverse -> contains(inverse, a.number().inverse()));
    }
}
