package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

class LawfulMotionTest {
    private static final Document DOCUMENT = Parser.parse("laws.tenet", """
            theorem decay.above
              moving var x, t : real
              given always law: x' = -x
              given always clock: t' = 1
              given initially start: x = 1 and t = 0
              show x >= 1 - t
            false claim decay.below
              moving var x, t : real
              given always law: x' = -x
              given always clock: t' = 1
              given initially start: x = 1 and t = 0
              show x >= 1 - t/2
            theorem decay.while-large
              moving var x, t : real
              given always law: x' = -x
              given always clock: t' = 1
              given always large: x >= 1/2
              given initially start: x = 1 and t = 0
              show t <= 1
            false claim decay.while-large.short
              moving var x, t : real
              given always law: x' = -x
              given always clock: t' = 1
              given always large: x >= 1/2
              given initially start: x = 1 and t = 0
              show t <= 1/2
            theorem family.order
              moving var x[i in 1..2] : real
              given always law: for k in 1..2: x[k]' = -k*x[k]
              given initially start: for i in 1..2: x[i] = 1
              show x[1] >= x[2]
            false claim family.reversed
              moving var x[i in 1..2] : real
              given always law: for k in 1..2: x[k]' = -k*x[k]
              given initially start: for i in 1..2: x[i] = 1
              show x[1] <= x[2]
            theorem root.grows
              moving var s, y : real
              given always positive: s > 0
              given always law: s' = s
              given always root: y = s^(1/2)
              given initially start: s = 4
              show y >= 2
            false claim root.falls
              moving var s, y : real
              given always positive: s > 0
              given always law: s' = s
              given always root: y = s^(1/2)
              given initially start: s = 4
              show y <= 2
            theorem driven.up
              moving var s, f : real
              given always law: s' = f
              given always up: f >= 0
              given initially start: s = 0
              show s >= 0
            false claim driven.anywhere
              moving var s, f : real
              given always law: s' = f
              given initially start: s = 0 and f = 0
              show s >= 0
            false claim matrix
              param n : nat >= 1, <= 1
              moving var E : real[n, n]
              given always law: E' = -(E*E^T)^(1/3)
              given initially start: E[1,1] = 8
              show E[1,1] >= 7
            theorem circle
              moving var x, y : real
              given always law: x' = y
              given always circle: x^2 + y^2 = 1
              given initially start: x = 0
              show x <= 1
            theorem half
              moving var x[i in 1..2] : real
              given always law: for i in 1..1: x[i]' = -x[i]
              given initially start: x[1] = 1
              show x[1] <= 1
            theorem turning
              moving var x : real
              given initially fast: x' = 1
              given initially start: x = 0
              show x >= 0
            theory two_factors
              var w[n in 1..2] : real[2]
              flow w[n] follows n*w[n]
            false claim product.limited
              moving var g : real
              given always pairing: g = inner(outer(n in 1..2, w[n]), outer(n in 1..2, w[n]))
              given initially start: for n in 1..2: w[n] = [[1], [0]]
              show g <= 2
            theorem constants.at-the-bound
              moving var x : real
              param a : real >= 0
              given always law: x' = -x
              given always room: a <= 0
              given initially start: x = 1
              show x <= 1 - a
            """, name -> Optional.empty()).value();

    private static Statement statement(String id) {
        return DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
    }

    private static Attack attack(String id, int tries) {
        return Falsifier.attack(statement(id), List.of(), new Settings(1, tries, Duration.ofMinutes(2), 1, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay.below", "decay.while-large.short", "family.reversed", "root.falls", "driven.anywhere", "matrix", "product.limited"})
    void what_fails_later_along_a_motion_given_by_laws_is_refuted_within_an_enclosure(String id) {
        Counterexample found = attack(id, 60).simplest().orElseThrow();
        assertThat(found.method()).isEqualTo(Method.ENCLOSED_MOTION);
        assertThat(found.time().orElseThrow()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay.above", "decay.while-large", "family.order", "root.grows", "driven.up", "constants.at-the-bound"})
    void what_holds_along_it_is_not_refuted(String id) {
        Attack attack = attack(id, 30);
        assertThat(attack.isRefuted()).isFalse();
        assertThat(attack.alongMotion()).isTrue();
        assertThat(attack.counts().holds()).isPositive();
    }

    @Test
    void a_counterexample_tells_the_rate_that_is_kept_and_not_those_of_the_laws() {
        Counterexample found = attack("driven.anywhere", 60).simplest().orElseThrow();
        assertThat(found.text(statement("driven.anywhere").signature())).contains("f' = ", "f keeps this rate").doesNotContain("s' = ");
    }

    @Test
    void a_counterexample_stands_when_it_is_given_back() {
        Counterexample found = attack("root.falls", 60).simplest().orElseThrow();
        Falsifier.Replay again = Falsifier.replay(statement("root.falls"), List.of(), 4, found.instance());
        assertThat(again.counterexample()).as(again.told()).isPresent();
    }

    @Test
    void where_an_equation_remains_or_a_law_is_not_for_all_members_nothing_is_integrated() {
        assertThat(LawfulMotion.of(statement("circle"))).isEmpty();
        assertThat(LawfulMotion.of(statement("half"))).isEmpty();
        assertThat(LawfulMotion.of(statement("turning"))).isEmpty();
        assertThat(LawfulMotion.of(statement("decay.above"))).isPresent();
    }

    @Test
    void laws_leave_the_hypotheses_and_what_abbreviates_must_be_differentiable() {
        LawfulMotion motion = LawfulMotion.of(statement("root.falls")).orElseThrow();
        assertThat(motion.restated().hypotheses()).extracting(hypothesis -> hypothesis.name())
                .contains("positive", "start", "smoothness of y").doesNotContain("law", "root");
        assertThat(motion.start().hypotheses()).extracting(hypothesis -> hypothesis.name()).contains("positive", "start", "root").doesNotContain("law");
    }
}
