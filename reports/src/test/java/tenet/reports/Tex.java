package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** TeX for tests, which are skipped where there is none. */
public final class Tex {
    private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\[hv]box \\(([0-9.]+)pt");

    private Tex() {
    }

    public static void assumeInstalled(String... programs) {
        for (String program : programs)
            Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program))), "no " + program + " here");
    }

    /** The log of pdflatex, which has to succeed, run so often. */
    public static String log(Path folder, String name, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            ProcessBuilder builder = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", name + ".tex");
            builder.environment().put("max_print_line", "1000");
            builder.environment().put("openin_any", "p");
            Process process = builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile()).start();
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("pdflatex ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(folder.resolve("output.txt"), StandardCharsets.ISO_8859_1)).isZero();
        }
        return Files.readString(folder.resolve(name + ".log"), StandardCharsets.ISO_8859_1);
    }

    /** By how many points boxes are too wide or too high. */
    public static List<Double> overfull(String log) {
        Matcher matcher = OVERFULL.matcher(log);
        return matcher.results().map(found -> Double.parseDouble(found.group(1))).toList();
    }
}
