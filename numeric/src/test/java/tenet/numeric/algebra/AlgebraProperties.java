package tenet.numeric.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.symbolic.term.Rational;

/** One definition, several readings: the algebras agree on random rational expressions. */
class AlgebraProperties {
    /** Shifts with a prime of their own for each step, so that no earlier value is at the kink, where slopes differ. */
    private static final List<Rational> OFF_KINK = List.of(Rational.of(1, 1009), Rational.of(1, 1013), Rational.of(1, 1019), Rational.of(1, 1021));

    /** An expression, computed in whatever algebra. */
    sealed interface Expression {
        record Leaf(Rational value) implements Expression {
        }

        record Node(int operation, Expression left, Expression right) implements Expression {
        }

        default <E> E in(Algebra<E> algebra) {
            return switch (this) {
                case Leaf(Rational value) -> algebra.of(value);
                case Node(int operation, Expression left, Expression right) -> {
                    E a = left.in(algebra);
                    E b = right.in(algebra);
                    yield switch (operation) {
                        case 0 -> algebra.add(a, b);
                        case 1 -> algebra.subtract(a, b);
                        case 2 -> algebra.multiply(a, b);
                        case 3 -> algebra.divide(a, algebra.add(algebra.one(), algebra.multiply(b, b)));
                        case 4 -> algebra.power(a, Rational.of(2));
                        case 5 -> algebra.min(a, algebra.negate(b));
                        case 6 -> algebra.max(a, algebra.abs(b));
                        default -> algebra.sqrt(algebra.power(algebra.subtract(a, b), Rational.of(2)));
                    };
                }
            };
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        Arbitrary<Expression> leaf = Combinators.combine(Arbitraries.integers().between(-12, 12), Arbitraries.integers().between(1, 9))
                .as((n, d) -> new Expression.Leaf(Rational.of(n, d)));
        return Arbitraries.recursive(() -> leaf, inner -> Combinators.combine(Arbitraries.integers().between(0, 7), inner, leaf, inner)
                .as((operation, left, extra, right) -> new Expression.Node(operation, left, new Expression.Node(0, extra, right))), 0, 4);
    }

    @Property
    void the_interval_contains_the_rational_and_the_double_is_near(@ForAll("expressions") Expression expression) {
        Rational exact = expression.in(new Rationals());
        Interval interval = expression.in(new Intervals());
        assertTrue(interval.contains(exact), () -> interval + " misses " + exact);
        double near = expression.in(new Doubles());
        double slack = interval.width() + 1e-12 * Math.max(1, interval.magnitude());
        assertTrue(interval.low() - slack <= near && near <= interval.high() + slack, () -> near + " is far from " + interval);
    }

    @Property
    void the_prime_field_has_the_residue_of_the_rational(@ForAll("rational") List<Integer> steps, @ForAll("series") List<Rational> at) {
        for (long prime : new long[] {PrimeField.MERSENNE_31, PrimeField.MERSENNE_61}) {
            PrimeField field = new PrimeField(prime);
            long residue = steps(field, steps, field.of(at.get(0)), field.of(at.get(1)));
            Rational exact = steps(new Rationals(), steps, at.get(0), at.get(1));
            assertEquals(field.of(exact), residue);
            assertEquals(exact.numerator().mod(java.math.BigInteger.valueOf(prime)).signum() == 0 ? Signs.ANY : new Signs(true, false, true), field.signs(residue, 0));
        }
    }

    @Provide
    Arbitrary<List<Integer>> rational() {
        return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(4);
    }

    @Example
    void a_prime_field_has_neither_roots_nor_order() {
        PrimeField field = new PrimeField(PrimeField.MERSENNE_61);
        assertThrows(NotRepresentable.class, () -> field.sqrt(4L));
        assertThrows(NotRepresentable.class, () -> field.max(1L, 2L));
        assertThrows(NotRepresentable.class, () -> field.power(4L, Rational.of(1, 2)));
        assertThrows(NotRepresentable.class, () -> field.divide(1L, 0L));
        assertThrows(IllegalArgumentException.class, () -> new PrimeField(7));
    }

    @Property
    void a_series_without_time_is_the_number(@ForAll("expressions") Expression expression) {
        TaylorSeries<Rational> series = new TaylorSeries<>(new Rationals(), 3);
        assertEquals(series.of(expression.in(new Rationals())), expression.in(series));
    }

    @Property
    void slopes_are_first_coefficients_of_series(@ForAll("polynomials") List<Integer> steps, @ForAll("series") List<Rational> at) {
        Duals<Rational> duals = new Duals<>(new Rationals(), 2);
        TaylorSeries<Rational> series = new TaylorSeries<>(new Rationals(), 1);
        Rational x = at.get(0);
        Rational y = at.get(1);
        // The direction (1, -2): its slope is that of the first variable minus twice that of the second.
        Dual<Rational> dual = steps(duals, steps, duals.variable(x, 0), duals.variable(y, 1));
        Series<Rational> along = steps(series, steps, new Series<>(List.of(x, Rational.ONE)), new Series<>(List.of(y, Rational.of(-2))));
        assertEquals(along.coefficient(0), dual.value());
        assertEquals(along.coefficient(1), dual.slopes().get(0).minus(dual.slopes().get(1).times(Rational.of(2))));
    }

    private static <E> E steps(Algebra<E> algebra, List<Integer> steps, E x, E y) {
        E value = x;
        for (int i = 0; i < steps.size(); i++)
            value = switch (steps.get(i)) {
                case 0 -> algebra.add(value, y);
                case 1 -> algebra.multiply(value, y);
                case 2 -> algebra.divide(value, algebra.add(algebra.of(Rational.of(7)), algebra.power(x, Rational.of(2))));
                case 3 -> algebra.subtract(algebra.power(value, Rational.of(3)), x);
                case 4 -> algebra.sqrt(algebra.power(algebra.add(algebra.one(), algebra.power(value, Rational.of(2))), Rational.of(2)));
                case 5 -> algebra.power(algebra.power(algebra.add(algebra.one(), algebra.power(value, Rational.of(2))), Rational.of(3)), Rational.of(-2, 3));
                default -> algebra.abs(algebra.max(algebra.add(value, algebra.of(OFF_KINK.get(i))), algebra.of(Rational.of(-1, 1031))));
            };
        return value;
    }

    @Provide
    Arbitrary<List<Integer>> polynomials() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(4);
    }

    @Property
    void powers_of_series_multiply_back(@ForAll("series") List<Rational> coefficients, @ForAll("roots") Rational exponent) {
        TaylorSeries<Rational> algebra = new TaylorSeries<>(new Rationals(), coefficients.size());
        List<Rational> all = new java.util.ArrayList<>(List.of(Rational.ONE));
        all.addAll(coefficients);
        Series<Rational> a = new Series<>(all);
        Series<Rational> power = algebra.power(a, exponent);
        Series<Rational> left = algebra.power(power, Rational.of(exponent.denominator()));
        Series<Rational> right = algebra.power(a, Rational.of(exponent.numerator()));
        assertEquals(right, left);
        assertEquals(a, algebra.multiply(algebra.divide(a, power), power));
    }

    @Property
    void the_exponential_and_logarithm_of_series_are_inverse(@ForAll("series") List<Rational> coefficients) {
        TaylorSeries<Rational> algebra = new TaylorSeries<>(new Rationals(), coefficients.size());
        List<Rational> all = new java.util.ArrayList<>(List.of(Rational.ZERO));
        all.addAll(coefficients);
        Series<Rational> a = new Series<>(all);
        assertEquals(a, algebra.log(algebra.exp(a)));
    }

    @Provide
    Arbitrary<List<Rational>> series() {
        return Combinators.combine(Arbitraries.integers().between(-4, 4), Arbitraries.integers().between(1, 3))
                .as((n, d) -> Rational.of(n, d)).list().ofSize(4);
    }

    @Provide
    Arbitrary<Rational> roots() {
        return Arbitraries.of(Rational.of(1, 2), Rational.of(-2, 3), Rational.of(5, 2), Rational.of(-3), Rational.of(4));
    }

    @Property
    void roots_of_perfect_powers_are_exact(@ForAll("expressions") Expression expression, @ForAll("degrees") int degree) {
        Rational base = expression.in(new Rationals()).abs().plus(Rational.of(1, 7));
        assertEquals(base.power(2), new Rationals().power(base.power(degree), Rational.of(2, degree)));
    }

    @Provide
    Arbitrary<Integer> degrees() {
        return Arbitraries.integers().between(1, 6);
    }

    @Example
    void what_is_not_rational_is_said_to_be_so() {
        Rationals rationals = new Rationals();
        assertThrows(NotRepresentable.class, () -> rationals.sqrt(Rational.of(2)));
        assertThrows(NotRepresentable.class, () -> rationals.power(Rational.of(2, 3), Rational.of(1, 3)));
        assertThrows(NotRepresentable.class, () -> rationals.exp(Rational.ONE));
        assertThrows(NotRepresentable.class, () -> rationals.log(Rational.of(2)));
        assertThrows(Undefined.class, () -> rationals.sqrt(Rational.of(-4)));
        assertThrows(Undefined.class, () -> rationals.divide(Rational.ONE, Rational.ZERO));
        assertThrows(NotRepresentable.class, () -> rationals.power(Rational.of(2), Rational.of(1_000_000_000)));
    }

    @Example
    void doubles_do_not_tell_rounding_from_difference() {
        Doubles doubles = new Doubles();
        assertEquals(Signs.ANY, doubles.signs(1e-17, 1));
        assertEquals(Signs.ANY, doubles.signs(Double.NaN, 1));
        assertEquals(Signs.ANY, doubles.signs(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertEquals(Signs.of(-1), doubles.signs(-1e-3, 1));
    }

    @Example
    void a_kink_that_the_motion_may_pass_has_no_series() {
        TaylorSeries<Interval> algebra = new TaylorSeries<>(new Intervals(), 1);
        Series<Interval> crossing = new Series<>(List.of(new Interval(-1, 1), Interval.ONE));
        assertThrows(NotRepresentable.class, () -> algebra.abs(crossing));
        Series<Interval> below = new Series<>(List.of(new Interval(-2, -1), Interval.ONE));
        assertEquals(algebra.negate(below), algebra.abs(below));
    }
}
