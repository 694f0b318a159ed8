package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.theorems.InvalidInput;
import tenet.theorems.Judgement;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

class JudgementsTest {
    private static final String SQUARES = """
            theorem squares "A sum of squares"
              param x, y : real
              given idle: y^2 >= 0
              show x^2 + y^2 >= 2*x*y
            """;

    private static Source source(String text) throws InvalidInput {
        return SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY);
    }

    private static Judgements judgements(String text) throws InvalidInput {
        return new Judgements(Judgement.of("mine.mutants", text));
    }

    private static List<MutantCheck.Result> results(String judgements) throws InvalidInput, InterruptedException {
        Source source = source(SQUARES);
        return new MutantCheck(Library.EMPTY, Map.of(), source, judgements(judgements), new MutantCheck.Settings(1, 100, Duration.ofMinutes(2), 2, 32))
                .run(source.document().claims().getFirst(), result -> { });
    }

    private static List<String> contradictions(String judgements) throws InvalidInput, InterruptedException {
        return results(judgements).stream().flatMap(result -> result.contradiction().stream()).toList();
    }

    @Test
    void true_is_contradicted_by_a_counterexample_and_false_by_a_proof() throws InvalidInput, InterruptedException {
        List<String> found = contradictions("""
                squares | 2*x*y -> 3*x*y | true | never seen
                squares | without idle | false | x = 1
                """);
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).isEqualTo("mine.mutants:2: error: squares, without idle: judged false, but proved");
        assertThat(found.get(1)).startsWith("mine.mutants:1: error: squares, 2*x*y -> 3*x*y: judged true, but killed at x = ");
    }

    @Test
    void what_is_judged_as_it_turned_out_and_what_is_open_contradicts_nothing() throws InvalidInput, InterruptedException {
        String right = """
                squares | 2*x*y -> 3*x*y | false | x = y = 1
                squares | without idle | true | squares are not negative
                squares | 2*x*y -> 1*x*y | open | who knows
                squares | right side times 11/10 | open | who knows
                """;
        assertThat(results(right)).filteredOn(result -> result.judgement().isPresent()).hasSize(4).noneMatch(result -> result.contradiction().isPresent());
    }

    @Test
    void a_judgement_changes_no_fate() throws InvalidInput, InterruptedException {
        assertThat(results("squares | without idle | open | unsure\n").stream().map(MutantCheck.Result::fate).toList())
                .isEqualTo(results("").stream().map(MutantCheck.Result::fate).toList());
    }

    private static final String FAR = """
            theorem far "Zero at 8191 alone"
              param x : real
              show (x*(x + 1)*(x + 2) - 549755805696)^2 >= 0
            """;

    private static List<MutantCheck.Result> far(String judgements) throws InvalidInput, InterruptedException {
        Source source = source(FAR);
        return new MutantCheck(Library.EMPTY, Map.of(), source, judgements(judgements), new MutantCheck.Settings(1, 20, Duration.ofMinutes(2), 2, 32))
                .run(source.document().claims().getFirst(), result -> { });
    }

    private static MutantCheck.Result result(String change, List<MutantCheck.Result> results) {
        return results.stream().filter(result -> result.mutant().change().equals(change)).findFirst().orElseThrow();
    }

    private static final String STRICT = ">= -> >";

    @Test
    void a_counterexample_that_a_person_wrote_is_judged_like_any_other() throws InvalidInput, InterruptedException {
        assertThat(result(STRICT, far("")).fate()).isInstanceOf(Fate.Survived.class);
        assertThat(result(STRICT, far("far | " + STRICT + " | false | there\n  x = 8191\n"))).satisfies(result -> {
            assertThat(result.fate()).isInstanceOfSatisfying(Fate.Killed.class, killed -> assertThat(killed.written()).contains("mine.mutants:1"));
            assertThat(result.contradiction()).isEmpty();
        });
    }

    @Test
    void one_that_is_none_contradicts_the_judgement_and_kills_nothing() throws InvalidInput, InterruptedException {
        assertThat(result(STRICT, far("far | " + STRICT + " | false | beside\n  x = 8192\n"))).satisfies(result -> {
            assertThat(result.fate()).isInstanceOf(Fate.Survived.class);
            assertThat(result.contradiction()).contains("mine.mutants:1: error: far, " + STRICT + ": the instance below it is no counterexample: the conclusion holds");
        });
        assertThat(result(STRICT, far("far | " + STRICT + " | false | slip\n  y = 1\n")).contradiction().orElseThrow()).contains("y is not declared");
    }

    @Test
    void what_does_not_exist_is_told_with_its_place() throws InvalidInput {
        assertThat(judgements("squares | without idle | true | fine\nsquares | without wit | true | a slip\ncircles | without idle | true | renamed\n")
                .strays(source(SQUARES))).containsExactly(
                "mine.mutants:2: warning: squares, without wit: the claim has no such mutant",
                "mine.mutants:3: warning: circles, without idle: mine.tenet has no claim 'circles'");
    }

    @Test
    void changes_with_one_text_are_numbered() throws InvalidInput {
        List<Mutant> mutants = Mutants.of(source("""
                theorem t
                  param a, b : real
                  show (a + 2*b + 2*a*b + b^2*a + a^2*b + 7*a*b)^2 + (a + 2*b + 2*a*b + b^2*a + a^2*b + 7*a*b)^2 >= 0
                """).document().claims().getFirst());
        assertThat(mutants).extracting(Mutant::change).doesNotHaveDuplicates().contains("7*a*b -> 8*a*b", "7*a*b -> 8*a*b (second)");
        assertThat(mutants).extracting(mutant -> mutant.claim().statement()).doesNotHaveDuplicates();
    }

    @Test
    void every_counterexample_that_is_written_in_the_library_refutes_its_mutant() throws InvalidInput {
        Library library = Library.builtIn();
        List<String> mistaken = new ArrayList<>();
        int written = 0;
        for (Source source : library.sources()) {
            Judgements judgements = new Judgements(SourceReader.judgements(source, library));
            for (Claim claim : source.document().claims())
                for (Mutant mutant : Mutants.of(claim)) {
                    Optional<Judgement> judgement = judgements.of(mutant).filter(judged -> judged.instance().isPresent());
                    if (judgement.isEmpty()) continue;
                    written++;
                    WrittenInstance instance = WrittenInstance.on(mutant, judgement.get().instance().orElseThrow(), 0, 32);
                    if (instance.killed().isEmpty()) mistaken.add(judgement.get().error(instance.told()));
                }
        }
        assertThat(mistaken).isEmpty();
        assertThat(written).isPositive();
    }

    @Test
    void every_mutant_of_the_library_has_a_text_of_its_own_and_every_judgement_names_one() throws InvalidInput {
        Library library = Library.builtIn();
        for (Source source : library.sources()) {
            for (Claim claim : source.document().claims())
                assertThat(Mutants.of(claim)).as(claim.id()).extracting(Mutant::change).doesNotHaveDuplicates();
            assertThat(new Judgements(SourceReader.judgements(source, library)).strays(source)).isEmpty();
        }
    }
}
