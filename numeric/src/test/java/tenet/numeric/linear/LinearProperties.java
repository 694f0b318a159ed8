package tenet.numeric.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

class LinearProperties {
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());
    private static final Matrices<Interval> ENCLOSED = new Matrices<>(new Intervals());

    @Provide
    Arbitrary<Value.Matrix<Rational>> squares() {
        return Arbitraries.integers().between(1, 6).flatMap(n -> matrices(n, n));
    }

    private static Arbitrary<Value.Matrix<Rational>> matrices(int rows, int columns) {
        return Combinators.combine(Arbitraries.integers().between(-5, 5), Arbitraries.integers().between(1, 3))
                .as((n, d) -> Rational.of(n, d)).list().ofSize(rows * columns).map(entries -> new Value.Matrix<>(rows, columns, entries));
    }

    @Property(tries = 200)
    void a_matrix_times_its_adjugate_is_its_determinant(@ForAll("squares") Value.Matrix<Rational> m) {
        Value<Rational> product = EXACT.product(m, EXACT.adjugate(m));
        assertEquals(EXACT.scale(EXACT.determinant(m), EXACT.identity(m.rows())), product);
    }

    @Property(tries = 200)
    void the_inverse_is_an_inverse_or_the_matrix_is_singular(@ForAll("squares") Value.Matrix<Rational> m) {
        if (EXACT.determinant(m).isZero()) {
            assertThrows(Undefined.class, () -> EXACT.inverse(m));
            assertTrue(Rank.exact(m) < m.rows());
        } else {
            assertEquals(EXACT.identity(m.rows()), EXACT.multiply(m, EXACT.inverse(m)));
            assertEquals(m.rows(), Rank.exact(m));
        }
    }

    @Property(tries = 200)
    void the_determinant_is_multiplicative_and_enclosed(@ForAll("pairs") List<Value.Matrix<Rational>> pair) {
        Rational left = EXACT.determinant(pair.get(0));
        Rational product = EXACT.determinant(EXACT.multiply(pair.get(0), pair.get(1)));
        assertEquals(left.times(EXACT.determinant(pair.get(1))), product);
        Interval enclosed = ENCLOSED.determinant(pair.get(0).map(Interval::of));
        assertTrue(enclosed.contains(left), () -> enclosed + " misses " + left);
        double near = new Matrices<>(new Doubles()).determinant(pair.get(0).map(Doubles::nearest));
        // Elimination is off by rounding relative to the lengths of the rows, however small the determinant is.
        assertEquals(left.toDouble(), near, 1e-11 * Math.max(1, rowLengths(pair.get(0))));
    }

    /** Hadamard's bound of the determinant. */
    private static double rowLengths(Value.Matrix<Rational> m) {
        double product = 1;
        for (int i = 0; i < m.rows(); i++) {
            double squares = 0;
            for (int j = 0; j < m.columns(); j++) squares += Math.pow(m.at(i, j).toDouble(), 2);
            product *= Math.sqrt(squares);
        }
        return product;
    }

    @Provide
    Arbitrary<List<Value.Matrix<Rational>>> pairs() {
        return Arbitraries.integers().between(1, 6).flatMap(n -> matrices(n, n).list().ofSize(2));
    }

    @Property(tries = 100)
    void the_rank_of_a_product_of_thin_factors_is_at_most_their_width(@ForAll("factors") List<Value.Matrix<Rational>> factors) {
        Value.Matrix<Rational> product = EXACT.product(factors.get(0), factors.get(1));
        assertTrue(Rank.exact(product) <= factors.get(0).columns());
        assertEquals(Rank.exact(product), Rank.exact((Value.Matrix<Rational>) EXACT.transpose(product)));
    }

    @Provide
    Arbitrary<List<Value.Matrix<Rational>>> factors() {
        return Combinators.combine(matrices(4, 2), matrices(2, 5)).as(List::of);
    }

    @Property(tries = 100)
    void powers_of_matrices_with_rational_eigenvalues_are_exact(@ForAll("rotations") Value.Matrix<Rational> rotation, @ForAll("spectra") List<Integer> roots) {
        Value<Rational> root = conjugate(rotation, roots, 1);
        Value.Matrix<Rational> fourth = EXACT.matrix(conjugate(rotation, roots, 4));
        assertEquals(root, PsdPower.of(new Rationals(), fourth, Rational.of(1, 4)));
        Value.Matrix<Double> near = PsdPower.of(new Doubles(), (Value.Matrix<Double>) fourth.map(Doubles::nearest), Rational.of(1, 4));
        // A zero eigenvalue that comes out as rounding of 625 has a fourth root of 1e-3.
        for (int i = 0; i < 9; i++) assertEquals(root.entries().get(i).toDouble(), near.entries().get(i), 5e-3);
    }

    private static Value<Rational> conjugate(Value.Matrix<Rational> rotation, List<Integer> values, int power) {
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) entries.add(i == j ? Rational.of(values.get(i)).power(power) : Rational.ZERO);
        return EXACT.multiply(EXACT.multiply(rotation, new Value.Matrix<>(3, 3, entries)), EXACT.transpose(rotation));
    }

    @Provide
    Arbitrary<List<Integer>> spectra() {
        return Arbitraries.integers().between(0, 5).list().ofSize(3);
    }

    /** (I - S)(I + S)^-1 for skew S: rational and orthogonal. */
    @Provide
    Arbitrary<Value.Matrix<Rational>> rotations() {
        return Arbitraries.integers().between(-2, 2).list().ofSize(3).map(s -> {
            Rational a = Rational.of(s.get(0)), b = Rational.of(s.get(1)), c = Rational.of(s.get(2));
            Value<Rational> skew = new Value.Matrix<>(3, 3, List.of(Rational.ZERO, a, b, a.negate(), Rational.ZERO, c, b.negate(), c.negate(), Rational.ZERO));
            Value<Rational> one = EXACT.identity(3);
            return EXACT.matrix(EXACT.multiply(EXACT.subtract(one, skew), EXACT.inverse(EXACT.add(one, skew))));
        });
    }

    @Property(tries = 100)
    void an_enclosed_inverse_contains_the_inverse(@ForAll("squares") Value.Matrix<Rational> m) {
        Assume.that(!EXACT.determinant(m).isZero());
        Value<Rational> exact = EXACT.inverse(m);
        Value<Interval> enclosed;
        try {
            enclosed = ENCLOSED.inverse(m.map(Interval::of));
        } catch (NotRepresentable cannotTell) {
            return;
        }
        for (int i = 0; i < exact.entries().size(); i++) assertTrue(enclosed.entries().get(i).contains(exact.entries().get(i)));
    }

    @Property(tries = 100)
    void enclosed_powers_contain_the_exact_power(@ForAll("rotations") Value.Matrix<Rational> rotation, @ForAll("spectra") List<Integer> roots) {
        Value<Rational> exact = conjugate(rotation, roots, 7);
        Value.Matrix<Rational> base = EXACT.matrix(conjugate(rotation, roots, 4));
        Value.Matrix<Interval> power = PsdPower.enclosedGram((Value.Matrix<Interval>) base.map(Interval::of), Rational.of(7, 4));
        for (int i = 0; i < 9; i++) {
            Interval entry = power.entries().get(i);
            Rational expected = exact.entries().get(i);
            assertTrue(entry.contains(expected), () -> entry + " misses " + expected);
            if (!roots.contains(0)) assertTrue(entry.width() < 1e-6, () -> "width " + entry.width());
        }
    }

    @Property(tries = 100)
    void enclosed_roots_multiply_back(@ForAll("squares") Value.Matrix<Rational> factor) {
        Value.Matrix<Rational> gram = EXACT.product(factor, EXACT.matrix(EXACT.transpose(factor)));
        Value.Matrix<Interval> root = PsdPower.enclosed(gram, true, Rational.of(1, 3));
        Value<Interval> cube = ENCLOSED.power(root, 3);
        for (int i = 0; i < gram.entries().size(); i++) {
            Interval entry = cube.entries().get(i);
            assertTrue(entry.contains(gram.entries().get(i)), entry::toString);
        }
    }

    @Example
    void matrices_that_are_not_positive_semidefinite_have_no_fractional_power() {
        var indefinite = new Value.Matrix<>(2, 2, List.of(Rational.ONE, Rational.of(2), Rational.of(2), Rational.ONE));
        assertThrows(Undefined.class, () -> PsdPower.of(new Rationals(), indefinite, Rational.of(1, 2)));
        assertThrows(Undefined.class, () -> PsdPower.of(new Doubles(), (Value.Matrix<Double>) indefinite.map(Doubles::nearest), Rational.of(1, 2)));
        assertThrows(Undefined.class, () -> PsdPower.of(new Intervals(), (Value.Matrix<Interval>) indefinite.map(Interval::of), Rational.of(1, 2)));
    }

    @Example
    void a_large_determinant_is_found_by_elimination() {
        List<Rational> hilbert = new ArrayList<>();
        for (int i = 1; i <= 8; i++) for (int j = 1; j <= 8; j++) hilbert.add(Rational.of(1, i + j - 1));
        // 1 / A005249(8)
        assertEquals(Rational.parse("1/365356847125734485878112256000000"), EXACT.determinant(new Value.Matrix<>(8, 8, hilbert)));
    }
}
