package tenet.numeric.graph.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;
import tenet.numeric.graph.file.ReadOptions.Directions;
import tenet.numeric.graph.file.ReadOptions.Form;

class GraphReaderTest {
    private static final ReadOptions LENIENT = new ReadOptions(Form.AUTO, Directions.ONCE, List.of(), true);
    private static final ReadOptions BOTH = new ReadOptions(Form.AUTO, Directions.BOTH, List.of(), false);

    @TempDir
    private Path folder;

    private static GraphReader.Read read(String name, String text, ReadOptions options) throws IOException, GraphFormatException {
        return GraphReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, options, Watch.NONE);
    }

    private static List<String> edges(Graph graph) {
        return IntStream.range(0, graph.edges()).mapToObj(e -> graph.ids().id(graph.smaller(e)) + "-" + graph.ids().id(graph.larger(e))).toList();
    }

    private static void refused(String name, String text, ReadOptions options, String... lines) {
        assertThatThrownBy(() -> read(name, text, options)).isInstanceOf(GraphFormatException.class)
                .satisfies(problem -> assertThat(problem.getMessage().lines()).containsSubsequence(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.txt", "e.csv", "e.mtx", "e.txt.gz", "e.csv.gz", "e.mtx.gz"})
    void what_is_written_is_read_again(String name) throws IOException, GraphFormatException {
        Graph graph = read("x", written(Generators.erdosRenyi(300, 900, 5)), ReadOptions.DEFAULT).graph();
        Path file = folder.resolve(name);
        Graph shifted = GraphReader.read(Files.writeString(folder.resolve("x"), shift(graph)), ReadOptions.DEFAULT, Watch.NONE).graph();
        EdgeWriter.write(file, shifted, IntStream.range(0, shifted.edges()));
        assertThat(edges(GraphReader.read(file, ReadOptions.DEFAULT, Watch.NONE).graph())).isEqualTo(edges(shifted)).hasSize(900);
    }

    private static String written(Graph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EdgeWriter.write(out, graph, IntStream.range(0, graph.edges()));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String shift(Graph graph) {
        StringBuilder text = new StringBuilder();
        for (int e = 0; e < graph.edges(); e++)
            text.append(graph.ids().id(graph.larger(e)) + 1).append('\t').append(graph.ids().id(graph.smaller(e)) + 1).append("\r\n");
        return text.toString();
    }

    @Test
    void ids_may_be_anything_and_come_back() throws IOException, GraphFormatException {
        Graph graph = read("e", "# a comment\n900000000000 7\n  7\t-3 \n\n% another\n-3 900000000000\n12 7", ReadOptions.DEFAULT).graph();
        assertThat(graph.vertices()).isEqualTo(4);
        assertThat(edges(graph)).containsExactly("-3-7", "-3-900000000000", "7-12", "7-900000000000");
        assertThat(edges(read("e", "5 2\n9 5\n", ReadOptions.DEFAULT).graph())).containsExactly("2-5", "5-9");
    }

    @Test
    void an_empty_file_is_a_graph_without_edges() throws IOException, GraphFormatException {
        assertThat(read("e", "", ReadOptions.DEFAULT).graph().edges()).isZero();
        assertThat(read("e.csv", "", ReadOptions.DEFAULT).graph().edges()).isZero();
    }

    @Test
    void every_bad_line_is_told_with_its_number() {
        refused("e", "0 1\n2 2\n0 1.5\nx\n1 0\n3 4 5\n99999999999999999999 1\n", ReadOptions.DEFAULT,
                "e:2: a self-loop at vertex 2", "e:3: '0 1.5' is not an edge, two integers", "e:4: 'x' is not an edge, two integers",
                "e:5: the edge 1 0 is on line 1 already; for a file with both directions say --directions both",
                "e:6: '3 4 5' has more than two fields", "e:7: '99999999999999999999 1' is not an edge, two integers");
    }

    @Test
    void a_file_of_bad_lines_gives_few_messages() {
        assertThatThrownBy(() -> read("e", "x\n".repeat(5000), ReadOptions.DEFAULT)).isInstanceOf(GraphFormatException.class)
                .satisfies(problem -> assertThat(problem.getMessage()).hasLineCount(12).contains("and 4990 more such lines"));
    }

    @Test
    void a_lenient_reader_drops_and_counts() throws IOException, GraphFormatException {
        GraphReader.Read read = read("e", "0 1\n2 2\n0 1.5\nx\n1 0\n3 4\n3 4\n", LENIENT);
        assertThat(edges(read.graph())).containsExactly("0-1", "3-4");
        assertThat(read.dropped()).isEqualTo(new Dropped(2, 1, 2, 0));
    }

    @Test
    void both_directions_are_one_edge_and_one_alone_is_directed() throws IOException, GraphFormatException {
        assertThat(edges(read("e", "0 1\n1 0\n2 1\n1 2\n", BOTH).graph())).containsExactly("0-1", "1-2");
        refused("e", "0 1\n1 0\n2 1\n1 0\n", BOTH, "e:3: the graph is directed: it has 2 1 and not 1 2", "e:4: the edge 1 0 is on line 2 already");
        GraphReader.Read read = read("e", "0 1\n1 0\n2 1\n", new ReadOptions(Form.AUTO, Directions.BOTH, List.of(), true));
        assertThat(edges(read.graph())).containsExactly("0-1", "1-2");
        assertThat(read.dropped()).isEqualTo(new Dropped(0, 0, 0, 1));
    }

    @Test
    void csv_has_headers_quotes_separators_and_columns() throws IOException, GraphFormatException {
        assertThat(edges(read("e.csv", "source,target\n3,1\n\"1\", 2\n", ReadOptions.DEFAULT).graph())).containsExactly("1-2", "1-3");
        assertThat(edges(read("e.csv", "3;1\n1;2\n", ReadOptions.DEFAULT).graph())).containsExactly("1-2", "1-3");
        ReadOptions columns = new ReadOptions(Form.AUTO, Directions.ONCE, List.of("to", "2"), false);
        assertThat(edges(read("e.tsv", "weight\tfrom\tto\n0.5\t3\t1\n", columns).graph())).containsExactly("1-3");
        refused("e.csv", "a,b,w\n1,2,0.5\n", ReadOptions.DEFAULT, "e.csv:1: 3 columns; choose two with --columns, by header or by number from 1");
        refused("e.csv", "a,b\n1,2\n1,x\n4,4\n", ReadOptions.DEFAULT, "e.csv:3: no integers in columns 1 and 2 of [1, x]", "e.csv:4: a self-loop at vertex 4");
    }

    @Test
    void matrix_market_says_whether_it_is_symmetric() throws IOException, GraphFormatException {
        String head = "%%MatrixMarket matrix coordinate ";
        GraphReader.Read read = read("e", head + "real symmetric\n% c\n4 4 2\n2 1 0.5\n3 1 1e3\n", ReadOptions.DEFAULT);
        assertThat(edges(read.graph())).containsExactly("1-2", "1-3");
        assertThat(read.graph().vertices()).isEqualTo(4);
        assertThat(edges(read("e", head + "pattern general\n3 3 2\n2 1\n1 2\n", ReadOptions.DEFAULT).graph())).containsExactly("1-2");
        refused("e", head + "pattern general\n3 3 2\n2 1\n3 2\n", ReadOptions.DEFAULT, "e:3: the graph is directed: it has 2 1 and not 1 2");
        refused("e", head + "pattern symmetric\n3 3 3\n2 1\n4 1\n3 3\n", ReadOptions.DEFAULT, "e:4: '4 1' is outside of 1..3", "e:5: a self-loop at vertex 3");
        refused("e", head + "pattern symmetric\n3 3 3\n2 1\n", ReadOptions.DEFAULT, "e: 3 entries were announced and 1 are there");
        refused("e", head + "pattern symmetric\n3 4 1\n2 1\n", ReadOptions.DEFAULT, "e:2: the matrix has 3 rows and 4 columns");
        refused("e", head + "real skew-symmetric\n3 3 1\n2 1 1\n", ReadOptions.DEFAULT, "e:1: a matrix that is skew-symmetric is no undirected graph");
    }

    @Test
    void a_compressed_stream_is_recognised_by_its_bytes() throws IOException, GraphFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("0 1\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(edges(GraphReader.read(new ByteArrayInputStream(bytes.toByteArray()), "e", ReadOptions.DEFAULT, Watch.NONE).graph())).containsExactly("0-1");
    }

    @Test
    void a_graph_from_a_file_has_the_checksum_of_its_ids() throws IOException, GraphFormatException {
        Graph made = Generators.erdosRenyi(2000, 3000, 1);
        Graph read = read("e", written(made), ReadOptions.DEFAULT).graph();
        assertThat(read.vertices()).as("some vertices have no edge, and a file of edges does not know them").isLessThan(2000);
        assertThat(read.checksum()).isEqualTo(made.checksum());
        assertThat("%08x".formatted(made.checksum()).toUpperCase(Locale.ROOT)).hasSize(8);
    }
}
