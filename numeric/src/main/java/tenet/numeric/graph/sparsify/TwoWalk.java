package tenet.numeric.graph.sparsify;

import java.util.BitSet;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/**
 * 2-WIS, exactly: walk index sparsification for depth 3 and all single vertices. The walk index of a vertex with d
 * neighbours in t triangles is 1 + 3d + 2t, and 0 when d = 0; removing an edge changes it at the ends of the edge and at
 * their common neighbours. Keys are changes of the multiset of indices ({@link ScoreChange}); after a removal the edges at
 * these vertices, and those opposite to them in a triangle, get new keys.
 */
public record TwoWalk(Ties ties) implements Sparsifier {
    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        return new Run(graph).order(ties, Math.min(count, graph.edges()), watch);
    }

    private static final class Run {
        private final Graph graph;
        private final LiveNeighbours neighbours;
        private final long[] triangles;
        private final ScoreChange.Collector changes = new ScoreChange.Collector();
        private final IntList common = new IntList();
        private final IntList changed = new IntList();
        private final IntList stale = new IntList();
        private final BitSet isStale;

        Run(Graph graph) {
            this.graph = graph;
            this.neighbours = new LiveNeighbours(graph);
            this.triangles = new long[graph.vertices()];
            this.isStale = new BitSet(graph.edges());
            for (int e = 0; e < graph.edges(); e++) {
                int u = graph.smaller(e);
                int v = graph.larger(e);
                neighbours.common(u, v, common);
                for (int i = 0; i < common.size(); i++) triangles[common.get(i)]++;
            }
        }

        RemovalOrder order(Ties ties, int count, Watch watch) {
            long[][] keys = new long[graph.edges()][];
            for (int e = 0; e < keys.length; e++) {
                if (e % 1024 == 0 && !watch.goOn(0)) return new RemovalOrder(graph, new int[0], 0);
                keys[e] = key(e);
            }
            EdgeQueue queue = new EdgeQueue(keys, ties);
            int[] removed = new int[count];
            for (int size = 0; size < count; size++) {
                if (size % 64 == 0 && !watch.goOn(size)) return new RemovalOrder(graph, removed, size);
                removed[size] = queue.poll();
                remove(removed[size]);
                for (int i = 0; i < stale.size(); i++) {
                    isStale.clear(stale.get(i));
                    queue.update(stale.get(i), key(stale.get(i)));
                }
                stale.clear();
            }
            return new RemovalOrder(graph, removed, count);
        }

        private static long index(int degree, long triangles) {
            return degree == 0 ? 0 : 1 + 3L * degree + 2 * triangles;
        }

        private long[] key(int e) {
            int u = graph.smaller(e);
            int v = graph.larger(e);
            int shared = neighbours.common(u, v, common);
            change(u, 1, shared);
            change(v, 1, shared);
            for (int i = 0; i < shared; i++) change(common.get(i), 0, 1);
            return changes.take();
        }

        private void change(int v, int lostEdges, int lostTriangles) {
            int degree = neighbours.degree(v);
            changes.change(index(degree, triangles[v]), index(degree - lostEdges, triangles[v] - lostTriangles));
        }

        /** Takes an edge, and lists the edges that then need new keys. */
        private void remove(int e) {
            int u = graph.smaller(e);
            int v = graph.larger(e);
            int shared = neighbours.common(u, v, common);
            neighbours.remove(u, v);
            triangles[u] -= shared;
            triangles[v] -= shared;
            changed.clear();
            changed.add(u);
            changed.add(v);
            for (int i = 0; i < shared; i++) {
                triangles[common.get(i)]--;
                changed.add(common.get(i));
            }
            for (int i = 0; i < changed.size(); i++) markAround(changed.get(i));
        }

        private void markAround(int x) {
            for (int i = 0; i < neighbours.degree(x); i++) {
                mark(neighbours.edge(x, i));
                int y = neighbours.neighbour(x, i);
                if (triangles[x] == 0) continue;
                int shared = neighbours.common(x, y, common);
                for (int k = 0; k < shared; k++)
                    if (common.get(k) > y) mark(neighbours.edge(y, neighbours.find(y, common.get(k))));
            }
        }

        private void mark(int e) {
            if (isStale.get(e)) return;
            isStale.set(e);
            stale.add(e);
        }
    }
}
