package tenet.numeric.graph.sparsify;

import java.util.Arrays;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/**
 * 1-WIS: removes an edge whose ends have the largest (smaller degree, larger degree), compared in this order. This is walk
 * index sparsification for depth 2 and all single vertices (Razin, Verbin, Cohen, arXiv:2211.16494, Algorithm 2).
 *
 * <p>Degrees only fall, so the key of an edge never grows, and the removed keys never grow. Hence keys are visited from the
 * largest down; each has a list of edges that had this key when last looked at. A list is scanned in the order of the ties:
 * an edge whose key has fallen meanwhile moves to the list of its key, any other is removed. No edge ever enters a key that
 * was visited. Time: that of sorting the lists, whose sizes add up to at most the sum of the degrees of all ends of edges.
 */
public record OneWalk(Ties ties) implements Sparsifier {
    private static final int WATCH_EVERY = 1 << 12;
    private static final int NONE = -1;

    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        return new Run(graph, ties, Math.min(count, graph.edges())).order(watch);
    }

    private static final class Run {
        private final Graph graph;
        private final boolean lastFirst;
        private final int[] degree;
        /** The lists: the first edge for each smaller degree, the first edge for each larger degree at the smaller degree now visited. */
        private final int[] bySmaller;
        private final int[] byLarger;
        private final int[] next;
        private final int[] removed;
        private int[] scan = new int[1 << 10];

        Run(Graph graph, Ties ties, int count) {
            this.graph = graph;
            this.lastFirst = ties == Ties.LAST;
            this.degree = graph.degrees();
            int largest = Arrays.stream(degree).max().orElse(0);
            this.bySmaller = new int[largest + 1];
            this.byLarger = new int[largest + 1];
            this.next = new int[graph.edges()];
            this.removed = new int[count];
            Arrays.fill(bySmaller, NONE);
            Arrays.fill(byLarger, NONE);
        }

        RemovalOrder order(Watch watch) {
            for (int e = graph.edges() - 1; e >= 0; e--) prepend(bySmaller, smallerDegree(e), e);
            int size = 0;
            for (int a = bySmaller.length - 1; a > 0; a--) {
                int highest = spread(a);
                for (int b = highest; b >= a; b--) {
                    int length = gather(b);
                    for (int i = 0; i < length; i++) {
                        if (size == removed.length) return new RemovalOrder(graph, removed, size);
                        int e = scan[lastFirst ? length - 1 - i : i];
                        int du = degree[graph.smaller(e)];
                        int dv = degree[graph.larger(e)];
                        int low = Math.min(du, dv);
                        int high = Math.max(du, dv);
                        if (low < a) prepend(bySmaller, low, e);
                        else if (high < b) prepend(byLarger, high, e);
                        else {
                            degree[graph.smaller(e)]--;
                            degree[graph.larger(e)]--;
                            removed[size++] = e;
                            if (size % WATCH_EVERY == 0 && !watch.goOn(size)) return new RemovalOrder(graph, removed, size);
                        }
                    }
                }
            }
            return new RemovalOrder(graph, removed, size);
        }

        /** Moves the edges listed for a smaller degree to the lists by larger degree. @return the largest of these */
        private int spread(int a) {
            int highest = 0;
            int e = bySmaller[a];
            bySmaller[a] = NONE;
            while (e != NONE) {
                int following = next[e];
                int du = degree[graph.smaller(e)];
                int dv = degree[graph.larger(e)];
                if (Math.min(du, dv) < a) {
                    prepend(bySmaller, Math.min(du, dv), e);
                } else {
                    prepend(byLarger, Math.max(du, dv), e);
                    highest = Math.max(highest, Math.max(du, dv));
                }
                e = following;
            }
            return highest;
        }

        /** Empties a list by larger degree into {@code scan}, sorted. @return its length */
        private int gather(int b) {
            int length = 0;
            for (int e = byLarger[b]; e != NONE; e = next[e]) {
                if (length == scan.length) scan = Arrays.copyOf(scan, 2 * length);
                scan[length++] = e;
            }
            byLarger[b] = NONE;
            Arrays.sort(scan, 0, length);
            return length;
        }

        private int smallerDegree(int e) {
            return Math.min(degree[graph.smaller(e)], degree[graph.larger(e)]);
        }

        private void prepend(int[] lists, int list, int e) {
            next[e] = lists[list];
            lists[list] = e;
        }
    }
}
