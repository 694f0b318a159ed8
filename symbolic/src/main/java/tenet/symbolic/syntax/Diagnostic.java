package tenet.symbolic.syntax;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;

/**
 * Something to say about a place in a text: what is wrong, what was expected and, where possible, what to write.
 *
 * @param code       the kind of mistake: {@code syntax}, {@code unknown-name}, {@code shape}, {@code scope},
 *                   {@code order}, {@code arity}, {@code duplicate}, {@code structure}, {@code reason}, {@code limit},
 *                   {@code empty}
 * @param length     the number of characters meant, at least 1
 * @param suggestion a sentence such as {@code did you mean 'balanced'?}
 */
public record Diagnostic(Severity severity, String code, Claim.Place place, int length, String message,
                         Optional<String> suggestion) {
    private static final int WIDEST = 160;

    public enum Severity { ERROR, WARNING }

    public Diagnostic {
        length = Math.max(1, length);
    }

    /**
     * The message with the offending line of the text and a caret line under it:
     * <pre>
     * mine.tenet:4:12: error: lamda is not declared
     *   4 |   flow x follows -lamda*x
     *     |                   ^^^^^
     *     = did you mean 'lambda'?
     * </pre>
     */
    public String render(String text) {
        StringBuilder out = new StringBuilder(place + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + message);
        String number = Integer.toString(place.line());
        String margin = " ".repeat(number.length());
        line(text).ifPresent(line -> {
            int[] points = line.codePoints().map(point -> Character.isISOControl(point) ? ' ' : point).toArray();
            int start = Math.min(place.column() - 1, points.length);
            int from = start > WIDEST / 2 && points.length > WIDEST ? start - WIDEST / 2 : 0;
            int to = Math.min(points.length, from + WIDEST);
            int carets = Math.max(1, Math.min(length, to - start));
            out.append("\n  ").append(number).append(" | ").append(new String(points, from, to - from));
            out.append("\n  ").append(margin).append(" | ").append(" ".repeat(start - from)).append("^".repeat(carets));
        });
        suggestion.ifPresent(words -> out.append("\n  ").append(margin).append(" = ").append(words));
        return out.toString();
    }

    /** All of them, each rendered, separated by empty lines. */
    public static String render(List<Diagnostic> diagnostics, String text) {
        return diagnostics.stream().map(diagnostic -> diagnostic.render(text)).collect(java.util.stream.Collectors.joining("\n\n"));
    }

    private Optional<String> line(String text) {
        return text.lines().skip(place.line() - 1L).findFirst();
    }

    @Override
    public String toString() {
        return place + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + message;
    }
}
