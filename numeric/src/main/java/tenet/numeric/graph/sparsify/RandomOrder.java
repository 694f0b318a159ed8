package tenet.numeric.graph.sparsify;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/** Removes edges in a random order. */
record RandomOrder(long seed) implements Sparsifier {
    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        int[] edges = IntStream.range(0, graph.edges()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = edges.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int edge = edges[i];
            edges[i] = edges[j];
            edges[j] = edge;
        }
        return new RemovalOrder(graph, edges, Math.min(count, edges.length));
    }
}
