package tenet.properties.construction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

/** What gives way when hypotheses are to hold: signs, bases of powers, what stands still in a law. */
class GivingWayTest {
    private static final Document DOCUMENT = Parser.parse("giving.tenet", """
            theorem still
              in none
              param n : nat >= 1, <= 2
              moving var x : real[n]
              var g : real[n]
              given law: x' = -g
              given still: x' = zero(n, 1)
              show norm(g) = 0
            theorem triple
              in none
              var X : real[2, 2]
              var u, v : real[2]
              var s : real
              given left: X*v = s*u
              given right: X^T*u = s*v
              given unit: u^T*u = 1 and v^T*v = 1
              show s = u^T*X*v
            theorem triple.positive
              in none
              var X : real[2, 2]
              var u, v : real[2]
              var s : real
              given left: X*v = s*u
              given right: X^T*u = s*v
              given unit: u^T*u = 1 and v^T*v = 1
              given sign: s > 0
              show s = u^T*X*v
            theorem power
              in none
              param L : nat >= 3, <= 4
              param a, y : real
              param x, b : real > 0
              given tie: x^(2/L - 1) + a*y = b
              show a*y = b - x^(2/L - 1)
            theorem fixed
              in none
              param n : nat >= 2, <= 2
              param alpha, s : real
              param W : real[n, n]
              param x : real[n]
              given start: W = alpha*identity(n)
              given right: W*x = s*x
              given left: W^T*x = s*x
              given unit: x^T*x = 1
              show s = alpha
            """, name -> Optional.empty()).value();

    private static List<Instance> accepted(String id) {
        Statement statement = DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
        Sampler sampler = new Sampler(statement, List.of());
        return IntStream.range(0, 200).mapToObj(number -> sampler.draw(Choices.fresh(1, number)))
                .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED).map(sample -> sample.instance().orElseThrow()).toList();
    }

    private static Rational number(Instance instance, String name) {
        return instance.value(name, List.of()).orElseThrow().entries().getFirst();
    }

    @Test
    void what_stands_still_in_a_law_gives_way_to_rates_that_are_given() {
        assertThat(accepted("still")).hasSizeGreaterThan(150);
    }

    @Test
    void numbers_of_singular_triples_have_both_signs_where_they_may() {
        assertThat(accepted("triple")).filteredOn(instance -> number(instance, "s").signum() < 0).hasSizeGreaterThan(20);
        assertThat(accepted("triple.positive")).hasSizeGreaterThan(100);
    }

    @Test
    void an_equation_is_solved_for_a_number_under_a_real_power_so_that_factors_may_be_zero() {
        assertThat(accepted("power")).filteredOn(instance -> number(instance, "a").isZero() && !number(instance, "x").equals(Rational.ONE)).isNotEmpty();
    }

    @Test
    void a_matrix_that_is_given_otherwise_is_no_free_factor_of_singular_triples() {
        assertThat(accepted("fixed")).hasSizeGreaterThan(50);
    }
}
