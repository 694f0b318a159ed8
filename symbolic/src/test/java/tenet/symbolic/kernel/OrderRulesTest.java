package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.cert;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that show comparisons: signs, sums of products, boxes: a step that each accepts, and what it rejects when one thing in it is changed. */
class OrderRulesTest {
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
}
