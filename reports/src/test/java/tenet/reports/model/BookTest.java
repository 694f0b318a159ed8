package tenet.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenet.reports.Books;

class BookTest {
    @Test
    void edges_lead_from_what_a_certificate_cites_to_its_claim() {
        Book book = Books.library();
        assertThat(book.graph().edges()).contains(new DependencyGraph.Edge("rc.unobserved-lower", "rc.norm-lower"),
                new DependencyGraph.Edge("cauchy_schwarz", "rc.det-sign"), new DependencyGraph.Edge("mf.end-to-end", "mf.sv-dynamics"));
        assertThat(book.find("rc.unobserved-lower").orElseThrow().used()).contains("rc.norm-lower", "rc.entry-lower");
        assertThat(book.find("rc.unobserved-lower").orElseThrow().variants()).containsExactly("rc.unobserved-lower.half");
        assertThat(book.graph().nodes()).filteredOn(DependencyGraph.Node::isLemma).extracting(DependencyGraph.Node::id).contains("sign_is_kept", "psd_root").doesNotContain("cauchy_schwarz");
        assertThat(book.graph().nodes()).extracting(DependencyGraph.Node::id).doesNotContain("rc.unobserved-lower.half");
        assertThat(book.graph().nodes()).filteredOn(node -> node.id().equals("rc.gram")).first()
                .satisfies(node -> assertThat(node.verdict()).isEmpty());
        Curves curves = book.find("rc.entry-lower").orElseThrow().curves().orElseThrow();
        assertThat(curves.series().getFirst().values().getLast()).isLessThan(0.05 * curves.series().getFirst().values().getFirst());
        assertThat(curves.series()).filteredOn(series -> series.name().equals("norm(E)")).first()
                .satisfies(series -> assertThat(series.values().getLast()).isGreaterThan(3 * series.values().getFirst()));
    }

    @Test
    void files_are_named_apart_and_stay_in_their_folder() {
        List<String> slugs = Books.hostile().entries().stream().map(Entry::slug).toList();
        assertThat(slugs).allMatch(slug -> slug.matches("[a-z0-9._-]{1,90}") && !slug.startsWith(".") && !slug.contains(".."));
        assertThat(slugs.stream().collect(Collectors.toSet())).hasSameSizeAs(slugs);
    }

    @Test
    void a_matrix_is_told_from_a_vector_and_an_interval() {
        assertThat(ShownValue.of("[[1, 2/3], [[0.1, 0.2], -4]]")).isEqualTo(new ShownValue.Matrix(List.of(List.of("1", "2/3"), List.of("[0.1, 0.2]", "-4"))));
        assertThat(ShownValue.of("[1; 2; 3]")).isEqualTo(new ShownValue.Matrix(List.of(List.of("1"), List.of("2"), List.of("3"))));
        for (String plain : new String[] {"5/3", "[0.1, 0.2]", "tensor[2, 2] [1, 2, 3, 4]", "[[1, 2], [3]]", "[1, 2], [3, 4]", "]["})
            assertThat(ShownValue.of(plain)).isEqualTo(new ShownValue.Plain(plain));
    }

    @Test
    void an_instance_is_set_as_formulas_where_that_is_possible() {
        Entry entry = Books.library().find("rc.unobserved-lower.half").orElseThrow();
        Exhibit exhibit = new Exhibit(entry.claim().statement());
        var simplest = entry.refutation().orElseThrow().simplest();
        assertThat(exhibit.values(simplest).getFirst().latex().orElseThrow()).startsWith("W = \\begin{pmatrix} ").endsWith(" \\end{pmatrix}");
        assertThat(exhibit.sides(simplest).getFirst().latex().orElseThrow()).startsWith("\\lvert W_{1,1} \\rvert = ");
    }
}
