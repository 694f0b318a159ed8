package tenet.numeric.graph.sparsify;

import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/** A rule that says which edge of a graph goes next. */
public interface Sparsifier {
    /**
     * Removes edges one by one until {@code count} are removed, no edge is left, or the watch ends the run.
     *
     * @param count at least 0
     * @param watch hears the number of edges removed
     */
    RemovalOrder remove(Graph graph, int count, Watch watch);
}
