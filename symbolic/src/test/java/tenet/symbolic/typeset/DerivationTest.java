package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole derivations against files that were looked at in print. */
class DerivationTest {
    private static final Map<String, Examples.Example> EXAMPLES = Map.of("balancedness", Examples.balancedness(),
            "sv-dynamics", Examples.singularValueDynamics(), "component-norm", Examples.componentNorm(), "awkward", Examples.awkward());

    @ParameterizedTest
    @ValueSource(strings = {"balancedness", "sv-dynamics", "component-norm", "awkward"})
    void latex_is_as_it_was_when_last_looked_at(String name) throws IOException {
        Examples.Example example = EXAMPLES.get(name);
        assertEquals(resource(name + ".tex"), LatexDerivation.fragment(example.claim(), example.certificate(), example.lemmas()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancedness", "sv-dynamics", "component-norm", "awkward"})
    void text_is_as_it_was_when_last_looked_at(String name) throws IOException {
        Examples.Example example = EXAMPLES.get(name);
        assertEquals(resource(name + ".txt"), TextDerivation.text(example.claim(), example.certificate(), example.lemmas()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancedness", "sv-dynamics", "component-norm", "awkward"})
    void every_step_has_its_number_in_the_margin(String name) {
        Examples.Example example = EXAMPLES.get(name);
        String latex = LatexDerivation.fragment(example.claim(), example.certificate(), example.lemmas());
        String text = TextDerivation.text(example.claim(), example.certificate(), example.lemmas());
        example.certificate().steps().forEach(step -> {
            assertEquals(2, latex.split("\\\\tag\\{" + step.number() + "\\}", -1).length, "tag " + step.number());
            assertEquals(1, text.lines().filter(line -> line.strip().startsWith("(" + step.number() + ") ") && line.startsWith("   (")).count());
        });
    }

    @Test
    void a_line_of_text_is_at_most_eighty_columns_wide_where_a_formula_can_be_broken() {
        EXAMPLES.values().forEach(example -> TextDerivation.text(example.claim(), example.certificate(), example.lemmas()).lines()
                .forEach(line -> assertTrue(line.length() <= TextDerivation.WIDTH, line)));
    }

    @Test
    void fragments_compile_in_a_plain_article_and_fit_its_width(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pdflatex"))), "no pdflatex here");
        List<String> fragments = EXAMPLES.values().stream().map(example -> LatexDerivation.fragment(example.claim(), example.certificate(), example.lemmas())).toList();
        Files.writeString(folder.resolve("derivations.tex"), LatexDerivation.document("Derivations", fragments));
        Process process = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "derivations.tex")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "pdflatex does not end");
        String output = Files.readString(folder.resolve("output.txt"), StandardCharsets.ISO_8859_1);
        assertEquals(0, process.exitValue(), output);
        assertFalse(output.contains("Overfull"), output);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DerivationTest.class.getResourceAsStream(name)) {
            assertTrue(stream != null, "no resource " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
