package tenet.reports.command;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.WalkIndex;
import tenet.theorems.InvalidInput;

/** {@code tenet walk-index}: the number of walks from the boundary of a set of vertices. */
@Command(name = "walk-index", sortOptions = false,
        description = "Prints the walk index of a set of vertices, exactly: the number of walks of length L - 1 that begin on the boundary"
                + " of the set and end anywhere, or at a target. Every vertex counts as its own neighbour.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet walk-index edges.txt --set left.txt --depth 3",
            "  tenet walk-index edges.txt --set left.txt --depth 3 --target 17"})
public final class WalkIndexCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphInput input;

    @Option(names = "--set", required = true, paramLabel = "FILE", description = "The ids of the vertices in the set, between blanks, commas or line ends.")
    private Path setFile;

    @Option(names = "--depth", required = true, paramLabel = "L", description = "Depth of the network, at least 1.")
    private int depth;

    @Option(names = "--target", paramLabel = "T", description = "For a prediction about this vertex (default: about the whole graph).")
    private Optional<String> target = Optional.empty();

    @Mixin
    private Help help;

    public WalkIndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        if (depth < 1) throw new InvalidInput("--depth is at least 1, not " + depth);
        Graph graph = input.read(console);
        BitSet set = GraphInput.vertices(setFile, graph);
        WalkIndex walks = new WalkIndex(graph);
        console.err().println("the set has " + GraphInput.count(set.cardinality(), "vertex") + ", its boundary "
                + GraphInput.count(walks.boundary(set).cardinality(), "vertex"));
        console.out().println(target.isPresent() ? walks.ofVertex(set, depth, GraphInput.vertex(target.get(), graph, "--target")) : walks.ofGraph(set, depth));
        return Exit.MET;
    }
}
