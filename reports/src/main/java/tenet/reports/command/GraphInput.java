package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.file.Dropped;
import tenet.numeric.graph.file.GraphFormatException;
import tenet.numeric.graph.file.GraphReader;
import tenet.numeric.graph.file.ReadOptions;
import tenet.theorems.InvalidInput;

/** The graph that a command works on, and how to read it. */
final class GraphInput {
    @Parameters(index = "0", paramLabel = "GRAPH",
            description = "An edge list (two integers a line), .csv, .tsv or Matrix Market; also compressed with gzip. '-' is standard input.")
    private String file;

    @Option(names = "--input", paramLabel = "auto|edges|csv|mtx", defaultValue = "auto",
            description = "Form of the graph (default: by name and first line).")
    private InputForm form;

    @Option(names = "--directions", paramLabel = "once|both", defaultValue = "once",
            description = "How often the file has each edge (default: ${DEFAULT-VALUE}).")
    private ReadOptions.Directions directions;

    @Option(names = "--columns", split = ",", hideParamSyntax = true, paramLabel = "A,B", description = "The two columns of a CSV file, by header or number from 1.")
    private List<String> columns = List.of();

    @Option(names = "--lenient", description = "Drop and count self-loops, repeated edges and lines that are no edge, instead of refusing them.")
    private boolean lenient;

    enum InputForm {
        AUTO(ReadOptions.Form.AUTO), EDGES(ReadOptions.Form.EDGES), CSV(ReadOptions.Form.CSV), MTX(ReadOptions.Form.MATRIX_MARKET);

        private final ReadOptions.Form form;

        InputForm(ReadOptions.Form form) {
            this.form = form;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of the graph for messages. */
    String name() {
        return file.equals("-") ? "standard input" : file;
    }

    /** Reads the graph; says on {@code err} how large it is and what was dropped. */
    Graph read(Console console) throws InvalidInput {
        if (columns.size() == 1 || columns.size() > 2) throw new InvalidInput("--columns takes two columns, such as 1,2 or source,target");
        ReadOptions options = new ReadOptions(form.form, directions, columns, lenient);
        GraphReader.Read read = file.equals("-") ? readInput(options) : readFile(console, options);
        console.err().println("read " + count(read.graph().edges(), "edge") + " on " + count(read.graph().vertices(), "vertex") + " from " + name());
        if (read.graph().vertices() == 0) throw new InvalidInput(name() + ": there is no edge in it");
        Dropped dropped = read.dropped();
        if (!dropped.nothing())
            console.err().println("dropped " + count(dropped.malformed(), "malformed line") + ", " + count(dropped.selfLoops(), "self-loop") + ", "
                    + count(dropped.repeated(), "repetition") + (dropped.oneWay() == 0 ? "" : "; " + count(dropped.oneWay(), "edge")
                    + " had one direction only and stayed"));
        return read.graph();
    }

    private GraphReader.Read readInput(ReadOptions options) throws InvalidInput {
        try {
            return GraphReader.read(System.in, name(), options, read -> true);
        } catch (IOException | GraphFormatException problem) {
            throw new InvalidInput(problem.getMessage());
        }
    }

    private GraphReader.Read readFile(Console console, ReadOptions options) throws InvalidInput {
        Path path = existing(file);
        try (Meter meter = new Meter(console, "read", "bytes", Files.size(path))) {
            return GraphReader.read(path, options, read -> {
                meter.at(read);
                return true;
            });
        } catch (GraphFormatException problem) {
            throw new InvalidInput(problem.getMessage());
        } catch (IOException problem) {
            throw new InvalidInput("cannot read " + file + ": " + problem.getMessage());
        }
    }

    private static Path existing(String name) throws InvalidInput {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path)) throw new InvalidInput(name + " does not exist");
            if (Files.isDirectory(path)) throw new InvalidInput(name + " is a directory");
            return path;
        } catch (java.nio.file.InvalidPathException notAPath) {
            throw new InvalidInput(name + " does not exist");
        }
    }

    /** "1 edge", "2 edges", "3 vertices". */
    static String count(long number, String thing) {
        return number + " " + (number == 1 ? thing : thing.equals("vertex") ? "vertices" : thing + "s");
    }

    /** The vertices whose ids are in a file, between blanks, commas and line ends; # begins a comment. */
    static BitSet vertices(Path file, Graph graph) throws InvalidInput {
        BitSet set = new BitSet(graph.vertices());
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) set.or(vertices(lines.get(i), graph, file + ":" + (i + 1)));
        return set;
    }

    static List<String> lines(Path file) throws InvalidInput {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) lines.add(line.replaceFirst("#.*", "").strip());
            return lines;
        } catch (NoSuchFileException missing) {
            throw new InvalidInput(file + " does not exist");
        } catch (IOException unreadable) {
            throw new InvalidInput("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    /** The vertices whose ids are in a text. @param place for messages */
    static BitSet vertices(String text, Graph graph, String place) throws InvalidInput {
        BitSet set = new BitSet(graph.vertices());
        for (String word : text.split("[\\s,]+")) if (!word.isEmpty()) set.set(vertex(word, graph, place));
        return set;
    }

    static int vertex(String id, Graph graph, String place) throws InvalidInput {
        OptionalInt vertex = id.matches("[+-]?\\d{1,18}") ? graph.ids().vertex(Long.parseLong(id)) : OptionalInt.empty();
        if (vertex.isEmpty()) throw new InvalidInput(place + ": the graph has no vertex '" + id + "'");
        return vertex.getAsInt();
    }
}
