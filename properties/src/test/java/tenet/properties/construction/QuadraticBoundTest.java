package tenet.properties.construction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

class QuadraticBoundTest {
    private static final Document DOCUMENT = Parser.parse("bounds.tenet", """
            theory bounded
              param n : nat >= 1, <= 2
              param m : real
              fun f : real[n] -> real
              var x : real[n]
            theorem here
              given bounded: for z : real[n]: f(z) >= m
              show f(x) >= m
            false claim here.more
              given bounded: for z : real[n]: f(z) >= m
              show f(x) >= m + 1
            false claim above
              given bounded: for z : real[n]: m > f(z)
              show f(x) <= m - 2
            theory falling extends bounded
              flow x descends f(x)
            theorem later
              given bounded: for z : real[n]: f(z) >= m
              given initially start: f(x) <= m + 1
              show f(x) <= m + 1
            false claim later.less
              given bounded: for z : real[n]: f(z) >= m
              given initially start: f(x) <= m + 1 and f(x) >= m + 1/2
              show f(x) >= m + 1/2
            """, name -> Optional.empty()).value();

    private static Statement statement(String id) {
        return DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
    }

    private static Attack attack(String id) {
        return Falsifier.attack(statement(id), List.of(), new Settings(1, 100, Duration.ofMinutes(2), 1, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here.more", "above", "later.less"})
    void a_bound_for_all_arguments_lends_certainty_to_a_violation(String id) {
        assertThat(attack(id).isRefuted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "later"})
    void what_it_implies_is_not_refuted(String id) {
        Attack attack = attack(id);
        assertThat(attack.isRefuted()).isFalse();
        assertThat(attack.counts().holds()).isPositive();
    }

    /** {@code (X - 3)^2 + 2 X} has its least value 5 at 2. */
    @ParameterizedTest
    @CsvSource({">=, 5, HOLDS", ">=, 6, VIOLATED", ">, 5, VIOLATED", ">, 4, HOLDS", "<=, 1000, VIOLATED", "=, 5, VIOLATED", "!=, 5, VIOLATED", "!=, 4, HOLDS"})
    void the_least_value_of_a_quadratic_decides(String comparison, long limit, Truth truth) {
        assertThat(known(new FunctionModel.Quadratic(Value.vector(List.of(Rational.of(2))), Value.vector(List.of(Rational.of(3))), Value.vector(List.of(Rational.of(2)))),
                comparison, limit)).contains(truth);
    }

    @Test
    void a_linear_part_without_a_square_has_no_bound() {
        var one = Value.vector(List.of(Rational.ONE));
        var zero = Value.vector(List.of(Rational.ZERO));
        assertThat(known(new FunctionModel.Quadratic(zero, zero, one), ">=", -1000)).contains(Truth.VIOLATED);
        assertThat(known(new FunctionModel.Quadratic(zero, zero, zero), "=", 0)).contains(Truth.HOLDS);
    }

    private static Optional<Truth> known(FunctionModel model, String comparison, long limit) {
        Statement statement = statement("here");
        Instance instance = Instance.EMPTY.with("n", 1).with("m", limit).with("x", Value.vector(List.of(Rational.ZERO))).with("f", model);
        Formula formula = Parser.parseFormula("for z : real[n]: f(z) " + comparison + " m", statement.signature()).value().orElseThrow();
        return QuadraticBound.known(formula, instance, new Evaluation<>(new PrimitiveTerms(statement.signature()), State.of(new Rationals(), instance)));
    }
}
