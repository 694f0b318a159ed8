package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {
    @Test
    void a_line_has_claim_change_opinion_and_reason() throws InvalidInput {
        assertThat(Judgement.of("mine.mutants", """
                # What was found out by hand.

                a.b | x^2 -> x^3 | false | x = 2
                  a.b  |\twithout idle | true |  the others imply it\s
                c | 1/s >= 0 | open | tried
                """)).containsExactly(
                new Judgement("a.b", "x^2 -> x^3", Judgement.Opinion.FALSE, "x = 2", List.of(), "mine.mutants", 3),
                new Judgement("a.b", "without idle", Judgement.Opinion.TRUE, "the others imply it", List.of(), "mine.mutants", 4),
                new Judgement("c", "1/s >= 0", Judgement.Opinion.OPEN, "tried", List.of(), "mine.mutants", 5));
    }

    @Test
    void bars_may_be_in_the_change_and_in_the_reason() throws InvalidInput {
        Judgement judgement = Judgement.of("f", "c | |x| + a | b -> |x| | true | |x| >= 0 | false | so").getFirst();
        assertThat(judgement.change()).isEqualTo("|x| + a | b -> |x|");
        assertThat(judgement.why()).isEqualTo("|x| >= 0 | false | so");
    }

    @Test
    void every_line_that_is_no_judgement_is_told_with_its_place() {
        assertThatThrownBy(() -> Judgement.of("mine.mutants", "a | b | maybe | c\na | b | true | c\na | b | true |\nnothing\na|b|true|c\n"))
                .isInstanceOf(InvalidInput.class).hasMessage("""
                        mine.mutants:1: error: 'maybe' is not an opinion; a judgement is a line 'claim | change | true | why', with true, false or open
                          1 | a | b | maybe | c
                        mine.mutants:3: error: a judgement is a line 'claim | change | true | why', with true, false or open
                          3 | a | b | true |
                        mine.mutants:4: error: a judgement is a line 'claim | change | true | why', with true, false or open
                          4 | nothing
                        mine.mutants:5: error: a judgement is a line 'claim | change | true | why', with true, false or open
                          5 | a|b|true|c""");
    }

    @Test
    void indented_values_below_what_is_judged_false_are_its_counterexample() throws InvalidInput {
        List<Judgement> judgements = Judgement.of("mine.mutants", """
                a | x^2 -> x^3 | false | at two
                  x = 2
                  # the second

                  f(X) = |X| + 1
                a | without idle | open | who knows
                """);
        assertThat(judgements.getFirst().instance()).contains(new InstanceBlock("a", "mine.mutants", 1, List.of("x = 2", "f(X) = |X| + 1")));
        assertThat(judgements.getLast().instance()).isEmpty();
    }

    @Test
    void what_is_not_judged_false_has_no_counterexample() {
        assertThatThrownBy(() -> Judgement.of("f", "a | b | true | c\n  x = 1\n")).isInstanceOf(InvalidInput.class)
                .hasMessage("f:2: error: only what is judged false has a counterexample\n  2 | x = 1");
        assertThatThrownBy(() -> Judgement.of("f", "  x = 1\n")).isInstanceOf(InvalidInput.class).hasMessageContaining("f:1: error: a judgement is a line");
    }

    @Test
    void a_mutant_is_judged_once() {
        assertThatThrownBy(() -> Judgement.of("f", "a | b | true | c\n\na | b | true | c\n"))
                .isInstanceOf(InvalidInput.class).hasMessage("f:3: error: a, b: already judged true in line 1");
    }

    @Test
    void judgements_are_read_beside_a_file(@TempDir Path folder) throws IOException, InvalidInput {
        Path file = Files.writeString(folder.resolve("mine.tenet"), "theorem a\n  param x : real\n  show x = x\n");
        Source source = SourceReader.read(file, Library.EMPTY);
        assertThat(SourceReader.judgements(source, Library.EMPTY)).isEmpty();
        Path beside = Files.writeString(folder.resolve("mine.mutants"), "a | b | open | c\n");
        assertThat(SourceReader.judgements(source, Library.EMPTY))
                .containsExactly(new Judgement("a", "b", Judgement.Opinion.OPEN, "c", List.of(), beside.toString(), 1));
        Files.write(beside, new byte[] {(byte) 0xff, 0, 7});
        assertThatThrownBy(() -> SourceReader.judgements(source, Library.EMPTY)).isInstanceOf(InvalidInput.class).hasMessageContaining("not a text file");
    }

    @Test
    void a_source_in_the_librarys_place_has_not_its_judgements() throws InvalidInput {
        Source mine = SourceReader.parse("factorization/gradient_flow.tenet", "theorem a\n  param x : real\n  show x = x\n", Optional.empty(), Library.EMPTY);
        assertThat(SourceReader.judgements(mine, new Library(List.of()))).isEmpty();
    }

    @Test
    void every_file_of_judgements_in_the_library_is_beside_a_file() throws IOException {
        Path root = Path.of("src/main/resources/tenet/library");
        try (var files = Files.walk(root)) {
            assertThat(Library.index().stream().map(SourceReader::judgementName)).containsAll(files.filter(file -> file.toString().endsWith(".mutants"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/')).toList());
        }
    }
}
