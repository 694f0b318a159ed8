package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.properties.check.StandardMethods;

/** From a text to verdicts with the real kernel, search and falsifier, on the file that {@code tenet new} writes. */
class WholeWayTest {
    @TempDir
    private Path folder;
    private Path file;

    private static Run tenet(Object... arguments) {
        return Run.of(new StandardMethods(), arguments);
    }

    @BeforeEach
    void startFromTheStarter() {
        file = folder.resolve("mine.tenet");
        assertThat(tenet("new", file).status()).isEqualTo(0);
    }

    @Test
    void the_file_to_start_from_has_a_proved_and_a_refuted_claim() {
        Run run = tenet("check", file);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(0);
        assertThat(run.out()).containsPattern("two\\.unbalancedness +PROVED +for all lambda >= 0, all y\n")
                .containsPattern("two\\.unbalancedness\\.conserved +REFUTED").contains("certified by exact rationals").contains("lambda = ");
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        for (String format : new String[] {"text", "json"}) {
            String once = tenet("check", file, "--format", format, "--seed", "5", "--threads", "1").out();
            assertThat(tenet("check", file, "--format", format, "--seed", "5", "--threads", "3").out()).isEqualTo(once);
        }
    }

    @Test
    void a_wrong_step_of_a_calculation_is_shown_with_both_sides_and_numbers() throws IOException {
        edit("2*a*a' - 2*b*b' ", "2*a*a' + 2*b*b' ");
        Run run = tenet("check", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("! the step at " + file + ":25:").contains("(a^2 - b^2)' = 2*a*a' + 2*b*b'");
        int step = run.out().indexOf("is false at");
        assertThat(step).isPositive();
        assertThat(run.out().substring(step)).containsPattern("a = -?\\d").containsPattern("2\\*a\\*a' \\+ 2\\*b\\*b' = -?\\d");
    }

    @Test
    void a_wrong_theorem_is_refuted() throws IOException {
        edit("show (a^2 - b^2)' = -2 * lambda * (a^2 - b^2)", "show (a^2 - b^2)' = -lambda * (a^2 - b^2)");
        Run run = tenet("check", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("! two.unbalancedness ").contains("expected SUPPORTED or better, and it is REFUTED");
    }

    @Test
    void stored_certificates_are_checked_and_an_edited_one_is_told_and_searched_again() throws IOException {
        assertThat(tenet("check", file, "--save-certificates").err()).contains("1 derivations, 1 of them new");
        Path certificates = folder.resolve("mine.cert");
        assertThat(proof(tenet("check", file, "--format", "json")).get("stored").asBoolean()).isTrue();
        String text = Files.readString(certificates);
        int coefficient = text.indexOf("2*");
        assertThat(coefficient).isPositive();
        Files.writeString(certificates, text.substring(0, coefficient) + "3" + text.substring(coefficient + 1));
        Run run = tenet("check", file, "--format", "json");
        assertThat(run.status()).isEqualTo(0);
        assertThat(proof(run).get("stored").asBoolean()).isFalse();
        assertThat(claim(run).get("notes").get(0).asText()).matches("stored certificate rejected at step \\d+ \\(.*searched again");
    }

    @Test
    void certificates_that_are_no_text_stop_nothing() throws IOException {
        Files.write(folder.resolve("mine.cert"), new byte[] {(byte) 0xff, 0, 7});
        Run run = tenet("check", file, "--format", "json");
        assertThat(run.status()).isEqualTo(0);
        assertThat(claim(run).get("verdict").asText()).isEqualTo("PROVED");
        assertThat(claim(run).get("notes").get(0).asText()).contains("mine.cert is not a text file in UTF-8; searched again");
    }

    @Test
    void the_certificate_of_a_renamed_claim_is_not_lost_without_a_word() throws IOException {
        assertThat(tenet("check", file, "--save-certificates").status()).isEqualTo(0);
        edit("two.unbalancedness", "two.gap");
        Run run = tenet("check", file);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(0);
        assertThat(run.err()).contains("certificate not used").contains("mine.cert:1:13: error: there is no claim 'two.unbalancedness'");
    }

    @Test
    void the_derivation_is_written_in_both_forms() {
        assertThat(tenet("derive", file, "two.unbalancedness").out()).contains("lambda").hasSizeGreaterThan(100);
        Run latex = tenet("derive", file, "two.unbalancedness", "--format", "latex");
        assertThat(latex.status()).isEqualTo(0);
        assertThat(latex.out()).contains("\\lambda").contains("\\begin{");
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static JsonNode claim(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out()).get("claims").get(0);
    }

    private static JsonNode proof(Run run) throws IOException {
        for (JsonNode evidence : claim(run).get("evidence")) if (evidence.get("kind").asText().equals("proof")) return evidence;
        throw new AssertionError("no proof in " + run.out() + run.err());
    }
}
