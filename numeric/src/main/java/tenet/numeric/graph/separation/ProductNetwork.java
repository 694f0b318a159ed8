package tenet.numeric.graph.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tenet.numeric.graph.Graph;

/**
 * A graph neural network that aggregates by products (Razin, Verbin, Cohen, arXiv:2211.16494): the state of a vertex is the
 * entrywise product, over itself and its neighbours, of a matrix times their states in the layer below; a vertex reads off
 * its state, a graph the entrywise product of all states. Weights are integers.
 *
 * @param layers the matrices, first layer first; the first has one column for each feature, all have one row for each hidden unit
 * @param output one weight for each hidden unit
 */
public record ProductNetwork(Graph graph, List<List<List<Long>>> layers, List<Long> output) {
    private static final int LARGEST_WEIGHT = 1 << 16;

    public ProductNetwork {
        layers = layers.stream().map(matrix -> matrix.stream().map(List::copyOf).toList()).toList();
        output = List.copyOf(output);
        if (layers.isEmpty()) throw new IllegalArgumentException("a network without layers");
        for (int l = 0; l < layers.size(); l++)
            for (List<Long> row : layers.get(l))
                if (layers.get(l).size() != output.size() || row.isEmpty() || l > 0 && row.size() != output.size()
                        || row.size() != layers.get(l).getFirst().size())
                    throw new IllegalArgumentException("the sizes of layer " + (l + 1) + " do not fit");
    }

    /** With weights drawn from 1..65536. @param features numbers per vertex. @param width hidden units */
    public static ProductNetwork random(Graph graph, int depth, int features, int width, long seed) {
        if (depth < 1 || features < 1 || width < 1) throw new IllegalArgumentException("depth and widths are at least 1");
        SplittableRandom random = new SplittableRandom(seed);
        List<List<List<Long>>> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            List<List<Long>> rows = new ArrayList<>();
            for (int i = 0; i < width; i++) rows.add(weights(random, l == 0 ? features : width));
            layers.add(rows);
        }
        return new ProductNetwork(graph, layers, weights(random, width));
    }

    private static List<Long> weights(SplittableRandom random, int size) {
        return random.longs(size, 1, LARGEST_WEIGHT + 1).boxed().toList();
    }

    public int depth() {
        return layers.size();
    }

    /** Numbers per vertex: D_x. */
    public int features() {
        return layers.getFirst().getFirst().size();
    }

    /** Hidden units: D_h. */
    public int width() {
        return output.size();
    }

    /** The vertices that feed into v: itself and its neighbours, for each v. */
    List<List<Integer>> sources() {
        List<List<Integer>> sources = new ArrayList<>();
        for (int v = 0; v < graph.vertices(); v++) sources.add(new ArrayList<>(List.of(v)));
        for (int e = 0; e < graph.edges(); e++) {
            sources.get(graph.smaller(e)).add(graph.larger(e));
            sources.get(graph.larger(e)).add(graph.smaller(e));
        }
        return sources;
    }
}
