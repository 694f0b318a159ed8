package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a user meets it: what it prints where, and its exit status. */
class MainTest {
    @TempDir
    private Path folder;

    private static Run tenet(Object... arguments) {
        return Run.of(new Told(), arguments);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.tenet"), text);
    }

    private static String claim(String kind, String id) {
        return kind + " " + id + " \"a title\"\n  param x : real\n  show x + x = 2*x\n\n";
    }

    // Exit status.

    @Test
    void everything_as_expected_is_0() throws IOException {
        Run run = tenet("check", file(claim("theorem", "proved.it") + claim("false claim", "refuted.it")));
        assertThat(run.status()).as(run.err()).isEqualTo(0);
        assertThat(run.out()).contains("proved.it   PROVED     for all x").contains("refuted.it  REFUTED")
                .contains("2 claims: 1 PROVED, 1 REFUTED; all as expected (seed 1)");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_claim_that_falls_short_is_1() throws IOException {
        Run run = tenet("check", file(claim("theorem", "refuted.it")));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("! refuted.it  REFUTED").contains("expected SUPPORTED or better, and it is REFUTED").contains("x = 1/2");
    }

    @Test
    void requiring_more_makes_a_claim_fall_short() throws IOException {
        Path file = file(claim("theorem", "sampled.it"));
        assertThat(tenet("check", file).status()).isEqualTo(0);
        assertThat(tenet("check", file, "--require", "tested").status()).isEqualTo(0);
        assertThat(tenet("check", file, "--require", "enclosed").status()).isEqualTo(1);
        assertThat(tenet("check", file, "--require", "proved").out()).contains("this run requires PROVED, and it is SUPPORTED");
    }

    @Test
    void a_proof_with_a_counterexample_is_3() throws IOException {
        Path file = file(claim("theorem", "proved.and.refuted"));
        Files.writeString(folder.resolve("mine.cert"), "certificate proved.and.refuted\n1. x + x = 2*x\n   by identity\n");
        Run run = tenet("check", file);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("proved.and.refuted has a proof and a certified counterexample").hasLineCount(1);
    }

    @Test
    void a_mistake_in_tenet_is_3_and_names_the_claim() throws IOException {
        Run run = tenet("check", file(claim("theorem", "broken.it") + claim("theorem", "proved.it")));
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("tenet: internal error in broken.it; see the report\n");
        assertThat(run.out()).contains("internal error: IllegalStateException: a mistake").contains("proved.it");
    }

    // Wrong input.

    @Test
    void a_directory_is_named_as_such() {
        refused(tenet("check", folder), folder + " is a directory; name the .tenet files in it\n");
    }

    @Test
    void a_missing_file_is_named_as_such() {
        refused(tenet("check", folder.resolve("none.tenet")), folder.resolve("none.tenet") + " does not exist\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "\t"})
    void an_empty_file_is_named_as_such(String text) throws IOException {
        Path file = file(text);
        refused(tenet("check", file), file + " is empty; 'tenet new FILE' writes a file to start from\n");
    }

    @Test
    void a_file_of_comments_has_no_claims() throws IOException {
        Run run = tenet("check", file("# nothing yet\n"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("mine.tenet");
    }

    @Test
    void a_megabyte_of_bytes_is_not_a_text() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        Path file = folder.resolve("noise.tenet");
        Files.write(file, noise);
        refused(tenet("check", file), file + " is not a text file in UTF-8\n");
    }

    @Test
    void a_megabyte_of_letters_gives_few_messages() throws IOException {
        Random random = new Random(2);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < 1 << 20) noise.append((char) (random.nextInt(15) == 0 ? '\n' : ' ' + random.nextInt(95)));
        Run run = tenet("check", file(noise.toString()));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines().count()).isBetween(1L, 300L);
        assertThat(run.err()).contains("mine.tenet:1:").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void three_mistakes_are_three_messages_at_their_places() throws IOException {
        Run run = tenet("check", file("""
                theory t "mistakes"
                  param n : nat >= 1
                  param A, B : real[n, 3]
                  param x : real = = 2

                theorem t.shape "shapes that do not fit"
                  show A * B = A

                theorem t.name "a name that nobody declared"
                  show norm(A) = norm(C)
                """));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("mine.tenet:4:").contains("mine.tenet:7:").contains("mine.tenet:10:").contains("^");
    }

    @Test
    void an_unknown_id_is_answered_with_what_there_is() {
        refused(tenet("check", "no.such-claim"), "no claim no.such-claim in the library; 'tenet list' shows all\n");
    }

    @Test
    void every_wrong_argument_is_told() {
        Run run = tenet("check", folder, "no.such-claim", folder.resolve("none.tenet"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tries=0", "--threads=-1", "--time-limit=soon", "--time-limit=0s", "--format=xml", "--require=luck", "--seed=x", "--nonsense"})
    void a_wrong_option_is_told_in_few_lines(String option) throws IOException {
        Run run = tenet("check", file(claim("theorem", "proved.it")), option);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().count()).isBetween(1L, 3L);
    }

    @Test
    void an_output_that_cannot_be_written_is_told_before_the_run() throws IOException {
        Path file = file(claim("theorem", "broken.it"));
        Run run = tenet("check", file, "--output", folder.resolve("none").resolve("report.txt"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cannot write").contains("there is no directory");
    }

    private static void refused(Run run, String message) {
        assertThat(run.err()).isEqualTo(message);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    // Forms.

    @Test
    void json_goes_to_a_file_and_a_line_to_the_reader() throws IOException {
        Path output = folder.resolve("report.json");
        Run run = tenet("check", file(claim("theorem", "proved.it")), "--format", "json", "--output", output, "--seed", "42");
        assertThat(run.status()).isEqualTo(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("1 claim: 1 PROVED; all as expected (seed 42)\n");
        JsonNode report = new ObjectMapper().readTree(Files.readString(output));
        assertThat(report.get("seed").asLong()).isEqualTo(42);
        assertThat(report.get("claims").get(0).get("id").asText()).isEqualTo("proved.it");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_on_any_number_of_threads() throws IOException {
        Path file = file(claim("theorem", "proved.it") + claim("theorem", "sampled.it") + claim("false claim", "refuted.it"));
        String once = tenet("check", file, "--format", "json", "--threads", "1").out();
        assertThat(tenet("check", file, "--format", "json", "--threads", "4").out()).isEqualTo(once);
        assertThat(tenet("check", file, "--format", "json", "--seed", "2").out()).isNotEqualTo(once);
    }

    // Certificates.

    @Test
    void certificates_are_stored_when_asked_and_checked_from_then_on() throws IOException {
        Path file = file(claim("theorem", "proved.it") + claim("theorem", "sampled.it"));
        Path certificates = folder.resolve("mine.cert");
        assertThat(tenet("check", file).out()).contains("PROVED");
        assertThat(certificates).doesNotExist();
        Run saved = tenet("check", file, "--save-certificates");
        assertThat(saved.err()).isEqualTo("wrote " + certificates + ": 1 derivations, 1 of them new\n");
        assertThat(certificates).content().startsWith("certificate proved.it");
        assertThat(tenet("check", file, "--format", "json").out()).contains("\"stored\" : true");
    }

    @Test
    void a_spoilt_certificate_is_rejected_with_its_step_and_the_claim_searched_again() throws IOException {
        Path file = file(claim("theorem", "sampled.it"));
        Files.writeString(folder.resolve("mine.cert"), "certificate sampled.it\n1. x + x = 2*x\n   by identity\n");
        Run run = tenet("check", file);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("stored certificate rejected at step 2 (identity): these two sides differ; searched again");
    }

    @Test
    void a_certificate_that_cannot_be_read_is_told_and_the_others_are_used() throws IOException {
        Path file = file(claim("theorem", "proved.a") + claim("theorem", "proved.b"));
        Files.writeString(folder.resolve("mine.cert"),
                "certificate proved.a\n1. x + x = = 2*x\n   by identity\n\ncertificate proved.b\n1. x + x = 2*x\n   by identity\n");
        Run run = tenet("check", file, "--format", "json");
        assertThat(run.status()).isEqualTo(0);
        JsonNode claims = new ObjectMapper().readTree(run.out()).get("claims");
        assertThat(claims.get(0).get("notes").get(0).asText()).startsWith("stored certificate not read: ").contains("mine.cert:2:").endsWith("; searched again");
        assertThat(claims.get(0).get("evidence").get(1).get("stored").asBoolean()).isFalse();
        assertThat(claims.get(1).get("evidence").get(0).get("stored").asBoolean()).isTrue();
    }

    // Other commands.

    @Test
    void new_writes_a_file_that_reads_and_never_overwrites() throws IOException {
        Path file = folder.resolve("fresh.tenet");
        assertThat(tenet("new", file)).isEqualTo(new Run(0, "wrote " + file + "; now run: tenet check " + file + "\n", ""));
        String text = Files.readString(file);
        refused(tenet("new", file), file + " exists already and was not touched\n");
        assertThat(file).hasContent(text);
        Run shown = tenet("show", file);
        assertThat(shown.status()).as(shown.err()).isEqualTo(0);
        assertThat(shown.out()).contains("two.unbalancedness").contains("theory two_layers").contains("variants: two.unbalancedness.conserved");
    }

    @Test
    void new_refuses_other_names_and_missing_folders() {
        refused(tenet("new", folder.resolve("fresh")), folder.resolve("fresh") + " should be named " + folder.resolve("fresh") + ".tenet\n");
        Path nowhere = folder.resolve("none").resolve("fresh.tenet");
        refused(tenet("new", nowhere), "cannot write " + nowhere + ": there is no such directory\n");
    }

    @Test
    void derive_writes_the_steps_or_says_why_there_are_none() throws IOException {
        Path file = file(claim("theorem", "proved.it") + claim("theorem", "sampled.it") + claim("false claim", "refuted.it"));
        assertThat(tenet("derive", file, "proved.it").out()).contains("x + x");
        assertThat(tenet("derive", file, "proved.it", "--format", "latex").out()).contains("\\begin{");
        Run stuck = tenet("derive", file, "sampled.it");
        assertThat(stuck.status()).isEqualTo(1);
        assertThat(stuck.out()).isEmpty();
        assertThat(stuck.err()).contains("no step applies");
        assertThat(tenet("derive", file, "nothing").status()).isEqualTo(2);
        refused(tenet("derive", file, "refuted.it"), "refuted.it is stated as false; 'tenet check' shows its counterexample\n");
    }

    @Test
    void explain_says_what_a_verdict_means() {
        assertThat(tenet("explain", "proved").out()).contains("lemmas");
        assertThat(tenet("explain").out().lines().filter(line -> line.matches("  [A-Z_]+ .*"))).hasSize(7);
        assertThat(tenet("explain", "PERHAPS").status()).isEqualTo(2);
    }

    @Test
    void every_command_has_help_with_examples() {
        for (String command : new String[] {"check", "list", "show", "derive", "new", "explain", "prove", "completion"})
            assertThat(tenet(command, "--help")).matches(run -> run.status() == 0 && run.out().contains("Examples:"), command);
        assertThat(tenet("--help").out()).contains("Examples:").contains("check").contains("completion");
    }

    @Test
    void completion_knows_the_commands() {
        assertThat(tenet("completion").out()).contains("complete -F").contains("derive");
    }

    @Test
    void no_command_or_an_unknown_one_is_2() {
        assertThat(tenet().status()).isEqualTo(2);
        Run run = tenet("chek");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("check");
    }

    // A report for readers.

    @Test
    void a_report_is_written_into_a_folder_and_judged_like_a_check() throws IOException {
        Path report = folder.resolve("report");
        Run run = tenet("report", file(claim("theorem", "proved.it") + claim("false claim", "refuted.it")), "--output", report, "--seed", "42");
        assertThat(run.status()).as(run.err()).isEqualTo(0);
        assertThat(run.out()).contains("wrote " + report.resolve("index.html")).contains("2 claims: 1 PROVED, 1 REFUTED; all as expected (seed 42)\n");
        assertThat(Files.readString(report.resolve("index.html"))).contains("proved.it").contains("refuted.it").contains("seed 42");
        assertThat(report.resolve("claims/proved.it.html")).exists();
        assertThat(report.resolve("fragments/refuted.it.tex")).exists();
    }

    @Test
    void a_report_is_not_written_over_something_else() throws IOException {
        Path file = file(claim("theorem", "broken.it"));
        Run run = tenet("report", file, "--output", folder);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("it holds something that is not a report");
        assertThat(tenet("report", file).err()).contains("--output");
    }
}
