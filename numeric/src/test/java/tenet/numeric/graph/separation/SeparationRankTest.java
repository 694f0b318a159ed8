package tenet.numeric.graph.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Graph.Edge;

/** Ranks that were computed independently, and the laws that hold for all of them. */
class SeparationRankTest {
    private static BitSet set(int... vertices) {
        BitSet set = new BitSet();
        for (int v : vertices) set.set(v);
        return set;
    }

    private static Graph clique(int n) {
        List<Edge> edges = new ArrayList<>();
        for (int u = 0; u < n; u++) for (int v = u + 1; v < n; v++) edges.add(new Edge(u, v));
        return Graph.of(n, edges);
    }

    /** By values and by coefficients, which must agree. @param target -1 for the graph */
    private static int rank(ProductNetwork network, BitSet set, int target) {
        SeparationRank separation = new SeparationRank(network, set, target < 0 ? OptionalInt.empty() : OptionalInt.of(target));
        RankCertificate certificate = separation.certificate(512, 1);
        assertThat(certificate.holds()).isTrue();
        int exact = separation.coefficients(100_000).orElseThrow().rank();
        assertThat(certificate.rank()).isEqualTo(exact);
        return exact;
    }

    private static int rank(Graph graph, int depth, int width, BitSet set, int target) {
        return rank(ProductNetwork.random(graph, depth, width, width, 1), set, target);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "0, 1, 3", "0, 2, 2", "0, -1, 6", "2, 0, 2"})
    void a_path_of_three_and_one_end(int vertex, int target, int expected) {
        assertThat(rank(Generators.grid(1, 3), 2, 2, set(vertex), target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 4", "2, 3", "-1, 8"})
    void a_path_of_three_and_both_ends(int target, int expected) {
        assertThat(rank(Generators.grid(1, 3), 2, 2, set(0, 2), target)).isEqualTo(expected);
    }

    @Test
    void a_path_of_four() {
        assertThat(rank(Generators.grid(1, 4), 2, 2, set(0, 1), 1)).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} vertices, depth {1}, width {2}")
    @CsvSource({"2, 1, 2, 2", "2, 2, 2, 3", "2, 3, 2, 5", "2, 4, 2, 9", "2, 2, 3, 6", "2, 3, 3, 15", "2, 2, 4, 10", "2, 2, 5, 15", "3, 3, 2, 10", "4, 2, 2, 5"})
    void cliques_have_as_many_as_there_are_multisets(int n, int depth, int width, int expected) {
        ProductNetwork network = ProductNetwork.random(clique(n), depth, width, width, 1);
        RankCertificate certificate = new SeparationRank(network, set(0), OptionalInt.of(0)).certificate(512, 1);
        assertThat(certificate.rank()).isEqualTo(expected);
        assertThat(SeparationBounds.of(network, set(0), OptionalInt.of(0)).lower()).isEqualTo(BigInteger.valueOf(expected));
        assertThat(new SeparationRank(network, set(0), OptionalInt.of(0)).coefficients(100_000).orElseThrow().rank()).isEqualTo(expected);
    }

    @Test
    void removing_an_edge_can_raise_the_rank_while_the_walk_index_falls() {
        List<List<List<Long>>> layers = List.of(List.of(List.of(1L, 2L), List.of(3L, 5L)), List.of(List.of(2L, 1L), List.of(1L, 3L)));
        Graph two = Graph.of(4, List.of(new Edge(0, 1), new Edge(0, 2)));
        Graph one = Graph.of(4, List.of(new Edge(0, 2)));
        ProductNetwork before = new ProductNetwork(two, layers, List.of(1L, 1L));
        ProductNetwork after = new ProductNetwork(one, layers, List.of(1L, 1L));
        assertThat(rank(before, set(0, 3), -1)).isEqualTo(8);
        assertThat(rank(after, set(0, 3), -1)).isEqualTo(10);
        assertThat(SeparationBounds.of(before, set(0, 3), OptionalInt.empty()).walkIndex()).isEqualTo(BigInteger.valueOf(7));
        assertThat(SeparationBounds.of(after, set(0, 3), OptionalInt.empty()).walkIndex()).isEqualTo(BigInteger.valueOf(4));
    }

    @Test
    void two_vertices_apart_still_need_the_one_in_the_exponent() {
        ProductNetwork network = ProductNetwork.random(Graph.of(2, List.of()), 2, 2, 2, 1);
        assertThat(rank(network, set(0), -1)).isEqualTo(2);
        SeparationBounds bounds = SeparationBounds.of(network, set(0), OptionalInt.empty());
        assertThat(bounds.publishedExponent()).isEqualTo(BigInteger.ONE);
        assertThat(bounds.lower()).isEqualTo(BigInteger.ONE);
    }

    @Test
    void every_rank_is_between_the_bounds_on_all_small_graphs() {
        int attained = 0;
        for (int seed = 0; seed < 60; seed++) {
            int n = 2 + seed % 3;
            Graph graph = Generators.erdosRenyi(n, seed / 3 % (n * (n - 1) / 2 + 1), seed);
            for (int depth = 1; depth <= 2; depth++)
                for (int target = -1; target < n; target++) {
                    ProductNetwork network = ProductNetwork.random(graph, depth, 1 + seed % 2, 2, seed);
                    OptionalInt at = target < 0 ? OptionalInt.empty() : OptionalInt.of(target);
                    BitSet side = set(IntStream.range(0, 1 + seed % (n - 1)).toArray());
                    BigInteger rank = BigInteger.valueOf(new SeparationRank(network, side, at).certificate(256, 1).rank());
                    SeparationBounds bounds = SeparationBounds.of(network, side, at);
                    assertThat(rank).isGreaterThanOrEqualTo(bounds.lower()).isLessThanOrEqualTo(power(2, bounds.summedExponent()));
                    assertThat(bounds.summedExponent()).isLessThanOrEqualTo(bounds.doubledExponent());
                    assertThat(bounds.doubledExponent()).isLessThanOrEqualTo(bounds.publishedExponent());
                    assertThat(bounds.publishedLower().orElseThrow()).isLessThanOrEqualTo(bounds.lower().doubleValue() + 1e-9);
                    if (rank.equals(bounds.lower())) attained++;
                }
        }
        assertThat(attained).isGreaterThan(50);
    }

    private static BigInteger power(int base, BigInteger exponent) {
        return BigInteger.valueOf(base).pow(exponent.intValueExact());
    }

    @Test
    void a_changed_certificate_does_not_hold() {
        RankCertificate good = new SeparationRank(ProductNetwork.random(Generators.grid(1, 3), 2, 2, 2, 1), set(0), OptionalInt.empty()).certificate(64, 1);
        assertThat(good.holds()).isTrue();
        List<List<Long>> repeated = new ArrayList<>(good.rows());
        repeated.set(1, repeated.getFirst());
        assertThat(new RankCertificate(good.network(), good.set(), good.target(), repeated, good.columns(), good.determinant()).holds()).isFalse();
        assertThat(new RankCertificate(good.network(), good.set(), good.target(), good.rows(), good.columns(), good.determinant() + 1).holds()).isFalse();
    }

    @Test
    void a_rank_above_the_limit_is_a_lower_bound_and_a_large_expansion_is_given_up() {
        SeparationRank separation = new SeparationRank(ProductNetwork.random(clique(3), 3, 2, 2, 1), set(0), OptionalInt.empty());
        assertThat(separation.certificate(10, 1).rank()).isEqualTo(10);
        assertThat(separation.certificate(100, 1).rank()).isEqualTo(28);
        assertThat(separation.coefficients(100)).isEmpty();
    }

    @Test
    void nothing_is_separated_from_everything() {
        ProductNetwork network = ProductNetwork.random(clique(3), 2, 2, 2, 1);
        assertThatThrownBy(() -> new SeparationRank(network, set(), OptionalInt.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeparationRank(network, set(0, 1, 2), OptionalInt.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}
