package tenet.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a value, taken apart so that a matrix can be shown as one. */
public sealed interface ShownValue {
    /** Rows of entries; a column vector has rows of one entry. */
    record Matrix(List<List<String>> rows) implements ShownValue {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Plain(String text) implements ShownValue {
    }

    /** Reads {@code [[a, b], [c, d]]} and {@code [a; b]}; anything else, such as an interval {@code [a, b]}, is plain. */
    static ShownValue of(String text) {
        Optional<String> inside = inside(text);
        if (inside.isEmpty()) return new Plain(text);
        List<String> entries = split(inside.get(), ';');
        if (entries.size() > 1) return new Matrix(entries.stream().map(List::of).toList());
        List<List<String>> rows = new ArrayList<>();
        for (String part : split(inside.get(), ',')) {
            Optional<String> row = inside(part);
            if (row.isEmpty()) return new Plain(text);
            rows.add(split(row.get(), ','));
        }
        boolean rectangular = rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
        return rectangular ? new Matrix(rows) : new Plain(text);
    }

    private static Optional<String> inside(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("[") || !stripped.endsWith("]")) return Optional.empty();
        int depth = 0;
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) == '[') depth++;
            if (stripped.charAt(i) == ']') depth--;
            if (depth == 0 && i < stripped.length() - 1) return Optional.empty();
        }
        return depth == 0 ? Optional.of(stripped.substring(1, stripped.length() - 1)) : Optional.empty();
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(') depth++;
            if (c == ']' || c == ')') depth--;
            if (c == separator && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
