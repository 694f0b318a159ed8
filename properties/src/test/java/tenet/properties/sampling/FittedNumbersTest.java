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
}
