package tenet.properties.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.syntax.Parser;

class AuthorStepsTest {
    private static Claim claim(String text) {
        Parser.Result<Document> read = Parser.parse("mine.tenet", text, name -> Optional.empty());
        assertThat(read.diagnostics()).isEmpty();
        return read.value().claims().getFirst();
    }

    @Test
    void each_line_of_a_calculation_compares_it_with_the_line_before() {
        Claim claim = claim("""
                theorem t "title"
                  param x : real
                  show 2*x + 1 >= 2*x
                  calc 2*x + 1 = x + x + 1   by ring
                               >= 2*x        by ring
                """);
        assertThat(AuthorSteps.of(claim)).extracting(step -> step.place().line()).containsExactly(4, 5);
        assertThat(AuthorSteps.of(claim)).extracting(step -> step.formula().toString()).satisfiesExactly(
                first -> assertThat(first).contains(" = ").doesNotContain("for"),
                second -> assertThat(second).contains(" >= "));
    }

    @Test
    void a_step_is_quantified_over_the_indices_that_it_mentions() {
        Claim claim = claim("""
                theorem t "title"
                  param L : nat >= 1
                  param s[l in 1..L] : real
                  for l in 1..L
                  show s[l] - s[l] = 0
                  have plain: L >= 0 by ring
                  calc s[l] - s[l] = 0 by ring
                """);
        assertThat(AuthorSteps.of(claim)).extracting(step -> step.formula().toString()).satisfiesExactly(
                have -> assertThat(have).doesNotContain("for"),
                calc -> assertThat(calc).startsWith("for l in 1..L: "));
    }

    @Test
    void steps_inside_an_induction_are_left_out_and_others_are_not() {
        Claim claim = claim("""
                theorem t "title"
                  param x : real
                  show x = x
                  have inducted: for m in 0..: x^m = x^m by induction on m {
                    calc x = x by ring
                  }
                  have direct: for m in 0..: x^m = x^m {
                    calc x^m = x^m by ring
                  }
                  by direct
                """);
        assertThat(AuthorSteps.of(claim)).extracting(step -> step.place().line()).containsExactly(4, 7, 8);
        assertThat(AuthorSteps.of(claim).getLast().formula().toString()).startsWith("for m in 0..: ");
    }

    @Test
    void steps_that_show_what_holds_at_the_start_speak_of_the_start() {
        Claim claim = claim("""
                theorem t "title"
                  var x : real
                  flow x follows 1
                  given initially start: x = 2
                  show x >= 2
                  have begin: initially x^2 = 4 {
                    calc x^2 = 2^2 by start
                      = 4 by ring }
                  by begin
                """);
        assertThat(AuthorSteps.of(claim)).extracting(step -> step.formula().toString()).hasSize(3).allSatisfy(formula ->
                assertThat(formula).startsWith("initially "));
    }
}
