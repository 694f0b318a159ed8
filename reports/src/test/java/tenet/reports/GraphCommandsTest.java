package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on graphs, from files to files. */
class GraphCommandsTest {
    @TempDir
    private Path folder;

    private static Run tenet(Object... arguments) {
        return Run.of(new Told(), arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path generated(String name, Object... arguments) {
        Path file = folder.resolve(name);
        Object[] all = new Object[arguments.length + 3];
        all[0] = "graph";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--output";
        all[all.length - 1] = file;
        assertThat(tenet(all).status()).isZero();
        return file;
    }

    @Test
    void a_file_of_a_million_edges_loses_them_in_the_known_order() {
        Run run = tenet("sparsify", generated("edges.txt", "er", 200000, 1000000, 1), "--remove", "all");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("read 1000000 edges on 199990 vertices").contains("removed 1000000 of 1000000 edges by 1-WIS")
                .contains("CRC-32 of the order 37529c0b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edges.txt", "edges.csv", "edges.csv.gz"})
    void every_form_gives_the_known_order(String name) {
        Run run = tenet("sparsify", generated(name, "er", 200, 1000, 1), "--remove", "1000");
        assertThat(run.err()).contains("CRC-32 of the order 0f60ba9c");
    }

    @Test
    void depth_3_gives_the_known_orders_for_both_ties() {
        Path edges = generated("edges.txt", "er", 600, 3000, 1);
        assertThat(tenet("sparsify", edges, "--remove", "100%", "--depth", "3").err()).contains("2-WIS").contains("abe7e5bc");
        assertThat(tenet("sparsify", edges, "--remove", "all", "--depth", "3", "--ties", "last").err()).contains("387d3931");
    }

    @Test
    void kept_edges_go_to_standard_output_and_the_order_to_a_file() throws IOException {
        Path paw = file("paw.csv", "to,from\n10,20\n30,10\n20,30\n30,40\n");
        Path order = folder.resolve("order.csv");
        Run run = tenet("sparsify", paw, "--remove", "0.5", "--order", order);
        assertThat(run.out()).isEqualTo("10 20\n30 40\n");
        assertThat(order).hasContent("source,target\n10,30\n20,30\n");
        assertThat(run.err()).contains("removed 2 of 4 edges by 1-WIS");
    }

    @Test
    void a_fraction_keeps_the_rest_rounded_down() throws IOException {
        Path path = file("path.txt", "0 1\n1 2\n2 3\n");
        assertThat(tenet("sparsify", path, "--remove", "0.5").out()).hasLineCount(1);
        assertThat(tenet("sparsify", path, "--remove", "0").out()).hasLineCount(3);
        assertThat(tenet("sparsify", path, "--remove", "7").out()).isEmpty();
    }

    @Test
    void a_protected_side_keeps_its_bridge() throws IOException {
        Path graph = file("g.txt", "0 1\n0 2\n1 2\n3 4\n3 5\n4 5\n0 3\n");
        Path order = folder.resolve("order.txt");
        assertThat(tenet("sparsify", graph, "--remove", "all", "--order", order).status()).isZero();
        assertThat(order).content().startsWith("0 3\n");
        Path sides = file("sides.txt", "# one side\n0, 1 2\n");
        assertThat(tenet("sparsify", graph, "--remove", "all", "--depth", "3", "--partitions", sides, "--order", order).status()).isZero();
        assertThat(order).content().endsWith("0 3\n");
        Path nowhere = file("nowhere.txt", "0 1 -> 9\n");
        refused(tenet("sparsify", graph, "--remove", "1", "--partitions", nowhere), nowhere + ":1: the graph has no vertex '9'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "spectral"})
    void a_baseline_follows_its_seed(String algorithm) {
        Path edges = generated("edges.txt", "er", 50, 200, 1);
        String one = tenet("sparsify", edges, "--remove", "100", "--algorithm", algorithm, "--seed", "1").out();
        assertThat(one).hasLineCount(100);
        assertThat(tenet("sparsify", edges, "--remove", "100", "--algorithm", algorithm, "--seed", "1").out()).isEqualTo(one);
        assertThat(tenet("sparsify", edges, "--remove", "100", "--algorithm", algorithm, "--seed", "2").out()).isNotEqualTo(one);
    }

    @Test
    void bad_lines_are_refused_or_dropped_and_counted() throws IOException {
        Path bad = file("bad.txt", "0 1\n1 1\n1 0\nx y\n1 2\n");
        Run strict = tenet("sparsify", bad, "--remove", "1");
        assertThat(strict.status()).isEqualTo(2);
        assertThat(strict.err()).contains(bad + ":2: a self-loop at vertex 1").contains(bad + ":3: the edge 1 0 is on line 1 already")
                .contains(bad + ":4: 'x y' is not an edge").contains("--lenient");
        Run lenient = tenet("sparsify", bad, "--remove", "0", "--lenient");
        assertThat(lenient.status()).isZero();
        assertThat(lenient.out()).isEqualTo("0 1\n1 2\n");
        assertThat(lenient.err()).contains("dropped 1 malformed line, 1 self-loop, 1 repetition");
    }

    @Test
    void wrong_use_is_told() throws IOException {
        Path path = file("path.txt", "0 1\n");
        assertThat(tenet("sparsify", path, "--remove", "1.5").err()).contains("'1.5' is more than all edges");
        assertThat(tenet("sparsify", path, "--remove", "-3").status()).isEqualTo(2);
        refused(tenet("sparsify", path, "--remove", "1", "--depth", "0"), "--depth is at least 1, not 0\n");
        refused(tenet("sparsify", folder.resolve("none"), "--remove", "1"), folder.resolve("none") + " does not exist\n");
        refused(tenet("sparsify", folder, "--remove", "1"), folder + " is a directory\n");
        refused(tenet("graph", "er", "5", "11", "1"), "no simple graph has 5 vertices and 11 edges\n");
        refused(tenet("graph", "grid", "5", "11", "1"), "grid takes 2 numbers; see 'tenet graph --help'\n");
    }

    private static void refused(Run run, String message) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).endsWith(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_walk_index_of_any_size_is_exact() throws IOException {
        Path pair = file("pair.txt", "5 9\n");
        Path set = file("set.txt", "9\n");
        assertThat(tenet("walk-index", pair, "--set", set, "--depth", "100").out()).isEqualTo(java.math.BigInteger.TWO.pow(100) + "\n");
        assertThat(tenet("walk-index", pair, "--set", set, "--depth", "3", "--target", "5").out()).isEqualTo("4\n");
        refused(tenet("walk-index", pair, "--set", set, "--depth", "3", "--target", "7"), "--target: the graph has no vertex '7'\n");
    }

    @Test
    void a_separation_rank_has_bounds_and_a_certificate() throws IOException {
        Path path = generated("path.txt", "grid", 1, 3);
        Path ends = file("ends.txt", "0 2");
        Path json = folder.resolve("minor.json");
        Run run = tenet("separation-rank", path, "--set", ends, "--depth", "2", "--target", "1", "--certificate", json);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("walk index +3\n").containsPattern("rank mod p +4 ").containsPattern("rank over Q +4 ")
                .contains("2^12 = 4096").contains("2^6 = 64");
        JsonNode minor = new ObjectMapper().readTree(json.toFile());
        assertThat(minor.get("rank").asInt()).isEqualTo(4);
        assertThat(minor.get("rows")).hasSize(4);
        assertThat(minor.get("columns")).hasSize(4);
        assertThat(minor.get("determinant").asLong()).isPositive();
        assertThat(tenet("verify-rank", json).out()).isEqualTo("the separation rank is at least 4: the minor has determinant "
                + minor.get("determinant").asLong() + " mod 2^31 - 1\n");
        refused(tenet("separation-rank", path, "--set", file("all.txt", "0 1 2"), "--depth", "2"),
                folder.resolve("all.txt") + ": the set has all vertices, so there is nothing to separate\n");
    }

    @Test
    void a_certificate_that_was_changed_does_not_hold() throws IOException {
        Path path = generated("path.txt", "grid", 1, 3);
        Path json = folder.resolve("minor.json");
        tenet("separation-rank", path, "--set", file("ends.txt", "0 2"), "--depth", "2", "--certificate", json);
        String text = Files.readString(json);
        String output = new ObjectMapper().readTree(text).get("output").toString().replaceAll("[\\[\\]]", "");
        String other = text.replaceFirst("\"output\" : \\[ " + output.replace(",", ", "), "\"output\" : [ 7, 7");
        assertThat(other).isNotEqualTo(text);
        Run run = tenet("verify-rank", file("other.json", other));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith("the certificate does not hold");
        Path short_ = file("short.json", text.replaceFirst("\"vertices\" : \\[ 0, 1, 2 ]", "\"vertices\" : [ 0, 1 ]"));
        refused(tenet("verify-rank", short_), short_ + ": there is no vertex 2\n");
        Path nothing = file("nothing.json", "{}");
        refused(tenet("verify-rank", nothing), nothing + " is not a certificate of a separation rank: its schema is not tenet-separation-rank/1\n");
    }

    @Test
    void a_list_without_edges_is_refused() throws IOException {
        Path empty = file("empty.txt", "# nothing here\n");
        refused(tenet("sparsify", empty, "--remove", "1"), empty + ": there is no edge in it\n");
    }

    @Test
    void a_curve_is_data_and_a_picture() throws IOException {
        Path edges = generated("edges.csv", "ba", 60, 4, 1);
        Path plot = folder.resolve("curve.svg");
        Run run = tenet("walk-curve", edges, "--pieces", "10", "--plot", plot);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).hasLineCount(34).startsWith("algorithm,removed,fraction,smallest,mean,isolated\nwis,0,0.000000,5,")
                .contains("\nspectral,").endsWith(",1.000000,0,0.000000,60\n");
        assertThat(Files.readString(plot)).startsWith("<svg ").contains("1-WIS").contains("random").contains("smallest walk index, depth 2").endsWith("</svg>\n");
    }
}
