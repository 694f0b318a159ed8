package tenet.properties.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.check.Check;
import tenet.properties.check.Settings;
import tenet.properties.check.StandardMethods;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.InstanceText;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.properties.exact.Choices;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.term.Rational;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;
import tenet.theorems.Verdict;

class ReplayTest {
    private static final Library LIBRARY = Library.builtIn();

    @TempDir
    private Path folder;

    private static Claim claim(String id) {
        return LIBRARY.find(id).orElseThrow().claim();
    }

    private static InstanceBlock block(String id, List<String> lines) {
        return new InstanceBlock(id, "mine.tenet", 7, lines);
    }

    /** With losses, families, moving variables, tensors, norms. */
    @ParameterizedTest
    @ValueSource(strings = {"mf.balancedness", "mf.sv-dynamics", "mf.sv-ratio", "tf.component-norm", "rc.norm-lower", "rc.entry-lower", "mf.balancedness.decay"})
    void an_instance_that_was_printed_reads_back_as_itself(String id) throws InvalidInput {
        Claim claim = claim(id);
        Sampler sampler = new Sampler(claim.statement(), claim.sampling());
        for (int i = 0; i < 20; i++) {
            Sample sample = sampler.draw(Choices.fresh(5, i));
            if (sample.standing() != Sample.Standing.ACCEPTED) continue;
            List<String> lines = InstanceText.lines(sample.instance().orElseThrow(), claim.statement().signature());
            Instance read = InstanceReader.read(block(id, lines), claim.statement());
            assertThat(InstanceText.lines(read, claim.statement().signature())).isEqualTo(lines);
        }
    }

    @Test
    void functions_are_read_as_they_are_printed() throws InvalidInput {
        FunctionText matrix = new FunctionText(List.of(2, 2));
        FunctionModel loss = matrix.read("1/2*(X[1,1]^2 + 3*(X[2,1] + 1)^2) + 5*X[1,2] + (-1/2)*X[2,2]");
        assertThat(loss).isEqualTo(new FunctionModel.Quadratic(numbers("1", "0", "3", "0"), numbers("0", "0", "-1", "0"), numbers("0", "5", "0", "-1/2")));
        assertThat(matrix.read("1/2*(-2)*(X[1,2] - 1/3)^2")).isEqualTo(new FunctionModel.Quadratic(numbers("0", "-2", "0", "0"), numbers("0", "1/3", "0", "0"), numbers("0", "0", "0", "0")));
        assertThat(matrix.read("1/2*(X[1,2] - 1)^2 + 1/2*(X[1,1] + (-2)*X[2,2])^2 + 3*(X[2,1])^4")).isEqualTo(new FunctionModel.Ridges(
                new FunctionModel.Quadratic(numbers("0", "1", "0", "0"), numbers("0", "1", "0", "0"), numbers("0", "0", "0", "0")),
                List.of(new FunctionModel.Ridges.Ridge(Rational.of(1, 2), numbers("1", "0", "0", "-2"), 2), new FunctionModel.Ridges.Ridge(Rational.of(3), numbers("0", "0", "1", "0"), 4))));
        assertThat(matrix.read("max(|X[1,1]|, 3*|X[2,1]|)")).isEqualTo(new FunctionModel.WeightedNorm(numbers("1", "0", "3", "0"), Optional.empty()));
        assertThat(matrix.read("(|X[1,1]|^(1/2) + 2*|X[1,2]|^(1/2))^2")).isEqualTo(new FunctionModel.WeightedNorm(numbers("1", "2", "0", "0"), Optional.of(Rational.of(1, 2))));
        assertThat(matrix.read("|X[1,1]| + 2*|X[2,2]|")).isEqualTo(new FunctionModel.WeightedNorm(numbers("1", "0", "0", "2"), Optional.of(Rational.ONE)));
        assertThat(new FunctionText(List.of(1, 1)).read("1/2*X")).isEqualTo(new FunctionModel.Quadratic(one("0"), one("0"), one("1/2")));
        for (FunctionModel.LinearForms.Kind kind : FunctionModel.LinearForms.Kind.values())
            for (Optional<Rational> cap : List.of(Optional.<Rational>empty(), Optional.of(Rational.of(5, 2))))
                for (List<Value<Rational>> forms : List.of(List.of(numbers("1", "-2", "0", "0"), numbers("0", "1/3", "0", "7")), List.of(numbers("0", "2", "0", "1")))) {
                    FunctionModel model = new FunctionModel.LinearForms(kind, forms, cap);
                    var signature = claim("rc.norm-lower").statement().signature();
                    String line = InstanceText.lines(Instance.EMPTY.with("N", model), signature).getFirst();
                    assertThat(matrix.read(line.substring("N(X) = ".length()))).as(line).isEqualTo(model);
                }
        assertThatThrownBy(() -> matrix.read("exp(X[1,1])")).isInstanceOf(InvalidInput.class).hasMessageContaining("not of the form");
        assertThatThrownBy(() -> matrix.read("X[3,1]")).isInstanceOf(InvalidInput.class).hasMessageContaining("no entry");
    }

    private static Value<Rational> numbers(String... entries) {
        return Value.of(List.of(2, 2), java.util.Arrays.stream(entries).map(Rational::parse).toList());
    }

    private static Value<Rational> one(String entry) {
        return Value.of(List.of(1, 1), List.of(Rational.parse(entry)));
    }

    @Test
    void a_counterexample_replays_and_an_instance_outside_of_the_hypotheses_does_not() throws InvalidInput {
        Claim half = claim("rc.unobserved-lower.half");
        Instance fails = InstanceReader.read(block(half.id(), List.of("W = [[5/3, 2/3], [5/6, 1/3]]", "s = 1/2")), half.statement());
        assertThat(Falsifier.replay(half.statement(), List.of(), 32, fails).counterexample()).isPresent();
        Instance outside = InstanceReader.read(block(half.id(), List.of("W = [[5/3, 2/3], [5/6, 1/3]]", "s = 1/3")), half.statement());
        assertThat(Falsifier.replay(half.statement(), List.of(), 32, outside).told()).isEqualTo("the hypotheses do not hold: residual fails");
        Instance holds = InstanceReader.read(block(half.id(), List.of("W = [[9, 1], [1, 1/2]]", "s = 1/2")), half.statement());
        assertThat(Falsifier.replay(half.statement(), List.of(), 32, holds).told()).isEqualTo("the conclusion holds");
    }

    @Test
    void what_does_not_fit_the_claim_is_told_with_its_place() {
        Claim half = claim("rc.unobserved-lower.half");
        assertThatThrownBy(() -> InstanceReader.read(block(half.id(), List.of("V = 1")), half.statement()))
                .isInstanceOf(InvalidInput.class).hasMessage("mine.tenet:7: V is not declared in rc.unobserved-lower.half");
        assertThatThrownBy(() -> InstanceReader.read(block(half.id(), List.of("W = [[1, 2]]")), half.statement()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("has 2 entries in place of 4");
        assertThatThrownBy(() -> InstanceReader.read(block(half.id(), List.of("W = [[1, 2], [3, ")), half.statement()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("cannot be read");
    }

    private static final String WRONG = """
            theorem mine.wrong "Not so"
              param x : real
              given apart: x >= 1
              show x^2 <= 5*x
            """;

    private Report check(Source source, int tries) throws InterruptedException {
        return new Check(Library.EMPTY, List.of(Check.Selection.all(source)), new Settings(1, tries, Duration.ofMinutes(1), 1, true, 32, Optional.empty()),
                new StandardMethods()).run(finding -> { });
    }

    @Test
    void a_counterexample_is_stored_beside_the_file_and_replayed_first() throws InterruptedException, IOException, InvalidInput {
        Path file = Files.writeString(folder.resolve("mine.tenet"), WRONG);
        Source source = SourceReader.read(file, Library.EMPTY);
        Report first = check(source, 400);
        assertThat(first.findings().getFirst().verdict()).isEqualTo(Verdict.REFUTED);
        Path stored = CounterexampleFolder.store(source, first).orElseThrow();
        assertThat(stored).isEqualTo(folder.resolve(".tenet-counterexamples").resolve("mine.tenet")).content().contains("instance mine.wrong\n  x = ");
        assertThat(CounterexampleFolder.store(source, first)).as("nothing new").isEmpty();
        // One try would not find it.
        Finding again = check(source, 1).findings().getFirst();
        assertThat(again.evidence(Evidence.Refutation.class)).isEqualTo(first.findings().getFirst().evidence(Evidence.Refutation.class));
        Files.delete(stored);
        assertThat(check(SourceReader.read(file, Library.EMPTY), 1).findings().getFirst().verdict()).isNotEqualTo(Verdict.REFUTED);
    }

    @Test
    void an_instance_pasted_into_the_file_is_replayed_and_one_that_is_no_counterexample_any_more_is_told() throws IOException, InvalidInput, InterruptedException {
        Path file = Files.writeString(folder.resolve("pasted.tenet"), WRONG + "\ninstance mine.wrong\n  x = 6   # 36 against 30\n\ninstance mine.wrong\n  x = 2\n");
        Source source = SourceReader.read(file, Library.EMPTY);
        Finding finding = check(source, 1).findings().getFirst();
        assertThat(finding.evidence(Evidence.Refutation.class)).singleElement().satisfies(refutation ->
                assertThat(refutation.simplest().instance()).containsExactly("x = 6"));
        assertThat(finding.notes()).containsExactly("the instance at " + file + ":9 is no counterexample: the conclusion holds");
    }

    @Test
    void instances_are_blanked_out_of_the_text_and_keep_its_lines() {
        String text = "theorem a\n  show 1 = 1\ninstance a\n  x = 1\n\n  y = 2\ntheorem b\n  show 1 = 1\n";
        assertThat(InstanceBlock.without(text)).isEqualTo("theorem a\n  show 1 = 1\n\n\n\n\ntheorem b\n  show 1 = 1\n");
        assertThat(InstanceBlock.of("f", text)).containsExactly(new InstanceBlock("a", "f", 3, List.of("x = 1", "y = 2")));
        assertThat(InstanceBlock.without("instances of a thing\n")).isEqualTo("instances of a thing\n");
    }
}
