package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.file.EdgeWriter;
import tenet.theorems.InvalidInput;

/** {@code tenet graph}: example graphs that are the same everywhere. */
@Command(name = "graph", sortOptions = false,
        description = "Writes an example graph; the same arguments give the same graph everywhere.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet graph er 200000 1000000 1 > edges.txt    Erdos-Renyi: vertices, edges, seed",
            "  tenet graph ba 200002 5 1 > edges.txt          Barabasi-Albert: vertices, edges of",
            "                                                 each new vertex, seed",
            "  tenet graph grid 707 707 --output grid.csv.gz  rows, columns"})
public final class GraphCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "er|ba|grid", description = "The kind of graph.")
    private Kind kind;

    @Parameters(index = "1..*", arity = "2..3", paramLabel = "N", description = "Its arguments; see the examples.")
    private List<Long> numbers;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to a file, by its ending as CSV, Matrix Market (.mtx) or edges, .gz compressed.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Help help;

    public GraphCommand(Console console) {
        this.console = console;
    }

    enum Kind { ER, BA, GRID }

    @Override
    public Integer call() throws InvalidInput {
        OutputFiles.requireWritable(output);
        Graph graph = graph();
        try {
            IntStream edges = IntStream.range(0, graph.edges());
            if (output.isPresent()) EdgeWriter.write(output.get(), graph, edges);
            else EdgeWriter.write(console.out(), graph, edges);
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write: " + unwritable.getMessage());
        }
        console.err().println(GraphInput.count(graph.edges(), "edge") + " on " + GraphInput.count(graph.vertices(), "vertex")
                + "; CRC-32 of the edges " + "%08x".formatted(graph.checksum()));
        return Exit.MET;
    }

    private Graph graph() throws InvalidInput {
        int wanted = kind == Kind.GRID ? 2 : 3;
        if (numbers.size() != wanted) throw new InvalidInput(kind.name().toLowerCase(java.util.Locale.ROOT) + " takes " + wanted + " numbers; see 'tenet graph --help'");
        try {
            int a = Math.toIntExact(numbers.get(0));
            int b = Math.toIntExact(numbers.get(1));
            return switch (kind) {
                case ER -> Generators.erdosRenyi(a, b, numbers.get(2));
                case BA -> Generators.barabasiAlbert(a, b, numbers.get(2));
                case GRID -> Generators.grid(a, b);
            };
        } catch (ArithmeticException tooLarge) {
            throw new InvalidInput("numbers below 2^31 are needed, not " + numbers);
        } catch (IllegalArgumentException impossible) {
            throw new InvalidInput(impossible.getMessage());
        }
    }
}
