package tenet.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.reports.model.ShownValue;

/** Matrices in a terminal: a row on each line, its entries below one another. The lines joined are still the value. */
final class Grid {
    /** A matrix of so few rows is as easily read on one line, if it fits there. */
    private static final int FEW_ROWS = 2;

    private Grid() {
    }

    /**
     * The lines of a matrix; empty for what is better on one line.
     *
     * @param fits whether one line has room for it
     */
    static Optional<List<String>> rows(String value, boolean fits) {
        if (!(ShownValue.of(value) instanceof ShownValue.Matrix(List<List<String>> rows))) return Optional.empty();
        int columns = rows.getFirst().size();
        if (columns < 2 || rows.size() < 2 || fits && rows.size() <= FEW_ROWS) return Optional.empty();
        int[] widths = new int[columns];
        for (List<String> row : rows) for (int j = 0; j < columns; j++) widths[j] = Math.max(widths[j], row.get(j).length());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder(i == 0 ? "[[" : " [");
            for (int j = 0; j < columns; j++)
                line.append(j == 0 ? "" : ", ").append(" ".repeat(widths[j] - rows.get(i).get(j).length())).append(rows.get(i).get(j));
            lines.add(line.append(i == rows.size() - 1 ? "]]" : "],").toString());
        }
        return Optional.of(lines);
    }
}
