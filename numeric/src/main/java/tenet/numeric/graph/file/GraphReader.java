package tenet.numeric.graph.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.VertexIds;
import tenet.numeric.graph.Watch;

/** Reads a graph in one pass. */
public final class GraphReader {
    private static final int FIRST_LOOK = 1 << 13;

    private final String name;
    private final ReadOptions options;

    private GraphReader(String name, ReadOptions options) {
        this.name = name;
        this.options = options;
    }

    /** A graph, and what was passed over on the way. */
    public record Read(Graph graph, Dropped dropped) {
    }

    /**
     * Reads a file.
     *
     * @param watch hears the number of bytes read of the file; may not end the run
     * @throws GraphFormatException with the lines that are wrong
     */
    public static Read read(Path file, ReadOptions options, Watch watch) throws IOException, GraphFormatException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), options, watch);
        }
    }

    /** Reads a stream. @param name for messages, and for its ending */
    public static Read read(InputStream in, String name, ReadOptions options, Watch watch) throws IOException, GraphFormatException {
        BufferedInputStream raw = new BufferedInputStream(new Counting(in, watch), 1 << 16);
        raw.mark(2);
        boolean compressed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return new GraphReader(name, options).read(compressed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw);
    }

    private Read read(BufferedInputStream in) throws IOException, GraphFormatException {
        in.mark(FIRST_LOOK);
        String start = new String(in.readNBytes(FIRST_LOOK), StandardCharsets.UTF_8);
        in.reset();
        return switch (options.form() == ReadOptions.Form.AUTO ? form(start) : options.form()) {
            case CSV -> csv(in, start.lines().findFirst().orElse(""));
            case MATRIX_MARKET -> matrixMarket(new Lines(in));
            case EDGES, AUTO -> edges(new Lines(in));
        };
    }

    private ReadOptions.Form form(String start) {
        if (start.toLowerCase(Locale.ROOT).startsWith("%%matrixmarket")) return ReadOptions.Form.MATRIX_MARKET;
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return plain.endsWith(".csv") || plain.endsWith(".tsv") || !options.columns().isEmpty() ? ReadOptions.Form.CSV : ReadOptions.Form.EDGES;
    }

    private Read edges(Lines lines) throws IOException, GraphFormatException {
        EdgeCollector edges = new EdgeCollector(name, options.lenient());
        while (lines.next()) {
            if (lines.atEnd() || lines.peek() == '#' || lines.peek() == '%') continue;
            try {
                long u = lines.integer();
                long v = lines.integer();
                if (lines.atEnd()) edges.add(u, v, lines.number());
                else edges.malformed(lines.number(), lines.text() + " has more than two fields");
            } catch (NumberFormatException none) {
                edges.malformed(lines.number(), lines.text() + " is not an edge, two integers");
            }
        }
        return edges.graph(options.directions());
    }

    private Read csv(InputStream in, String firstLine) throws IOException, GraphFormatException {
        char separator = firstLine.indexOf('\t') >= 0 ? '\t' : firstLine.indexOf(';') >= 0 ? ';' : ',';
        EdgeCollector edges = new EdgeCollector(name, options.lenient());
        int[] columns = {};
        try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CsvRecord line : records) {
                if (columns.length == 0) {
                    columns = columns(line);
                    if (integer(line, columns[0]).isEmpty() && integer(line, columns[1]).isEmpty()) continue;
                }
                OptionalLong u = integer(line, columns[0]);
                OptionalLong v = integer(line, columns[1]);
                if (u.isPresent() && v.isPresent()) edges.add(u.getAsLong(), v.getAsLong(), line.getStartingLineNumber());
                else edges.malformed(line.getStartingLineNumber(), "no integers in columns " + (columns[0] + 1) + " and " + (columns[1] + 1)
                        + " of " + line.getFields());
            }
        } catch (CsvParseException broken) {
            throw new GraphFormatException(name + ": " + broken.getMessage());
        }
        return edges.graph(options.directions());
    }

    private int[] columns(CsvRecord first) throws GraphFormatException {
        if (options.columns().isEmpty()) {
            if (first.getFieldCount() != 2)
                throw new GraphFormatException(name + ":" + first.getStartingLineNumber() + ": " + first.getFieldCount()
                        + " columns; choose two with --columns, by header or by number from 1");
            return new int[] {0, 1};
        }
        int[] columns = new int[2];
        List<String> header = first.getFields().stream().map(String::strip).toList();
        for (int i = 0; i < 2; i++) {
            String wanted = options.columns().get(i);
            int at = header.indexOf(wanted);
            if (at < 0 && wanted.matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted) <= header.size()) at = Integer.parseInt(wanted) - 1;
            if (at < 0) throw new GraphFormatException(name + ": no column " + wanted + " among " + String.join(", ", header));
            columns[i] = at;
        }
        return columns;
    }

    private static OptionalLong integer(CsvRecord line, int column) {
        if (column >= line.getFieldCount()) return OptionalLong.empty();
        String text = line.getField(column).strip();
        return text.matches("[+-]?\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private Read matrixMarket(Lines lines) throws IOException, GraphFormatException {
        lines.next();
        ReadOptions.Directions directions = directions(lines.whole().toLowerCase(Locale.ROOT));
        Optional<int[]> size = Optional.empty();
        EdgeCollector edges = new EdgeCollector(name, options.lenient());
        long entries = 0;
        while (lines.next()) {
            if (lines.atEnd() || lines.peek() == '%') continue;
            try {
                if (size.isEmpty()) {
                    size = Optional.of(size(lines));
                    continue;
                }
                entries++;
                long u = lines.integer();
                long v = lines.integer();
                int n = size.get()[0];
                if (u < 1 || v < 1 || u > n || v > n) edges.malformed(lines.number(), lines.text() + " is outside of 1.." + n);
                else edges.add(u, v, lines.number());
            } catch (NumberFormatException none) {
                if (size.isEmpty()) throw new GraphFormatException(name + ":" + lines.number() + ": " + lines.text() + " is not a line of sizes");
                edges.malformed(lines.number(), lines.text() + " is not an entry");
            }
        }
        if (size.isEmpty()) throw new GraphFormatException(name + ": no line of sizes");
        if (entries != size.get()[1])
            throw new GraphFormatException(name + ": " + size.get()[1] + " entries were announced and " + entries + " are there");
        return edges.graph(directions, new VertexIds.Range(1, size.get()[0]));
    }

    private ReadOptions.Directions directions(String header) throws GraphFormatException {
        String[] words = header.split("\\s+");
        if (words.length != 5 || !words[0].equals("%%matrixmarket") || !words[1].equals("matrix") || !words[2].equals("coordinate"))
            throw new GraphFormatException(name + ":1: need '%%MatrixMarket matrix coordinate FIELD SYMMETRY'");
        return switch (words[4]) {
            case "symmetric" -> ReadOptions.Directions.ONCE;
            case "general" -> ReadOptions.Directions.BOTH;
            default -> throw new GraphFormatException(name + ":1: a matrix that is " + words[4] + " is no undirected graph");
        };
    }

    private int[] size(Lines lines) throws GraphFormatException {
        long rows = lines.integer();
        long columns = lines.integer();
        long entries = lines.integer();
        if (rows != columns) throw new GraphFormatException(name + ":" + lines.number() + ": the matrix has " + rows + " rows and " + columns + " columns");
        if (rows < 0 || rows > Integer.MAX_VALUE - 8 || entries < 0 || entries > Integer.MAX_VALUE - 8)
            throw new GraphFormatException(name + ":" + lines.number() + ": sizes out of range");
        return new int[] {(int) rows, (int) entries};
    }

    /** Tells the watch how much was read. */
    private static final class Counting extends FilterInputStream {
        private final Watch watch;
        private long read;

        Counting(InputStream in, Watch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                read += count;
                watch.goOn(read);
            }
            return count;
        }
    }
}
