package tenet.numeric.graph.sparsify;

import java.util.Arrays;
import tenet.numeric.graph.Graph;

/** The neighbours of each vertex, increasing, in one array (CSR), from which edges can be taken. 16 bytes per edge. */
final class LiveNeighbours {
    private final int[] start;
    private final int[] degree;
    private final int[] neighbour;
    private final int[] edge;

    LiveNeighbours(Graph graph) {
        int n = graph.vertices();
        int m = graph.edges();
        if (m > (Integer.MAX_VALUE - 8) / 2) throw new IllegalArgumentException(m + " edges are too many");
        int[] full = graph.degrees();
        start = new int[n];
        for (int v = 1; v < n; v++) start[v] = start[v - 1] + full[v - 1];
        degree = new int[n];
        neighbour = new int[2 * m];
        edge = new int[2 * m];
        // In canonical order, all smaller neighbours of a vertex come before its larger ones, both increasing.
        for (int e = 0; e < m; e++) {
            add(graph.smaller(e), graph.larger(e), e);
            add(graph.larger(e), graph.smaller(e), e);
        }
    }

    private void add(int v, int other, int e) {
        int at = start[v] + degree[v]++;
        neighbour[at] = other;
        edge[at] = e;
    }

    int degree(int v) {
        return degree[v];
    }

    /** Neighbour number i of v, 0 <= i < degree(v). */
    int neighbour(int v, int i) {
        return neighbour[start[v] + i];
    }

    /** The edge to neighbour number i of v. */
    int edge(int v, int i) {
        return edge[start[v] + i];
    }

    /** The number of w among the neighbours of v; negative when it is none. */
    int find(int v, int w) {
        int at = Arrays.binarySearch(neighbour, start[v], start[v] + degree[v], w);
        return at < 0 ? at : at - start[v];
    }

    /** Takes the edge between u and v. */
    void remove(int u, int v) {
        removeOneWay(u, v);
        removeOneWay(v, u);
    }

    private void removeOneWay(int v, int other) {
        int at = Arrays.binarySearch(neighbour, start[v], start[v] + degree[v], other);
        int after = start[v] + degree[v] - at - 1;
        System.arraycopy(neighbour, at + 1, neighbour, at, after);
        System.arraycopy(edge, at + 1, edge, at, after);
        degree[v]--;
    }

    /** Puts the edge e between u and v back. */
    void restore(int u, int v, int e) {
        restoreOneWay(u, v, e);
        restoreOneWay(v, u, e);
    }

    private void restoreOneWay(int v, int other, int e) {
        int at = -Arrays.binarySearch(neighbour, start[v], start[v] + degree[v], other) - 1;
        int after = start[v] + degree[v] - at;
        System.arraycopy(neighbour, at, neighbour, at + 1, after);
        System.arraycopy(edge, at, edge, at + 1, after);
        neighbour[at] = other;
        edge[at] = e;
        degree[v]++;
    }

    /** Fills in the common neighbours of u and v, increasing. @return how many */
    int common(int u, int v, IntList into) {
        int few = degree[u] <= degree[v] ? u : v;
        int many = few == u ? v : u;
        into.clear();
        // Merging costs the sum of the degrees, searching the smaller degree times the digits of the larger one.
        if ((long) degree[few] * (33 - Integer.numberOfLeadingZeros(degree[many])) < degree[many]) {
            for (int i = start[few]; i < start[few] + degree[few]; i++)
                if (find(many, neighbour[i]) >= 0) into.add(neighbour[i]);
            return into.size();
        }
        int i = start[few];
        int j = start[many];
        while (i < start[few] + degree[few] && j < start[many] + degree[many]) {
            if (neighbour[i] < neighbour[j]) i++;
            else if (neighbour[i] > neighbour[j]) j++;
            else {
                into.add(neighbour[i++]);
                j++;
            }
        }
        return into.size();
    }
}
