package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.lemma;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Test;

/** False statements about times and motions, with certificates that once were accepted, or were made up to break a rule. */
class MotionSoundnessTest {
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
