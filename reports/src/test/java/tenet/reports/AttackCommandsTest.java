package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.properties.check.StandardMethods;

/** {@code mutate}, {@code tighten} and {@code check --replay} as a user meets them. */
class AttackCommandsTest {
    @TempDir
    private Path folder;
    private Path file;

    private static Run tenet(Object... arguments) {
        return Run.of(new StandardMethods(), arguments);
    }

    @BeforeEach
    void writeAFile() throws IOException {
        file = Files.writeString(folder.resolve("mine.tenet"), """
                theorem mine.sum "Twice a product"
                  param x, y : real
                  let c = 4
                  given idle: x^2 >= 0
                  show c*(x^2 + y^2) >= 2*x*y

                false claim mine.product of mine.sum
                  param x, y : real
                  show x*y > 0
                """);
    }

    @Test
    void mutants_are_told_with_what_killed_them() {
        Run run = tenet("mutate", file, "--tries", 100);
        assertThat(run.status()).as(run.err()).isEqualTo(0);
        assertThat(run.out()).contains("mine.sum  ").contains("  proved   without idle\n").containsPattern("killed +2\\*x\\*y -> |killed +c\\*\\(x\\^2")
                .containsPattern("\\d+ mutants: \\d+ killed, \\d+ proved true, .*(seed 1)").doesNotContain("mine.product  ");
    }

    @Test
    void mutants_as_json_and_a_share_that_must_be_killed() throws IOException {
        Run run = tenet("mutate", file, "--tries", 100, "--format", "json", "--at-least", 100.5);
        assertThat(run.status()).as("no share is above 100 %").isEqualTo(1);
        JsonNode mutants = new ObjectMapper().readTree(run.out()).get("claims").get(0).get("mutants");
        assertThat(mutants).isNotEmpty().allSatisfy(mutant -> assertThat(mutant.get("fate").asText()).isIn("killed", "proved", "vacuous", "survived"));
        assertThat(mutants).filteredOn(mutant -> mutant.get("fate").asText().equals("killed")).isNotEmpty()
                .allSatisfy(mutant -> assertThat(mutant.get("counterexample").get("instance")).isNotEmpty());
    }

    @Test
    void judgements_of_survivors_are_read_printed_and_counted() throws IOException {
        Path far = Files.writeString(folder.resolve("far.tenet"), """
                theorem far "Out of reach of prover and samples"
                  param n : nat >= 1
                  show 2^n + 5 > n^2
                  sample n in 1..2
                """);
        Run plain = tenet("mutate", far, "--tries", 30, "--format", "json");
        List<JsonNode> survivors = survivors(plain);
        assertThat(survivors).as(plain.out()).hasSizeGreaterThanOrEqualTo(3);
        String judgements = "far | " + survivors.get(0).get("change").asText() + " | true | by its | shape\n"
                + "far | " + survivors.get(1).get("change").asText() + " | false | x = 99\n";
        Files.writeString(folder.resolve("far.mutants"), judgements);
        Run text = tenet("mutate", far, "--tries", 30, "--survivors");
        assertThat(text.out()).contains("judged true: by its | shape", "judged false: x = 99")
                .contains(survivors.size() + " survived (1 judged true, 1 judged false, " + (survivors.size() - 2) + " not judged)");
        JsonNode json = new ObjectMapper().readTree(tenet("mutate", far, "--tries", 30, "--format", "json").out());
        int killed = json.get("counts").get("killed").asInt();
        assertThat(json.get("counts").get("share").asDouble()).isEqualTo(100.0 * killed / (killed + survivors.size() - 1));
        assertThat(json.get("claims").get(0).get("mutants")).filteredOn(mutant -> mutant.has("judgement")).hasSize(2)
                .first().satisfies(mutant -> assertThat(mutant.get("judgement").toString()).contains("\"judged\":\"true\"", "by its | shape", "far.mutants:1"));
    }

    private static List<JsonNode> survivors(Run run) throws IOException {
        List<JsonNode> survivors = new ArrayList<>();
        for (JsonNode mutant : new ObjectMapper().readTree(run.out()).get("claims").get(0).get("mutants"))
            if (mutant.get("fate").asText().equals("survived")) survivors.add(mutant);
        return survivors;
    }

    @Test
    void a_wrong_judgement_fails_the_run_and_a_stray_one_is_told() throws IOException {
        Path beside = Files.writeString(folder.resolve("mine.mutants"), "mine.sum | 2*x*y -> 3*x*y | open | ?\nmine.sum | without wit | true | slip\n");
        Run stray = tenet("mutate", file, "--tries", 100);
        assertThat(stray.status()).isEqualTo(0);
        assertThat(stray.err()).startsWith(beside + ":2: warning: mine.sum, without wit: the claim has no such mutant\n").doesNotContain("error");
        Files.writeString(beside, "\nmine.sum | without idle | false | x = 0\n");
        Run wrong = tenet("mutate", file, "--tries", 100);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).endsWith(beside + ":2: error: mine.sum, without idle: judged false, but proved\n").doesNotContain("warning");
        Files.writeString(beside, "mine.sum : without idle\n");
        Run unread = tenet("mutate", file);
        assertThat(unread.status()).isEqualTo(2);
        assertThat(unread.err()).startsWith(beside + ":1: error: a judgement is a line");
    }

    @Test
    void nothing_to_mutate_is_a_wrong_input() throws IOException {
        Path only = Files.writeString(folder.resolve("only.tenet"), "false claim f\n  param x : real\n  show x > 0\n");
        assertThat(tenet("mutate", only)).isEqualTo(new Run(2, "", "nothing to mutate: false claims are not mutated\n"));
    }

    @Test
    void a_constant_is_tightened_and_the_instance_that_blocks_is_printed_to_paste() {
        Run run = tenet("tighten", file, "mine.sum", "--constant", "c", "--tries", 100);
        assertThat(run.status()).as(run.err()).isEqualTo(0);
        assertThat(run.out()).containsPattern("may be raised at least to \\d+: no sample blocks it")
                .containsPattern("samples allow it to be lowered from 4 to (1|about 1\\.0)").contains("    instance mine.sum\n      x = ");
        Run none = tenet("tighten", file, "mine.sum", "--constant", "7");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("there is no constant 7 in the conclusion of mine.sum");
    }

    @Test
    void a_counterexample_is_stored_and_replayed_until_the_claim_is_mended() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.tenet"), "theorem w \"wrong\"\n  param x : real\n  show x^2 >= x\n");
        Run first = tenet("check", wrong);
        assertThat(first.status()).isEqualTo(1);
        assertThat(folder.resolve(".tenet-counterexamples/wrong.tenet")).content().contains("instance w\n  x = ");
        assertThat(tenet("check", wrong).out()).as("replayed, and told in the same words").isEqualTo(first.out());
        Run replayed = tenet("check", wrong, "--replay");
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.out()).contains("! w  ").contains("violated: x^2 = ");
        Files.writeString(wrong, "theorem w \"mended\"\n  param x : real\n  show x^2 >= x - 1\n");
        Run mended = tenet("check", wrong, "--replay");
        assertThat(mended.status()).isEqualTo(0);
        assertThat(mended.out()).contains("no counterexample: the conclusion holds");
        assertThat(tenet("check", wrong).status()).isEqualTo(0);
    }

    @Test
    void nothing_is_stored_when_the_user_says_so() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.tenet"), "theorem w\n  param x : real\n  show x^2 >= x\n");
        assertThat(tenet("check", wrong, "--no-store").status()).isEqualTo(1);
        assertThat(folder.resolve(".tenet-counterexamples")).doesNotExist();
    }
}
