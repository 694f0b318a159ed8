package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.construction.LateMoves;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

class PursuitTest {
    private static final Document TEXT = document("""
            theorem sides
              var a, b, c : real
              show a >= b - c

            theorem residual
              var x, y, s : real
              given positive: s > 0
              given residual: s^2 = (x - 1)^2 + y^2
              show x*s <= 10^9

            theorem far
              var x : real
              flow x follows 1
              given initially start: x = 0
              show x <= 50
              sample time in 0..64
            """);

    private static Document document(String text) {
        Parser.Result<Document> result = Parser.parse("pursuit.tenet", text, theory -> Optional.empty());
        assertThat(result.diagnostics()).isEmpty();
        return result.value();
    }

    private static Statement statement(String id) {
        return TEXT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
    }

    private static double closeness(long a, long b, long c) {
        Statement statement = statement("sides");
        Instance instance = Instance.EMPTY.with("a", List.of(), Value.number(a)).with("b", List.of(), Value.number(b)).with("c", List.of(), Value.number(c));
        var here = new Evaluation<>(new Doubles(), statement.signature(), instance);
        return Closeness.of(here.evaluate(statement.conclusion()), here).orElseThrow();
    }

    @Test
    void sides_come_closer_although_one_of_them_changes_its_sign() {
        assertThat(closeness(1, 10, 100)).isGreaterThan(closeness(1, 99, 100));
        assertThat(closeness(1, 99, 100)).isGreaterThan(closeness(1, 100, 100));
        assertThat(closeness(1, 100, 100)).isGreaterThan(closeness(1, 101, 100));
        assertThat(closeness(1, 101, 100)).isZero();
        assertThat(closeness(1, 200, 100)).isNegative();
        assertThat(closeness(0, 0, 0)).as("nothing is compared").isOne();
    }

    /** The third number declared is s; after its move the equation is solved again by x and y. */
    @Test
    void after_a_late_move_the_equations_hold_again_by_other_entries() {
        Sampler sampler = new Sampler(statement("residual"), List.of());
        int moved = 0;
        for (int number = 0; number < 40; number++) {
            Sample before = sampler.draw(Choices.fresh(1, number));
            if (before.standing() != Sample.Standing.ACCEPTED) continue;
            Script script = before.choices().with(LateMoves.GROUP, List.of(0, 0, 2 * 19 + 3));
            Sample after = sampler.draw(Choices.replay(script));
            assertThat(after.standing()).isEqualTo(Sample.Standing.ACCEPTED);
            Rational s = number(before, "s");
            assertThat(number(after, "s")).isEqualTo(s.times(Rational.of(10)));
            moved++;
        }
        assertThat(moved).isGreaterThan(20);
    }

    private static Rational number(Sample sample, String name) {
        return sample.instance().orElseThrow().value(name, List.of()).orElseThrow().entries().getFirst();
    }

    @Test
    void a_claim_may_say_until_when_its_motions_are_looked_at() {
        var claim = TEXT.claims().getLast();
        Settings early = new Settings(1, 40, Duration.ofMinutes(2), 1, 1);
        assertThat(Falsifier.attack(claim.statement(), List.of(), early).isRefuted()).isFalse();
        assertThat(Falsifier.attack(claim.statement(), claim.sampling(), early).simplest().orElseThrow().time().orElseThrow()).isBetween(50.0, 64.0);
        Instance start = Instance.EMPTY.with("x", List.of(), Value.number(0));
        assertThat(Falsifier.replay(claim.statement(), List.of(), 1, start).counterexample()).isEmpty();
        assertThat(Falsifier.replay(claim.statement(), claim.sampling(), 1, start).counterexample()).isPresent();
    }

    @Test
    void other_times_than_from_zero_to_some_later_one_are_mistakes() {
        for (String times : List.of("1..2", "0..", "0..0"))
            assertThat(Parser.parse("time.tenet", "theorem t\n  var x : real\n  flow x follows 1\n  show x <= 1\n  sample time in " + times + "\n", theory -> Optional.empty())
                    .diagnostics()).hasSize(1);
    }
}
