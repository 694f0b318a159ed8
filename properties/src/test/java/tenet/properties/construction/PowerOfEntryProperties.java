package tenet.properties.construction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

class PowerOfEntryProperties {
    private static List<Rational> values(UnaryOperator<Rational> polynomial) {
        return IntStream.rangeClosed(0, 7).mapToObj(x -> polynomial.apply(Rational.of(x))).toList();
    }

    @Property(tries = 200)
    void a_rational_root_of_a_shifted_power_is_found(@ForAll @IntRange(min = 1, max = 6) int degree, @ForAll @IntRange(min = -9, max = 9) int centre,
                                                     @ForAll @IntRange(min = -9, max = 9) int away, @ForAll @IntRange(min = 1, max = 5) int scale) {
        Rational middle = Rational.of(centre, scale);
        Rational height = Rational.of(away, 7).power(degree).times(Rational.of(-scale));
        UnaryOperator<Rational> polynomial = x -> Rational.of(scale).times(x.minus(middle).power(degree)).plus(height);
        Rational root = PowerOfEntry.root(values(polynomial)).orElseThrow();
        assertThat(polynomial.apply(root)).isEqualTo(Rational.ZERO);
    }

    @Example
    void where_there_is_no_rational_root_none_is_told() {
        assertThat(PowerOfEntry.root(values(x -> x.power(3).minus(Rational.of(2))))).isEqualTo(Optional.empty());
        assertThat(PowerOfEntry.root(values(x -> x.power(4).plus(Rational.ONE)))).isEqualTo(Optional.empty());
        assertThat(PowerOfEntry.root(values(ignored -> Rational.ONE))).isEqualTo(Optional.empty());
        assertThat(PowerOfEntry.root(values(x -> x.power(7)))).as("of a degree too high").isEqualTo(Optional.empty());
        assertThat(PowerOfEntry.root(values(x -> x.power(3).plus(x).minus(Rational.of(2))))).as("not a power of one difference").isEqualTo(Optional.empty());
    }
}
