package tenet.numeric.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Rationals;
import tenet.symbolic.term.Rational;

class SingularValueProperties {
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());

    /** A matrix with known singular values: a diagonal between two rational rotations. */
    record Known(Value.Matrix<Rational> matrix, List<Rational> values) {
    }

    @Provide
    Arbitrary<Known> known() {
        return Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 4)).as((m, n) -> new int[] {m, n}).flatMap(size ->
                Combinators.combine(rotation(size[0]), rotation(size[1]), Combinators.combine(Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 3)).as((p, q) -> Rational.of(p, q)).list().ofSize(Math.min(size[0], size[1]))).as((u, v, values) -> {
                            List<Rational> diagonal = new ArrayList<>();
                            for (int i = 0; i < size[0]; i++) for (int j = 0; j < size[1]; j++) diagonal.add(i == j ? values.get(i) : Rational.ZERO);
                            Value.Matrix<Rational> middle = new Value.Matrix<>(size[0], size[1], diagonal);
                            return new Known(EXACT.product(EXACT.product(u, middle), v), values.stream().sorted(Comparator.reverseOrder()).toList());
                        }));
    }

    /** Cayley: (I - A) inv(I + A) for a skew A is a rotation. */
    private static Arbitrary<Value.Matrix<Rational>> rotation(int n) {
        return Combinators.combine(Arbitraries.integers().between(-3, 3), Arbitraries.integers().between(1, 2)).as((p, q) -> Rational.of(p, q))
                .list().ofSize(n * n).map(entries -> {
                    Value.Matrix<Rational> any = new Value.Matrix<>(n, n, entries);
                    Value<Rational> skew = EXACT.subtract(any, EXACT.transpose(any));
                    Value.Matrix<Rational> one = EXACT.identity(n);
                    return EXACT.product(EXACT.matrix(EXACT.subtract(one, skew)), EXACT.matrix(EXACT.inverse(EXACT.add(one, skew))));
                });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void enclosures_contain_the_known_values_and_are_thin(@ForAll("known") Known known) {
        List<Interval> enclosed = SingularValues.enclosed((Value.Matrix<Interval>) known.matrix().map(Interval::of), Optional.empty());
        List<Double> near = SingularValues.of((Value.Matrix<Double>) known.matrix().map(Doubles::nearest));
        assertEquals(known.values().size(), enclosed.size());
        for (int k = 0; k < enclosed.size(); k++) {
            Interval here = enclosed.get(k);
            Rational value = known.values().get(k);
            assertTrue(here.contains(value), () -> here + " misses " + value);
            assertTrue(here.width() <= 1e-12, here::toString);
            assertEquals(value.toDouble(), near.get(k), 1e-12);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void rational_singular_values_are_found(@ForAll("known") Known known) {
        assertEquals(known.values(), SingularValues.exact(known.matrix()));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_matrix_of_a_box_has_its_values_in_the_enclosure(@ForAll("known") Known known, @ForAll("known") Known other) {
        int rows = known.matrix().rows();
        int columns = known.matrix().columns();
        List<Interval> box = new ArrayList<>();
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) {
                Interval entry = Interval.of(known.matrix().at(i, j));
                Rational also = i < other.matrix().rows() && j < other.matrix().columns() ? other.matrix().at(i, j) : Rational.ZERO;
                box.add(entry.hull(Interval.of(also)));
            }
        List<Interval> enclosed = SingularValues.enclosed(new Value.Matrix<>(rows, columns, box), Optional.empty());
        for (int k = 0; k < enclosed.size(); k++) assertTrue(enclosed.get(k).contains(known.values().get(k)));
    }
}
