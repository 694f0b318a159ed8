package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Truth;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

class MotionTest {
    private static Attack attack(String id, Settings settings) {
        return Falsifier.attack(CLAIMS.statement(id), CLAIMS.sampling(id), settings);
    }

    @Test
    void statements_about_later_times_are_told_from_statements_about_one_state() {
        assertThat(MotionJudge.speaksOfMotion(CLAIMS.statement("determinant-sign"))).isTrue();
        assertThat(MotionJudge.speaksOfMotion(CLAIMS.statement("sv-dynamics"))).isFalse();
        assertThat(MotionJudge.speaksOfMotion(CLAIMS.statement("end-to-end"))).isFalse();
        assertThat(MotionJudge.speaksOfMotion(CLAIMS.statement("entry-lower"))).isFalse();
    }

    @Test
    void without_balance_the_determinant_changes_sign_within_an_enclosure_of_the_motion() {
        Statement statement = CLAIMS.statement("determinant-sign.unbalanced");
        Attack attack = attack("determinant-sign.unbalanced", new Settings(1, 100, Duration.ofMinutes(2), 2));
        Counterexample simplest = attack.simplest().orElseThrow();
        assertThat(attack.alongMotion()).isTrue();
        assertThat(simplest.method()).isEqualTo(Method.ENCLOSED_MOTION);
        assertThat(simplest.time().orElseThrow()).isPositive();
        assertThat(simplest.sides().left()).isInstanceOfSatisfying(Sides.Measured.Enclosed.class,
                determinant -> assertThat(determinant.value().entries().getFirst().high()).isNegative());
        var start = Parser.parseFormula("det(E) > 0", statement.signature()).value().orElseThrow();
        assertThat(new Evaluation<>(new Rationals(), statement.signature(), simplest.instance()).holds(start)).isEqualTo(Truth.HOLDS);
        assertThat(simplest.text(statement.signature())).contains("at t = ", "an enclosure of the motion");
    }

    /** Rounding the balanced start makes floating-point trajectories cross zero, which the exact ones never do. */
    @Test
    void long_trajectories_from_balanced_starts_never_refute_the_sign_of_the_determinant() {
        Attack attack = attack("determinant-sign", new Settings(1, 40, Duration.ofMinutes(2), 2, 2000));
        assertThat(attack.isRefuted()).isFalse();
        assertThat(attack.counts().violated()).isZero();
        assertThat(attack.counts().cannotTell()).as("behind some time the trajectories say nothing").isPositive();
        assertThat(attack.reasons().keySet()).anyMatch(reason -> reason.contains("rounding error") || reason.contains("floating-point"));
    }

    @Test
    void an_equation_that_the_flow_keeps_is_supported_within_rounding() {
        Attack attack = attack("kept", new Settings(1, 30, Duration.ofMinutes(2), 2, 1));
        assertThat(attack.counts().holds()).isPositive();
        assertThat(attack.counts().violated()).isZero();
    }

    @Test
    void short_trajectories_support() {
        Attack attack = attack("determinant-sign", new Settings(1, 40, Duration.ofMinutes(2), 2, 1));
        assertThat(attack.counts().holds()).isPositive();
        assertThat(attack.vacuity()).isEmpty();
        assertThat(List.of(attack.constructions())).isNotEmpty();
    }

    @Test
    void attacks_along_motions_do_not_depend_on_the_threads() {
        Attack one = attack("determinant-sign", new Settings(3, 10, Duration.ofMinutes(2), 1, 500));
        Attack two = attack("determinant-sign", new Settings(3, 10, Duration.ofMinutes(2), 2, 500));
        assertThat(two.counts()).isEqualTo(one.counts());
        assertThat(two.reasons()).isEqualTo(one.reasons());
        assertThat(two.suspicion()).isEqualTo(one.suspicion());
        assertThat(two.smallestMargin()).isEqualTo(one.smallestMargin());
    }

    /** False only in the last tenth before the motion ends, at time 1/2. */
    @Test
    void what_fails_shortly_before_a_blow_up_is_refuted_where_it_begins_to_fail() {
        Statement statement = Parser.parse("quartic.tenet", """
                theory quartic
                  var x, t : real
                  flow x descends -x^4/4
                  flow t follows 1
                false claim late
                  given always positive: x > 0
                  given initially start: x = 1 and t = 0
                  show 11/10*t < 1/2
                """, name -> java.util.Optional.empty()).value().claims().getFirst().statement();
        Counterexample found = Falsifier.attack(statement, List.of(), new Settings(1, 30, Duration.ofMinutes(2), 1, 8)).simplest().orElseThrow();
        assertThat(found.time().orElseThrow()).isBetween(5.0 / 11, 0.49);
    }
}
