package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Term;

class OutlineTest {
    private static final Term A = Examples.real("a");
    private static final Term B = Examples.real("b");
    private static final Term C = Examples.real("c");

    /** Blocks as text: numbers of single steps, calculations in brackets with quoted rows in parentheses. */
    private static String outline(Examples.Steps steps) {
        return Outline.of(steps.certificate("test")).stream().map(block -> switch (block) {
            case Outline.Block.Single(Certificate.Step step) -> "" + step.number();
            case Outline.Block.Calculation(Term start, List<Outline.Row> rows, var result) -> rows.stream()
                    .map(row -> row.quoted() ? "(" + row.step().number() + ")" : "" + row.step().number())
                    .collect(Collectors.joining(" ", "[", result.map(step -> " -> " + step.number()).orElse("") + "]"));
        }).collect(Collectors.joining(" "));
    }

    private static Formula relation(Term left, Comparison comparison, Term right) {
        return new Formula.Relation(comparison, left, right);
    }

    @Test
    void links_are_told_with_their_chain() {
        assertEquals("2 [1 3 -> 4]", outline(new Examples.Steps().add("identity", Formula.equal(A, B), "").add("hypothesis", Formula.equal(A, A), "")
                .add("rewrite", Formula.equal(B, C), "", 2).add("chain", Formula.equal(A, C), "", 1, 3)));
    }

    @Test
    void a_link_that_an_earlier_step_rests_on_is_told_before() {
        assertEquals("1 2 [(1) 3 -> 4]", outline(new Examples.Steps().add("identity", Formula.equal(A, B), "").add("rewrite", Formula.equal(A, A), "", 1)
                .add("rewrite", Formula.equal(B, C), "", 2).add("chain", Formula.equal(A, C), "", 1, 3)));
    }

    @Test
    void a_link_under_other_indices_is_quoted() {
        assertEquals("1 [(1) 2 -> 3]", outline(new Examples.Steps().add("identity", Formula.equal(A, B), "")
                .under(new Range("l", Examples.ONE, Examples.L)).add("identity", Formula.equal(B, C), "").add("chain", Formula.equal(A, C), "", 1, 2)));
    }

    @Test
    void neighbours_that_follow_one_another_are_a_calculation() {
        assertEquals("[1 2] 3", outline(new Examples.Steps().add("identity", relation(A, Comparison.AT_MOST, B), "")
                .add("identity", relation(B, Comparison.LESS, C), "").add("identity", relation(C, Comparison.GREATER, A), "")));
    }

    @Test
    void every_step_is_told_once() {
        for (Examples.Example example : List.of(Examples.balancedness(), Examples.singularValueDynamics(), Examples.componentNorm(), Examples.awkward())) {
            List<Integer> told = Outline.of(example.certificate()).stream().flatMap(block -> switch (block) {
                case Outline.Block.Single(Certificate.Step step) -> java.util.stream.Stream.of(step.number());
                case Outline.Block.Calculation(Term start, List<Outline.Row> rows, var result) -> java.util.stream.Stream.concat(
                        rows.stream().filter(row -> !row.quoted()).map(row -> row.step().number()), result.stream().map(Certificate.Step::number));
            }).sorted().toList();
            assertEquals(example.certificate().steps().stream().map(Certificate.Step::number).toList(), told);
        }
    }
}
