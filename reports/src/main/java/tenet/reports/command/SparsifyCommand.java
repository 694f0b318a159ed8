package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.file.EdgeWriter;
import tenet.numeric.graph.sparsify.General;
import tenet.numeric.graph.sparsify.RemovalOrder;
import tenet.numeric.graph.sparsify.Sparsifier;
import tenet.numeric.graph.sparsify.Sparsifiers;
import tenet.numeric.graph.sparsify.Ties;
import tenet.theorems.InvalidInput;

/** {@code tenet sparsify}: removes the edges that matter least to the walk indices of a graph. */
@Command(name = "sparsify", sortOptions = false,
        description = "Removes edges so that walk indices stay large: walk index sparsification. Writes the kept edges.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet sparsify edges.txt --remove 0.3 --output kept.txt",
            "  tenet sparsify edges.csv.gz --columns source,target --remove 5000 --depth 3 \\",
            "      --order removed.csv --output kept.csv",
            "  tenet sparsify edges.txt --remove 0.3 --algorithm random --seed 7",
            "",
            "Depth 2 is 1-WIS: millions of edges in seconds. Depth 3 is 2-WIS, also exact.",
            "Ctrl-C ends the run and writes what was removed by then.",
            "Exit status: 0, or 2 for wrong input."})
public final class SparsifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphInput input;

    @Option(names = "--remove", required = true, paramLabel = "N|FRACTION", converter = Amount.Converter.class,
            description = "How many edges to remove: 1000, or 0.3, or 30%%, or all. A fraction keeps the rest rounded down.")
    private Amount amount;

    @Option(names = "--depth", paramLabel = "L", defaultValue = "2",
            description = "Depth of the network: walk indices count walks of length L - 1 (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(names = "--partitions", paramLabel = "FILE",
            description = "The walk indices to keep large: on each line the vertices of a set, and '-> t' for a prediction about vertex t. Small graphs only."
                    + " Default: each vertex as a set and target of its own.")
    private Optional<Path> partitions = Optional.empty();

    @Option(names = "--algorithm", paramLabel = "wis|random|spectral", defaultValue = "wis",
            description = "wis, or a baseline: random order, or edges of small effective resistance first (default: ${DEFAULT-VALUE}).")
    private Algorithm algorithm;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the baselines (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--ties", paramLabel = "first|last", defaultValue = "first",
            description = "Which of several best edges goes, by smaller end and then larger end (default: ${DEFAULT-VALUE}).")
    private Ties ties;

    @Option(names = "--output", paramLabel = "FILE",
            description = "Write the kept edges to a file, by its ending as CSV, Matrix Market (.mtx) or edges, .gz compressed (default: to standard output).")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--order", paramLabel = "FILE", description = "Write the removed edges to a file, first removed first.")
    private Optional<Path> orderFile = Optional.empty();

    @Mixin
    private Help help;

    public SparsifyCommand(Console console) {
        this.console = console;
    }

    enum Algorithm {
        WIS, RANDOM, SPECTRAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InvalidInput {
        if (depth < 1) throw new InvalidInput("--depth is at least 1, not " + depth);
        if (partitions.isPresent() && algorithm != Algorithm.WIS) throw new InvalidInput("--partitions is for --algorithm wis");
        OutputFiles.requireWritable(output);
        OutputFiles.requireWritable(orderFile);
        Graph graph = input.read(console);
        int count = amount.of(graph.edges());
        Sparsifier sparsifier = sparsifier(graph);
        try (StopRequest stop = new StopRequest(); Meter meter = new Meter(console, "remove", "edges", count)) {
            RemovalOrder order = sparsifier.remove(graph, count, done -> {
                meter.at(done);
                return !stop.asked();
            });
            String time = meter.time();
            write(order);
            console.err().println((order.size() < count ? "stopped: " : "") + "removed " + order.size() + " of "
                    + GraphInput.count(graph.edges(), "edge") + " by " + name() + " in " + time
                    + "; CRC-32 of the order " + "%08x".formatted(order.checksum()));
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write: " + unwritable.getMessage());
        }
        return Exit.MET;
    }

    private Sparsifier sparsifier(Graph graph) throws InvalidInput {
        return switch (algorithm) {
            case WIS -> partitions.isPresent() ? new General(depth, indices(partitions.get(), graph), ties) : Sparsifiers.walkIndex(depth, ties);
            case RANDOM -> Sparsifiers.random(seed);
            case SPECTRAL -> Sparsifiers.spectral(seed);
        };
    }

    private String name() {
        return switch (algorithm) {
            case WIS -> partitions.isPresent() ? "protecting the listed walk indices of depth " + depth : (depth - 1) + "-WIS";
            case RANDOM -> "random order (seed " + seed + ")";
            case SPECTRAL -> "effective resistance (seed " + seed + ")";
        };
    }

    static List<General.Protected> indices(Path file, Graph graph) throws InvalidInput {
        List<General.Protected> indices = new ArrayList<>();
        List<String> lines = GraphInput.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) continue;
            String place = file + ":" + (i + 1);
            String[] parts = lines.get(i).split("->", -1);
            if (parts.length > 2) throw new InvalidInput(place + ": more than one '->'");
            BitSet set = GraphInput.vertices(parts[0], graph, place);
            if (set.isEmpty()) throw new InvalidInput(place + ": no vertices");
            indices.add(new General.Protected(set, parts.length == 1 ? OptionalInt.empty()
                    : OptionalInt.of(GraphInput.vertex(parts[1].strip(), graph, place))));
        }
        if (indices.isEmpty()) throw new InvalidInput(file + " has no sets");
        return indices;
    }

    private void write(RemovalOrder order) throws IOException {
        Graph graph = order.graph();
        BitSet removed = new BitSet(graph.edges());
        order.edges().forEach(removed::set);
        IntStream kept = IntStream.range(0, graph.edges()).filter(e -> !removed.get(e));
        if (orderFile.isPresent()) EdgeWriter.write(orderFile.get(), graph, order.edges());
        if (output.isPresent()) EdgeWriter.write(output.get(), graph, kept);
        else EdgeWriter.write(console.out(), graph, kept);
    }
}
