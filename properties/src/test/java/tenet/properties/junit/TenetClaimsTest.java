package tenet.properties.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import tenet.properties.check.StandardMethods;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;

class TenetClaimsTest {
    /** Not a test class of its own: one of its claims is wrong. */
    @TenetFile("paper.tenet")
    static final class Paper implements TenetClaims {
    }

    @TenetFile(value = "paper.tenet", require = TenetFile.Least.CERTIFIED)
    static final class Strict implements TenetClaims {
    }

    @TenetFile({"none.tenet", "paper.tenet"})
    static final class Missing implements TenetClaims {
    }

    private static Map<String, DynamicTest> tests(TenetClaims claims) {
        Map<String, DynamicTest> tests = new LinkedHashMap<>();
        claims.claims().forEach(node -> collect(node, tests));
        return tests;
    }

    private static void collect(DynamicNode node, Map<String, DynamicTest> tests) {
        switch (node) {
            case DynamicContainer container -> container.getChildren().forEach(child -> collect(child, tests));
            case DynamicTest test -> tests.put(test.getDisplayName(), test);
            default -> throw new AssertionError(node);
        }
    }

    private static Throwable failure(String name, TenetClaims claims) {
        return catchThrowable(tests(claims).get(name).getExecutable()::execute);
    }

    @Test
    void each_claim_and_variant_is_a_test_of_its_own() {
        assertThat(tests(new Paper()).keySet()).containsExactly("paper.square: A square is not negative", "paper.above-one: A square is above one",
                "paper.wrong: A number is at most its square");
        assertThat(tests(new Paper()).values()).allSatisfy(test -> assertThat(test.getTestSourceUri().orElseThrow().toString()).contains("paper.tenet?line="));
    }

    @Test
    void true_theorems_and_false_claims_that_are_refuted_pass() {
        assertThat(failure("paper.square: A square is not negative", new Paper())).isNull();
        assertThat(failure("paper.above-one: A square is above one", new Paper())).isNull();
    }

    @Test
    void a_failure_shows_the_counterexample_as_an_instance_to_paste() {
        assertThat(failure("paper.wrong: A number is at most its square", new Paper())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("paper.wrong: expected SUPPORTED or better, and it is REFUTED")
                .hasMessageMatching("(?s).*\ninstance paper.wrong\n  x = (\\d+/\\d+)\nwhere x = \\1\nwhere x\\^2 = .*");
    }

    /** The instance is cut out of the message as a reader would do it, and judged again from the file. */
    @Test
    void the_instance_of_a_failure_replays_where_it_is_pasted() throws InvalidInput {
        String message = failure("paper.wrong: A number is at most its square", new Paper()).getMessage();
        String instance = message.substring(message.indexOf("instance paper.wrong"), message.indexOf("\nwhere "));
        String text = "theorem paper.wrong\n  param x : real\n  show x <= x^2\n\n" + instance + "\n";
        var source = SourceReader.parse("pasted.tenet", text, Optional.empty(), Library.EMPTY);
        assertThat(InstanceBlock.of("pasted.tenet", text)).singleElement().satisfies(block ->
                assertThat(new StandardMethods().replay(source.document().claims().getFirst(), block, 1).counterexample()).isPresent());
    }

    @Test
    void a_file_that_is_not_there_is_one_failing_test() {
        assertThat(failure("none.tenet", new Missing())).isInstanceOf(AssertionError.class).hasMessageContaining("none.tenet is neither a file");
        assertThat(tests(new Missing())).hasSize(4);
    }
}
