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
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

class MutantsTest {
    private static final String SQUARES = """
            theorem squares "A product of numbers above one"
              param x, y : real
              param c : real > 0
              given large: x >= 1
              given idle: y^2 >= 0
              show x^2 + y^2 >= 2*x*y
            """;

    private static Source source(String text) throws InvalidInput {
        return SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY);
    }

    private static Claim claim(String text) throws InvalidInput {
        return source(text).document().claims().getFirst();
    }

    private static List<MutantCheck.Result> results(String text) throws InvalidInput, InterruptedException {
        MutantCheck.Settings settings = new MutantCheck.Settings(1, 200, Duration.ofMinutes(2), 2, 32);
        return new MutantCheck(Library.EMPTY, Map.of(), source(text), settings).run(claim(text), result -> { });
    }

    private static Fate fate(String change, List<MutantCheck.Result> results) {
        return results.stream().filter(result -> result.mutant().change().equals(change)).findFirst().orElseThrow(() -> new AssertionError(changes(results))).fate();
    }

    private static List<String> changes(List<MutantCheck.Result> results) {
        return results.stream().map(result -> result.mutant().change()).toList();
    }

    @Test
    void each_hypothesis_constant_exponent_and_relation_is_changed_once() throws InvalidInput {
        assertThat(Mutants.of(claim(SQUARES))).extracting(Mutant::change).containsExactly(
                "without large", "without idle", "large: x >= 1 -> x >= 0", "large: x >= 1 -> x <= 1",
                "idle: y^2 -> y^3", "idle: y^2 -> y^1", "idle: y^2 >= 0 -> y^2 >= -1", "idle: y^2 >= 0 -> y^2 <= 0",
                "x^2 + y^2 -> x^3 + y^2", "x^2 + y^2 -> x^1 + y^2", "x^2 + y^2 -> x^2 + y^3", "x^2 + y^2 -> x^2 + y^1",
                "2*x*y -> 3*x*y", "2*x*y -> 1*x*y", "right side times 11/10", "x^2 + y^2 >= 2*x*y -> x^2 + y^2 > 2*x*y",
                "x^2 + y^2 >= 2*x*y -> x^2 + y^2 = 2*x*y", "x^2 + y^2 >= 2*x*y -> x^2 + y^2 <= 2*x*y");
    }

    @Test
    void bounds_of_real_parameters_are_dropped_and_those_of_integers_lowered() throws InvalidInput {
        assertThat(Mutants.of(claim("""
                theorem t
                  param L : nat >= 2
                  param s : real > 0
                  param unused : real > 0
                  show s + L > L
                """))).extracting(Mutant::change).contains("without s > 0", "L >= 2 -> L >= 1").noneMatch(change -> change.contains("unused"));
    }

    @Test
    void slips_of_the_pen_are_made_in_equations_to_be_shown() throws InvalidInput {
        String text = """
                theorem t
                  param n : nat >= 1
                  param a : real
                  var A, B : real[n, n]
                  given same: A*B = B*A
                  show a*A*B - B^T*A = A
                """;
        assertThat(Mutants.of(claim(text))).filteredOn(mutant -> mutant.kind() == Mutant.Kind.TERM).extracting(Mutant::change).containsExactly(
                "a*A*B - B^T*A -> -a*A*B - B^T*A", "a*A*B - B^T*A -> a*A*B + B^T*A", "a*A*B - B^T*A -> A*B - B^T*A",
                "a*A*B - B^T*A -> a*B*A - B^T*A", "a*A*B - B^T*A -> a*A*B - A*B^T", "a*A*B - B^T*A -> a*A*B - B*A");
        assertThat(Mutants.of(claim(text.replace("= A\n", "!= A\n")))).noneMatch(mutant -> mutant.kind() == Mutant.Kind.TERM);
    }

    @Test
    void false_mutants_are_killed_with_numbers_and_true_ones_proved() throws InvalidInput, InterruptedException {
        List<MutantCheck.Result> results = results(SQUARES);
        assertThat(fate("2*x*y -> 3*x*y", results)).isInstanceOfSatisfying(Fate.Killed.class, killed -> {
            assertThat(killed.tries()).isBetween(1, 200);
            assertThat(killed.counterexample().values()).extracting(Object::toString).anyMatch(value -> value.startsWith("x = "));
        });
        assertThat(fate("x^2 + y^2 >= 2*x*y -> x^2 + y^2 > 2*x*y", results)).isInstanceOf(Fate.Killed.class);
        assertThat(fate("without large", results)).isInstanceOf(Fate.Proved.class);
        assertThat(fate("without idle", results)).isInstanceOf(Fate.Proved.class);
        assertThat(fate("2*x*y -> 1*x*y", results)).isInstanceOf(Fate.Proved.class);
        assertThat(results).noneMatch(MutantCheck.Result::isOpen);
    }

    @Test
    void from_contradictory_hypotheses_nothing_is_proved() throws InvalidInput, InterruptedException {
        List<MutantCheck.Result> results = results("""
                theorem t
                  param x : real
                  given low: x >= 2
                  given high: x <= 3
                  show x <= 3
                """);
        assertThat(fate("low: x >= 2 -> x <= 2", results)).isInstanceOf(Fate.Proved.class);
        assertThat(fate("high: x <= 3 -> x >= 3", results)).isInstanceOf(Fate.Killed.class);
        List<MutantCheck.Result> empty = results("""
                theorem t
                  param x : real
                  given square: x^2 >= 1
                  given flat: x^2 <= 1
                  show x^4 <= 1
                """);
        assertThat(results("""
                theorem t
                  param x : real
                  given impossible: 1*x^2 < 0
                  show x <= 0
                """)).filteredOn(result -> result.mutant().change().startsWith("x <= 0 ->")).isNotEmpty()
                .allMatch(result -> result.fate() instanceof Fate.Vacuous);
        assertThat(empty).noneMatch(result -> result.fate() instanceof Fate.Vacuous);
    }

    @Test
    void where_no_sample_satisfies_the_claim_itself_only_a_contradiction_is_vacuous() throws InvalidInput, InterruptedException {
        // The cube root of two is no rational number: nothing is known of these, and nothing is called vacuous for want of samples.
        List<MutantCheck.Result> results = results("""
                theorem t
                  param x : real
                  given root: x^3 = 2
                  given positive: x > 0
                  show x^6 = 4
                """);
        assertThat(fate("x^6 = 4 -> x^6 = 5", results)).isInstanceOfSatisfying(Fate.Survived.class, survived -> {
            assertThat(survived.accepted()).isZero();
            assertThat(survived.note()).contains("no sample satisfies those of the claim itself");
        });
        assertThat(fate("positive: x > 0 -> x < 0", results)).isInstanceOf(Fate.Vacuous.class);
    }

    @Test
    void a_conclusion_that_never_has_a_value_is_not_proved_by_assuming_that_it_has_one() throws InvalidInput, InterruptedException {
        List<MutantCheck.Result> results = results("""
                theorem t
                  param x : real
                  given positive: x > 0
                  show sqrt(x)^2 = x
                """);
        assertThat(fate("positive: x > 0 -> x < 0", results)).isInstanceOf(Fate.Vacuous.class);
        assertThat(fate("without positive", results)).isInstanceOfSatisfying(Fate.Proved.class,
                proved -> assertThat(proved.note()).isEqualTo("where x >= 0; elsewhere its conclusion has no value"));
    }

    @Test
    void the_fates_do_not_depend_on_the_threads() throws InvalidInput, InterruptedException {
        List<List<MutantCheck.Result>> runs = new ArrayList<>();
        for (int threads : List.of(1, 3))
            runs.add(new MutantCheck(Library.EMPTY, Map.of(), source(SQUARES), new MutantCheck.Settings(4, 60, Duration.ofMinutes(2), threads, 32)).run(claim(SQUARES), result -> { }));
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
    }
}
