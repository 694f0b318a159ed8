package tenet.symbolic.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;

/** Derivations that go on in two cases. */
class CasesTest {
    private static String claim(String... lines) {
        return "theorem t\n  in none\n  var x : real\n  show x^2 + abs(x) >= x\n  " + String.join("\n  ", lines) + "\n";
    }

    private static final String GOOD = claim("case low: x < 0 {", "  have sign: x <= 0 by low", "  by sign", "}", "case high: x >= 0 {", "  by high, low_or_not", "}")
            .replace(", low_or_not", "");

    @Test
    void each_case_has_a_name_a_comparison_and_a_derivation() {
        assertThat(Samples.complaints(GOOD)).isEmpty();
        List<Derivation> derivation = Samples.read(GOOD).value().claims().getFirst().derivation();
        assertThat(derivation).hasSize(1);
        List<Derivation.Case> cases = ((Derivation.Cases) derivation.getFirst()).cases();
        assertThat(cases).extracting(Derivation.Case::name).containsExactly("low", "high");
        assertThat(cases).extracting(one -> ((Formula.Relation) one.formula()).comparison()).containsExactly(Comparison.LESS, Comparison.AT_LEAST);
        assertThat(cases).extracting(one -> one.inner().size()).containsExactly(2, 1);
    }

    @Test
    void they_print_to_text_that_reads_back_equal() {
        Document document = Samples.read(GOOD).value();
        String text = Printer.print(document, name -> Optional.empty());
        assertThat(Samples.placeless(Samples.read(text).value())).as(text).isEqualTo(Samples.placeless(document));
    }

    @Test
    void one_case_alone_is_not_enough() {
        assertThat(Samples.complaints(claim("case low: x < 0 {", "  by low", "}"))).containsExactly("5:3: error: there is no other case");
    }

    @Test
    void the_other_case_is_the_negation() {
        assertThat(Samples.complaints(claim("case low: x < 0 {", "  by low", "}", "case high: x > 0 {", "  by high", "}")))
                .containsExactly("8:14: error: this is not the other case");
    }

    @Test
    void what_a_case_assumes_is_not_known_in_the_other() {
        assertThat(Samples.complaints(claim("case low: x < 0 {", "  by low", "}", "case high: x >= 0 {", "  by low", "}")))
                .containsExactly("9:8: error: 'low' is neither a fact nor a law that is known here");
    }

    @Test
    void a_case_compares_numbers() {
        assertThat(Samples.complaints(claim("case low: x < 0 and x < 1 {", "  by low", "}", "case high: x >= 0 {", "  by high", "}")))
                .containsExactly("5:13: error: a case compares two numbers");
    }
}
