package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Surefire picks test classes by name and skips the others without a word. */
class TestNamesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TESTS = Pattern.compile(
        "^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Example|ArchTest)\\b", Pattern.MULTILINE);
    /** Such a file is run through its subclasses. */
    private static final Pattern BASE = Pattern.compile(
        "^(public )?(abstract class|(sealed |non-sealed )?interface)\\b", Pattern.MULTILINE);

    @Test
    void everyFileWithTestsHasANameThatSurefireRuns() throws IOException {
        List<Path> skipped = new ArrayList<>();
        int seen = 0;
        try (var modules = Files.newDirectoryStream(ROOT, folder -> Files.isDirectory(folder.resolve("src/test/java")))) {
            for (Path module : modules) {
                try (var files = Files.walk(module.resolve("src/test/java"))) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".java")).filter(TestNamesTest::hasTests).toList()) {
                        seen++;
                        if (!file.toString().matches(".*(Test|Properties)\\.java")) {
                            skipped.add(ROOT.relativize(file));
                        }
                    }
                }
            }
        }
        assertThat(skipped).as("name them ...Test or ...Properties").isEmpty();
        assertThat(seen).isPositive();
    }

    private static boolean hasTests(Path file) {
        try {
            String source = Files.readString(file);
            return TESTS.matcher(source).find() && !BASE.matcher(source).find();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
