package tenet.numeric.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.numeric.graph.Graph.Edge;

class WalkIndexTest {
    /** Two cliques 0..15 and 16..31, joined by the edge {0, 16}. */
    private static final WalkIndex CLIQUES = new WalkIndex(cliques());

    private static Graph cliques() {
        List<Edge> edges = new java.util.ArrayList<>(List.of(new Edge(0, 16)));
        for (int u = 0; u < 16; u++)
            for (int v = u + 1; v < 16; v++) {
                edges.add(new Edge(u, v));
                edges.add(new Edge(u + 16, v + 16));
            }
        return Graph.of(32, edges);
    }

    private static BitSet set(IntStream vertices) {
        BitSet set = new BitSet();
        vertices.forEach(set::set);
        return set;
    }

    @ParameterizedTest(name = "depth {0}")
    @CsvSource({"1, 2, 32", "2, 34, 514", "3, 548, 8258", "4, 8806, 132676"})
    void the_partition_of_the_published_experiment_has_the_known_indices(int depth, long low, long high) {
        assertThat(CLIQUES.ofGraph(set(IntStream.range(0, 16)), depth)).isEqualTo(BigInteger.valueOf(low));
        assertThat(CLIQUES.ofGraph(set(IntStream.range(0, 32).filter(v -> v % 2 == 0)), depth)).isEqualTo(BigInteger.valueOf(high));
    }

    @ParameterizedTest(name = "depth {0}")
    @CsvSource({"3, 19, 274", "4, 293, 4403"})
    void and_for_a_target(int depth, long low, long high) {
        assertThat(CLIQUES.ofVertex(set(IntStream.range(0, 16)), depth, 0)).isEqualTo(BigInteger.valueOf(low));
        assertThat(CLIQUES.ofVertex(set(IntStream.range(0, 32).filter(v -> v % 2 == 0)), depth, 0)).isEqualTo(BigInteger.valueOf(high));
    }

    /** With self-loops each clique on n vertices has n^l walks of length l from a vertex. */
    @Test
    void counts_beyond_63_bits_are_exact() {
        Graph clique = Graph.of(9, IntStream.range(0, 9).boxed().flatMap(u -> IntStream.range(u + 1, 9).mapToObj(v -> new Edge(u, v))).toList());
        for (int depth = 15; depth < 40; depth++)
            assertThat(new WalkIndex(clique).ofGraph(set(IntStream.of(0)), depth)).isEqualTo(BigInteger.valueOf(9).pow(depth));
    }

    @Test
    void the_index_is_0_for_a_set_without_boundary() {
        Graph graph = Graph.of(4, List.of(new Edge(0, 1), new Edge(2, 3)));
        assertThat(new WalkIndex(graph).ofGraph(set(IntStream.of(0, 1)), 5)).isEqualTo(BigInteger.ZERO);
        assertThat(new WalkIndex(graph).boundary(set(IntStream.of(0)))).isEqualTo(set(IntStream.of(0, 1)));
    }
}
