package tenet.reports.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes a PDF of an article with latexmk, when there is a TeX. Shell commands and files outside the folder are closed to it. */
public final class Typesetter {
    private static final long MINUTES = 5;
    /** The same bytes on each run: TeX puts this time in place of now. */
    private static final String NO_TIME = "1767225600";
    private static final List<String> LEFTOVERS = List.of(".aux", ".fdb_latexmk", ".fls", ".log", ".out", ".toc");

    private final List<String> missing;

    private Typesetter(List<String> missing) {
        this.missing = missing;
    }

    /** Looks for the programs on the path. */
    public static Typesetter onPath(String path) {
        return new Typesetter(Stream.of("latexmk", "pdflatex").filter(program -> Stream.of(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank()).noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))).toList());
    }

    /** Whether what it needs is installed. */
    public boolean available() {
        return missing.isEmpty();
    }

    /**
     * What came of it.
     *
     * @param problem why there is no PDF, in a sentence; empty when there is one
     */
    public record Outcome(Optional<String> problem) {
    }

    /** Makes {@code NAME.pdf} from {@code NAME.tex} in the folder, and leaves nothing else behind unless it fails. */
    public Outcome pdf(Path folder, String name) throws IOException, InterruptedException {
        if (!available())
            return new Outcome(Optional.of("no PDF was made, as " + String.join(" and ", missing)
                    + (missing.size() == 1 ? " is" : " are") + " not installed; 'latexmk -pdf " + name + ".tex' makes it elsewhere"));
        // What a failed run left behind could make this one fail.
        clean(folder, name);
        ProcessBuilder builder = new ProcessBuilder("latexmk", "-norc", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", name + ".tex")
                .directory(folder.toFile()).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new java.io.File(nothing())));
        builder.environment().putAll(Map.of("SOURCE_DATE_EPOCH", NO_TIME, "FORCE_SOURCE_DATE", "1", "openin_any", "p", "openout_any", "p",
                "max_print_line", "1000", "LC_ALL", "C"));
        Path log = Files.createTempFile("tenet-latexmk", ".log");
        try {
            Process process = builder.redirectOutput(log.toFile()).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                return new Outcome(Optional.of("no PDF was made, as TeX took more than " + MINUTES + " minutes"));
            }
            if (process.exitValue() != 0) return new Outcome(Optional.of("no PDF was made: " + complaint(folder, name) + "; see " + folder.resolve(name + ".log")));
        } finally {
            Files.deleteIfExists(log);
        }
        clean(folder, name);
        return new Outcome(Optional.empty());
    }

    private static void clean(Path folder, String name) throws IOException {
        for (String leftover : LEFTOVERS) Files.deleteIfExists(folder.resolve(name + leftover));
    }

    private static String nothing() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "NUL" : "/dev/null";
    }

    /** TeX's first complaint. */
    private static String complaint(Path folder, String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        if (!Files.exists(log)) return "latexmk failed before TeX began";
        return Files.readString(log, StandardCharsets.ISO_8859_1).lines().filter(line -> line.startsWith("!")).findFirst()
                .map(line -> "TeX says " + line.substring(1).strip()).orElse("latexmk failed");
    }
}
