package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

class ParallelepipedProperties {
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());

    /** Eight integers: two linear maps of the plane. */
    @Provide
    Arbitrary<List<Integer>> maps() {
        return Arbitraries.integers().between(-4, 4).list().ofSize(8);
    }

    /** A corner or another point of the square from -1 to 1, in quarters. */
    @Provide
    Arbitrary<List<Integer>> points() {
        return Arbitraries.integers().between(-4, 4).list().ofSize(2);
    }

    @Property
    void linear_maps_of_a_square_are_followed(@ForAll("maps") List<Integer> maps, @ForAll("points") List<Integer> point) {
        List<Interval> square = List.of(new Interval(9, 11), new Interval(-1, 1));
        Parallelepiped set = Parallelepiped.of(square);
        Value<Rational> x = new Value.Matrix<>(2, 1, List.of(Rational.of(40 + point.get(0), 4), Rational.of(point.get(1), 4)));
        for (int k = 0; k < 2; k++) {
            List<Rational> entries = new ArrayList<>();
            List<Interval> enclosed = new ArrayList<>();
            for (int entry : maps.subList(4 * k, 4 * k + 4)) {
                entries.add(Rational.of(entry, 3));
                enclosed.add(Interval.of(Rational.of(entry, 3)));
            }
            Value.Matrix<Rational> map = new Value.Matrix<>(2, 2, entries);
            x = EXACT.multiply(map, x);
            Value<Rational> center = new Value.Matrix<>(2, 1, set.center().stream().map(c -> Rational.exactly(c.low())).toList());
            List<Interval> image = EXACT.multiply(map, center).entries().stream().map(Interval::of).toList();
            set = set.moved(image, new Value.Matrix<>(2, 2, enclosed));
            for (int i = 0; i < 2; i++) {
                Interval side = set.box().get(i);
                Rational coordinate = x.entries().get(i);
                assertTrue(side.contains(coordinate), () -> side + " misses " + coordinate);
            }
        }
    }
}
