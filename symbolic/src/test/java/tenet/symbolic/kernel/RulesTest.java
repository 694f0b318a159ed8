package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.lemma;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule: a step that it accepts, and what it rejects when one thing in it is changed. */
class RulesTest {
    private static String cert(String... steps) {
        StringBuilder text = new StringBuilder("certificate t\n");
        for (int i = 0; i < steps.length; i++) text.append(i + 1).append(". ").append(steps[i]).append('\n');
        return text.toString();
    }

    @Nested
    class Hypothesis {
        private final String claim = theorem("t", "moving var x : real", "given h: x > 0", "given initially s: x > 1", "show x > 0");

        @Test
        void a_hypothesis_is_concluded_as_it_is() {
            accepts(claim, cert("x > 0 by hypothesis \"h\""));
        }

        @Test
        void not_as_another_formula() {
            rejects(1, "rather than", claim, cert("x > 1 by hypothesis \"h\""));
        }

        @Test
        void not_under_another_name() {
            rejects(1, "no hypothesis", claim, cert("x > 0 by hypothesis \"k\""));
        }

        @Test
        void one_about_the_start_says_nothing_of_now() {
            rejects(1, "rather than", claim, cert("x > 1 by hypothesis \"s\""));
        }

        @Test
        void a_local_assumption_stays_one() {
            rejects(1, "does not state the claim", claim, cert("[a: x > 0] x > 0 by hypothesis \"a\""));
        }

        @Test
        void an_assumption_does_not_take_the_name_of_a_hypothesis() {
            rejects(1, "name of another", claim, cert("[h: x > 5] x > 5 by hypothesis \"h\""));
        }
    }

    @Nested
    class Arithmetic {
        @Test
        void bounds_ranges_and_signs_are_used() {
            accepts(theorem("t", "param L : nat >= 2", "show for l in 1..L: L - l + 1 >= 1"),
                    cert("[l in 1..L] L - l + 1 >= 1 by arithmetic", "for l in 1..L: L - l + 1 >= 1 by generalise from 1"));
        }

        @Test
        void a_declared_bound_is_a_step() {
            accepts(theorem("t", "param d[l in 0..3] : nat >= 1", "show for l in 0..3: d[l] >= 1"), cert("for l in 0..3: d[l] >= 1 by arithmetic"));
        }

        @Test
        void a_bound_holds_in_the_range_of_the_family_only() {
            rejects(1, "does not follow", theorem("t", "param d[l in 0..3] : nat >= 1", "show d[4] >= 1"), cert("d[4] >= 1 by arithmetic"));
        }

        @Test
        void it_does_not_go_beyond_them() {
            rejects(1, "does not follow", theorem("t", "param L : nat >= 2", "show L >= 3"), cert("L >= 3 by arithmetic"));
            rejects(1, "does not follow", theorem("t", "param L : nat >= 2", "param M : nat >= 2", "show L != M"), cert("L != M by arithmetic"));
        }

        @Test
        void a_sign_needs_its_premise() {
            String product = theorem("t", "param L : nat >= 2", "var x : real", "given h: x >= 0", "show x * L >= 0");
            accepts(product, cert("x >= 0 by hypothesis \"h\"", "x * L >= 0 by arithmetic from 1"));
            rejects(1, "does not follow", product, cert("x * L >= 0 by arithmetic"));
            rejects(2, "does not follow", product, cert("x >= 0 by hypothesis \"h\"", "x * L > 0 by arithmetic from 1"));
        }

        @Test
        void a_premise_that_does_nothing_is_rejected() {
            rejects(2, "not needed", theorem("t", "var x : real", "var y : real", "given h: x >= 0", "show y^2 >= 0"),
                    cert("x >= 0 by hypothesis \"h\"", "y^2 >= 0 by arithmetic from 1"));
        }

        @Test
        void an_odd_power_has_no_sign_by_itself() {
            rejects(1, "does not follow", theorem("t", "var y : real", "show y^3 >= 0"), cert("y^3 >= 0 by arithmetic"));
        }
    }

    @Nested
    class Instantiate {
        private final String claim = theorem("t", "param L : nat >= 2", "var x[l in 1..L] : real", "given h: for l in 1..L-1: x[l] = x[l+1]", "show x[1] = x[2]");

        @Test
        void an_index_in_range_may_be_put() {
            accepts(claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[1] = x[2] by instantiate from 1 with l := 1"));
        }

        @Test
        void not_one_out_of_range() {
            rejects(2, "not known to lie", claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[2] = x[3] by instantiate from 1 with l := 2"));
            rejects(2, "not known to lie", claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[0] = x[1] by instantiate from 1 with l := 0"));
        }

        @Test
        void not_with_another_conclusion() {
            rejects(2, "rather than", claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[2] = x[1] by instantiate from 1 with l := 1"));
        }

        @Test
        void not_with_too_many_or_too_few_terms() {
            rejects(2, "more arguments", claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[1] = x[2] by instantiate from 1 with l := 1, m := 1"));
            rejects(2, "needs the terms", claim, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[1] = x[2] by instantiate from 1"));
        }

        @Test
        void the_index_that_a_range_leaves_out_is_out_of_range() {
            String except = theorem("t", "var x[l in 1..5] : real", "given h: for l in 1..5 except 3: x[l] = 0", "show x[3] = 0");
            rejects(2, "not known to lie", except, cert("for l in 1..5 except 3: x[l] = 0 by hypothesis \"h\"", "x[3] = 0 by instantiate from 1 with l := 3"));
        }

        @Test
        void a_range_may_depend_on_an_earlier_index() {
            String dependent = theorem("t", "var x[l in 1..5, m in 1..5] : real", "given h: for l in 1..5, m in l..5: x[l,m] = 0", "show x[3,4] = 0");
            accepts(dependent, cert("for l in 1..5, m in l..5: x[l,m] = 0 by hypothesis \"h\"", "x[3,4] = 0 by instantiate from 1 with l := 3, m := 4"));
            rejects(2, "not known to lie", dependent, cert("for l in 1..5, m in l..5: x[l,m] = 0 by hypothesis \"h\"", "x[3,2] = 0 by instantiate from 1 with l := 3, m := 2"));
        }

        @Test
        void a_value_has_the_sort_of_the_quantifier() {
            String every = theorem("t", "fun rough N : real[2] -> real", "var u : real[2]", "var c : real", "given h: for X : real[2]: N(X) >= 0", "show N(u) >= 0");
            accepts(every, cert("for X : real[2]: N(X) >= 0 by hypothesis \"h\"", "N(u) >= 0 by instantiate from 1 with X := u"));
            rejects(2, "is not a", every, cert("for X : real[2]: N(X) >= 0 by hypothesis \"h\"", "N(u) >= 0 by instantiate from 1 with X := c"));
        }
    }

    @Nested
    class Generalise {
        private final String claim = theorem("t", "param L : nat >= 2", "show for l in 1..L: l >= 1");

        @Test
        void what_holds_for_an_arbitrary_index_holds_for_all() {
            accepts(claim, cert("[l in 1..L] l >= 1 by arithmetic", "for l in 1..L: l >= 1 by generalise from 1"));
        }

        @Test
        void only_over_the_range_of_that_index() {
            rejects(2, "rather than", claim, cert("[l in 1..L] l >= 1 by arithmetic", "for l in 0..L: l >= 1 by generalise from 1"));
        }

        @Test
        void only_what_was_shown() {
            rejects(2, "rather than", claim, cert("[l in 1..L] l >= 1 by arithmetic", "for l in 1..L: l >= 2 by generalise from 1"));
        }

        @Test
        void only_over_a_fixed_index() {
            rejects(2, "fixes no further", claim, cert("L >= 1 by arithmetic", "for l in 1..L: L >= 1 by generalise from 1"));
        }

        @Test
        void an_assumption_does_not_get_lost() {
            rejects(2, "assumes something else", theorem("t", "var x : real", "show for l in 1..2: x > l"),
                    cert("[l in 1..2, a: x > l] x > l by hypothesis \"a\"", "for l in 1..2: x > l by generalise from 1"));
        }

        @Test
        void a_fixed_index_stays_in_its_scope() {
            rejects(2, "fixes", claim, cert("[l in 1..L] l >= 1 by arithmetic", "L >= 1 by chain from 1"));
        }
    }

    @Nested
    class Induction {
        private final String claim = theorem("t", "param L : nat >= 2", "var x[l in 1..L] : real", "given h: for l in 1..L-1: x[l+1] = x[l]", "show for j in 1..L: x[j] = x[1]");
        private final String[] right = {
            "for l in 1..L-1: x[l+1] = x[l] by hypothesis \"h\"",
            "x[1] = x[1] by identity",
            "[k in 1..L-1, ih: x[k] = x[1]] x[k+1] = x[k] by instantiate from 1 with l := k",
            "[k in 1..L-1, ih: x[k] = x[1]] x[k] = x[1] by hypothesis \"ih\"",
            "[k in 1..L-1, ih: x[k] = x[1]] x[k+1] = x[1] by chain from 3, 4",
            "for j in 1..L: x[j] = x[1] by induction \"up\" from 2, 5"};

        private String[] with(int step, String text) {
            String[] changed = right.clone();
            changed[step - 1] = text;
            return changed;
        }

        @Test
        void the_base_and_the_step_give_all() {
            accepts(claim, cert(right));
        }

        @Test
        void downwards_needs_the_last_index() {
            rejects(6, "rather than", claim, cert(with(6, "for j in 1..L: x[j] = x[1] by induction \"down\" from 2, 5")));
            rejects(6, "say up or down", claim, cert(with(6, "for j in 1..L: x[j] = x[1] by induction from 2, 5")));
        }

        @Test
        void the_range_is_that_of_the_step() {
            rejects(6, "must fix", claim, cert(with(6, "for j in 1..L+1: x[j] = x[1] by induction \"up\" from 2, 5")));
            rejects(6, "", claim, cert(with(6, "for j in 0..L: x[j] = x[1] by induction \"up\" from 2, 5")));
        }

        @Test
        void base_and_step_are_not_exchanged() {
            rejects(6, "", claim, cert(with(6, "for j in 1..L: x[j] = x[1] by induction \"up\" from 5, 2")));
        }

        @Test
        void the_step_may_not_prove_less() {
            rejects(6, "rather than", claim, cert(with(6, "for j in 1..L: x[j] = x[1] by induction \"up\" from 2, 4")));
        }

        @Test
        void downwards_from_the_last() {
            String down = theorem("t", "param L : nat >= 2", "var x[l in 1..L] : real", "given h: for l in 1..L-1: x[l] = x[l+1]", "show for j in 1..L: x[j] = x[L]");
            accepts(down, cert("for l in 1..L-1: x[l] = x[l+1] by hypothesis \"h\"", "x[L] = x[L] by identity",
                    "[k in 1..L-1, ih: x[k+1] = x[L]] x[k] = x[k+1] by instantiate from 1 with l := k",
                    "[k in 1..L-1, ih: x[k+1] = x[L]] x[k+1] = x[L] by hypothesis \"ih\"",
                    "[k in 1..L-1, ih: x[k+1] = x[L]] x[k] = x[L] by chain from 3, 4", "for j in 1..L: x[j] = x[L] by induction \"down\" from 2, 5"));
        }

        @Test
        void not_over_a_range_that_leaves_one_out() {
            rejects(6, "all indices of a range", theorem("t", "param L : nat >= 2", "var x[l in 1..L] : real", "given h: for l in 1..L-1: x[l+1] = x[l]",
                    "show for j in 1..L except 2: x[j] = x[1]"), cert(with(6, "for j in 1..L except 2: x[j] = x[1] by induction \"up\" from 2, 5")));
        }
    }

    @Nested
    class Cases {
        private final String simple = theorem("t", "var x : real", "show 1 > 0");

        @Test
        void both_cases_give_the_conclusion() {
            accepts(simple, cert("[a: x >= 0] 1 > 0 by arithmetic", "[b: x < 0] 1 > 0 by arithmetic", "1 > 0 by cases from 1, 2"));
        }

        @Test
        void the_cases_are_exhaustive() {
            rejects(3, "rather than", simple, cert("[a: x > 0] 1 > 0 by arithmetic", "[b: x < 0] 1 > 0 by arithmetic", "1 > 0 by cases from 1, 2"));
            rejects(3, "takes 2 premises", simple, cert("[a: x > 0] 1 > 0 by arithmetic", "[b: x <= 0] 1 > 0 by arithmetic", "1 > 0 by cases from 1"));
        }

        @Test
        void each_case_has_the_conclusion() {
            rejects(3, "rather than", simple, cert("[a: x >= 0] 2 > 0 by arithmetic", "[b: x < 0] 1 > 0 by arithmetic", "1 > 0 by cases from 1, 2"));
        }

        @Test
        void a_case_assumes_nothing_besides() {
            rejects(3, "assumes something else", simple, cert("[c: x > 7, a: x >= 0] 1 > 0 by arithmetic", "[b: x < 0] 1 > 0 by arithmetic", "1 > 0 by cases from 1, 2"));
        }

        @Test
        void what_rests_on_a_case_is_not_differentiated() {
            String moving = theorem("t", "moving var x : real", "show abs(x)' = x'");
            rejects(3, "need not hold at every time", moving, cert("[a: x >= 0] x >= 0 by hypothesis \"a\"", "[a: x >= 0] abs(x) = x by identity from 1",
                    "[a: x >= 0] abs(x)' = x' by differentiate from 2"));
        }
    }

    @Nested
    class ConjunctionAndPart {
        private final String claim = theorem("t", "var x : real", "given h: x > 0 and x < 1", "show x < 1 and x > 0");

        @Test
        void parts_may_be_taken_and_joined() {
            accepts(claim, cert("x > 0 and x < 1 by hypothesis \"h\"", "x > 0 by part from 1", "x < 1 by part from 1", "x < 1 and x > 0 by conjunction from 3, 2"));
        }

        @Test
        void a_part_is_one_of_the_parts() {
            rejects(2, "not a part", claim, cert("x > 0 and x < 1 by hypothesis \"h\"", "x > 1 by part from 1"));
            rejects(3, "not a conjunction", claim, cert("x > 0 and x < 1 by hypothesis \"h\"", "x > 0 by part from 1", "x > 0 by part from 2"));
        }

        @Test
        void a_conjunction_is_of_the_premises_in_order() {
            rejects(4, "rather than", claim, cert("x > 0 and x < 1 by hypothesis \"h\"", "x > 0 by part from 1", "x < 1 by part from 1", "x < 1 and x > 0 by conjunction from 2, 3"));
            rejects(3, "rather than", claim, cert("x > 0 and x < 1 by hypothesis \"h\"", "x > 0 by part from 1", "x < 1 and x > 0 by conjunction from 2"));
        }
    }

    @Nested
    class Initially {
        @Test
        void what_always_holds_holds_at_the_start() {
            accepts(theorem("t", "moving var x : real", "given always h: x > 0", "show initially x > 0"), cert("x > 0 by hypothesis \"h\"", "initially x > 0 by initially from 1"));
        }

        @Test
        void what_holds_now_does_not() {
            rejects(2, "may fail at the start", theorem("t", "moving var x : real", "given h: x > 0", "show initially x > 0"),
                    cert("x > 0 by hypothesis \"h\"", "initially x > 0 by initially from 1"));
        }

        @Test
        void what_holds_at_the_start_does_not_hold_now() {
            rejects(2, "speaks of the start", theorem("t", "moving var x : real", "given initially h: x > 0", "show x > 0"),
                    cert("initially x > 0 by hypothesis \"h\"", "x > 0 by chain from 1"));
            rejects(2, "conclusion speaks of the start", theorem("t", "moving var x : real", "given always h: x > 0", "show x > 0"),
                    cert("x > 0 by hypothesis \"h\"", "x > 0 by initially from 1"));
        }
    }

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

    @Nested
    class Positivity {
        private final String claim = theorem("t", "var x, y : real", "given p: x >= 1", "given q: y >= 2", "show x * y >= 2");
        private final String[] right = {"x >= 1 by hypothesis \"p\"", "y >= 2 by hypothesis \"q\"",
            "x * y >= 2 by positivstellensatz from 1, 2 with p0 := 1, p1_2 := 1, p1 := 2, p2 := 1"};

        private void rejected(String reason, String last) {
            rejects(3, reason, claim, cert(right[0], right[1], last));
        }

        @Test
        void products_that_add_up_to_nothing_refute_the_negation() {
            accepts(claim, cert(right));
        }

        @Test
        void the_sum_is_checked() {
            rejected("do not add up", "x * y >= 3 by positivstellensatz from 1, 2 with p0 := 1, p1_2 := 1, p1 := 2, p2 := 1");
            rejected("do not add up", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := 1, p1_2 := 1, p1 := 3, p2 := 1");
        }

        @Test
        void weights_are_not_negative() {
            rejected("neither positive nor a square", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := -1, p1_2 := 1, p1 := 2, p2 := 1");
            rejected("neither positive nor a square", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := x, p1_2 := 1");
            rejected("neither positive nor a square", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := x^3, p1_2 := 1");
        }

        @Test
        void something_is_positive() {
            rejected("no product is positive", "x * y > 2 by positivstellensatz from 1, 2 with p0 := 1, p1_2 := 1, p1 := 2, p2 := 1");
            rejected("no product is positive", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := (x - x)^2");
        }

        @Test
        void inequalities_are_not_equations() {
            rejected("does not name an equation", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := 1, e1 := -y, e2 := 1");
        }

        @Test
        void premises_exist_and_are_used() {
            rejected("not there", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := 1, p1_3 := 1");
            rejected("not there", "x * y >= 2 by positivstellensatz from 1, 2 with p0 := 1, p99999999999 := 1");
            rejected("does not name a product", "x * y >= 2 by positivstellensatz from 1, 2 with q0 := 1");
        }

        @Test
        void an_equation_may_have_any_multiplier() {
            accepts(theorem("t", "var x, y : real", "given p: x = y", "given q: y > 0", "show x * y > 0"),
                    cert("x = y by hypothesis \"p\"", "y > 0 by hypothesis \"q\"", "x * y > 0 by positivstellensatz from 1, 2 with p0 := 1, p2_2 := 1, e1 := y"));
        }

        @Test
        void a_premise_about_a_range_tells_signs_and_is_no_factor() {
            String root = theorem("t", "param L : nat >= 1", "var b[n in 1..L] : real", "given h: for n in 1..L: b[n] > 0", "given k: (b[1]^2)^(1/2) >= 1", "show b[1] >= 1");
            String all = "for n in 1..L: b[n] > 0 by hypothesis \"h\"";
            String one = "(b[1]^2)^(1/2) >= 1 by hypothesis \"k\"";
            accepts(root, cert(all, one, "b[1] >= 1 by positivstellensatz from 1, 2 with p0 := 1, p2 := 1"));
            rejects(2, "do not add up to zero", root, cert(one, "b[1] >= 1 by positivstellensatz from 1 with p0 := 1, p1 := 1"));
            rejects(3, "compares nothing", root, cert(all, one, "b[1] >= 1 by positivstellensatz from 1, 2 with p0 := 1, p1 := 1"));
        }

        @Test
        void matrices_are_no_weights() {
            rejects(1, "", theorem("t", "var A : real[2, 2]", "show 1 > 0"), cert("1 > 0 by positivstellensatz with p0 := 1, p := A^2"));
        }
    }

    @Nested
    class Imports {
        private final String square = lemma("square", "param c : real >= 0", "var x : real", "given h: x >= c", "show x^2 >= c^2");
        private final String claim = theorem("t", "var y : real", "given h: y >= 3", "show y^2 >= 9");

        @Test
        void an_instance_of_a_lemma() {
            accepts(square + claim, cert("y >= 3 by hypothesis \"h\"", "y^2 >= 9 by lemma \"square\" from 1 with c := 3, x := y"));
        }

        @Test
        void with_its_bounds() {
            rejects(2, "bound", square + theorem("t", "var y : real", "given h: y >= -3", "show y^2 >= 9"),
                    cert("y >= -3 by hypothesis \"h\"", "y^2 >= 9 by lemma \"square\" from 1 with c := -3, x := y"));
        }

        @Test
        void with_its_hypotheses() {
            rejects(1, "hypotheses", square + claim, cert("y^2 >= 9 by lemma \"square\" with c := 3, x := y"));
            rejects(2, "the hypothesis h", square + claim, cert("y >= 3 by hypothesis \"h\"", "y^2 >= 16 by lemma \"square\" from 1 with c := 4, x := y"));
        }

        @Test
        void with_all_its_terms_and_no_others() {
            rejects(2, "needs a term", square + claim, cert("y >= 3 by hypothesis \"h\"", "y^2 >= 9 by lemma \"square\" from 1 with x := y"));
            rejects(2, "no argument called", square + claim, cert("y >= 3 by hypothesis \"h\"", "y^2 >= 9 by lemma \"square\" from 1 with c := 3, x := y, z := 1"));
        }

        @Test
        void only_what_it_shows() {
            rejects(2, "rather than", square + claim, cert("y >= 3 by hypothesis \"h\"", "y^2 >= 10 by lemma \"square\" from 1 with c := 3, x := y"));
        }

        @Test
        void only_what_there_is() {
            rejects(1, "no lemma", square + claim, cert("y^2 >= 9 by lemma \"cube\""));
            rejects(1, "no theorem", square + claim, cert("y^2 >= 9 by theorem \"square\""));
        }

        @Test
        void a_hypothesis_about_every_time_needs_every_time() {
            String kept = lemma("kept", "moving var x : real", "given always h: x' = 0", "given initially s: x = 0", "show x = 0");
            accepts(kept + theorem("t", "moving var y : real", "given always h: y' = 0", "given initially s: y = 0", "show y = 0"),
                    cert("y' = 0 by hypothesis \"h\"", "initially y = 0 by hypothesis \"s\"", "y = 0 by lemma \"kept\" from 1, 2 with x := y"));
            rejects(3, "at every time", kept + theorem("t", "moving var y : real", "given h: y' = 0", "given initially s: y = 0", "show y = 0"),
                    cert("y' = 0 by hypothesis \"h\"", "initially y = 0 by hypothesis \"s\"", "y = 0 by lemma \"kept\" from 1, 2 with x := y"));
            rejects(3, "at the start", kept + theorem("t", "moving var y : real", "given always h: y' = 0", "given s: y = 0", "show initially y = 0"),
                    cert("y' = 0 by hypothesis \"h\"", "y = 0 by hypothesis \"s\"", "y = 0 by lemma \"kept\" from 1, 2 with x := y"));
        }

        @Test
        void a_theorem_rests_on_the_present_where_its_premises_do() {
            String first = theorem("s", "moving var x : real", "given h: x = 1", "show x^2 = 1");
            String certificate = "certificate s\n1. x = 1 by hypothesis \"h\"\n2. x^2 = 1 by rewrite from 1 with context := ?{real}^2\n";
            rejects(3, "need not hold at every time", first + theorem("t", "moving var x : real", "given h: x = 1", "show x * x' = 0"), certificate
                    + cert("x = 1 by hypothesis \"h\"", "x^2 = 1 by theorem \"s\" from 1", "x * x' = 0 by differentiate from 2 with factor := 1/2"));
        }
    }

    @Nested
    class Box {
        private final String bounds = "0 <= x by hypothesis \"a\"";
        private final String above = "x <= 1 by hypothesis \"b\"";

        private String claim(String goal) {
            return theorem("t", "var x : real", "given a: 0 <= x", "given b: x <= 1", "given c: x < 2", "show " + goal);
        }

        private String step(String goal, String rest) {
            return cert(bounds, above, goal + " by box from 1, 2" + rest);
        }

        @Test
        void interval_arithmetic_shows_a_comparison_on_a_box() {
            accepts(claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", ""));
            accepts(claim("1/(x + 1) >= 1/2"), step("1/(x + 1) >= 1/2", ""));
            accepts(claim("abs(x - 1/2) <= 1/2"), step("abs(x - 1/2) <= 1/2", ""));
        }

        @Test
        void cuts_make_it_sharper() {
            String goal = "x^2 - x >= -1/2";
            rejects(3, "on the box", claim(goal), step(goal, ""));
            accepts(claim(goal), step(goal, " with b1 := 1/2, b1l := 1/4, b2r := 3/4"));
            rejects(3, "on the box", claim(goal), step(goal, " with b1 := 1/2, b1l := 1/4"));
        }

        @Test
        void a_bound_that_is_touched_is_not_strict() {
            accepts(claim("x^2 + x <= 2"), step("x^2 + x <= 2", ""));
            rejects(3, "on the box", claim("x^2 + x < 2"), step("x^2 + x < 2", ""));
            rejects(3, "on the box", claim("x^2 + x != 2"), step("x^2 + x != 2", ""));
            rejects(3, "on the box", claim("x^2 + x >= 2"), step("x^2 + x >= 2", ""));
            rejects(3, "inequality", claim("x = x"), step("x = x", ""));
        }

        @Test
        void a_cut_outside_the_box_leaves_nothing_out() {
            rejects(3, "on the box", claim("x < 1/2"), step("x < 1/2", " with b1 := 5"));
            rejects(3, "on the box", claim("x > 1/2"), step("x > 1/2", " with b1 := -5"));
        }

        @Test
        void cuts_are_met_and_name_a_bound() {
            rejects(3, "never met", claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", " with b1l := 1/2"));
            rejects(3, "bounds nothing", claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", " with b3 := 1/2"));
            rejects(3, "no cut", claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", " with b1 := x"));
            rejects(3, "no cut", claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", " with c1 := 1/2"));
            rejects(3, "twice", claim("x^3 + x < 5/2"), step("x^3 + x < 5/2", " with b1 := 1/2, b2 := 1/2"));
        }

        @Test
        void everything_is_bounded_on_both_ends() {
            rejects(2, "bounded", claim("x < 5"), cert(bounds, "x < 5 by box from 1"));
            rejects(3, "bounded", theorem("t", "var x : real", "var y : real", "given a: 0 <= x", "given b: x <= 1", "show x + y < 5"),
                    cert(bounds, above, "x + y < 5 by box from 1, 2"));
        }

        @Test
        void a_denominator_that_may_be_zero_has_no_bound() {
            rejects(3, "bounded", claim("1/x >= 1"), step("1/x >= 1", ""));
        }

        @Test
        void premises_are_needed() {
            rejects(3, "not needed", theorem("t", "var x : real", "var y : real", "given a: 0 <= x", "given b: y <= 1", "show 1 < 2"),
                    cert("0 <= x by hypothesis \"a\"", "y <= 1 by hypothesis \"b\"", "1 < 2 by box from 1, 2"));
        }
    }

    @Nested
    class Families {
        private final String sum = lemma("sum", "param N : nat >= 1", "param a[n in 1..N] : real >= 0", "show sum(n in 1..N, a[n]) >= 0");
        private final String real = sum + theorem("t", "param N : nat >= 1", "var b[n in 1..N] : real", "given h: for n in 1..N: b[n] >= 0", "show sum(n in 1..N, b[n]) >= 0");

        private String squares(String arguments) {
            return cert("sum(n in 1..N, b[n]^2) >= 0 by lemma \"sum\" with " + arguments);
        }

        private final String square = sum + theorem("t", "param N : nat >= 1", "var b[n in 1..N] : real", "show sum(n in 1..N, b[n]^2) >= 0");

        @Test
        void a_family_is_given_by_a_term_in_its_index() {
            accepts(square, squares("N := N, a[n] := b[n]^2"));
            accepts(square, squares("N := N, a[k] := b[k]^2"));
        }

        @Test
        void with_the_number_of_its_indices_and_its_sort() {
            rejects(1, "takes 1 indices", square, squares("N := N, a[n,m] := b[n]^2"));
            rejects(1, "takes 1 indices", square, squares("N := N, a := b[1]^2"));
            rejects(1, "needs a term for a", square, squares("N := N"));
            rejects(1, "no argument", square, squares("N := N, a[n] := b[n]^2, a[m] := b[m]^2"));
            rejects(1, "cannot stand", square, squares("N := N, a[n] := identity(n + 1)"));
        }

        @Test
        void its_bound_holds_for_every_index() {
            String bare = "sum(n in 1..N, b[n]) >= 0 by lemma \"sum\" ";
            accepts(real, cert("for n in 1..N: b[n] >= 0 by hypothesis \"h\"", bare + "from 1 with N := N, a[n] := b[n]"));
            rejects(1, "bound", real, cert(bare + "with N := N, a[n] := b[n]"));
            rejects(2, "bound", sum + theorem("t", "var b[n in 1..9] : real", "given h: for n in 1..8: b[n] >= 0", "show sum(n in 1..9, b[n]) >= 0"),
                    cert("for n in 1..8: b[n] >= 0 by hypothesis \"h\"", "sum(n in 1..9, b[n]) >= 0 by lemma \"sum\" from 1 with N := 9, a[n] := b[n]"));
        }

        @Test
        void its_bound_may_rest_on_the_range_of_its_index() {
            String one = lemma("one", "param N : nat >= 1", "param a[n in 1..N] : int >= 1", "show a[1] >= 1") + theorem("t", "show 1 >= 1");
            accepts(one, cert("1 >= 1 by lemma \"one\" with N := 5, a[n] := n"));
            rejects(1, "bound", one, cert("1 >= 1 by lemma \"one\" with N := 5, a[n] := 2 - n"));
        }

        @Test
        void a_bound_may_be_a_premise() {
            String below = lemma("below", "param N : nat >= 1", "param a[n in 1..N] : real <= 1", "show sum(n in 1..N, a[n]) <= N");
            String claim = below + theorem("t", "var b[n in 1..4] : real", "given h: for n in 1..4: b[n] <= 1", "show sum(n in 1..4, b[n]) <= 4");
            String last = "sum(n in 1..4, b[n]) <= 4 by lemma \"below\" ";
            accepts(claim, cert("for n in 1..4: b[n] <= 1 by hypothesis \"h\"", last + "from 1 with N := 4, a[n] := b[n]"));
            rejects(1, "bound", claim, cert(last + "with N := 4, a[n] := b[n]"));
            rejects(2, "bound", claim, cert("for n in 1..4: b[n] <= 1 by hypothesis \"h\"", last + "from 1 with N := 4, a[n] := 2*b[n]"));
        }

        @Test
        void a_family_of_shapes_fits_a_family_of_matrices() {
            String chain = lemma("chain", "param L : nat >= 1", "param d[l in 0..L] : nat >= 1", "var W[l in 1..L] : real[d[l], d[l-1]]",
                    "show norm(chain(W, L, 1)) >= 0");
            String claim = chain + theorem("t", "param K : nat >= 1", "var V[k in 1..K] : real[2, 2]", "show norm(chain(V, K, 1)) >= 0");
            String last = "norm(chain(V, K, 1)) >= 0 by lemma \"chain\" with L := K, ";
            accepts(claim, cert(last + "d[l] := 2, W[l] := V[l]"));
            rejects(1, "cannot stand", claim, cert(last + "d[l] := l + 1, W[l] := V[l]"));
        }

        @Test
        void a_moving_family_stays_continuous() {
            String kept = lemma("kept", "param N : nat >= 1", "moving var y[n in 1..N] : real", "given always law: for n in 1..N: y[n]' = 0",
                    "given initially start: for n in 1..N: y[n] = 0", "show y[1] = 0");
            String claim = kept + theorem("t", "moving var x[n in 1..2] : real", "given always law: for n in 1..2: x[n]' = 0",
                    "given initially start: for n in 1..2: x[n] = 0", "show x[1] = 0");
            String premises = "for n in 1..2: x[n]' = 0 by hypothesis \"law\"";
            String start = "initially for n in 1..2: x[n] = 0 by hypothesis \"start\"";
            accepts(claim, cert(premises, start, "x[1] = 0 by lemma \"kept\" from 1, 2 with N := 2, y[n] := x[n]"));
            rejects(3, "continuous", claim, cert(premises, start, "x[1] = 0 by lemma \"kept\" from 1, 2 with N := 2, y[n] := 1/x[n]"));
            rejects(3, "differentiable", claim, cert(premises, start, "x[1] = 0 by lemma \"kept\" from 1, 2 with N := 2, y[n] := abs(x[n])"));
        }
    }

    @Nested
    class Certificates {
        private final String claim = theorem("t", "var x : real", "show x = x");

        @Test
        void the_last_step_states_the_claim() {
            rejects(1, "does not state the claim", claim, cert("x^2 = x^2 by identity"));
        }

        @Test
        void premises_come_before() {
            rejects(1, "not an earlier step", claim, cert("x = x by chain from 1"));
            rejects(1, "not an earlier step", claim, cert("x = x by chain from 2"));
        }

        @Test
        void steps_are_numbered_without_gaps() {
            rejects(2, "missing", claim, "certificate t\n2. x = x by identity\n");
        }

        @Test
        void rules_exist() {
            rejects(1, "no such rule", claim, cert("x = x by magic"));
        }
    }
}
