package tenet.properties.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

class LinearSystemProperties {
    private static Rational dot(List<Rational> a, List<Rational> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).times(b.get(i))).reduce(Rational.ZERO, Rational::plus);
    }

    @Property(tries = 200)
    void a_consistent_system_is_solved(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int unknowns, @ForAll @IntRange(min = 0, max = 6) int equations) {
        Draws draws = new Draws(Choices.fresh(seed, 0));
        List<Rational> solution = MatrixDraws.entries(unknowns, draws::rational);
        List<List<Rational>> rows = IntStream.range(0, equations).mapToObj(i -> MatrixDraws.entries(unknowns, draws::rational)).toList();
        LinearSystem system = new LinearSystem(unknowns);
        for (List<Rational> row : rows) system.require(row, dot(row, solution));
        List<Rational> found = system.solve(MatrixDraws.entries(unknowns, draws::rational)).orElseThrow();
        for (List<Rational> row : rows) assertThat(dot(row, found)).isEqualTo(dot(row, solution));
    }

    @Example
    void a_contradiction_has_no_solution() {
        LinearSystem system = new LinearSystem(2);
        system.require(List.of(Rational.ONE, Rational.of(2)), Rational.ONE);
        system.require(List.of(Rational.of(2), Rational.of(4)), Rational.of(3));
        assertThat(system.solve(List.of(Rational.ZERO, Rational.ZERO))).isEmpty();
    }

    @Example
    void free_unknowns_keep_the_values_given() {
        LinearSystem system = new LinearSystem(2);
        system.require(List.of(Rational.ONE, Rational.of(2)), Rational.of(5));
        assertThat(system.solve(List.of(Rational.of(100), Rational.of(7)))).isEqualTo(Optional.of(List.of(Rational.of(-9), Rational.of(7))));
    }
}
