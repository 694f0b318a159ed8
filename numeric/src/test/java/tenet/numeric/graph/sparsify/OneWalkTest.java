package tenet.numeric.graph.sparsify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/** The orders of the published program, or, from 300000 edges on, of an independent program that agrees with it below. */
class OneWalkTest {
    private static String order(Graph graph, int count) {
        RemovalOrder order = new OneWalk(Ties.FIRST).remove(graph, count, Watch.NONE);
        assertThat(order.size()).isEqualTo(Math.min(count, graph.edges()));
        return "%08x".formatted(order.checksum());
    }

    @ParameterizedTest(name = "er({0}, {1}, 1)")
    @CsvSource({"200, 1000, 0f60ba9c, 5d9e778d", "600, 3000, 9ab9e02d, 2253caa4", "2000, 10000, e4a20b34, 860d5612",
        "6000, 30000, 75165b91, d18bdbf8", "20000, 100000, 5c78eb52, 195364a7", "200000, 1000000, 37529c0b, a8364a7e"})
    void erdos_renyi_graphs_lose_their_edges_in_the_known_order(int vertices, int edges, String all, String first200) {
        Graph graph = Generators.erdosRenyi(vertices, edges, 1);
        assertThat(order(graph, edges)).isEqualTo(all);
        assertThat(order(graph, 200)).isEqualTo(first200);
    }

    @ParameterizedTest(name = "ba({0}, 5, 1)")
    @CsvSource({"202, da1fe878, 7603b3ad", "602, e8daf627, 77077658", "2002, c884ddb3, d35b73c2", "6002, 9ca9e436, e50a9b45",
        "20002, 8dc0986e, fd8e989e"})
    void barabasi_albert_graphs_lose_their_edges_in_the_known_order(int vertices, String all, String first200) {
        Graph graph = Generators.barabasiAlbert(vertices, 5, 1);
        assertThat(order(graph, Integer.MAX_VALUE)).isEqualTo(all);
        assertThat(order(graph, 200)).isEqualTo(first200);
    }

    @ParameterizedTest(name = "grid({0}, {0})")
    @CsvSource({"23, 643d0725, 8c2b0186", "39, 79819237, 011cbd72", "71, f9f9cd5b, df7895d1", "123, 8dc11126, 8fdfd715",
        "224, b8856398, e72c3dbf"})
    void grids_lose_their_edges_in_the_known_order(int side, String all, String first200) {
        Graph graph = Generators.grid(side, side);
        assertThat(order(graph, graph.edges())).isEqualTo(all);
        assertThat(order(graph, 200)).isEqualTo(first200);
    }

    @Test
    void a_watch_that_has_enough_gets_what_was_removed_by_then() {
        Graph graph = Generators.erdosRenyi(2000, 10000, 1);
        RemovalOrder all = new OneWalk(Ties.FIRST).remove(graph, 10000, Watch.NONE);
        RemovalOrder some = new OneWalk(Ties.FIRST).remove(graph, 10000, done -> done < 5000);
        assertThat(some.size()).isBetween(5000, 9999);
        assertThat(some.edges().toArray()).isEqualTo(all.edges().limit(some.size()).toArray());
        assertThat(some.kept().edges()).isEqualTo(10000 - some.size());
    }
}
