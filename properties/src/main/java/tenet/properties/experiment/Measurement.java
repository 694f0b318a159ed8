package tenet.properties.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.Term;

/**
 * A table of values of terms, by time.
 *
 * @param stopped why it ends early, if it does
 * @param doubt   from when on a second method of integration does not confirm it, and what it says; empty when it confirms all
 */
public record Measurement(String time, List<Term> terms, List<Row> rows, Optional<String> stopped, Optional<String> doubt) {
    public Measurement {
        terms = List.copyOf(terms);
        rows = List.copyOf(rows);
    }

    /** The values at a time, in the order of the terms; NaN where a term has none. */
    public record Row(double time, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    private List<String> header() {
        return Stream.concat(Stream.of(time), terms.stream().map(Printer::print)).toList();
    }

    /** Comma-separated values with all digits, for plotting; fields with commas are quoted. */
    public String csv() {
        StringBuilder out = new StringBuilder(header().stream().map(Measurement::quoted).collect(Collectors.joining(","))).append('\n');
        for (Row row : rows)
            out.append(row.time()).append(row.values().stream().map(value -> "," + (value.isNaN() ? "" : value)).collect(Collectors.joining())).append('\n');
        return out.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Aligned columns with six digits. */
    public String table() {
        List<String> header = header();
        StringBuilder out = new StringBuilder();
        for (String name : header) out.append(String.format("%" + Math.max(14, name.length() + 2) + "s", name));
        out.append('\n');
        for (Row row : rows) {
            out.append(String.format(Locale.ROOT, "%14.6g", row.time()));
            for (int i = 0; i < row.values().size(); i++) {
                double value = row.values().get(i);
                int width = Math.max(14, header.get(i + 1).length() + 2);
                out.append(Double.isNaN(value) ? String.format("%" + width + "s", "-") : String.format(Locale.ROOT, "%" + width + ".6g", value));
            }
            out.append('\n');
        }
        doubt.ifPresent(reason -> out.append("not confirmed: ").append(reason).append('\n'));
        stopped.ifPresent(reason -> out.append("ended early: ").append(reason).append('\n'));
        return out.toString();
    }
}
