package tenet.numeric.graph.sparsify;

import java.util.ArrayList;
import java.util.List;
import tenet.numeric.graph.Graph;

/** What an order of removal does to the walk indices of the single vertices. */
public record WalkCurve(List<Point> points) {
    /**
     * @param removed  edges
     * @param smallest walk index of a vertex
     * @param mean     walk index of a vertex
     * @param isolated vertices without an edge: those of walk index 0
     */
    public record Point(int removed, long smallest, double mean, int isolated) {
    }

    public WalkCurve {
        points = List.copyOf(points);
    }

    /**
     * Counts after none, then at equal distances, and after all removals of the order.
     *
     * @param depth  L: walk indices count closed walks of this length
     * @param pieces into which the order is divided, at least 1
     * @throws ArithmeticException when a walk index exceeds 63 bits
     */
    public static WalkCurve of(RemovalOrder order, int depth, int pieces) {
        if (depth < 1 || pieces < 1) throw new IllegalArgumentException("a depth of " + depth + ", " + pieces + " pieces");
        Graph graph = order.graph();
        LiveNeighbours neighbours = new LiveNeighbours(graph);
        ClosedWalks walks = new ClosedWalks(neighbours, graph.vertices(), depth);
        List<Point> points = new ArrayList<>();
        int removed = 0;
        for (int piece = 0; piece <= pieces; piece++) {
            int until = (int) ((long) order.size() * piece / pieces);
            for (; removed < until; removed++) neighbours.remove(graph.smaller(order.edge(removed)), graph.larger(order.edge(removed)));
            points.add(point(graph, walks, removed));
        }
        return new WalkCurve(points);
    }

    private static Point point(Graph graph, ClosedWalks walks, int removed) {
        long smallest = Long.MAX_VALUE;
        double sum = 0;
        int isolated = 0;
        for (int v = 0; v < graph.vertices(); v++) {
            long index = walks.index(v);
            smallest = Math.min(smallest, index);
            sum += index;
            if (index == 0) isolated++;
        }
        return graph.vertices() == 0 ? new Point(removed, 0, 0, 0) : new Point(removed, smallest, sum / graph.vertices(), isolated);
    }
}
