package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.cert;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that make and use equations: a step that each accepts, and what it rejects when one thing in it is changed. */
class EqualityRulesTest {
    @Nested
    class Identity {
        private void equation(boolean holds, String... lines) {
            String equation = lines[lines.length - 1];
            lines[lines.length - 1] = "show " + equation;
            if (holds) accepts(theorem("t", lines), cert(equation + " by identity"));
            else rejects(1, "", theorem("t", lines), cert(equation + " by identity"));
        }

        @Test
        void rings_of_numbers_and_matrices() {
            equation(true, "var x, y : real", "(x + y)^2 = x^2 + 2 * x * y + y^2");
            equation(false, "var x, y : real", "(x + y)^2 = x^2 + x * y + y^2");
            equation(true, "var A, B : real[3, 3]", "(A * B)^T = B^T * A^T");
            equation(false, "var A, B : real[3, 3]", "(A * B)^T = A^T * B^T");
            equation(false, "var A, B : real[3, 3]", "A * B = B * A");
            equation(true, "var A, B : real[3, 3]", "trace(A * B) = trace(B * A)");
            equation(false, "var A, B, C : real[3, 3]", "trace(A * B * C) = trace(A * C * B)");
            equation(true, "var A : real[3, 3]", "A * adj(A) = det(A) * identity(3)");
            equation(false, "var A : real[3, 3]", "A * inv(A) = identity(3)");
        }

        @Test
        void partial_terms_keep_their_conditions() {
            equation(false, "var x : real", "x / x = 1");
            equation(false, "var x : real", "sqrt(x)^2 = x");
            equation(false, "var x : real", "sqrt(x^2) = x");
            equation(false, "var x : real", "(x^2)^(1/2) = x");
            equation(true, "var x : real", "abs(x)^2 = x^2");
            equation(false, "var x, y : real", "(x * y)^(1/2) = x^(1/2) * y^(1/2)");
            equation(false, "var x : real", "x^(1/2) * x^(1/2) = x");
            equation(false, "var x : real", "x^2 * x^(-1) = x");
            equation(true, "var x : real", "x^0 = 1");
            equation(false, "param k : int", "var x : real", "x^k * x = x^(k + 1)");
            equation(true, "param k : nat", "var x : real", "x^k * x = x^(k + 1)");
        }

        @Test
        void signs_make_partial_terms_cancel() {
            String claim = theorem("t", "var x : real", "given h: x >= 0", "show sqrt(x)^2 = x");
            accepts(claim, cert("x >= 0 by hypothesis \"h\"", "sqrt(x)^2 = x by identity from 1"));
            String quotient = theorem("t", "var x : real", "given h: x != 0", "show x / x = 1");
            accepts(quotient, cert("x != 0 by hypothesis \"h\"", "x / x = 1 by identity from 1"));
            rejects(2, "differ", theorem("t", "var x : real", "given h: x >= 0", "show x / x = 1"), cert("x >= 0 by hypothesis \"h\"", "x / x = 1 by identity from 1"));
        }

        @Test
        void a_negative_number_is_minus_its_size() {
            String below = theorem("t", "var x : real", "given h: x < 0", "show abs(x) = -x");
            accepts(below, cert("x < 0 by hypothesis \"h\"", "abs(x) = -x by identity from 1"));
            rejects(1, "differ", below, cert("abs(x) = -x by identity"));
            String one = theorem("t", "var x : real", "given h: x < 1", "show abs(x) = -x");
            rejects(2, "differ", one, cert("x < 1 by hypothesis \"h\"", "abs(x) = -x by identity from 1"));
            String flipped = theorem("t", "var x : real", "given h: 0 >= x", "show abs(x) = -x");
            accepts(flipped, cert("0 >= x by hypothesis \"h\"", "abs(x) = -x by identity from 1"));
            rejects(2, "differ", theorem("t", "var x : real", "given h: 1 >= x", "show abs(x) = -x"), cert("1 >= x by hypothesis \"h\"", "abs(x) = -x by identity from 1"));
            rejects(2, "differ", theorem("t", "var x : real", "given h: -2 <= x", "show abs(x) = -x"), cert("-2 <= x by hypothesis \"h\"", "abs(x) = -x by identity from 1"));
        }

        @Test
        void ranges_that_may_run_backwards_are_not_counted() {
            equation(true, "param n : nat", "param c : real", "sum(i in 1..n, c) = n * c");
            equation(false, "param n : int", "param c : real", "sum(i in 1..n, c) = n * c");
            equation(false, "param n, m : nat", "param c : real", "sum(i in 1..n except m, c) = (n - 1) * c");
            equation(true, "param n : nat >= 1", "param c : real", "prod(i in 1..n, c) = c^n");
            equation(false, "param n : int", "param c : real", "prod(i in 1..n, c) = c^n");
        }

        @Test
        void chains_unfold_where_they_make_sense() {
            equation(true, "param L : nat >= 1", "param d[l in 0..L] : nat >= 1", "var W[l in 1..L] : real[d[l], d[l-1]]",
                    "chain(W, L, 1) = W[L] * chain(W, L - 1, 1)");
            equation(false, "param L : int", "param A : real[2, 2]", "var W[l in 1..9] : real[2, 2]", "chain(W, L, 1) = W[L] * chain(W, L - 1, 1)");
        }

        @Test
        void a_bound_index_is_not_a_fixed_one() {
            String claim = theorem("t", "var x[i in 1..9] : real", "given h: for i in 5..9: x[i] >= 0",
                    "show for i in 5..9: sum(k in 1..3, abs(x[k])) = sum(k in 1..3, x[k])");
            rejects(2, "", claim, cert("for i in 5..9: x[i] >= 0 by hypothesis \"h\"", "[i in 5..9] sum(i in 1..3, abs(x[i])) = sum(i in 1..3, x[i]) by identity from 1"));
        }

        @Test
        void it_concludes_equations() {
            rejects(1, "equation", theorem("t", "var x : real", "show x <= x"), cert("x <= x by identity"));
        }
    }

    @Nested
    class Entrywise {
        @Test
        void entries_decide() {
            accepts(theorem("t", "var A : real[2, 2]", "show adj(A) = trace(A) * identity(2) - A"), cert("adj(A) = trace(A) * identity(2) - A by entrywise"));
            rejects(1, "differ", theorem("t", "var A : real[2, 2]", "show adj(A) = trace(A) * identity(2) + A"), cert("adj(A) = trace(A) * identity(2) + A by entrywise"));
            rejects(1, "differ", theorem("t", "var A : real[3, 3]", "show adj(A) = trace(A) * identity(3) - A"), cert("adj(A) = trace(A) * identity(3) - A by entrywise"));
        }

        @Test
        void entries_outside_the_shape_are_not_those_inside() {
            rejects(1, "differ", theorem("t", "var A : real[2, 2]", "show [1, 0; 0, 1][3, 3] = 1"), cert("[1, 0; 0, 1][3, 3] = 1 by entrywise"));
        }
    }

    @Nested
    class Rewrite {
        private final String claim = theorem("t", "moving var x, y : real", "given h: x = y", "show x^2 + 1 = y^2 + 1");

        @Test
        void equals_are_put_for_equals() {
            accepts(claim, cert("x = y by hypothesis \"h\"", "x^2 + 1 = y^2 + 1 by rewrite from 1 with context := ?{real}^2 + 1"));
        }

        @Test
        void in_this_context_only() {
            rejects(2, "the sides are not the context", claim, cert("x = y by hypothesis \"h\"", "x^2 + 1 = y^2 + 1 by rewrite from 1 with context := ?{real}^3 + 1"));
            rejects(2, "needs a context", claim, cert("x = y by hypothesis \"h\"", "x^2 + 1 = y^2 + 1 by rewrite from 1"));
        }

        @Test
        void not_under_a_derivative_when_it_holds_now() {
            rejects(2, "present time only", theorem("t", "moving var x, y : real", "given h: x = y", "show x' = y'"),
                    cert("x = y by hypothesis \"h\"", "x' = y' by rewrite from 1 with context := (?{real})'"));
            accepts(theorem("t", "moving var x, y : real", "given always h: x = y", "show x' = y'"),
                    cert("x = y by hypothesis \"h\"", "x' = y' by rewrite from 1 with context := (?{real})'"));
        }

        @Test
        void under_a_binder_the_index_is_in_range() {
            String sum = theorem("t", "var x[l in 1..9], y[l in 1..9] : real", "given h: for l in 1..3: x[l] = y[l]", "show sum(k in 1..3, x[k]) = sum(k in 1..3, y[k])");
            accepts(sum, cert("for l in 1..3: x[l] = y[l] by hypothesis \"h\"",
                    "sum(k in 1..3, x[k]) = sum(k in 1..3, y[k]) by rewrite from 1 with context := sum(k in 1..3, ?{real}), l[k] := k"));
            String longer = theorem("t", "var x[l in 1..9], y[l in 1..9] : real", "given h: for l in 1..3: x[l] = y[l]", "show sum(k in 1..4, x[k]) = sum(k in 1..4, y[k])");
            rejects(2, "not known to lie", longer, cert("for l in 1..3: x[l] = y[l] by hypothesis \"h\"",
                    "sum(k in 1..4, x[k]) = sum(k in 1..4, y[k]) by rewrite from 1 with context := sum(k in 1..4, ?{real}), l[k] := k"));
        }

        @Test
        void a_context_does_not_bind_a_fixed_index() {
            rejects(2, "binds", theorem("t", "var x[l in 1..9] : real", "given h: for l in 1..3: x[l] = 0", "show for l in 1..3: sum(k in 1..3, x[k]) = 0"), cert(
                    "[l in 1..3] x[l] = x[l] by identity",
                    "[l in 1..3] sum(l in 1..3, x[l]) = 3 * x[l] by rewrite from 1 with context := sum(l in 1..3, ?{real})"));
        }
    }

    @Nested
    class Reverse {
        private String claim(String equation) {
            return theorem("t", "param L : nat >= 1", "var x[l in 0..9] : real", "var p : real", "given h: p > 0", "show " + equation);
        }

        private void reversed(String equation) {
            accepts(claim(equation), cert(equation + " by reverse"));
        }

        private void other(String equation) {
            rejects(1, "expected", claim(equation), cert(equation + " by reverse"));
        }

        @Test
        void a_sum_or_product_is_counted_from_its_other_end() {
            reversed("sum(l in 1..L, l*p^(L-l)) = sum(l in 1..L, (L+1-l)*p^(l-1))");
            reversed("prod(l in 3..L, l + p) = prod(k in 3..L, L + 3 - k + p)");
            reversed("sum(l in 0..L, sum(k in l..L, k*p)) = sum(l in 0..L, sum(k in L-l..L, k*p))");
        }

        @Test
        void by_this_map_of_indices_alone() {
            other("sum(l in 1..L, l*p^(L-l)) = sum(l in 1..L, (L-l)*p^l)");
            other("sum(l in 1..L, l*p^(L-l)) = sum(l in 1..L-1, (L+1-l)*p^(l-1))");
            other("sum(l in 1..L, p^l) = prod(l in 1..L, p^l)");
        }

        @Test
        void what_is_left_out_changes_its_place() {
            reversed("sum(l in 1..L except 1, p^l) = sum(l in 1..L except L, p^(L+1-l))");
            other("sum(l in 1..L except 1, p^l) = sum(l in 1..L except 1, p^(L+1-l))");
        }

        @Test
        void symbolic_exponents_are_normalised() {
            reversed("sum(l in 1..L, p^((L-l)/L)) = sum(l in 1..L, p^((l-1)/L))");
            other("sum(l in 1..L, p^((L-l)/L)) = sum(l in 1..L, p^(l/L))");
        }

        @Test
        void a_chain_of_matrices_has_one_direction() {
            rejects(1, "sum or product", theorem("t", "param L : nat >= 1", "var W[l in 1..9] : real[2, 2]", "show chain(W, 3, 1) = chain(l in 1..3, W[4-l])"),
                    cert("chain(W, 3, 1) = chain(l in 1..3, W[4-l]) by reverse"));
        }

        @Test
        void an_index_in_the_bounds_is_not_the_bound_one() {
            accepts(theorem("t", "show for l in 1..5: sum(k in 1..l, k) = sum(k in 1..l, l + 1 - k)"),
                    cert("[l in 1..5] sum(l in 1..l, l) = sum(k in 1..l, l + 1 - k) by reverse", "[l in 1..5] sum(k in 1..l, k) = sum(l in 1..l, l) by identity",
                            "[l in 1..5] sum(k in 1..l, k) = sum(k in 1..l, l + 1 - k) by reverse",
                            "for l in 1..5: sum(k in 1..l, k) = sum(k in 1..l, l + 1 - k) by generalise from 3"));
        }
    }

    @Nested
    class Chain {
        private final String claim = theorem("t", "var a, b, c : real", "given p: a <= b", "given q: b < c", "show a < c");

        @Test
        void links_join() {
            accepts(claim, cert("a <= b by hypothesis \"p\"", "b < c by hypothesis \"q\"", "a < c by chain from 1, 2"));
        }

        @Test
        void links_meet() {
            rejects(3, "do not meet", claim, cert("a <= b by hypothesis \"p\"", "b < c by hypothesis \"q\"", "a < c by chain from 2, 1"));
        }

        @Test
        void a_strict_conclusion_needs_a_strict_link() {
            rejects(2, "the links show", theorem("t", "var a, b : real", "given p: a <= b", "show a < b"), cert("a <= b by hypothesis \"p\"", "a < b by chain from 1"));
            rejects(2, "the links show", theorem("t", "var a, b : real", "given p: a <= b", "show a = b"), cert("a <= b by hypothesis \"p\"", "a = b by chain from 1"));
        }

        @Test
        void directions_do_not_mix() {
            rejects(3, "do not chain", theorem("t", "var a, b, c : real", "given p: a <= b", "given q: b >= c", "show a <= c"),
                    cert("a <= b by hypothesis \"p\"", "b >= c by hypothesis \"q\"", "a <= c by chain from 1, 2"));
            rejects(3, "do not chain", theorem("t", "var a, b, c : real", "given p: a != b", "given q: b != c", "show a != c"),
                    cert("a != b by hypothesis \"p\"", "b != c by hypothesis \"q\"", "a != c by chain from 1, 2"));
        }
    }

    @Nested
    class Differentiate {
        private final String always = theorem("t", "moving var x : real", "given always h: x^2 = 1", "show x * x' = 0");

        @Test
        void an_equation_at_every_time_has_a_derivative() {
            accepts(always, cert("x^2 = 1 by hypothesis \"h\"", "x * x' = 0 by differentiate from 1 with factor := 1/2"));
        }

        @Test
        void with_its_factor() {
            rejects(2, "differ by something else", always, cert("x^2 = 1 by hypothesis \"h\"", "x * x' = 0 by differentiate from 1"));
            rejects(2, "non-zero", always, cert("x^2 = 1 by hypothesis \"h\"", "x * x' = 0 by differentiate from 1 with factor := 0"));
        }

        @Test
        void not_one_that_holds_now() {
            rejects(2, "need not hold at every time", theorem("t", "moving var x : real", "given h: x^2 = 1", "show x * x' = 0"),
                    cert("x^2 = 1 by hypothesis \"h\"", "x * x' = 0 by differentiate from 1 with factor := 1/2"));
        }

        @Test
        void not_an_inequality() {
            rejects(2, "equation", theorem("t", "moving var x : real", "given always h: x >= 0", "show x' = 0"), cert("x >= 0 by hypothesis \"h\"", "x' = 0 by differentiate from 1"));
        }

        @Test
        void a_norm_at_zero_has_none() {
            rejects(2, "condition", theorem("t", "moving var x : real[2]", "given always h: norm(x) = 1", "show inner(x, x') / norm(x) = 0"),
                    cert("norm(x) = 1 by hypothesis \"h\"", "inner(x, x') / norm(x) = 0 by differentiate from 1"));
        }

        @Test
        void it_needs_a_premise() {
            rejects(1, "", always, cert("x * x' = 0 by differentiate"));
        }
    }
}
