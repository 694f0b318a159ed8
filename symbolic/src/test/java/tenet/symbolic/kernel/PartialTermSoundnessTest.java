package tenet.symbolic.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.symbolic.kernel.Judge.lemma;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** False statements about terms that may have no value, with certificates that once were accepted, or were made up to break a rule. */
class PartialTermSoundnessTest {
    /** a = 1, M = [0 1; 0 0]. */
    @Test
    void a_real_power_of_a_matrix_that_is_not_symmetric_is_not_symmetric() {
        rejects(1, "differ", theorem("t", "param a : real >= 0", "var M : real[2, 2]", "show (M^a)^T = M^a"), """
                certificate t
                1. (M^a)^T = M^a by identity
                """);
    }

    /** y = t, z = y^2 / y with 0 / 0 = 0: z' is one at time zero. */
    @Test
    void a_quotient_is_differentiated_where_the_denominator_is_not_zero() {
        rejects(1, "condition", theorem("t", "moving var y : real", "show (1 / y)' = -(y' / y^2)"), """
                certificate t
                1. (1 / y)' = -(y' / y^2) by identity
                """);
    }

    /** The flow moves the members of the range only: W[3] may stay where it is. */
    @Test
    void a_flow_says_nothing_of_a_member_that_the_declaration_leaves_out() {
        rejects(1, "condition", theorem("t", "moving var W[l in 1..5 except 3] : real", "flow W[l] follows 1", "show W[3]' = 1"), """
                certificate t
                1. W[3]' = 1 by identity
                """);
    }

    /** At m = 3 there is no such contraction, and so no reason for the equation. */
    @Test
    void a_contraction_that_leaves_out_nothing_is_no_pairing() {
        rejects(1, "differ", theorem("t", "param m : nat", "var T : tensor[2 for n in 1..2]", "var v[n in 1..9] : real[2]",
                "show v[m]^T * contract(T, n in 1..2 except m, v[n]) = inner(T, outer(n in 1..2, v[n]))"), """
                certificate t
                1. v[m]^T * contract(T, n in 1..2 except m, v[n]) = inner(T, outer(n in 1..2, v[n])) by identity
                """);
    }

    /** k = -1: then K = 1 / x jumps through infinity at x = 0. */
    @Test
    void a_power_that_may_be_negative_is_not_continuous() {
        rejects(1, "continuous", lemma("l", "moving var K : real", "show 0 = 0")
                + theorem("t", "param k : int", "moving var x : real", "show 0 = 0"), """
                certificate t
                1. 0 = 0 by lemma "l" with K := x^k
                """);
    }

    /** A function f(x) = x to the integers would make 1/2 > 0 mean 1/2 >= 1. */
    @Test
    void the_body_of_a_function_has_its_sort() {
        Term x = new Term.Symbol("x", List.of(), Sort.REAL);
        Term value = new Term.Call("f", List.of(x), Sort.INT);
        Signature signature = new Signature(List.of(new Declaration.Parameter("x", List.of(), Sort.REAL, List.of()),
                new Declaration.Function("f", List.of(Sort.INT), Sort.INT, false,
                        Optional.of(new Declaration.Body(List.of("X"), Term.divide(new Term.Symbol("X", List.of(), Sort.INT), Term.number(2)))))));
        Formula positive = new Formula.Relation(Comparison.GREATER, value, Term.number(0));
        Formula least = new Formula.Relation(Comparison.AT_LEAST, value, Term.number(1));
        Statement statement = new Statement("t", signature, List.of(new Hypothesis("h", Hypothesis.When.NOW, positive)), least);
        Certificate certificate = new Certificate("t", List.of(
                new Certificate.Step(1, List.of(), List.of(), positive, "hypothesis", Optional.of("h"), List.of(), Map.of(), ""),
                new Certificate.Step(2, List.of(), List.of(), least, "arithmetic", Optional.empty(), List.of(1), Map.of(), "")));
        assertThat(new Checker(Map.of(), Map.of()).check(statement, certificate)).isInstanceOf(Checker.Result.Rejected.class);
    }
}
