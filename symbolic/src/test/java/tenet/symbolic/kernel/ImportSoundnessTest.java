package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.lemma;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Test;

/** False statements that import more than a lemma or theorem says, with certificates that once were accepted, or were made up to break a rule. */
class ImportSoundnessTest {
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
}
