package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.properties.check.StandardMethods;
import tenet.reports.command.Console;
import tenet.reports.text.Colours;

/** Files as a new user writes them, about systems that the library does not know. The README's own is in {@link ReadmeTest}. */
class NewUserTest {
    private static final String CHAIN = """
            theory scalar_chain "A chain of L scalar weights with weight decay"
              param L : nat >= 2
              param lambda : real > 0
              var   w[l in 1..L] : real
              fun   loss : real -> real
              let   p = prod(l in 1..L, w[l])
              flow  w descends loss(p) + lambda/2*sum(l in 1..L, w[l]^2)
              sample L in 2..4

            theorem chain.balance "The gap between two squared weights decays"
              for j in 1..L, k in 1..L
              show (w[j]^2 - w[k]^2)' = -2*lambda*(w[j]^2 - w[k]^2)
              calc (w[j]^2 - w[k]^2)' = 2*w[j]*w[j]' - 2*w[k]*w[k]'   by chain rule
                   = -2*lambda*(w[j]^2 - w[k]^2)                      by flow
              expect proved

            false claim chain.rate "At the rate lambda" of chain.balance
              for j in 1..L, k in 1..L
              show (w[j]^2 - w[k]^2)' = -lambda*(w[j]^2 - w[k]^2)
            """;

    @TempDir
    private Path folder;

    record Run(int status, String out, String err) {
    }

    static Run tenet(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Colours.NONE, false, false);
        int status = Main.run(console, new StandardMethods(), Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("chain.tenet"), text);
    }

    @Test
    void a_true_claim_is_proved_and_a_false_one_refuted() throws IOException {
        Run run = tenet("check", file(CHAIN));
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(0);
        assertThat(run.out()).containsPattern("chain\\.balance +PROVED +for all L >= 2, lambda > 0, any loss\n")
                .containsPattern("chain\\.rate +REFUTED").contains("certified by exact rationals")
                .contains("2 claims: 1 PROVED, 1 REFUTED; all as expected");
    }

    @Test
    void a_wrong_step_is_told_with_its_place_and_numbers_and_no_other_step_is() throws IOException {
        Path file = file(CHAIN.replace("       = -2*lambda*(w[j]^2 - w[k]^2)  ", "       = -2*lambda*(w[j]^2 + w[k]^2)  "));
        Run run = tenet("check", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("! the step at " + file + ":14:8 is false").doesNotContain("the step at " + file + ":13:")
                .containsPattern("is false at\n(?s:.*)w\\[1\\] = -?\\d(?s:.*)-2\\*lambda\\*\\(w\\[j\\]\\^2 \\+ w\\[k\\]\\^2\\) = -?\\d");
    }

    @Test
    void three_different_mistakes_are_three_messages() throws IOException {
        Path file = file("""
                theory two_rates
                  param m, n, k : nat >= 1
                  param a, b : real > 0
                  var   W1 : real[k, n]
                  var   W2 : real[m, k]
                  fun   loss : real[m, n] -> real
                  flow  W1 descends loss(W2*W1) with rate a
                  flow  W2 descends loss(W2*W1) with rate rate_b

                theorem rates.shape
                  show (b*W1^T*W1 - a*W2^T*W2)' = 0

                theorem rates.syntax
                  show (b*norm(W1)^2 - a*norm(W2)^2' = 0
                """);
        Run run = tenet("check", file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith(file.toString())).toList()).satisfiesExactly(
                name -> assertThat(name).startsWith(file + ":8:43: error: 'rate_b' is not declared"),
                shape -> assertThat(shape).startsWith(file + ":11:21: error: cannot add").contains("real[k, k]").contains("real[n, n]"),
                syntax -> assertThat(syntax).startsWith(file + ":14:41: error:").contains("expected ')'"));
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
