package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.cert;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules of hypotheses, indices, cases and times: a step that each accepts, and what it rejects when one thing in it is changed. */
class LogicRulesTest {
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
}
