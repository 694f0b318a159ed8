import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how many code lines one has to trust: those of term, formula, algebra and kernel that are neither blank nor
 * comment. Run by the build: {@code java TrustedCode.java symbolic/src/main/java/tenet/symbolic}.
 */
final class TrustedCode {
    private static final List<String> TRUSTED = List.of("term", "formula", "algebra", "kernel");
    private static final int BUDGET = 2_500;

    public static void main(String[] arguments) throws IOException {
        Path symbolic = Path.of(arguments[0]);
        int total = 0;
        StringBuilder parts = new StringBuilder();
        for (String name : TRUSTED) {
            int lines = linesUnder(symbolic.resolve(name));
            total += lines;
            parts.append(parts.isEmpty() ? "" : ", ").append("%s %,d".formatted(name, lines));
        }
        System.out.println("trusted code: %,d lines (budget %,d): %s".formatted(total, BUDGET, parts));
    }

    private static int linesUnder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int lines = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                lines += codeLines(Files.readString(file));
            }
        }
        return lines;
    }

    /** The lines that hold something beside blanks and comments. A comment sign inside a string is no comment. */
    static int codeLines(String source) {
        int lines = 0;
        boolean code = false;
        int i = 0;
        while (i < source.length()) {
            if (source.startsWith("//", i)) {
                i = orEnd(source, source.indexOf('\n', i));
            } else if (source.startsWith("/*", i)) {
                int end = orEnd(source, source.indexOf("*/", i + 2) + 2);
                if (source.substring(i, end).indexOf('\n') >= 0 && code) {
                    lines++;
                    code = false;
                }
                i = end;
            } else if (source.startsWith("\"\"\"", i)) {
                int end = endOfLiteral(source, i, "\"\"\"");
                lines += (int) source.substring(i, end).lines().filter(line -> !line.isBlank()).count() - 1;
                code = true;
                i = end;
            } else if (source.charAt(i) == '"' || source.charAt(i) == '\'') {
                code = true;
                i = endOfLiteral(source, i, source.substring(i, i + 1));
            } else if (source.charAt(i) == '\n') {
                lines += code ? 1 : 0;
                code = false;
                i++;
            } else {
                code |= !Character.isWhitespace(source.charAt(i));
                i++;
            }
        }
        return lines + (code ? 1 : 0);
    }

    private static int endOfLiteral(String source, int start, String quote) {
        int i = start + quote.length();
        while (i < source.length() && !source.startsWith(quote, i)) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + quote.length(), source.length());
    }

    /** {@code indexOf} finds nothing in an unfinished comment: it runs to the end. */
    private static int orEnd(String source, int index) {
        return index < 2 ? source.length() : index;
    }
}
