package tenet.numeric.graph.file;

import java.util.List;

/**
 * How to read a graph.
 *
 * @param form       what the file holds
 * @param directions how often it has each edge; Matrix Market files say it themselves
 * @param columns    of a CSV file the two columns of the ends, by header or by number from 1; empty: it has two columns
 * @param lenient    drop and count what is wrong in place of refusing it
 */
public record ReadOptions(Form form, Directions directions, List<String> columns, boolean lenient) {
    /** Whatever the name and the first line say; each edge once; strict. */
    public static final ReadOptions DEFAULT = new ReadOptions(Form.AUTO, Directions.ONCE, List.of(), false);

    public ReadOptions {
        columns = List.copyOf(columns);
        if (!columns.isEmpty() && columns.size() != 2) throw new IllegalArgumentException("two columns are needed, not " + columns.size());
    }

    /** What a file holds. Compressed files (gzip) are recognised by their first bytes. */
    public enum Form {
        /** Matrix Market when the first line says so; CSV when the name ends with .csv or .tsv, also before .gz; else edges. */
        AUTO,
        /** Two integers a line, between blanks; lines that begin with # or % are comments. */
        EDGES,
        /** Fields between commas, semicolons or tabs, with or without a header. */
        CSV,
        /** Matrix Market, coordinate form; symmetric, or general with a symmetric pattern. */
        MATRIX_MARKET
    }

    /** How often a file has each edge. */
    public enum Directions {
        /** Once; a second line with the same ends in any order is a repetition. */
        ONCE,
        /** Twice, from each end to the other; an edge one way only makes the graph directed. */
        BOTH
    }
}
