package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.accepts;
import static tenet.symbolic.kernel.Judge.cert;
import static tenet.symbolic.kernel.Judge.lemma;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that use lemmas and theorems: a step that each accepts, and what it rejects when one thing in it is changed. */
class ImportRulesTest {
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
}
