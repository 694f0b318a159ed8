package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.sparsify.RemovalOrder;
import tenet.numeric.graph.sparsify.Sparsifier;
import tenet.numeric.graph.sparsify.Sparsifiers;
import tenet.numeric.graph.sparsify.Ties;
import tenet.numeric.graph.sparsify.WalkCurve;
import tenet.reports.html.FractionPlot;
import tenet.theorems.InvalidInput;

/** {@code tenet walk-curve}: what removing edges does to walk indices, by several algorithms. */
@Command(name = "walk-curve", sortOptions = false,
        description = "Removes all edges by several algorithms and writes the walk indices of the single vertices on the way, as CSV and as a picture.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet walk-curve edges.csv --plot curve.svg > curve.csv",
            "  tenet walk-curve edges.txt --depth 3 --algorithms wis,random --pieces 100"})
public final class WalkCurveCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphInput input;

    @Option(names = "--depth", paramLabel = "L", defaultValue = "2",
            description = "Depth of the network: walk indices count closed walks of length L (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(names = "--algorithms", split = ",", hideParamSyntax = true, paramLabel = "NAME,...", defaultValue = "wis,random,spectral",
            description = "Which of wis, random, spectral (default: all).")
    private List<SparsifyCommand.Algorithm> algorithms;

    @Option(names = "--pieces", paramLabel = "N", defaultValue = "50", description = "Steps from no edge to all edges removed (default: ${DEFAULT-VALUE}).")
    private int pieces;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the baselines (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the smallest walk index against the fraction removed, as SVG.")
    private Optional<Path> plot = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the numbers to a CSV file (default: to standard output).")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Help help;

    public WalkCurveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        if (depth < 1 || pieces < 1) throw new InvalidInput("--depth and --pieces are at least 1");
        OutputFiles.requireWritable(plot);
        OutputFiles.requireWritable(output);
        Graph graph = input.read(console);
        if (graph.edges() == 0) throw new InvalidInput(input.name() + " has no edges");
        Map<String, WalkCurve> curves = new LinkedHashMap<>();
        for (SparsifyCommand.Algorithm algorithm : algorithms) curves.put(algorithm.toString(), curve(graph, algorithm));
        try {
            if (output.isPresent()) Files.writeString(output.get(), csv(graph, curves));
            else console.out().print(csv(graph, curves));
            if (plot.isPresent()) Files.writeString(plot.get(), svg(graph, curves));
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write: " + unwritable.getMessage());
        }
        return Exit.MET;
    }

    private WalkCurve curve(Graph graph, SparsifyCommand.Algorithm algorithm) throws InvalidInput {
        Sparsifier sparsifier = switch (algorithm) {
            case WIS -> Sparsifiers.walkIndex(depth, Ties.FIRST);
            case RANDOM -> Sparsifiers.random(seed);
            case SPECTRAL -> Sparsifiers.spectral(seed);
        };
        try (Meter meter = new Meter(console, algorithm.toString(), "edges", graph.edges())) {
            RemovalOrder order = sparsifier.remove(graph, graph.edges(), done -> {
                meter.at(done);
                return true;
            });
            return WalkCurve.of(order, depth, pieces);
        } catch (ArithmeticException tooLarge) {
            throw new InvalidInput("walk indices of depth " + depth + " exceed 63 bits on this graph");
        }
    }

    private static String csv(Graph graph, Map<String, WalkCurve> curves) {
        StringBuilder text = new StringBuilder("algorithm,removed,fraction,smallest,mean,isolated\n");
        curves.forEach((name, curve) -> {
            for (WalkCurve.Point point : curve.points())
                text.append(String.format(Locale.ROOT, "%s,%d,%.6f,%d,%.6f,%d%n", name, point.removed(),
                        (double) point.removed() / graph.edges(), point.smallest(), point.mean(), point.isolated()));
        });
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private String svg(Graph graph, Map<String, WalkCurve> curves) {
        List<WalkCurve.Point> first = curves.values().iterator().next().points();
        List<Double> fractions = first.stream().map(point -> (double) point.removed() / graph.edges()).toList();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        curves.forEach((name, curve) -> values.put(name.equals("wis") ? (depth - 1) + "-WIS" : name,
                new ArrayList<>(curve.points().stream().map(point -> (double) point.smallest()).toList())));
        return FractionPlot.svg("smallest walk index, depth " + depth, fractions, values);
    }
}
