package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Test;

/** Sums and products in parts, with a member taken out, counted by another index. (The rule reverse: {@link EqualityRulesTest}.) */
class RangeRuleTest {
    private static String claim(String equation) {
        return theorem("t", "param n : nat", "param k : nat >= 1, <= n", "param N : nat >= 1", "param z : nat", "param f[i in -9..99] : real",
                "param M[i in 0..9] : real[2, 2]", "show " + equation);
    }

    private static String cert(String equation, String rule) {
        return "certificate t\n1. " + equation + "\n   by " + rule + "\n";
    }

    private static void holds(String equation, String rule) {
        accepts(claim(equation), cert(equation, rule));
    }

    private static void fails(String reason, String equation, String rule) {
        rejects(1, reason, claim(equation), cert(equation, rule));
    }

    @Test
    void a_sum_or_product_is_that_of_its_two_parts() {
        holds("sum(i in 1..n, f[i]) = sum(i in 1..k, f[i]) + sum(i in k+1..n, f[i])", "split with at := k");
        holds("prod(i in 1..n, f[i]) = prod(i in 1..k, f[i])*prod(i in k+1..n, f[i])", "split with at := k");
        holds("sum(i in 0..n, f[i]) = sum(i in 0..n-1, f[i]) + f[n]", "split with at := n - 1");
        holds("sum(i in 0..n, f[i]) = f[0] + sum(i in 1..n, f[i])", "split with at := 0");
        holds("sum(i in 0..4, M[i]) = sum(i in 0..4, M[i])", "split with at := 2");
    }

    @Test
    void one_part_may_be_empty_and_none_may_run_backwards() {
        holds("sum(i in 1..n, f[i]) = sum(i in 1..n, f[i])", "split with at := n");
        holds("sum(i in 1..n, f[i]) = sum(i in 1..n, f[i])", "split with at := 0");
        fails("not known to lie between", "sum(i in 1..n, f[i]) = sum(i in 1..n+1, f[i]) + sum(i in n+2..n, f[i])", "split with at := n + 1");
        fails("not known to lie between", "sum(i in 1..n, f[i]) = sum(i in 1..-1, f[i]) + sum(i in 0..n, f[i])", "split with at := -1");
        // Of no terms at all none is the last.
        fails("not known to lie between", "sum(i in 1..z, f[i]) = sum(i in 1..z-1, f[i]) + f[z]", "split with at := z - 1");
        fails("not known to lie between", "sum(i in 1..n, f[i]) = sum(i in 1..N, f[i]) + sum(i in N+1..n, f[i])", "split with at := N");
    }

    @Test
    void the_parts_meet_and_do_not_overlap() {
        fails("expected", "sum(i in 1..n, f[i]) = sum(i in 1..k, f[i]) + sum(i in k..n, f[i])", "split with at := k");
        fails("expected", "sum(i in 1..n, f[i]) = sum(i in 1..k-1, f[i]) + sum(i in k+1..n, f[i])", "split with at := k");
        fails("expected", "sum(i in 1..n, f[i]) = sum(i in 1..k, f[i])*sum(i in k+1..n, f[i])", "split with at := k");
        fails("expected", "prod(i in 1..n, f[i]) = prod(i in 1..k, f[i]) + prod(i in k+1..n, f[i])", "split with at := k");
    }

    @Test
    void what_leaves_an_index_out_is_split_there() {
        holds("sum(i in 1..n except k, f[i]) = sum(i in 1..k-1, f[i]) + sum(i in k+1..n, f[i])", "split");
        holds("prod(i in 1..n except k, f[i]) = prod(i in 1..k-1, f[i])*prod(i in k+1..n, f[i])", "split");
        fails("no argument", "sum(i in 1..n except k, f[i]) = sum(i in 1..k-1, f[i]) + sum(i in k+1..n, f[i])", "split with at := k");
        fails("not known to lie between", "sum(i in 1..n except N, f[i]) = sum(i in 1..N-1, f[i]) + sum(i in N+1..n, f[i])", "split");
        fails("not known to lie between", "sum(i in 1..n except 0, f[i]) = sum(i in 1..-1, f[i]) + sum(i in 1..n, f[i])", "split");
    }

    @Test
    void a_member_is_taken_out_of_a_range_that_has_it() {
        holds("sum(i in 1..n, f[i]) = f[k] + sum(i in 1..n except k, f[i])", "take with at := k");
        holds("prod(i in 1..n, f[i]) = f[k]*prod(i in 1..n except k, f[i])", "take with at := k");
        fails("expected", "sum(i in 1..n, f[i]) = f[k] + sum(i in 1..n, f[i])", "take with at := k");
        fails("not known to lie between", "sum(i in 1..n, f[i]) = f[0] + sum(i in 1..n except 0, f[i])", "take with at := 0");
        fails("not known to lie between", "sum(i in 1..n, f[i]) = f[N] + sum(i in 1..n except N, f[i])", "take with at := N");
        fails("left out already", "sum(i in 1..n except k, f[i]) = f[k] + sum(i in 1..n except k, f[i])", "take with at := k");
    }

    @Test
    void a_shift_moves_both_ends_and_what_is_left_out() {
        holds("sum(i in 1..n, f[i-1]) = sum(i in 0..n-1, f[i])", "shift with offset := -1");
        holds("prod(i in 1..n except k, f[i]) = prod(i in 3..n+2 except k+2, f[i-2])", "shift with offset := 2");
        fails("expected", "sum(i in 1..n, f[i-1]) = sum(i in 0..n, f[i])", "shift with offset := -1");
        fails("expected", "sum(i in 1..n, f[i-1]) = sum(i in 0..n-1, f[i-1])", "shift with offset := -1");
        fails("expected", "prod(i in 1..n except k, f[i]) = prod(i in 3..n+2 except k, f[i-2])", "shift with offset := 2");
        fails("expected", "sum(i in 1..n, f[i]) = prod(i in 2..n+1, f[i-1])", "shift with offset := 1");
    }

    @Test
    void they_need_their_argument_and_no_other() {
        fails("needs an integer at", "sum(i in 0..n, f[i]) = sum(i in 0..n-1, f[i]) + f[n]", "split");
        fails("needs an integer at", "sum(i in 0..n, f[i]) = sum(i in 0..n-1, f[i]) + f[n]", "split with at := n - 1/2");
        fails("no argument", "sum(i in 0..n, f[i]) = sum(i in 0..n-1, f[i]) + f[n]", "split with offset := n - 1");
        fails("sum or product", "f[k] = f[k]", "take with at := k");
    }

    @Test
    void an_index_in_the_bounds_is_not_the_bound_one() {
        String split = "[i in 1..5] sum(i in 0..i, f[i]) = sum(j in 0..i-1, f[j]) + f[i]";
        accepts(theorem("t", "param f[i in -9..99] : real", "show for i in 1..5: sum(j in 0..i, f[j]) = sum(j in 0..i-1, f[j]) + f[i]"),
                "certificate t\n1. " + split + "\n   by split with at := i - 1\n2. [i in 1..5] sum(j in 0..i, f[j]) = sum(i in 0..i, f[i])\n   by identity\n"
                        + "3. [i in 1..5] sum(j in 0..i, f[j]) = sum(j in 0..i-1, f[j]) + f[i]\n   by chain from 2, 1\n"
                        + "4. for i in 1..5: sum(j in 0..i, f[j]) = sum(j in 0..i-1, f[j]) + f[i]\n   by generalise from 3\n");
    }
}
