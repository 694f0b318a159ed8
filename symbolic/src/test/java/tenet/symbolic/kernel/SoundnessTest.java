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

/** False statements with certificates that once were accepted, or were made up to break a rule. */
class SoundnessTest {
    // Motion and time.

    /** x = t is zero at the start; its derivative is not. */
    @Test
    void what_holds_at_the_start_only_is_not_differentiated() {
        rejects(2, "", theorem("t", "moving var x : real", "given initially start: x = 0", "show initially x' = 0"), """
                certificate t
                1. initially x = 0 by hypothesis "start"
                2. initially x' = 0 by differentiate from 1
                """);
    }

    /** x = t, y = 0. */
    @Test
    void what_holds_at_the_start_only_is_not_rewritten_under_a_derivative() {
        rejects(2, "", theorem("t", "moving var x : real", "moving var y : real", "given initially start: x = y", "show initially x' = y'"), """
                certificate t
                1. initially x = y by hypothesis "start"
                2. initially x' = y' by rewrite from 1 with context := (?{real})'
                """);
    }

    /** The flow makes x' one. */
    @Test
    void a_fixed_variable_of_a_theorem_is_not_one_that_flows_here() {
        rejects(1, "x", theorem("s", "var x : real", "show x' = 0") + theorem("t", "var x : real", "flow x follows 1", "show x' = 0"), """
                certificate s
                1. x' = 0 by identity
                certificate t
                1. x' = 0 by theorem "s"
                """);
    }

    /** y = t. */
    @Test
    void a_fixed_variable_under_a_derivative_does_not_become_a_moving_term() {
        rejects(1, "x", theorem("s", "var x : real", "show x' = 0") + theorem("t", "moving var y : real", "show y' = 0"), """
                certificate s
                1. x' = 0 by identity
                certificate t
                1. y' = 0 by theorem "s" with x := y
                """);
    }

    /** y = t. */
    @Test
    void a_parameter_under_a_derivative_does_not_become_a_moving_term() {
        rejects(1, "a", theorem("s", "param a : real", "show a' = 0") + theorem("t", "moving var y : real", "show y' = 0"), """
                certificate s
                1. a' = 0 by identity
                certificate t
                1. y' = 0 by theorem "s" with a := y
                """);
    }

    /** y = z = t. */
    @Test
    void a_parameter_in_a_hypothesis_about_all_times_does_not_become_a_moving_term() {
        rejects(2, "a", theorem("s", "param a : real", "moving var z : real", "given always h: z = a", "show z' = 0")
                + theorem("t", "moving var y : real", "moving var z : real", "given always h: z = y", "show z' = 0"), """
                certificate s
                1. z = a by hypothesis "h"
                2. z' = 0 by differentiate from 1
                certificate t
                1. z = y by hypothesis "h"
                2. z' = 0 by theorem "s" from 1 with a := y
                """);
    }

    /** f(X) = X y moves although X does not: x = y = t. */
    @Test
    void an_arbitrary_function_does_not_become_one_that_moves() {
        rejects(1, "f", theorem("s", "moving var x : real", "fun f : real -> real", "show f(x)' = grad(f, x) * x'")
                + theorem("t", "moving var x : real", "moving var y : real", "fun f(X : real) : real = X * y", "show f(x)' = grad(f, x) * x'"), """
                certificate s
                1. f(x)' = grad(f, x) * x' by identity
                certificate t
                1. f(x)' = grad(f, x) * x' by theorem "s"
                """);
    }

    /** The formula (y X)' = y' X holds for every number X; with X = y = t it says 2 t = t. */
    @Test
    void a_bound_value_under_a_derivative_does_not_become_a_moving_term() {
        rejects(2, "derivative", theorem("t", "moving var y : real", "given h: for X : real: (y * X)' = y' * X", "show (y * y)' = y' * y"), """
                certificate t
                1. for X : real: (y * X)' = y' * X by hypothesis "h"
                2. (y * y)' = y' * y by instantiate from 1 with X := y
                """);
    }

    /** x = -1 always, z from -1 at the start to 1 now. */
    @Test
    void present_signs_do_not_help_a_hypothesis_about_the_start() {
        rejects(4, "the hypothesis start", lemma("l", "moving var x : real", "moving var z : real", "given always still: x' = 0",
                "given initially start: x = abs(z)", "show x >= 0")
                + theorem("t", "moving var x : real", "moving var z : real", "given always still: x' = 0", "given initially start: x = z",
                "given sign: z >= 0", "show x >= 0"), """
                certificate t
                1. x' = 0 by hypothesis "still"
                2. initially x = z by hypothesis "start"
                3. z >= 0 by hypothesis "sign"
                4. x >= 0 by lemma "l" from 1, 2, 3
                """);
    }

    /** norm(w) has no derivative at w = 0, as when w = t (1, 1): the lemma (a minimum is stationary) is true. */
    @Test
    void a_term_that_may_have_no_derivative_does_not_become_a_variable_whose_derivative_is_mentioned() {
        rejects(3, "differentiable", lemma("stationary", "moving var y : real", "given always h: y >= 0", "given zero: y = 0", "show y' = 0")
                + theorem("t", "moving var w : real[2]", "given zero: norm(w) = 0", "show norm(w)' = 0"), """
                certificate t
                1. norm(w) >= 0 by arithmetic
                2. norm(w) = 0 by hypothesis "zero"
                3. norm(w)' = 0 by lemma "stationary" from 1, 2 with y := norm(w)
                """);
    }

    /** floor is a function to the integers: x = t with floor(0) = 0 makes floor(x) = 0 fail at time 1. */
    @Test
    void a_function_of_a_moving_number_has_no_integer_values() {
        rejects(0, "integer", lemma("zero_is_kept", "moving var X : real", "given always law: X' = 0", "given initially zero: X = 0", "show X = 0")
                + theorem("t", "moving var x : real", "fun floor : real -> int", "given initially zero: floor(x) = 0", "show floor(x) = 0"), """
                certificate t
                1. initially floor(x) = 0 by hypothesis "zero"
                2. floor(x)' = 0 by identity
                3. floor(x) = 0 by lemma "zero_is_kept" from 2, 1 with X := floor(x)
                """);
    }

    // Names.

    /** l1 = 1, l = 1: the left side is 3. The substitution of l for p renames the bound l to a name that is taken. */
    @Test
    void instantiating_does_not_capture_a_name_like_the_one_that_renaming_makes() {
        rejects(3, "", theorem("t", "param l_1 : nat", "show for l in 1..5: sum(k in 1..3, k * l) = 3 * l_1 * l"), """
                certificate t
                1. [q in 1..5] sum(l in 1..3, l_1 * q) = 3 * l_1 * q by identity
                2. for q in 1..5: sum(l in 1..3, l_1 * q) = 3 * l_1 * q by generalise from 1
                3. [l in 1..5] sum(k in 1..3, k * l) = 3 * l_1 * l by instantiate from 2 with q := l
                4. for l in 1..5: sum(k in 1..3, k * l) = 3 * l_1 * l by generalise from 3
                """);
    }

    /** a_1 = 5: D is 5, so M[a] is 15 a. */
    @Test
    void unfolding_does_not_capture_a_name_inside_a_definition() {
        rejects(1, "", theorem("t", "param a_1 : nat", "let D = a_1", "let M[q in 1..9] = sum(a in 1..3, D * q)", "for a in 1..9", "show M[a] = 6 * a"), """
                certificate t
                1. [a in 1..9] M[a] = 6 * a by identity
                2. for a in 1..9: M[a] = 6 * a by generalise from 1
                """);
    }

    /** k = 1: then 6 = 3. */
    @Test
    void importing_does_not_capture_a_name_inside_a_definition() {
        rejects(1, "k", theorem("s", "param X : real", "show sum(k in 1..3, X) = 3 * X")
                + theorem("t", "param k : real", "let D = k", "show sum(i in 1..3, i) = 3 * D"), """
                certificate s
                1. sum(k in 1..3, X) = 3 * X by identity
                certificate t
                1. sum(i in 1..3, i) = 3 * D by theorem "s" with X := D
                """);
    }

    /** j = 5, n = 2: the derivative is 5 A M + 5 M A. The rule for powers binds an index that the flow must not meet. */
    @Test
    void the_derivative_of_a_power_does_not_capture_a_name_of_the_flow() {
        rejects(1, "", theorem("t", "param n : nat", "param j : real", "param A : real[2, 2]", "var M : real[2, 2]", "flow M follows j * A",
                "show (M^n)' = sum(i in 1..n, i * M^(i - 1) * A * M^(n - i))"), """
                certificate t
                1. (M^n)' = sum(i in 1..n, i * M^(i - 1) * A * M^(n - i)) by identity
                """);
    }

    /** l = 5: then E' = 15. The definition binds l before the parameter l is declared. */
    @Test
    void a_later_declaration_does_not_share_the_name_of_an_index_bound_before() {
        rejects(0, "hides", theorem("t", "var w : real", "let E = sum(l in 1..3, w)", "param l : nat", "flow w follows l", "show E' = 6"), """
                certificate t
                1. E' = 6 by identity
                """);
    }

    /** exponential is any function; at 0 it may be 7. */
    @Test
    void a_function_with_the_name_of_an_operator_is_not_that_operator() {
        rejects(0, "exponential", theorem("t", "fun exponential : real -> real", "param x : real", "show exponential(x) = exp(x)"), """
                certificate t
                1. exponential(x) = exp(x) by identity
                """);
    }

    /** DIVIDE[i,j] is any family of numbers. */
    @Test
    void a_family_with_the_name_of_an_operator_is_not_that_operator() {
        rejects(1, "", theorem("t", "var DIVIDE[i in 1..9, j in 1..9] : real", "param k : nat >= 1", "show DIVIDE[k, k] = k / k"), """
                certificate t
                1. k / k = k / k by identity
                """);
    }

    /** x = 1; the equation l = 2 l holds for all l of an empty range, and not for 5. */
    @Test
    void an_equation_is_not_put_into_the_bounds_of_a_range_out_of_its_own() {
        rejects(3, "not known to lie in", theorem("t", "param x : real", "show 5 * x = 10 * x"), """
                certificate t
                1. [l in 1..0] l = 2 * l by arithmetic
                2. for l in 1..0: l = 2 * l by generalise from 1
                3. 5 * x = 10 * x by rewrite from 2 with context := sum(k in 1..?{int}, x), l := 5
                """);
    }

    /** The formal argument X of the definition is another X than the variable: at Y = -1 there is no gradient. */
    @Test
    void a_formal_argument_does_not_share_the_name_of_a_variable() {
        rejects(0, "hides", theorem("t", "fun f(X : real) : real = X^(3/2)", "param X : real", "param Y : real", "given positive: X > 0",
                "show grad(f, Y) = 3/2 * Y^(1/2)"), """
                certificate t
                1. X > 0 by hypothesis "positive"
                2. grad(f, Y) = 3/2 * Y^(1/2) by identity from 1
                """);
    }

    /** At Y = -1 there is no gradient, whatever the sign of Z. */
    @Test
    void the_condition_of_a_gradient_speaks_of_the_point() {
        String claims = theorem("t", "fun f(X : real) : real = X^(3/2)", "param Y : real", "param Z : real", "given positive: Y > 0", "given other: Z > 0",
                "show grad(f, Y) = 3/2 * Y^(1/2)");
        Judge.accepts(claims, """
                certificate t
                1. Y > 0 by hypothesis "positive"
                2. grad(f, Y) = 3/2 * Y^(1/2) by identity from 1
                """);
        rejects(2, "condition", claims, """
                certificate t
                1. Z > 0 by hypothesis "other"
                2. grad(f, Y) = 3/2 * Y^(1/2) by identity from 1
                """);
    }

    /** i = -2 fixed: the range 1..i of the inner sum is empty for this i, which says nothing of the i that is summed. */
    @Test
    void the_condition_of_a_gradient_does_not_speak_of_a_fixed_index_with_the_name_of_a_bound_one() {
        rejects(1, "condition", theorem("t", "var W[l in 1..9] : real", "flow W descends sum(i in 1..3, sum(j in 1..i, W[i]))",
                "show for i in -5..-1: W[9]' = -9"), """
                certificate t
                1. [i in -5..-1] W[9]' = -9 by identity
                2. for i in -5..-1: W[9]' = -9 by generalise from 1
                """);
    }

    // Imports.

    /** L = 2: the sum is 2 x. The definition speaks of this L, not of the one that the theorem speaks of. */
    @Test
    void a_definition_that_both_share_does_not_mention_a_parameter_that_only_one_has() {
        rejects(1, "S", theorem("s", "param L : nat", "param x : real", "let S = sum(l in 1..L, x)", "show S = L * x")
                + theorem("t", "param L : nat >= 1", "param x : real", "let S = sum(l in 1..L, x)", "show S = 5 * x"), """
                certificate s
                1. S = L * x by identity
                certificate t
                1. S = 5 * x by theorem "s" with L := 5
                """);
    }

    /** k = 3: for 3 x 3 matrices the determinant of the adjugate is the square of the determinant. */
    @Test
    void a_definition_in_a_sort_is_written_out() {
        rejects(1, "", lemma("two", "let k = 2", "show for X : real[k, k]: det(adj(X)) = det(X)")
                + theorem("t", "param k : nat >= 1", "show for X : real[k, k]: det(adj(X)) = det(X)"), """
                certificate t
                1. for X : real[k, k]: det(adj(X)) = det(X) by lemma "two"
                """);
    }

    // Partial terms.

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

    // Families given to lemmas and theorems.

    /** b = (1, 2): the terms of the sum are not all b[k]. */
    @Test
    void a_term_for_a_family_is_not_captured_by_a_bound_index() {
        rejects(3, "it shows", lemma("all", "param N : nat >= 1", "var a[n in 1..N] : real", "given h: for n in 1..N: a[n] = a[1]", "show sum(k in 1..N, a[k]) = N*a[1]")
                + theorem("t", "param N : nat >= 1", "var b[n in 1..N] : real", "show for k in 1..N: sum(j in 1..N, b[j]) = N*b[k]"), """
                certificate t
                1. [k in 1..N; n in 1..N] b[k] = b[k] by identity
                2. [k in 1..N] for n in 1..N: b[k] = b[k] by generalise from 1
                3. [k in 1..N] sum(j in 1..N, b[j]) = N*b[k] by lemma "all" from 2 with N := N, a[n] := b[k]
                4. for k in 1..N: sum(j in 1..N, b[j]) = N*b[k] by generalise from 3
                """);
    }

    /** The lemma says nothing of a[N+1], which does not exist; b[3] is any number. */
    @Test
    void a_lemma_says_nothing_of_a_member_that_it_does_not_declare() {
        rejects(1, "not known to be in the range", lemma("beyond", "param N : nat >= 1", "var a[n in 1..N] : real", "show a[N+1] = 0")
                + theorem("t", "var b[n in 1..3] : real", "show b[3] = 0"), """
                certificate t
                1. b[3] = 0 by lemma "beyond" with N := 2, a[n] := b[n]
                """);
    }

    /** The same under a binder, and inside a shape. */
    @Test
    void nor_under_a_binder() {
        rejects(1, "not known to be in the range", lemma("beyond", "param N : nat >= 1", "var a[n in 1..N] : real", "show sum(n in 1..N, a[n+1]) = 0")
                + theorem("t", "var b[n in 1..3] : real", "show b[2] + b[3] = 0"), """
                certificate t
                1. b[2] + b[3] = 0 by lemma "beyond" with N := 2, a[n] := b[n]
                """);
    }

    /** y = (t, t). */
    @Test
    void a_family_of_parameters_under_a_derivative_does_not_become_one_that_moves() {
        rejects(1, "moves", theorem("s", "param a[n in 1..2] : real", "show a[1]' = 0") + theorem("t", "moving var y[n in 1..2] : real", "show y[1]' = 0"), """
                certificate s
                1. a[1]' = 0 by identity
                certificate t
                1. y[1]' = 0 by theorem "s" with a[n] := y[n]
                """);
    }

    /** s is the sum of two numbers there and of three here. */
    @Test
    void a_definition_that_both_share_does_not_speak_of_a_family_that_differs() {
        rejects(1, "", theorem("s", "var a[n in 1..2] : real", "let s = sum(n in 1..2, a[n])", "show s = a[1] + a[2]")
                + theorem("t", "var a[n in 0..2] : real", "let s = sum(n in 1..2, a[n])", "show s = a[0] + a[1]"), """
                certificate s
                1. s = a[1] + a[2] by identity
                certificate t
                1. s = a[0] + a[1] by theorem "s" with a[n] := a[n-1]
                """);
    }

    /** Both declare N alike; s is the N-th multiple of 1 there and here, so N is not another number in the lemma. */
    @Test
    void nor_of_a_parameter_that_is_given_another_value() {
        String two = theorem("s", "param N : nat >= 1", "let s = sum(n in 1..N, 1)", "show s = N");
        rejects(1, "both declare s", two + theorem("t", "param N : nat >= 1", "let s = sum(n in 1..N, 1)", "show s = 5"), """
                certificate s
                1. s = N by identity
                certificate t
                1. s = 5 by theorem "s" with N := 5
                """);
    }

    /** The name of an argument is no range: n is not an index that the conclusion may use. */
    @Test
    void only_an_import_takes_terms_in_an_index() {
        rejects(2, "", theorem("t", "var x[n in 1..3] : real", "given h: for n in 1..3: x[n] = 0", "show x[1] = 0"), """
                certificate t
                1. for n in 1..3: x[n] = 0 by hypothesis "h"
                2. x[1] = 0 by instantiate from 1 with x[n] := n
                """);
    }

    // Flows that are declared alike once the arguments stand for what they name.

    private static final String GENERAL = "theorem s \"s\"\n  in none\n  param L : nat >= 2\n  param d[l in 0..L] : nat >= 1\n"
            + "  var W[l in 1..L] : real[d[l], d[l-1]]\n  fun loss : real[d[L], d[0]] -> real\n  flow W descends loss(chain(W, L, 1))\n"
            + "  for l in 1..L-1\n  show (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0\n\n";

    private static String special(String sort, String function, String flow) {
        return GENERAL + theorem("t", "param L : nat >= 2", "var W[l in 1..L] : " + sort, "fun loss : " + function, "flow W descends " + flow,
                "for l in 1..L-1", "show (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0");
    }

    private static String cited(String arguments) {
        return """
                certificate s
                1. [l in 1..L-1] (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0 by identity
                2. for l in 1..L-1: (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0 by generalise from 1
                certificate t
                1. for l in 1..L-1: (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0 by theorem "s" with %s
                """.formatted(arguments);
    }

    @Test
    void a_flow_of_square_layers_is_one_of_layers_of_any_shape() {
        Judge.accepts(special("real[2, 2]", "real[2, 2] -> real", "loss(chain(W, L, 1))"), cited("d[l] := 2"));
    }

    @Test
    void but_not_of_layers_of_other_shapes() {
        rejects(1, "W, which this statement does not declare alike", special("real[2, 2]", "real[2, 2] -> real", "loss(chain(W, L, 1))"), cited("d[l] := 3"));
    }

    @Test
    void nor_with_another_potential_or_rate() {
        rejects(1, "alike", special("real[2, 2]", "real[2, 2] -> real", "loss(chain(W, L, 1)) + norm(W[1])^2"), cited("d[l] := 2"));
        rejects(1, "alike", special("real[2, 2]", "real[2, 2] -> real", "loss(chain(W, L, 1)) with rate 2"), cited("d[l] := 2"));
    }

    @Test
    void nor_with_a_function_that_is_not_smooth() {
        String rough = GENERAL + theorem("t", "param L : nat >= 2", "var W[l in 1..L] : real[2, 2]", "fun rough loss : real[2, 2] -> real",
                "for l in 1..L-1", "show (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0");
        rejects(1, "alike", rough, cited("d[l] := 2"));
    }

    @Test
    void nor_without_its_flow() {
        String still = GENERAL + theorem("t", "param L : nat >= 2", "moving var W[l in 1..L] : real[2, 2]", "fun loss : real[2, 2] -> real",
                "for l in 1..L-1", "show (W[l+1]^T*W[l+1] - W[l]*W[l]^T)' = 0");
        rejects(1, "alike", still, cited("d[l] := 2"));
    }

    // Continuity of what is put for a moving variable.

    private static final String KEPT = lemma("kept", "moving var y : real", "given always law: y^2 >= 1", "given initially start: y >= 1", "show y >= 1");

    /** x^(l-1) is not continuous at l = 0, where x changes its sign; the bound l is not the fixed one, which is at least 1. */
    @Test
    void a_bound_exponent_is_not_the_fixed_one_of_its_name() {
        rejects(5, "continuous", KEPT + theorem("t", "moving var x : real", "given always law: for l in 1..3: sum(l in 0..0, x^(l-1))^2 >= 1".replace("sum(l", "sum(k").replace("(l-1)", "(k-1)"),
                "given initially start: for l in 1..3: sum(k in 0..0, x^(k-1)) >= 1", "show for l in 1..3: sum(k in 0..0, x^(k-1)) >= 1"), """
                certificate t
                1. for l in 1..3: sum(k in 0..0, x^(k-1))^2 >= 1 by hypothesis "law"
                2. [l in 1..3] sum(k in 0..0, x^(k-1))^2 >= 1 by instantiate from 1 with l := l
                3. initially for l in 1..3: sum(k in 0..0, x^(k-1)) >= 1 by hypothesis "start"
                4. [l in 1..3] initially sum(k in 0..0, x^(k-1)) >= 1 by instantiate from 3 with l := l
                5. [l in 1..3] sum(k in 0..0, x^(k-1)) >= 1 by lemma "kept" from 2, 4 with y := sum(l in 0..0, x^(l-1))
                6. for l in 1..3: sum(k in 0..0, x^(k-1)) >= 1 by generalise from 5
                """);
    }

    private static String quotient(String law, String sign) {
        return KEPT + theorem("t", "moving var x : real", "given always law: (1/x)^2 >= 1", law, "given initially start: 1/x >= 1", "show 1/x >= 1")
                + "#" + sign;
    }

    private static final String QUOTIENT = """
            certificate t
            1. (1/x)^2 >= 1 by hypothesis "law"
            2. initially 1/x >= 1 by hypothesis "start"
            3. x != 0 by hypothesis "sign"
            4. 1/x >= 1 by lemma "kept" from 1, 2, 3 with y := 1/x
            """;

    @Test
    void a_reciprocal_is_continuous_where_it_exists_at_all_times() {
        Judge.accepts(quotient("given always sign: x != 0", ""), QUOTIENT);
    }

    /** x = 1 - t passes zero. */
    @Test
    void but_not_where_it_exists_now() {
        rejects(4, "continuous", quotient("given sign: x != 0", ""), QUOTIENT);
    }

    @Test
    void a_real_power_of_a_positive_number_is_continuous() {
        String root = KEPT + theorem("t", "param a : real", "moving var x : real", "given always law: (x^a)^2 >= 1", "given always sign: x > 0",
                "given initially start: x^a >= 1", "show x^a >= 1");
        String certificate = """
                certificate t
                1. (x^a)^2 >= 1 by hypothesis "law"
                2. initially x^a >= 1 by hypothesis "start"
                3. x > 0 by hypothesis "sign"
                4. x^a >= 1 by lemma "kept" from 1, 2, 3 with y := x^a
                """;
        Judge.accepts(root, certificate);
        rejects(4, "continuous", root.replace("given always sign: x > 0", "given sign: x > 0"), certificate);
        rejects(4, "continuous", root.replace("given always sign: x > 0", "given always sign: x >= 0").replace("x > 0", "x >= 0"),
                certificate.replace("x > 0", "x >= 0"));
    }

    /** x^(n-1) is not continuous for the family's n = 0; the fixed n is at least 1. */
    @Test
    void the_index_of_a_family_is_not_the_fixed_one_of_its_name() {
        String kept = lemma("kept", "moving var y[n in 0..3] : real", "given always law: y[0]^2 >= 1", "given initially start: y[0] >= 1", "show y[0] >= 1");
        String claim = kept + theorem("t", "moving var x : real", "given always law: (1/x)^2 >= 1", "given initially start: 1/x >= 1", "show for n in 1..3: 1/x >= 1");
        String certificate = """
                certificate t
                1. (1/x)^2 >= 1 by hypothesis "law"
                2. initially 1/x >= 1 by hypothesis "start"
                3. [n in 1..3] 1/x >= 1 by lemma "kept" from 1, 2 with y[n] := x^(n-1)
                4. for n in 1..3: 1/x >= 1 by generalise from 3
                """;
        rejects(3, "continuous", claim, certificate);
        Judge.accepts(claim.replace("show y[0] >= 1", "show y[0] >= 1").replace("1/x", "x"), certificate.replace("1/x", "x").replace("x^(n-1)", "x^(n+1)"));
    }
}
