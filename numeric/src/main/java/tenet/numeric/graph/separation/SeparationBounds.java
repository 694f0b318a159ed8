package tenet.numeric.graph.separation;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.WalkIndex;

/**
 * What walk counts say about the separation rank. Upper bounds are {@code width ^ exponent} and hold for all weights, lower
 * bounds for almost all.
 *
 * @param walkIndex         the walk index
 * @param publishedExponent 4 walkIndex, and 1 more for a graph prediction (Razin, Verbin, Cohen, arXiv:2211.16494)
 * @param doubledExponent   2 walkIndex, and 1 more for a graph prediction: ours
 * @param summedExponent    the sum of walk counts of the lengths 0..L-1 from the boundary, and 1 more for a graph prediction: ours
 * @param lower             the number of multisets of size walkIndex of min(features, width) things: ours
 * @param publishedLower    the largest over admissible subsets of the boundary; empty on more than 16 vertices
 */
public record SeparationBounds(BigInteger walkIndex, BigInteger publishedExponent, BigInteger doubledExponent, BigInteger summedExponent,
        BigInteger lower, Optional<Double> publishedLower) {
    private static final int MOST_VERTICES = 16;

    /** @param target the vertex of a vertex prediction; else for the graph */
    public static SeparationBounds of(ProductNetwork network, BitSet set, OptionalInt target) {
        Graph graph = network.graph();
        int depth = network.depth();
        WalkIndex walks = new WalkIndex(graph);
        BitSet boundary = walks.boundary(set);
        BigInteger index = count(walks, boundary, depth - 1, target);
        BigInteger sum = BigInteger.ZERO;
        for (int l = 0; l < depth; l++) sum = sum.add(count(walks, boundary, l, target));
        BigInteger more = target.isPresent() ? BigInteger.ZERO : BigInteger.ONE;
        int things = Math.min(network.features(), network.width());
        return new SeparationBounds(index, index.shiftLeft(2).add(more), index.shiftLeft(1).add(more), sum.add(more),
                lower(depth, things, index, target), published(network, set, target, things));
    }

    private static BigInteger count(WalkIndex walks, BitSet from, int length, OptionalInt target) {
        BigInteger[] counts = walks.walksFrom(from, length);
        return target.isPresent() ? counts[target.getAsInt()] : Stream.of(counts).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger lower(int depth, int things, BigInteger index, OptionalInt target) {
        if (depth == 1) return target.isEmpty() || index.signum() > 0 ? BigInteger.valueOf(things) : BigInteger.ONE;
        // (things + index - 1 choose index) = (index + 1) ... (index + things - 1) / (things - 1)!
        BigInteger product = BigInteger.ONE;
        for (int k = 1; k < things; k++) product = product.multiply(index.add(BigInteger.valueOf(k))).divide(BigInteger.valueOf(k));
        return product;
    }

    /** Tries all pairs of a subset inside and a subset outside. */
    private static Optional<Double> published(ProductNetwork network, BitSet set, OptionalInt target, int things) {
        int n = network.graph().vertices();
        if (n > MOST_VERTICES) return Optional.empty();
        List<List<Integer>> sources = network.sources();
        int inside = set.stream().map(v -> 1 << v).sum();
        int[] around = sources.stream().mapToInt(from -> from.stream().mapToInt(v -> 1 << v).sum()).toArray();
        WalkIndex walks = new WalkIndex(network.graph());
        BigInteger[] weights = new BigInteger[n];
        for (int v = 0; v < n; v++) {
            BitSet single = new BitSet();
            single.set(v);
            weights[v] = count(walks, single, network.depth() - 1, target);
        }
        BigInteger most = BigInteger.ZERO;
        for (int chosen = 0; chosen < 1 << n; chosen++) {
            int shared = shared(around, chosen & inside, chosen & ~inside);
            if (shared < 0) continue;
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < n; k++) if ((shared & 1 << k) != 0) sum = sum.add(weights[k]);
            most = most.max(sum);
        }
        if (most.signum() == 0) return Optional.of(1.0);
        double count = most.doubleValue();
        return Optional.of(network.depth() == 1 ? things : Math.pow(1 + (things - 1) / count, count));
    }

    /** The vertices next to both sides; -1 when one of them is next to several chosen vertices of a side. */
    private static int shared(int[] around, int inside, int outside) {
        int shared = 0;
        for (int k = 0; k < around.length; k++) {
            int in = Integer.bitCount(around[k] & inside);
            int out = Integer.bitCount(around[k] & outside);
            if (in == 0 || out == 0) continue;
            if (in > 1 || out > 1) return -1;
            shared |= 1 << k;
        }
        return shared;
    }
}
