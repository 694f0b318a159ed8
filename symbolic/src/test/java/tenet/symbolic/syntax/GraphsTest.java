package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Hypothesis;

class GraphsTest {
    private static final String WORDS = """
            theory network
              param n, L : nat >= 1
              graph G on n with loops
              set I of G
              boundary C of I in G
              walks r[l in 0..L] of G from C
              walks w[l in 0..L] of G to I

            theorem graphs.words
              directed graph H on n
              given inside: for i, j in 1..n: H[i,j] <= G[i,j]
              show for i in 1..n: r[0,i] = C[i]
              by r_start
            """;

    private static final String WRITTEN_OUT = """
            theory network
              param n, L : nat >= 1
              param G[i in 1..n, j in 1..n] : int >= 0, <= 1
              param I[i in 1..n] : int >= 0, <= 1
              let   C[i in 1..n] = min(1, sum(j in 1..n, G[j,i]*abs(I[j] - I[i])))
              var   r[l in 0..L, i in 1..n] : real
              var   w[l in 0..L, i in 1..n] : real
              given G_undirected: for i in 1..n, j in 1..n: G[i,j] = G[j,i]
              given G_loops: for i in 1..n: G[i,i] = 1
              given r_start: for i in 1..n: r[0,i] = C[i]
              given r_step: for l in 1..L, i in 1..n: r[l,i] = sum(j in 1..n, G[j,i]*r[l-1,j])
              given w_start: for i in 1..n: w[0,i] = I[i]
              given w_step: for l in 1..L, i in 1..n: w[l,i] = sum(j in 1..n, G[i,j]*w[l-1,j])

            theorem graphs.words
              param H[i in 1..n, j in 1..n] : int >= 0, <= 1
              given inside: for i, j in 1..n: H[i,j] <= G[i,j]
              show for i in 1..n: r[0,i] = C[i]
              by r_start
            """;

    private static Document read(String text) {
        Parser.Result<Document> result = Parser.parse("graphs.tenet", text, name -> Optional.empty());
        assertThat(result.diagnostics()).isEmpty();
        return result.value();
    }

    private static List<String> mistakes(String text) {
        return Parser.parse("graphs.tenet", text, name -> Optional.empty()).diagnostics().stream()
                .map(each -> each.message() + each.suggestion().map(more -> "; " + more).orElse("")).toList();
    }

    @Test
    void graphs_are_families_of_numbers_with_assumptions() {
        assertThat(Samples.placeless(read(WORDS))).isEqualTo(Samples.placeless(read(WRITTEN_OUT)));
    }

    @Test
    void what_is_written_out_reads_back() {
        Document document = read(WORDS);
        assertThat(Samples.placeless(read(Printer.print(document, name -> Optional.empty())))).isEqualTo(Samples.placeless(document));
    }

    @Test
    void a_graph_without_direction_has_no_loops_unless_it_says_so() {
        assertThat(assumptions("graph G on 3")).containsExactly("G_undirected", "G_loopless");
        assertThat(assumptions("graph G on 3 with loops")).containsExactly("G_undirected", "G_loops");
        assertThat(assumptions("directed graph G on 3")).isEmpty();
        assertThat(assumptions("directed graph G on 3 with loops")).containsExactly("G_loops");
    }

    private static List<String> assumptions(String declaration) {
        return read("theory t\n  " + declaration + "\ntheorem t.one show 1 = 1\n").theories().getFirst().assumptions().stream().map(Hypothesis::name).toList();
    }

    @Test
    void theories_that_extend_others_assume_what_they_do() {
        Document document = read(WORDS + "\ntheory more extends network\n  given full: for i in 1..n: I[i] = 1\ntheorem graphs.more show 1 = 1\n");
        assertThat(document.claims().getLast().statement().hypotheses().stream().map(Hypothesis::name))
                .containsExactly("G_undirected", "G_loops", "r_start", "r_step", "w_start", "w_step", "full");
        assertThat(Samples.placeless(read(Printer.print(document, name -> Optional.empty())))).isEqualTo(Samples.placeless(document));
    }

    @Test
    void words_of_graphs_are_names_elsewhere() {
        assertThat(read("theorem t.one\n  in none\n  param set, graph, on, walks : real\n  show set + graph = graph + set\n").claims()).hasSize(1);
    }

    @Test
    void mistakes_are_told() {
        String head = "theory t\n  param n, m : nat >= 1\n  graph G on n\n  param x[i in 1..m] : real\n";
        String claim = "theorem t.one show 1 = 1\n";
        assertThat(mistakes(head + "  set I of x\n" + claim)).containsExactly("'x' is not a graph; declare it by 'graph x on n'");
        assertThat(mistakes(head + "  boundary C of x in G\n" + claim)).containsExactly("'x' is not a set of vertices of G; declare it by 'set x of G'");
        assertThat(mistakes(head + "  set I of G\n  walks r[l in 1..n] of G from I\n" + claim))
                .containsExactly("walks are counted for lengths from 0; write walks r[l in 0..L] of G from I");
        assertThat(mistakes(head + "  set I of H\n" + claim)).hasSize(1).allMatch(text -> text.contains("'H' is not"));
        assertThat(mistakes(head + "  graph G on n\n" + claim)).containsExactly("'G' is declared already");
    }
}
