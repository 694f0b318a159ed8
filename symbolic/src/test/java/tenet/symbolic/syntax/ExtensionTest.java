package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Document;

/** Theories that take over what others declare. */
class ExtensionTest {
    private static final String PARENT = """
            theory network "A network"
              param L : nat >= 2
              var W[l in 1..L] : real[2, 2]
              fun loss : real[2, 2] -> real
              let E = chain(W, L, 1)
              flow W descends loss(E)
              sample L in 2..3

            """;
    private static final String CHILD = """
            theory completion "A loss" extends network
              fun loss(X : real[2, 2]) : real = X[1,2]^2
              param s : real > 0
              sample s in 1..2

            theorem c.one show loss(E) + s > 0
            """;

    private static Document.Theory last(String text) {
        assertThat(Samples.complaints(text)).isEmpty();
        return Samples.read(text).value().theories().getLast();
    }

    @Test
    void it_declares_what_its_basis_declares_and_its_own() {
        Document.Theory written = last("""
                theory completion
                  param L : nat >= 2
                  var W[l in 1..L] : real[2, 2]
                  fun loss(X : real[2, 2]) : real = X[1,2]^2
                  let E = chain(W, L, 1)
                  flow W descends loss(E)
                  param s : real > 0
                  sample L in 2..3
                  sample s in 1..2
                """);
        Document.Theory extended = last(PARENT + CHILD);
        assertThat(extended.signature()).isEqualTo(written.signature());
        assertThat(extended.sampling()).isEqualTo(written.sampling());
    }

    @Test
    void it_prints_what_is_its_own_and_reads_back_equal() {
        Document document = Samples.read(PARENT + CHILD).value();
        String text = Printer.print(document, name -> Optional.empty());
        assertThat(text).contains("theory completion \"A loss\" extends network\n  fun loss(X : real[2, 2]) : real = X[1,2]^2\n  param s : real > 0\n  sample s in 1..2\n");
        assertThat(Samples.placeless(Samples.read(text).value())).isEqualTo(Samples.placeless(document));
    }

    @Test
    void several_that_share_a_basis_declare_it_once() {
        Document.Theory both = last(PARENT + "theory a extends network\n  param p : real\ntheory b extends network\n  param q : real\ntheory c extends a, b\n");
        assertThat(both.signature().declarations()).extracting(declaration -> declaration.name()).containsExactly("L", "W", "loss", "E", "W", "p", "q");
    }

    @Test
    void it_does_not_extend_what_is_not_there() {
        assertThat(Samples.complaints(PARENT + "theory a extends netwrok\n  param p : real\n"))
                .containsExactly("9:18: error: there is no theory 'netwrok' above");
    }

    @Test
    void two_bases_do_not_disagree() {
        assertThat(Samples.complaints("theory a\n  param p : real\ntheory b\n  param p : nat\ntheory c extends a, b\n"))
                .containsExactly("5:21: error: 'b' declares 'p' in another way than a");
    }

    @Test
    void what_is_taken_over_is_not_declared_again() {
        assertThat(Samples.complaints(PARENT + "theory a extends network\n  param L : nat >= 5\n")).containsExactly("10:9: error: 'L' is declared already");
        assertThat(Samples.complaints(PARENT + "theory a extends network\n  fun loss(X : real[2, 3]) : real = X[1,2]^2\n"))
                .containsExactly("10:3: error: 'loss' is declared with other arguments or values in network");
    }

    @Test
    void a_function_with_a_body_comes_before_what_it_may_not_mention() {
        assertThat(Samples.complaints(PARENT + "theory a extends network\n  param c : real\n  fun loss(X : real[2, 2]) : real = c*X[1,2]^2\n"))
                .containsExactly("11:37: error: a function that is declared in network keeps its place, and 'c' comes after it");
    }
}
