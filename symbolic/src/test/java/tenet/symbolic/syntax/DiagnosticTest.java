package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;

class DiagnosticTest {
    private static final String THREE_MISTAKES = """
            theory two_layers "Two layers with their own learning rates"
              param n : nat >= 1
              param eta1, eta2 : real > 0
              var   A : real[n, n]
              var   B : real[n, 2]
              fun   loss : real[n, 2] -> real
              flow  A descends loss(A*B) with rate eta1
              flow  B descends loss(A*B) with rate etta2

            theorem two.balanced "Weighted balancedness"
              given small: norm(A <= 1
              show (eta2*A^T*A - eta1*B^T*B)' = 0
            """;

    private static final String SETTING = """
            theory t
              param L : nat >= 2
              param d[l in 0..L] : nat >= 1
              var W[l in 1..L] : real[d[l], d[l-1]]
              var x : real
              fun f : real[2, 2] -> real
            theorem earlier show x = x
            theorem t.claim
              given small: x <= 1
            """;

    @Test
    void three_mistakes_give_three_diagnostics_at_their_places() {
        assertThat(Samples.complaints(THREE_MISTAKES)).containsExactly(
                "8:40: error: 'etta2' is not declared",
                "11:23: error: unexpected '<=': expected ')'",
                "12:22: error: cannot add -eta1*B^T*B, a real[2, 2], to a real[n, n]");
    }

    @Test
    void a_diagnostic_shows_the_line_the_place_and_a_suggestion() {
        Diagnostic first = Samples.read(THREE_MISTAKES).diagnostics().getFirst();
        assertThat(first.render(THREE_MISTAKES)).isEqualTo("""
                sample.tenet:8:40: error: 'etta2' is not declared
                  8 |   flow  B descends loss(A*B) with rate etta2
                    |                                        ^^^^^
                    = did you mean 'eta2'?""");
    }

    /** One wrong clause below a good setting; the place is that of the clause's own line. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            show y = 1                                  @ 6  @ 'y' is not declared
            show norn(W[1]) = 1                         @ 6  @ the function 'norn' is not declared
            show norm(W) = 1                            @ 11 @ 'W' is a family and takes 1 index, not 0
            show norm(W[1,2]) = 1                       @ 11 @ 'W' is a family and takes 1 index, not 2
            show W[1]*W[2] = 0                          @ 11 @ cannot multiply a real[d[1], d[0]] by W[2], a real[d[2], d[1]]: the inner sizes d[0] and d[2] differ
            show W[1] = W[2]                            @ 6  @ cannot compare a real[d[1], d[0]] with a real[d[2], d[1]]
            show norm(W[x]) = 1                         @ 11 @ x, a real, cannot stand for l, a int
            show f(x) = 1                               @ 8  @ 'f' takes a real[2, 2] here, not a real
            show f(x, x) = 1                            @ 6  @ 'f' takes 1 argument, not 2
            show x(2) = 1                               @ 6  @ 'x' is not a function
            show f = 1                                  @ 6  @ 'f' is a function and needs its arguments
            show x                                      @ 6  @ this is a term, a real; a formula compares two terms
            show (x = 1) + 2 = 3                        @ 7  @ a number or matrix is expected here, not a formula
            show x^2^3 = 1                              @ 9  @ a power of a power needs brackets: (a^b)^c or a^(b^c)
            show x = 1/0                                @ 12 @ division by zero
            show sum(l in 1.., x) = 1                   @ 15 @ this range needs an upper end; only 'for' may go on without end
            show sum(l in 1..x, x) = 1                  @ 18 @ the bound of a range must be an integer, not a real
            show sum(L in 1..2, x) = 1                  @ 10 @ 'L' is declared already; choose another name for the index
            show sum(x, 2) = 1                          @ 6  @ 'sum' needs a range and a term
            show sum(j in 1..2, x) + j = 1              @ 26 @ the index 'j' is used outside the range that binds it
            show x = § 2                                @ 10 @ the character '§' (U+00A7) has no meaning here: expected a term
            show x = = 2                                @ 10 @ unexpected '=': expected a term
            show x =                                    @ 9  @ something is missing after '=': expected a term
            show x = "two                               @ 10 @ this text has no closing quote
            show x = 1 by smal                          @ 15 @ 'smal' is neither a fact nor a law that is known here
            show x = 1 by induction                     @ 15 @ induction names its index
            show x = 1 by induction on q                @ 15 @ 'q' is not an index that is quantified here
            show x = 1 by t.claim                       @ 15 @ 't.claim' is neither a fact nor a law that is known here
            show x = 1 expect prooved                   @ 12 @ 'prooved' is not a verdict to expect
            show x = 1 sample q in 1..2                 @ 19 @ 'q' is not a parameter or variable
            show x = 1 sample x in 2..1                 @ 19 @ there is nothing between 2 and 1
            show x = 1 given small: x = 2               @ 18 @ there is a hypothesis 'small' already
            show x = 1 show x = 2                       @ 12 @ a claim has one conclusion
            show x = 1 in tt                            @ 15 @ there is no theory 'tt'
            show x = 1 param x : real                   @ 18 @ 'x' is declared already
            show x = 1 param norm : real                @ 18 @ 'norm' is a built-in function
            show x = 1 var k : nat                      @ 20 @ a variable is real
            show x = 1 let a = a + 1                    @ 20 @ the definition of 'a' uses 'a' itself
            show x = 1 flow L follows 1                 @ 17 @ only a variable flows, and 'L' is none
            show x = 1 flow x follows W[1]              @ 27 @ the velocity of 'x' must be a real, not a real[d[1], d[0]]
            show x = 1 flow x descends W[1]             @ 28 @ a flow descends a number, not a real[d[1], d[0]]
            """)
    void one_wrong_clause_gives_one_diagnostic(String clause, int column, String message) {
        assertThat(Samples.complaints(SETTING + clause + "\n")).containsExactly("10:" + column + ": error: " + message);
    }

    @Test
    void definitions_may_not_go_round_in_a_circle() {
        assertThat(Samples.complaints("theory t\n let a = b\n let b = a\n"))
                .containsExactly("2:10: error: 'a' and 'b' are defined by each other");
    }

    @Test
    void a_name_is_declared_before_it_is_used() {
        assertThat(Samples.complaints("theory t\n let a = b\n let b = 1\n"))
                .containsExactly("2:10: error: 'b' is declared below, on line 3; declare it before it is used");
    }

    @Test
    void a_hypothesis_may_not_use_the_indices_of_the_claim() {
        assertThat(Samples.complaints("theorem t\n param x[l in 1..3] : real\n for l in 1..3\n given h: x[l] = 1\n show x[l] = 1"))
                .containsExactly("4:13: error: a hypothesis cannot use the index 'l' of the claim; quantify it in the hypothesis: for l in ..: ...");
    }

    @Test
    void a_broken_declaration_is_reported_once_and_its_name_no_more() {
        assertThat(Samples.complaints("theory t\n param x : reel\n let y = x + 1\ntheorem a show x = y by x_small\n"))
                .containsExactly("2:12: error: unexpected 'reel': expected a sort such as 'real' or 'nat'",
                        "4:25: error: 'x_small' is neither a fact nor a law that is known here");
    }

    @Test
    void a_misspelt_clause_is_named_and_the_rest_is_read() {
        List<Diagnostic> diagnostics = Samples.read("theory t\n prram x : real\ntheorem a show x = 1\ntheorem b show 1 = = 1")
                .diagnostics();
        assertThat(diagnostics).hasSize(2);
        assertThat(diagnostics.getFirst().suggestion()).contains("did you mean 'param'?");
    }

    @Test
    void a_mistake_inside_a_block_leaves_the_steps_after_it_readable() {
        assertThat(Samples.complaints("""
                theorem a
                  param x : real
                  show x = x
                  have h: x = x {
                    calc x = = x by ring
                    have g: x = x { calc x = x by ring }
                    by g
                  }
                  calc x = x by h
                       = y by ring
                       = x by hh
                """)).containsExactly("5:14: error: unexpected '=': expected a term", "10:10: error: 'y' is not declared",
                "11:15: error: 'hh' is neither a fact nor a law that is known here");
    }

    @Test
    void ids_and_names_are_given_once() {
        assertThat(Samples.complaints("theory t\ntheory t\ntheorem a show 1 = 1\ntheorem a show 1 = 1\n"))
                .containsExactly("2:8: error: the theory 't' is stated already", "4:9: error: there is a claim 'a' already");
    }

    @Test
    void a_file_without_claims_says_so() {
        assertThat(Samples.complaints("")).containsExactly("1:1: error: there are no claims in this file");
        assertThat(Samples.complaints("# nothing\n")).containsExactly("1:1: error: there are no claims in this file");
    }

    @Test
    void deep_nesting_is_refused_with_a_message() {
        int deep = 100_000;
        for (String text : List.of("(".repeat(deep) + "1" + ")".repeat(deep) + " = 1", "-".repeat(deep) + "1 = 1",
                "|-".repeat(deep) + "1",
                "<".repeat(deep), "for l in 1..2: ".repeat(deep) + "1 = 1", "1" + "'".repeat(deep) + " = 1", "1"
                        + "/1".repeat(deep) + " = 1",
                "1 = 1 " + "have x: 1 = 1 { ".repeat(deep))) {
            List<Diagnostic> diagnostics = Samples.read("theorem a show " + text).diagnostics();
            assertThat(diagnostics).as(text.substring(0, 20)).hasSize(1);
            assertThat(diagnostics.getFirst().code()).as(text.substring(0, 20)).isEqualTo("limit");
        }
    }

    @Test
    void a_megabyte_of_noise_gives_at_most_fifty_diagnostics_and_a_count() {
        String[] words = "theory theorem show given let ( ) [ { | < = + ' , : .. x 1 \"a\" § for in by calc \n".split(" ");
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < 1 << 20) noise.append(words[random.nextInt(words.length)]).append(' ');
        List<Diagnostic> diagnostics = Samples.read(noise.toString()).diagnostics();
        assertThat(diagnostics).hasSize(51);
        assertThat(diagnostics.getLast().message()).matches("and \\d+ more");
    }

    @Test
    void a_binary_file_is_no_text() {
        assertThat(Samples.complaints("theorem\n a\0b")).containsExactly("2:3: error: this is not a text: it contains a NUL byte");
    }

    @Test
    void certificates_are_diagnosed_step_by_step() {
        Statement statement = new Statement("a.b", TermArbitraries.SIGNATURE, List.of(), new Formula.And(List.of()));
        String text = """
                certificate a.b
                1. a = b + q
                   by identity
                2. a = = b
                   by identity from 1
                3. A = a
                   by identity
                certificate a.c
                1. a = a by identity
                """;
        Parser.Result<Map<String, tenet.symbolic.kernel.Certificate>> read = Parser.parseCertificates("x.cert", text,
                id -> Optional.of(statement).filter(known -> known.id().equals(id)));
        assertThat(read.diagnostics()).extracting(Diagnostic::toString).containsExactly("x.cert:2:12: error: 'q' is not declared",
                "x.cert:4:8: error: unexpected '=': expected a term", "x.cert:6:4: error: cannot compare a real[n, n] with a real",
                "x.cert:8:13: error: there is no claim 'a.c'");
        assertThat(read.value()).isEmpty();
    }

    @Test
    void a_hypothesis_without_a_name_is_shown_how_to_get_one() {
        List<Diagnostic> diagnostics = Samples.read("theorem t\n  param x : real\n  given x > 0\n  show x >= 0\n").diagnostics();
        assertThat(diagnostics.getFirst().suggestion()).hasValueSatisfying(hint -> assertThat(hint).contains("given small: x < 1"));
    }
}
