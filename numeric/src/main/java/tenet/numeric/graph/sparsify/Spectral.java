package tenet.numeric.graph.sparsify;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/**
 * Draws all edges one after the other, without replacement, with probability proportional to effective resistance, and
 * removes them in the reverse order (Spielman and Srivastava, arXiv:0803.0929, as Razin, Verbin and Cohen compare with).
 * Resistances are exact up to rounding on small graphs; larger ones are projected to round(4 log n) random dimensions.
 *
 * @param exactVertices the largest number of vertices for which the Laplacian is factorized
 */
record Spectral(long seed, int exactVertices) implements Sparsifier {
    static final int EXACT_VERTICES = 1200;
    private static final double TOLERANCE = 1e-6;

    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] resistance = graph.vertices() <= exactVertices ? exact(graph) : projected(graph, random, watch);
        if (resistance.length < graph.edges()) return new RemovalOrder(graph, new int[0], 0);
        // Arrival times with these rates come in the order of such a draw.
        double[] time = new double[graph.edges()];
        for (int e = 0; e < time.length; e++) time[e] = -Math.log1p(-random.nextDouble()) / Math.max(resistance[e], Double.MIN_NORMAL);
        int[] order = IntStream.range(0, time.length).boxed().sorted(Comparator.comparingDouble((Integer e) -> -time[e]).thenComparing(e -> e))
                .mapToInt(Integer::intValue).toArray();
        return new RemovalOrder(graph, order, Math.min(count, order.length));
    }

    /** The effective resistance of each edge, all weights 1. */
    static double[] exact(Graph graph) {
        int n = graph.vertices();
        if (graph.edges() == 0) return new double[0];
        // On each component the all-ones matrix makes the Laplacian regular and changes no difference of potentials.
        int[] component = components(graph);
        RealMatrix laplacian = MatrixUtils.createRealMatrix(n, n);
        for (int u = 0; u < n; u++) for (int v = 0; v < n; v++) if (component[u] == component[v]) laplacian.setEntry(u, v, 1);
        for (int e = 0; e < graph.edges(); e++) {
            int u = graph.smaller(e);
            int v = graph.larger(e);
            laplacian.addToEntry(u, u, 1);
            laplacian.addToEntry(v, v, 1);
            laplacian.addToEntry(u, v, -1);
            laplacian.addToEntry(v, u, -1);
        }
        RealMatrix inverse = new CholeskyDecomposition(laplacian, 1e-9, 1e-12).getSolver().getInverse();
        double[] resistance = new double[graph.edges()];
        for (int e = 0; e < resistance.length; e++) {
            int u = graph.smaller(e);
            int v = graph.larger(e);
            resistance[e] = inverse.getEntry(u, u) + inverse.getEntry(v, v) - 2 * inverse.getEntry(u, v);
        }
        return resistance;
    }

    private static int[] components(Graph graph) {
        int[] parent = IntStream.range(0, graph.vertices()).toArray();
        for (int e = 0; e < graph.edges(); e++) parent[root(parent, graph.smaller(e))] = root(parent, graph.larger(e));
        return IntStream.range(0, parent.length).map(v -> root(parent, v)).toArray();
    }

    private static int root(int[] parent, int v) {
        int at = v;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** @return an empty array when the watch ended the run */
    private static double[] projected(Graph graph, SplittableRandom random, Watch watch) {
        int n = graph.vertices();
        int dimensions = (int) Math.round(4 * Math.log(n));
        double[] resistance = new double[graph.edges()];
        int[] degrees = graph.degrees();
        RealLinearOperator laplacian = operator(n, x -> {
            double[] y = new double[n];
            for (int v = 0; v < n; v++) y[v] = degrees[v] * x[v];
            for (int e = 0; e < graph.edges(); e++) {
                y[graph.smaller(e)] -= x[graph.larger(e)];
                y[graph.larger(e)] -= x[graph.smaller(e)];
            }
            return y;
        });
        RealLinearOperator byDegree = operator(n, x -> {
            double[] y = new double[n];
            for (int v = 0; v < n; v++) y[v] = degrees[v] == 0 ? x[v] : x[v] / degrees[v];
            return y;
        });
        ConjugateGradient solver = new ConjugateGradient(10_000, TOLERANCE, false);
        for (int k = 0; k < dimensions; k++) {
            if (!watch.goOn(0)) return new double[0];
            double[] source = new double[n];
            for (int e = 0; e < graph.edges(); e++) {
                double sign = random.nextBoolean() ? 1 : -1;
                source[graph.smaller(e)] += sign;
                source[graph.larger(e)] -= sign;
            }
            RealVector potential = solver.solve(laplacian, byDegree, new ArrayRealVector(source, false));
            for (int e = 0; e < resistance.length; e++) {
                double difference = potential.getEntry(graph.smaller(e)) - potential.getEntry(graph.larger(e));
                resistance[e] += difference * difference / dimensions;
            }
        }
        return resistance;
    }

    private static RealLinearOperator operator(int size, java.util.function.UnaryOperator<double[]> function) {
        return new RealLinearOperator() {
            @Override
            public int getRowDimension() {
                return size;
            }

            @Override
            public int getColumnDimension() {
                return size;
            }

            @Override
            public RealVector operate(RealVector x) {
                return new ArrayRealVector(function.apply(x.toArray()), false);
            }
        };
    }
}
