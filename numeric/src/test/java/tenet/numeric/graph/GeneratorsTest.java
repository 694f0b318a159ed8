package tenet.numeric.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksums that an independent implementation of the same definitions gave. */
class GeneratorsTest {
    @ParameterizedTest(name = "er({0}, {1}, 1)")
    @CsvSource({"200, 1000, fad7fa53", "600, 3000, d4f860b4", "2000, 10000, e6900ec5", "6000, 30000, 1c579f98",
        "20000, 100000, a625942e", "60000, 300000, 50477cf5"})
    void an_erdos_renyi_graph_is_the_known_one(int vertices, int edges, String checksum) {
        assertThat(Generators.erdosRenyi(vertices, edges, 1).checksum()).isEqualTo(Long.parseLong(checksum, 16));
    }

    @ParameterizedTest(name = "ba({0}, 5, 1)")
    @CsvSource({"202, 995, bb522afb", "602, 2995, d316d917", "2002, 9995, 65a91a29", "6002, 29995, d4e31970", "20002, 99995, bb2bcf16"})
    void a_barabasi_albert_graph_is_the_known_one(int vertices, int edges, String checksum) {
        Graph graph = Generators.barabasiAlbert(vertices, 5, 1);
        assertThat(graph.edges()).isEqualTo(edges);
        assertThat(graph.checksum()).isEqualTo(Long.parseLong(checksum, 16));
    }

    @ParameterizedTest(name = "grid({0}, {1})")
    @CsvSource({"23, 23, 1012, 7b64f69f", "39, 39, 2964, 7b211835", "224, 224, 99904, a3eb88b9"})
    void a_grid_is_the_known_one(int rows, int columns, int edges, String checksum) {
        Graph graph = Generators.grid(rows, columns);
        assertThat(graph.edges()).isEqualTo(edges);
        assertThat(graph.checksum()).isEqualTo(Long.parseLong(checksum, 16));
    }

    @Test
    void a_small_graph_is_the_one_written_out_in_the_catalogue() {
        Graph graph = Generators.erdosRenyi(8, 14, 1);
        assertThat(IntStream.range(0, 14).mapToObj(e -> graph.smaller(e) + "" + graph.larger(e)))
                .containsExactly("01", "02", "03", "04", "05", "07", "25", "34", "35", "36", "37", "45", "47", "57");
    }

    @Test
    void a_complete_graph_can_be_drawn_and_a_fuller_one_cannot() {
        assertThat(Generators.erdosRenyi(60, 1770, 3).edges()).isEqualTo(1770);
        assertThatThrownBy(() -> Generators.erdosRenyi(60, 1771, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Generators.barabasiAlbert(5, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
