package tenet.numeric.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;

class SpectralFunctionsTest {
    private static Value.Matrix<Rational> matrix(int rows, int columns, String... entries) {
        return new Value.Matrix<>(rows, columns, java.util.Arrays.stream(entries).map(Rational::parse).toList());
    }

    private static Rational exact(Operator function, Value.Matrix<Rational> matrix, String... parameter) {
        return new SpectralFunctions<>(new Rationals()).value(function, matrix, Optional.empty(), java.util.Arrays.stream(parameter).map(Rational::parse).findFirst());
    }

    private static Interval enclosed(Operator function, Value.Matrix<Rational> matrix, String... parameter) {
        return new SpectralFunctions<>(new Intervals()).value(function, (Value.Matrix<Interval>) matrix.map(Interval::of), Optional.of(matrix),
                java.util.Arrays.stream(parameter).map(Rational::parse).findFirst());
    }

    private static double near(Operator function, Value.Matrix<Rational> matrix, String... parameter) {
        return new SpectralFunctions<>(new Doubles()).value(function, (Value.Matrix<Double>) matrix.map(Doubles::nearest), Optional.empty(),
                java.util.Arrays.stream(parameter).map(Rational::parse).findFirst());
    }

    private static void assertNear(double expected, Interval enclosure, double tolerance) {
        assertEquals(expected, enclosure.low(), tolerance);
        assertEquals(expected, enclosure.high(), tolerance);
    }

    /** The matrix [[x, 1], [1, 0]] has the singular values exp(u) and exp(-u), u = arsinh(x/2). */
    @ParameterizedTest
    @CsvSource({"1/2, 1.2807764064044151, 1.94146", "-3, 3.302775637731995, 1.33425", "10, 10.099019513592784, 1.05618", "1000, 1000.000999999, 1.0000148"})
    void the_completion_matrix_has_the_singular_values_of_its_closed_form(String x, double largest, double effectiveRank) {
        var matrix = matrix(2, 2, x, "1", "1", "0");
        assertNear(largest, enclosed(Operator.SPECTRAL_NORM, matrix), 1e-12 * largest);
        assertNear(1 / largest, enclosed(Operator.SINGULAR_VALUE, matrix, "2"), 1e-12 * largest);
        assertNear(1 / largest, enclosed(Operator.RANK_DISTANCE, matrix, "1"), 1e-12 * largest);
        assertNear(largest + 1 / largest, enclosed(Operator.NUCLEAR_NORM, matrix), 1e-12 * largest);
        assertNear(Math.pow(Math.sqrt(largest) + Math.sqrt(1 / largest), 2), enclosed(Operator.SCHATTEN, matrix, "1/2"), 1e-9 * largest);
        assertNear(effectiveRank, enclosed(Operator.EFFECTIVE_RANK, matrix), 1e-5);
        assertEquals(effectiveRank, near(Operator.EFFECTIVE_RANK, matrix), 1e-5);
        assertEquals(largest, near(Operator.SPECTRAL_NORM, matrix), 1e-9 * largest);
    }

    @Test
    void rational_singular_values_give_exact_values() {
        var turned = matrix(2, 3, "6/5", "0", "-4", "8/5", "0", "3");
        assertEquals(List.of(Rational.of(5), Rational.of(2)), SingularValues.exact(turned));
        assertEquals(Rational.of(7), exact(Operator.NUCLEAR_NORM, turned));
        assertEquals(Rational.of(5), exact(Operator.SPECTRAL_NORM, turned));
        assertEquals(Rational.of(2), exact(Operator.RANK_DISTANCE, turned, "1"));
        assertEquals(Rational.ZERO, exact(Operator.RANK_DISTANCE, turned, "2"));
        assertEquals(Rational.of(2), exact(Operator.RANK, turned));
        assertEquals(Rational.of(3), exact(Operator.EFFECTIVE_RANK, matrix(3, 3, "0", "2", "0", "-2", "0", "0", "0", "0", "2")));
        assertEquals(Rational.of(4), exact(Operator.SCHATTEN, matrix(2, 2, "1", "0", "0", "1"), "1/2"));
        assertEquals(Interval.of(7), enclosed(Operator.NUCLEAR_NORM, turned));
        assertThrows(NotRepresentable.class, () -> exact(Operator.NUCLEAR_NORM, matrix(2, 2, "1", "1", "1", "0")));
        // The trace of the Gram matrix is what rational guesses would have, but the matrix has other values.
        assertThrows(NotRepresentable.class, () -> SingularValues.exact(matrix(2, 2, "1", "2", "0", "2")));
    }

    @Test
    void values_of_an_exactly_singular_matrix_are_exactly_zero() {
        var thirds = matrix(2, 2, "1/3", "2/3", "1/7", "2/7");
        assertEquals(Interval.ZERO, enclosed(Operator.SINGULAR_VALUE, thirds, "2"));
        assertEquals(Interval.ZERO, enclosed(Operator.RANK_DISTANCE, thirds, "1"));
        assertEquals(Interval.ONE, enclosed(Operator.RANK, thirds));
        assertEquals(Interval.ONE, enclosed(Operator.EFFECTIVE_RANK, thirds));
        // 1e-16 of noise in a zero would be 0.03 at the exponent 1/10.
        assertEquals(enclosed(Operator.NUCLEAR_NORM, thirds).low(), enclosed(Operator.SCHATTEN, thirds, "1/10").low(), 1e-14);
        assertEquals(1, near(Operator.RANK, thirds));
    }

    @Test
    void without_the_exact_matrix_the_rank_of_a_box_is_a_range() {
        var box = (Value.Matrix<Interval>) matrix(2, 2, "1/3", "2/3", "1/7", "2/7").map(Interval::of);
        assertEquals(new Interval(1, 2), new SpectralFunctions<>(new Intervals()).value(Operator.RANK, box, Optional.empty(), Optional.empty()));
    }

    @Test
    void huge_tiny_and_empty_matrices_have_values() {
        for (double unit : new double[] {1e-320, 5.6e-163, 1e-30, 1e150, 1e307}) {
            var m = new Value.Matrix<>(2, 2, List.of(unit, 0.0, 0.0, unit).stream().map(Rational::exactly).toList());
            assertTrue(enclosed(Operator.NUCLEAR_NORM, m).contains(Rational.exactly(unit).plus(Rational.exactly(unit))));
            var skew = new Value.Matrix<>(2, 2, List.of(unit, unit, 0.0, unit).stream().map(Rational::exactly).toList());
            Interval golden = enclosed(Operator.SPECTRAL_NORM, skew);
            assertTrue(golden.low() <= 1.618033988749895 * unit && 1.618033988749894 * unit <= golden.high(), golden::toString);
            assertTrue(golden.width() <= 1e-14 * unit + 4 * Double.MIN_VALUE, golden::toString);
        }
        var empty = new Value.Matrix<Rational>(0, 3, List.of());
        for (Operator function : List.of(Operator.NUCLEAR_NORM, Operator.SPECTRAL_NORM, Operator.RANK)) {
            assertEquals(Rational.ZERO, exact(function, empty));
            assertEquals(Interval.ZERO, enclosed(function, empty));
            assertEquals(0, near(function, empty));
        }
        assertEquals(Interval.ZERO, enclosed(Operator.SCHATTEN, matrix(2, 1, "0", "0"), "1/3"));
    }

    @Test
    void what_has_no_value_says_so() {
        var zero = matrix(2, 2, "0", "0", "0", "0");
        assertThrows(Undefined.class, () -> exact(Operator.EFFECTIVE_RANK, zero));
        assertThrows(Undefined.class, () -> enclosed(Operator.EFFECTIVE_RANK, zero));
        assertThrows(Undefined.class, () -> enclosed(Operator.SINGULAR_VALUE, zero, "3"));
        assertThrows(Undefined.class, () -> enclosed(Operator.SINGULAR_VALUE, zero, "0"));
        assertThrows(Undefined.class, () -> enclosed(Operator.SCHATTEN, zero, "0"));
        assertThrows(Undefined.class, () -> exact(Operator.RANK_DISTANCE, zero, "-1"));
        var infinite = new Value.Matrix<>(1, 2, List.of(Double.POSITIVE_INFINITY, 1.0));
        assertThrows(NotRepresentable.class, () -> SingularValues.of(infinite));
        var unbounded = new Value.Matrix<>(1, 1, List.of(Interval.ENTIRE));
        assertThrows(NotRepresentable.class, () -> SingularValues.enclosed(unbounded, Optional.empty()));
        assertThrows(NotRepresentable.class, () -> SingularValues.of(new Value.Matrix<>(1, 1, List.of(Double.NaN))));
    }
}
