package tenet.numeric.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.symbolic.term.Rational;

/** Interval operations contain every exact result; thin rationals show it exactly. */
class IntervalProperties {
    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(scaled(-60, -30), scaled(100, 300), scaled(-1060, -990), scaled(-560, -500),
                Arbitraries.of(0.0, 1.0, -1.0, 0.5, 3.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 5.6e-163));
    }

    /** A 53-bit integer times a power of two. */
    private static Arbitrary<Double> scaled(int lowest, int highest) {
        long most = 1L << 53;
        return Combinators.combine(Arbitraries.longs().between(-most, most), Arbitraries.integers().between(lowest, highest))
                .as((digits, exponent) -> Math.scalb((double) digits, exponent));
    }

    /** An interval and a double in it. */
    record Around(Interval interval, double inside) {
    }

    @Provide
    Arbitrary<Around> intervals() {
        return Combinators.combine(doubles(), doubles(), doubles()).as((a, b, c) -> {
            double low = Math.min(a, Math.min(b, c));
            double high = Math.max(a, Math.max(b, c));
            return new Around(new Interval(low, high), Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)));
        });
    }

    private static void contains(Interval interval, Rational exact) {
        assertTrue(interval.contains(exact), () -> interval + " misses " + exact);
    }

    @Property
    void thin_operations_contain_the_exact_result(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Rational x = Rational.exactly(a);
        Rational y = Rational.exactly(b);
        Interval p = Interval.of(a);
        Interval q = Interval.of(b);
        contains(p.plus(q), x.plus(y));
        contains(p.minus(q), x.minus(y));
        contains(p.times(q), x.times(y));
        if (b != 0) contains(p.divide(q), x.divide(y));
        contains(p.power(3), x.power(3));
        contains(p.power(Rational.of(4)), x.power(4));
    }

    @Property
    void operations_on_intervals_contain_the_results_of_their_members(@ForAll("intervals") Around a, @ForAll("intervals") Around b) {
        Rational x = Rational.exactly(a.inside());
        Rational y = Rational.exactly(b.inside());
        contains(a.interval().plus(b.interval()), x.plus(y));
        contains(a.interval().minus(b.interval()), x.minus(y));
        contains(a.interval().times(b.interval()), x.times(y));
        if (!b.interval().equals(Interval.ZERO) && b.inside() != 0) contains(a.interval().divide(b.interval()), x.divide(y));
        contains(a.interval().power(2), x.times(x));
        contains(a.interval().power(3), x.power(3));
        contains(a.interval().abs(), x.abs());
        contains(a.interval().min(b.interval()), new Rationals().min(x, y));
        contains(a.interval().max(b.interval()), new Rationals().max(x, y));
        contains(a.interval().negate(), x.negate());
    }

    @Property
    void results_that_are_doubles_are_thin(@ForAll int a, @ForAll int b) {
        Interval p = Interval.of(a);
        Interval q = Interval.of(b);
        assertEquals(Interval.of((double) a + b), p.plus(q));
        assertEquals(Interval.of((double) a - b), p.minus(q));
        if (Math.abs((long) a * b) < 1L << 53) assertEquals(Interval.of((double) a * b), p.times(q));
        if (b != 0) assertTrue(p.divide(q).width() <= Math.ulp((double) a / b));
        double square = (double) (a % 10000) * (a % 10000);
        assertEquals(Interval.of(Math.abs(a % 10000)), Interval.of(square).sqrt());
    }

    @Property
    void roots_contain_the_root(@ForAll("doubles") double a) {
        Assume.that(a >= 0);
        Interval root = Interval.of(a).sqrt();
        Rational x = Rational.exactly(a);
        assertTrue(Rational.exactly(root.low()).power(2).compareTo(x) <= 0);
        assertTrue(x.compareTo(Rational.exactly(root.high()).power(2)) <= 0);
    }

    @Property
    void fractional_powers_contain_the_power(@ForAll("exponents") Rational exponent, @ForAll("bases") double base) {
        Interval power = Interval.of(base).power(exponent);
        int p = exponent.numerator().intValue();
        int q = exponent.denominator().intValue();
        // low^q <= base^p <= high^q, exactly
        Rational target = Rational.exactly(base).power(p);
        assertTrue(Rational.exactly(power.low()).power(q).compareTo(target) <= 0);
        assertTrue(target.compareTo(Rational.exactly(power.high()).power(q)) <= 0);
        assertTrue(power.width() <= 1e-13 * power.high(), power::toString);
    }

    @Provide
    Arbitrary<Rational> exponents() {
        return Combinators.combine(Arbitraries.integers().between(-7, 7), Arbitraries.integers().between(1, 6))
                .as((p, q) -> Rational.of(p, q)).filter(e -> !e.isZero());
    }

    @Provide
    Arbitrary<Double> bases() {
        return Arbitraries.oneOf(scaled(-70, -40).map(Math::abs).filter(x -> x > 0), Arbitraries.of(1.0, 0.5, 4.0, 8.0, 1e-3));
    }

    @Property
    void exponentials_contain_the_value_by_its_series(@ForAll("small") double a) {
        MathContext precision = new MathContext(60);
        BigDecimal x = new BigDecimal(a);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 120; k++) {
            sum = sum.add(term);
            term = term.multiply(x).divide(BigDecimal.valueOf(k), precision);
        }
        Interval exp = Interval.of(a).exp();
        assertTrue(new BigDecimal(exp.low()).compareTo(sum) <= 0 && sum.compareTo(new BigDecimal(exp.high())) <= 0);
        Interval back = exp.log();
        assertTrue(back.contains(a), () -> back + " misses " + a);
    }

    @Provide
    Arbitrary<Double> small() {
        return scaled(-56, -50);
    }

    @Property
    void rationals_are_enclosed_within_one_rounding(@ForAll long n, @ForAll long d) {
        Assume.that(d != 0);
        Rational r = Rational.of(n, d);
        Interval interval = Interval.of(r);
        contains(interval, r);
        assertTrue(Math.nextUp(interval.low()) >= interval.high());
    }

    @Example
    void dividing_by_an_interval_around_zero_leaves_nothing_known() {
        Interval around = new Interval(-1, 2);
        assertEquals(Interval.ENTIRE, Interval.ONE.divide(around));
        assertThrows(Undefined.class, () -> Interval.ONE.divide(Interval.ZERO));
        BinaryOperator<Interval> times = Interval::times;
        assertEquals(Interval.ENTIRE, times.apply(Interval.ENTIRE, Interval.ZERO));
        assertEquals(Interval.ENTIRE, Interval.ENTIRE.abs());
        assertEquals(Interval.ENTIRE, Interval.ENTIRE.max(Interval.ONE));
        assertTrue(new Intervals().sign(Interval.ENTIRE).isEmpty());
    }

    @Example
    void leaving_a_domain_is_told_apart_from_perhaps_leaving_it() {
        assertThrows(Undefined.class, () -> Interval.of(-1).sqrt());
        assertThrows(NotRepresentable.class, () -> new Interval(-1, 1).sqrt());
        assertThrows(Undefined.class, () -> Interval.ZERO.log());
        assertThrows(NotRepresentable.class, () -> new Interval(0, 1).log());
        assertThrows(Undefined.class, () -> Interval.of(-2).power(Rational.of(1, 3)));
        assertThrows(Undefined.class, () -> Interval.ZERO.power(Rational.of(-1, 3)));
        assertEquals(Interval.ZERO, Interval.ZERO.power(Rational.of(1, 3)));
        assertEquals(Interval.ONE, Interval.ZERO.power(Rational.ZERO));
    }

    @Example
    void overflow_and_underflow_stay_enclosures() {
        Interval large = Interval.of(Double.MAX_VALUE);
        assertEquals(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY), large.plus(large));
        assertEquals(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY), large.times(large));
        assertEquals(new Interval(0, Double.MIN_VALUE), Interval.of(1e-200).times(Interval.of(1e-200)));
        assertEquals(new Interval(-Double.MIN_VALUE, 0), Interval.of(1e-200).times(Interval.of(-1e-200)));
    }
}
