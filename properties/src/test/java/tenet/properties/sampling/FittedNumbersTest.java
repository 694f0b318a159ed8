package tenet.properties.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.symbolic.claim.Document;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

/** Numbers that are chosen so that hypotheses can be told exactly. */
class FittedNumbersTest {
    private static final Document DOCUMENT = Parser.parse("fitted.tenet", """
            theorem powers
              param L : nat >= 3, <= 4
              var s, x, y : real
              given positive: s > 0
              given power: x = s^(1/L)
              given other: y = s^(1/2)
              show x > 0
            theorem constants
              param low, r, rate : real >= 0
              given always speed: rate = 3*low
              given always room: 2*low + r >= 20
              given always little: r <= 1
              show rate >= 0
            theorem reciprocals
              param a, b, c, k : real > 0
              given room: a >= 2*b
              given resistors: c*k^(-1) = a + b
              show k > 0
            theorem abbreviations
              param c, k : real > 0
              var x : real
              flow x follows x
              moving var g : real
              given always pairing: g = c*x
              given large: g >= k
              given little: abs(x) <= 1
              show g > 0
            theorem vectors
              param n : nat >= 1, <= 2
              param s : real >= 0
              var x : real[n]
              given within: norm(x) <= s
              given away: x[1] >= 1
              show s >= 1
            """, name -> Optional.empty()).value();
    private static final int DRAWN = 100;

    private static List<Instance> accepted(String id) {
        Sampler sampler = new Sampler(DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement(), List.of());
        return IntStream.range(0, DRAWN).mapToObj(number -> sampler.draw(Choices.fresh(1, number)))
                .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED).map(sample -> sample.instance().orElseThrow()).toList();
    }

    private static Rational number(Instance instance, String name) {
        return instance.value(name, List.of()).orElseThrow().entries().getFirst();
    }

    @Test
    void a_number_under_a_fractional_power_has_that_power_and_is_not_always_one() {
        List<Instance> accepted = accepted("powers");
        assertThat(accepted).hasSizeGreaterThan(9 * DRAWN / 10);
        assertThat(accepted.stream().map(instance -> number(instance, "s")).distinct().count()).isGreaterThan(5);
    }

    @Test
    void a_constant_computed_from_others_does_not_hold_them_fast() {
        List<Instance> accepted = accepted("constants");
        assertThat(accepted).hasSizeGreaterThan(DRAWN / 5)
                .allSatisfy(instance -> assertThat(number(instance, "rate")).isEqualTo(number(instance, "low").times(Rational.of(3))));
        assertThat(accepted.stream().map(instance -> number(instance, "low")).distinct().count()).isGreaterThan(5);
    }

    @Test
    void a_number_that_nothing_else_speaks_of_gives_way_also_under_a_fraction_bar() {
        assertThat(accepted("reciprocals")).hasSizeGreaterThan(DRAWN / 2)
                .allSatisfy(instance -> assertThat(number(instance, "c"))
                        .isEqualTo(number(instance, "k").times(number(instance, "a").plus(number(instance, "b")))));
    }

    @Test
    void what_abbreviates_a_term_does_not_hold_it_fast() {
        List<Instance> accepted = accepted("abbreviations");
        assertThat(accepted).hasSizeGreaterThan(DRAWN / 4)
                .allSatisfy(instance -> assertThat(number(instance, "g")).isEqualTo(number(instance, "c").times(number(instance, "x"))));
        assertThat(accepted).anySatisfy(instance -> assertThat(number(instance, "g")).isEqualTo(number(instance, "k")));
    }

    @Test
    void entries_under_a_norm_are_moved_within_its_bound() {
        assertThat(accepted("vectors")).hasSizeGreaterThan(DRAWN / 3);
    }
}
