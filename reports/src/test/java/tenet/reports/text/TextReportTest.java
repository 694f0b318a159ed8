package tenet.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.reports.Reports;
import tenet.symbolic.claim.Claim.Expectation;
import tenet.symbolic.claim.Claim.Kind;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Report;

class TextReportTest {
    private final String text = new TextReport(Reports.mixed(), Colours.NONE).text();

    @Test
    void a_row_has_id_verdict_and_what_it_rests_on() {
        assertThat(text).contains("  mf.balancedness          PROVED     for all L >= 2, all d, any loss; by\n");
        assertThat(text).contains("  mf.balancedness.swapped  REFUTED    x^2 = 1/4 against x = 1/2\n");
    }

    @Test
    void what_fell_short_is_marked_and_explained() {
        assertThat(text).contains("! mf.open                  UNDECIDED  no rule applies\n");
        assertThat(text).contains("  ! expected SUPPORTED or better, and it is UNDECIDED\n");
        assertThat(text).contains("  why      mine.tenet:20:1: no rule applies\n").contains("  left     x > 0\n");
        assertThat(text).contains("  note     stored certificate rejected at step 4 (identity): sides differ;\n           searched again\n");
    }

    @Test
    void a_counterexample_is_printed_as_an_instance_with_both_sides() {
        assertThat(text).contains("  fails at\n      x = 1/2\n  where\n      x^2 = 1/4\n      x = 1/2\n  certified by exact rational numbers\n");
    }

    @Test
    void a_wrong_step_is_told_with_its_place_and_numbers() {
        assertThat(text).contains("  step     mine.tenet:33:7: x > 0\n  is false at\n      x = 1/2\n");
    }

    @Test
    void the_last_line_counts() {
        assertThat(text).endsWith("4 claims: 1 PROVED, 1 SUPPORTED, 1 REFUTED, 1 UNDECIDED; 2 fall short (seed 7)\n");
        Report stopped = new Report(7, Reports.mixed().findings().subList(0, 1), List.of("mf.end-to-end", "mf.sv-dynamics"));
        assertThat(new TextReport(stopped, Colours.NONE).text()).contains("stopped before mf.end-to-end, mf.sv-dynamics\n")
                .endsWith("1 of 3 claims: 1 PROVED; all as expected (seed 7)\n");
    }

    @Test
    void no_line_is_wider_than_a_terminal_whatever_the_claim() {
        Counterexample large = new Counterexample(
                List.of(new Counterexample.Binding("W[1]", "[" + "123456789012345678901234567890/7, ".repeat(30) + "1]"),
                        new Counterexample.Binding("x", "9".repeat(400))),
                List.of(new Counterexample.Binding("norm(" + "x + ".repeat(60) + "x)", "1"), new Counterexample.Binding("y", "2")), "intervals");
        Finding finding = Finding.judge(Reports.claim("a.very-long-id.that-does-not-fit.in-the-column.of-ids", Kind.THEOREM, Expectation.PROVED, 1),
                List.of(new Evidence.Refutation(large, Optional.of(large))), Optional.empty(), List.of("a note " + "of many words ".repeat(40)));
        String wide = new TextReport(new Report(1, List.of(finding), List.of()), Colours.NONE).text();
        assertThat(wide.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80 && !line.endsWith(" "));
        assertThat(wide).contains("9".repeat(50));
    }

    @Test
    void colours_change_no_words() {
        String coloured = new TextReport(Reports.mixed(), new Colours(true)).text();
        assertThat(coloured).isNotEqualTo(text);
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(text);
        assertThat(text).doesNotContain("\u001b");
    }

    @Test
    void a_large_matrix_has_a_row_on_each_line() {
        String large = "[[1, 22/7, 3], [-4, 5, 6], [7, 8, 1/9]]";
        Counterexample counterexample = new Counterexample(List.of(new Counterexample.Binding("W", large), new Counterexample.Binding("V", "[[1, 2], [3, 4]]"),
                new Counterexample.Binding("U", "[[" + "123456789/987654321, ".repeat(9) + "1], [" + "0, ".repeat(9) + "1]]")),
                List.of(new Counterexample.Binding("x", "[1, 2]")), "exact rationals");
        Finding finding = Finding.judge(Reports.claim("a.b", tenet.symbolic.claim.Claim.Kind.FALSE_CLAIM, tenet.symbolic.claim.Claim.Expectation.REFUTED, 1),
                List.of(new Evidence.Refutation(counterexample, Optional.empty())), Optional.empty(), List.of());
        String text = new TextReport(new Report(1, List.of(finding), List.of()), Colours.NONE).text();
        assertThat(text).contains("      W = [[ 1, 22/7,   3],\n           [-4,    5,   6],\n           [ 7,    8, 1/9]]\n").contains("      V = [[1, 2], [3, 4]]\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }
}
