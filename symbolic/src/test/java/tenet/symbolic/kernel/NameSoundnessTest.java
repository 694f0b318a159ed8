package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Test;

/** False statements about names that are bound twice, with certificates that once were accepted, or were made up to break a rule. */
class NameSoundnessTest {
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
}
