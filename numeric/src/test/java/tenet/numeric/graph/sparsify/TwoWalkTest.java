package tenet.numeric.graph.sparsify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Graph.Edge;
import tenet.numeric.graph.Watch;

/** Orders of the published general program (ties last) and of an independent prototype (both ties). */
class TwoWalkTest {
    private static final Graph PAW = Graph.of(4, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(1, 2), new Edge(2, 3)));

    private static RemovalOrder order(Sparsifier sparsifier, Graph graph, int count) {
        return sparsifier.remove(graph, count, Watch.NONE);
    }

    private static String written(RemovalOrder order) {
        return order.edges().mapToObj(e -> order.graph().smaller(e) + "" + order.graph().larger(e)).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "er({0}, {1}, 1)")
    @CsvSource({"200, 600, 316b4f89, d4666981", "600, 3000, abe7e5bc, 387d3931", "2000, 10000, 1653d61d, 338461cd"})
    void erdos_renyi_graphs_lose_their_edges_in_the_known_order(int vertices, int edges, String first, String last) {
        Graph graph = Generators.erdosRenyi(vertices, edges, 1);
        assertThat(order(new TwoWalk(Ties.FIRST), graph, edges).checksum()).isEqualTo(Long.parseLong(first, 16));
        assertThat(order(new TwoWalk(Ties.LAST), graph, edges).checksum()).isEqualTo(Long.parseLong(last, 16));
    }

    @ParameterizedTest(name = "ba({0}, 5, 1)")
    @CsvSource({"202, d1c5c2f2, c471ba9d", "602, ba37bcc9, ff288ec2"})
    void barabasi_albert_graphs_lose_their_edges_in_the_known_order(int vertices, String first, String last) {
        Graph graph = Generators.barabasiAlbert(vertices, 5, 1);
        assertThat(order(new TwoWalk(Ties.FIRST), graph, graph.edges()).checksum()).isEqualTo(Long.parseLong(first, 16));
        assertThat(order(new TwoWalk(Ties.LAST), graph, graph.edges()).checksum()).isEqualTo(Long.parseLong(last, 16));
    }

    @Test
    void a_grid_has_no_triangles_so_that_2_wis_is_1_wis() {
        Graph graph = Generators.grid(23, 23);
        assertThat(order(new TwoWalk(Ties.FIRST), graph, 1012).checksum()).isEqualTo(0x643d0725L);
        assertThat(order(new TwoWalk(Ties.LAST), graph, 1012).checksum()).isEqualTo(0xd53738afL);
    }

    @ParameterizedTest(name = "er({0}, {1}, 1), {2} removed")
    @CsvSource({"10, 30, 30, a92ac2e7", "20, 60, 60, 0d133dfc", "40, 120, 120, 357bdc85", "60, 200, 200, f51760f2",
        "100, 300, 300, f361e4fe", "200, 1000, 100, 1f547db9"})
    void ties_last_is_the_published_general_program(int vertices, int edges, int removed, String checksum) {
        Graph graph = Generators.erdosRenyi(vertices, edges, 1);
        assertThat(order(new TwoWalk(Ties.LAST), graph, removed).checksum()).isEqualTo(Long.parseLong(checksum, 16));
        if (edges <= 120) assertThat(order(new LocalWalk(3, Ties.LAST), graph, removed).checksum()).isEqualTo(Long.parseLong(checksum, 16));
    }

    @Test
    void a_barabasi_albert_graph_follows_the_published_general_program() {
        assertThat(order(new TwoWalk(Ties.LAST), Generators.barabasiAlbert(202, 5, 1), 100).checksum()).isEqualTo(0x83ead905L);
    }

    @Test
    void depths_2_and_4_follow_the_published_general_program() {
        Graph graph = Generators.erdosRenyi(200, 1000, 1);
        assertThat(order(new LocalWalk(2, Ties.LAST), graph, 100).checksum()).isEqualTo(0x5109b5e8L);
        assertThat(order(new OneWalk(Ties.LAST), graph, 100).checksum()).isEqualTo(0x5109b5e8L);
        assertThat(order(new LocalWalk(4, Ties.LAST), graph, 100).checksum()).isEqualTo(0x05da7bd3L);
    }

    @Test
    void small_graphs_lose_their_edges_as_written_out() {
        Graph eight = Generators.erdosRenyi(8, 14, 1);
        assertThat(written(order(new OneWalk(Ties.FIRST), eight, 14))).isEqualTo("03 05 04 35 07 34 57 02 37 45 01 25 36 47");
        assertThat(written(order(new TwoWalk(Ties.FIRST), eight, 14))).isEqualTo("03 04 07 35 45 57 02 34 05 37 01 25 36 47");
        assertThat(written(order(new TwoWalk(Ties.LAST), eight, 14))).isEqualTo("03 07 04 35 57 45 37 05 34 02 47 36 25 01");
        assertThat(written(order(new OneWalk(Ties.FIRST), PAW, 9))).isEqualTo("02 12 01 23");
        assertThat(written(order(new TwoWalk(Ties.FIRST), PAW, 9))).isEqualTo("02 12 01 23");
        assertThat(written(order(new TwoWalk(Ties.LAST), PAW, 9))).isEqualTo("12 02 23 01");
        Graph grid = Generators.grid(3, 3);
        String expected = "14 34 25 47 01 36 58 67 03 12 45 78";
        assertThat(written(order(new OneWalk(Ties.FIRST), grid, 12))).isEqualTo(expected);
        assertThat(written(order(new TwoWalk(Ties.FIRST), grid, 12))).isEqualTo(expected);
    }

    @Test
    void a_bridge_between_two_cliques_goes_first_unless_its_side_is_protected() {
        Graph graph = bridgedCliques(4);
        int bridge = graph.edgeBetween(0, 4).getAsInt();
        assertThat(order(new OneWalk(Ties.FIRST), graph, 1).edge(0)).isEqualTo(bridge);
        assertThat(order(new TwoWalk(Ties.FIRST), graph, 1).edge(0)).isEqualTo(bridge);
        BitSet side = new BitSet();
        side.set(0, 4);
        General protecting = new General(3, List.of(new General.Protected(side, java.util.OptionalInt.empty())), Ties.FIRST);
        assertThat(order(protecting, graph, 13).edge(12)).isEqualTo(bridge);
    }

    @Test
    void greedy_is_not_the_best_pair_of_edges() {
        Graph graph = Graph.of(5, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(0, 4), new Edge(1, 2), new Edge(1, 4), new Edge(2, 3), new Edge(3, 4)));
        assertThat(written(order(new OneWalk(Ties.FIRST), graph, 2))).isEqualTo("01 02");
        assertThat(java.util.Arrays.stream(order(new OneWalk(Ties.FIRST), graph, 2).kept().degrees()).sorted()).containsExactly(1, 2, 2, 2, 3);
    }

    static Graph bridgedCliques(int size) {
        List<Edge> edges = new java.util.ArrayList<>();
        for (int u = 0; u < size; u++)
            for (int v = u + 1; v < size; v++) {
                edges.add(new Edge(u, v));
                edges.add(new Edge(size + u, size + v));
            }
        edges.add(new Edge(0, size));
        return Graph.of(2 * size, edges);
    }
}
