package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;

/** The examples of the reference are right. */
class ReadmeTest {
    private final String readme = read();

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private List<String> examples(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme).results()
                .map(result -> result.group(1)).toList();
    }

    @Test
    void the_examples_of_the_language_are_read_without_a_diagnostic() {
        assertThat(examples("tenet")).hasSize(8);
        for (String example : examples("tenet"))
            assertThat(Diagnostic.render(Samples.read(example).diagnostics(), example)).isEmpty();
    }

    @Test
    void the_example_of_a_certificate_is_read_without_a_diagnostic() {
        Statement statement = examples("tenet").stream().flatMap(example -> Samples.read(example).value().claims().stream()).map(Claim::statement)
                .filter(known -> known.id().equals("lin.balancedness")).findFirst().orElseThrow();
        String example = examples("cert").getFirst();
        var read = Parser.parseCertificates("readme.cert", example, id -> Optional.of(statement)
                .filter(known -> known.id().equals(id)));
        assertThat(Diagnostic.render(read.diagnostics(), example)).isEmpty();
        assertThat(read.value().get("lin.balancedness").steps()).hasSize(3);
    }

    @Test
    void every_code_of_a_diagnostic_is_explained() {
        for (String code : List.of("syntax", "unknown-name", "order", "scope", "shape", "arity", "duplicate", "structure",
                "reason", "limit", "empty"))
            assertThat(readme).contains("`" + code + "`");
    }
}
