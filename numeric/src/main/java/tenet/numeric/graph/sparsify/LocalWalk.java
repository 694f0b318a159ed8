package tenet.numeric.graph.sparsify;

import java.util.Arrays;
import java.util.BitSet;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/**
 * (L-1)-WIS for all single vertices and any depth L, exactly. The walk index of a vertex is its number of closed walks of
 * length L (0 for an isolated vertex); removing an edge changes it within distance (L-1)/2 of the edge, so only this
 * neighbourhood is counted again. {@link OneWalk} and {@link TwoWalk} are much faster for depths 2 and 3.
 */
public record LocalWalk(int depth, Ties ties) implements Sparsifier {
    public LocalWalk {
        if (depth < 1) throw new IllegalArgumentException("a depth of " + depth);
    }

    /** Whether all counts on this graph fit into a long: there are at most (largest degree + 1)^depth closed walks. */
    public boolean fits(Graph graph) {
        double walks = Math.pow(Arrays.stream(graph.degrees()).max().orElse(0) + 1, depth);
        return walks < Long.MAX_VALUE / 4;
    }

    /** @throws ArithmeticException when the counts do not {@linkplain #fits fit}; {@link General} has no such limit */
    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        if (!fits(graph)) throw new ArithmeticException("walk counts of depth " + depth + " may exceed 63 bits on this graph");
        return new Run(graph).order(Math.min(count, graph.edges()), watch);
    }

    private final class Run {
        private final Graph graph;
        private final LiveNeighbours neighbours;
        private final long[] score;
        private final ScoreChange.Collector changes = new ScoreChange.Collector();
        private final IntList ball = new IntList();
        private final BitSet inBall;
        private final ClosedWalks walks;

        Run(Graph graph) {
            this.graph = graph;
            this.neighbours = new LiveNeighbours(graph);
            this.score = new long[graph.vertices()];
            this.inBall = new BitSet(graph.vertices());
            this.walks = new ClosedWalks(neighbours, graph.vertices(), depth);
            for (int v = 0; v < graph.vertices(); v++) score[v] = walks.index(v);
        }

        RemovalOrder order(int count, Watch watch) {
            long[][] keys = new long[graph.edges()][];
            for (int e = 0; e < keys.length; e++) {
                if (!watch.goOn(0)) return new RemovalOrder(graph, new int[0], 0);
                keys[e] = key(e);
            }
            EdgeQueue queue = new EdgeQueue(keys, ties);
            int[] removed = new int[count];
            BitSet gone = new BitSet(graph.edges());
            BitSet stale = new BitSet(graph.edges());
            int reach = (depth - 1) / 2;
            for (int size = 0; size < count; size++) {
                if (!watch.goOn(size)) return new RemovalOrder(graph, removed, size);
                int e = queue.poll();
                removed[size] = e;
                gone.set(e);
                // A key depends on indices within reach of its edge, and these may have changed within reach of e.
                collectBall(e, 2 * reach);
                for (int i = 0; i < ball.size(); i++)
                    for (int j = 0; j < neighbours.degree(ball.get(i)); j++) stale.set(neighbours.edge(ball.get(i), j));
                collectBall(e, reach);
                neighbours.remove(graph.smaller(e), graph.larger(e));
                for (int i = 0; i < ball.size(); i++) score[ball.get(i)] = walks.index(ball.get(i));
                stale.andNot(gone);
                for (int f = stale.nextSetBit(0); f >= 0; f = stale.nextSetBit(f + 1)) {
                    if (!watch.goOn(size + 1)) return new RemovalOrder(graph, removed, size + 1);
                    queue.update(f, key(f));
                }
                stale.clear();
            }
            return new RemovalOrder(graph, removed, count);
        }

        private long[] key(int e) {
            int u = graph.smaller(e);
            int v = graph.larger(e);
            collectBall(e, (depth - 1) / 2);
            neighbours.remove(u, v);
            for (int i = 0; i < ball.size(); i++) changes.change(score[ball.get(i)], walks.index(ball.get(i)));
            neighbours.restore(u, v, e);
            return changes.take();
        }

        /** The vertices within a distance of an end of an edge. */
        private void collectBall(int e, int distance) {
            ball.clear();
            enter(graph.smaller(e));
            enter(graph.larger(e));
            int from = 0;
            for (int d = 0; d < distance; d++) {
                int to = ball.size();
                for (; from < to; from++)
                    for (int j = 0; j < neighbours.degree(ball.get(from)); j++) enter(neighbours.neighbour(ball.get(from), j));
            }
            for (int i = 0; i < ball.size(); i++) inBall.clear(ball.get(i));
        }

        private void enter(int v) {
            if (inBall.get(v)) return;
            inBall.set(v);
            ball.add(v);
        }
    }
}
