package tenet.properties.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.properties.falsification.Falsifier;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;
import tenet.theorems.Verdict;

/** What a check says of claims that say nothing, and of claims that only look false. */
class HonestVerdictsTest {
    private static Finding finding(String text) throws InvalidInput, InterruptedException {
        var source = SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY);
        Settings settings = new Settings(1, 150, Duration.ofMinutes(2), 1, true, 32, Optional.empty());
        return new Check(Library.EMPTY, java.util.List.of(Check.Selection.all(source)), settings, new StandardMethods()).run(each -> { }).findings().getFirst();
    }

    @Test
    void contradictory_hypotheses_make_a_claim_vacuous() throws InvalidInput, InterruptedException {
        Finding finding = finding("""
                theorem empty
                  var x : real
                  given small: x^2 < 1
                  given large: x > 2
                  show x^3 < 0
                """);
        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(finding.met()).isFalse();
        assertThat(finding.evidence(Evidence.Proof.class)).as("anything follows").isEmpty();
        assertThat(finding.evidence(Evidence.Failure.class)).extracting(Evidence.Failure::message).anyMatch(message -> message.contains("none of "))
                .anyMatch(message -> message.equals("the hypotheses contradict each other: 1 <= 0 follows from them, and so does everything else"));
    }

    @Test
    void a_proof_stands_where_samples_alone_do_not_reach_the_hypotheses() throws InvalidInput, InterruptedException {
        Finding finding = finding("""
                theorem rare
                  var x : real
                  given rare: x^3 + 2*x = 1/3
                  show x^3 + 2*x <= 1
                """);
        assertThat(finding.evidence(Evidence.Samples.class)).allMatch(samples -> samples.accepted() == 0);
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void a_hypothesis_that_the_derivation_does_without_is_told_unless_it_comes_with_the_theory() throws InvalidInput, InterruptedException {
        Finding finding = finding("""
                theory small
                  param x, y : real
                  given settled: y^2 <= 1
                theorem enough
                  in small
                  given below: x <= 1
                  given idle: y <= x
                  show 2*x <= 2
                """);
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.notes()).containsExactly("the derivation does without idle");
    }

    @Test
    void a_hypothesis_that_the_derivation_needs_is_not_called_idle() throws InvalidInput, InterruptedException {
        Finding finding = finding("""
                theorem needed
                  param x, y : real
                  given below: x <= y
                  given bounded: y <= 1
                  show 2*x <= 2
                """);
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.notes()).isEmpty();
    }

    @Test
    void a_sum_of_even_powers_is_not_negative_however_it_is_written() throws InvalidInput, InterruptedException {
        assertThat(finding("""
                theorem squares
                  var x, y, z : real
                  show (x*y - 12345678)^2 + (y*z - x)^4 >= 0
                """).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding("""
                conjecture odd
                  var x, y, z : real
                  show (x*y - 12)^2 + (y*z - x)^3 >= 0
                """).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void a_hypothesis_that_is_never_active_is_told() throws InvalidInput, InterruptedException {
        Finding finding = finding("""
                conjecture idle
                  var x : real
                  given idle: x^2 >= -1
                  show max(x, 0) >= x
                """);
        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(finding.evidence(Evidence.Failure.class)).extracting(Evidence.Failure::message).contains("never active: idle");
    }

    /** In doubles the squares of the singular values vanish, and the true claim fails. */
    @Test
    void underflow_does_not_refute() throws InvalidInput {
        Statement statement = SourceReader.parse("mine.tenet", """
                theorem nuclear
                  var A : real[4, 4]
                  show nuclear(A) <= 2*norm(A)
                """, Optional.empty(), Library.EMPTY).document().claims().getFirst().statement();
        Rational tiny = Rational.of(56).times(Rational.of(10).power(-164));
        Instance trap = new Instance(java.util.Map.of(), java.util.Map.of(), java.util.Map.of()).with("A", java.util.List.of(),
                new Value.Matrix<>(4, 4, java.util.stream.IntStream.range(0, 16).mapToObj(i -> i == 0 ? tiny : Rational.ZERO).toList()));
        double x = tiny.toDouble();
        assertThat(x).isPositive();
        assertThat(2*Math.sqrt(x*x)).as("what makes it a trap").isLessThan(x);
        assertThat(Falsifier.replay(statement, java.util.List.of(), 32, trap).counterexample()).isEmpty();
        assertThat(new Evaluation<>(new Rationals(), statement.signature(), trap).holds(statement.conclusion())).isEqualTo(Truth.HOLDS);
        assertThat(new Evaluation<>(new Doubles(), statement.signature(), trap).holds(statement.conclusion())).isNotEqualTo(Truth.VIOLATED);
    }
}
