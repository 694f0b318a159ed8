package tenet.numeric.graph.sparsify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.WalkIndex;
import tenet.numeric.graph.Watch;

/**
 * Walk index sparsification by its definition, for any list of walk indices to protect (Razin, Verbin, Cohen,
 * arXiv:2211.16494, Algorithm 1): try each remaining edge, count all walk indices without it, sort them, and remove the
 * edge with the lexicographically largest tuple. Counts have any size. Each removal costs one count of each index for each
 * remaining edge: for small graphs, few indices, and as a yardstick for the others.
 */
public record General(int depth, List<Protected> indices, Ties ties) implements Sparsifier {
    /** A walk index to keep large: of a set of vertices, for the whole graph or for a target vertex. */
    public record Protected(BitSet set, OptionalInt target) {
        public Protected {
            set = (BitSet) set.clone();
        }
    }

    public General {
        if (depth < 1) throw new IllegalArgumentException("a depth of " + depth);
        if (indices.isEmpty()) throw new IllegalArgumentException("no walk index to protect");
        indices = List.copyOf(indices);
    }

    /** Each vertex as a set of its own and as target: what the depths 2 and 3 are made fast for. */
    public static List<Protected> allVertices(Graph graph) {
        return IntStream.range(0, graph.vertices()).mapToObj(v -> {
            BitSet single = new BitSet();
            single.set(v);
            return new Protected(single, OptionalInt.of(v));
        }).toList();
    }

    @Override
    public RemovalOrder remove(Graph graph, int count, Watch watch) {
        int[] order = new int[Math.min(count, graph.edges())];
        BitSet removed = new BitSet(graph.edges());
        for (int size = 0; size < order.length; size++) {
            int[] best = best(graph, removed, watch, size);
            if (best.length == 0) return new RemovalOrder(graph, order, size);
            order[size] = best[ties == Ties.FIRST ? 0 : best.length - 1];
            removed.set(order[size]);
        }
        return new RemovalOrder(graph, order, order.length);
    }

    /** All edges that may go next, increasing. @param removed the edges that are gone */
    public int[] best(Graph graph, BitSet removed) {
        return best(graph, removed, Watch.NONE, 0);
    }

    /** @return empty when the watch ended the run */
    private int[] best(Graph graph, BitSet removed, Watch watch, int done) {
        BitSet trial = (BitSet) removed.clone();
        WalkIndex walks = new WalkIndex(graph, trial);
        List<Integer> best = new ArrayList<>();
        BigInteger[] largest = {};
        for (int e = removed.nextClearBit(0); e < graph.edges(); e = removed.nextClearBit(e + 1)) {
            if (!watch.goOn(done)) return new int[0];
            trial.set(e);
            BigInteger[] tuple = tuple(walks);
            trial.clear(e);
            int order = best.isEmpty() ? 1 : Arrays.compare(tuple, largest);
            if (order > 0) {
                best.clear();
                largest = tuple;
            }
            if (order >= 0) best.add(e);
        }
        return best.stream().mapToInt(Integer::intValue).toArray();
    }

    private BigInteger[] tuple(WalkIndex walks) {
        return indices.stream().map(index -> index.target().isPresent()
                        ? walks.ofVertex(index.set(), depth, index.target().getAsInt()) : walks.ofGraph(index.set(), depth))
                .sorted().toArray(BigInteger[]::new);
    }
}
