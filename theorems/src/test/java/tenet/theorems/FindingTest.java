package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Claim.Expectation;
import tenet.symbolic.claim.Claim.Kind;

class FindingTest {
    /** The letters of the verdicts that meet an expectation: P, A, C, S, V(acuous), T (undecided), R(efuted). */
    @ParameterizedTest(name = "{0} is met by {1}")
    @CsvSource({"PROVED, P", "CERTIFIED, PAC", "SUPPORTED, PACS", "REFUTED, R", "NOT_REFUTED, PACSVT", "ANY, PACSVTR"})
    void an_expectation_is_met_by_these_verdicts_and_no_others(Expectation expectation, String meeting) {
        for (char letter : "PACSVTR".toCharArray())
            assertThat(judge(Kind.CONJECTURE, expectation, String.valueOf(letter), Optional.empty()).met())
                    .as("%s by %s", expectation, letter).isEqualTo(meeting.indexOf(letter) >= 0);
    }

    @ParameterizedTest(name = "requiring {0} is met by {1}")
    @CsvSource({"PROVED, P", "CERTIFIED, PAC", "SUPPORTED, PACS"})
    void a_run_may_require_more_of_theorems(Expectation required, String meeting) {
        for (char letter : "PACSVT".toCharArray()) {
            assertThat(judge(Kind.THEOREM, Expectation.NOT_REFUTED, String.valueOf(letter), Optional.of(required)).met())
                    .as("%s by %s", required, letter).isEqualTo(meeting.indexOf(letter) >= 0);
            assertThat(judge(Kind.CONJECTURE, Expectation.ANY, String.valueOf(letter), Optional.of(required)).met())
                    .as("a conjecture").isTrue();
        }
        assertThat(judge(Kind.FALSE_CLAIM, Expectation.REFUTED, "R", Optional.of(required)).met()).as("a false claim").isTrue();
    }

    @Test
    void a_refuted_lemma_never_meets_anything() {
        assertThat(judge(Kind.LEMMA, Expectation.ANY, "R", Optional.empty()).shortfalls()).singleElement().asString().contains("lemma");
    }

    @Test
    void a_wrong_step_makes_a_true_claim_fall_short() {
        Finding finding = judge(Kind.THEOREM, Expectation.SUPPORTED, "SW", Optional.empty());
        assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(finding.shortfalls()).containsExactly("the step at mine.tenet:3:5 is false");
        assertThat(judge(Kind.FALSE_CLAIM, Expectation.REFUTED, "RW", Optional.empty()).met()).isTrue();
    }

    @Test
    void a_fault_is_never_as_expected() {
        assertThat(judge(Kind.CONJECTURE, Expectation.ANY, "X", Optional.empty()).met()).isFalse();
        assertThat(new Report(1, List.of(judge(Kind.CONJECTURE, Expectation.ANY, "X", Optional.empty())), List.of()).faulty()).hasSize(1);
    }

    @Test
    void a_report_that_was_stopped_is_not_met() {
        List<Finding> findings = List.of(judge(Kind.THEOREM, Expectation.SUPPORTED, "P", Optional.empty()));
        assertThat(new Report(1, findings, List.of()).met()).isTrue();
        assertThat(new Report(1, findings, List.of("other")).met()).isFalse();
    }

    private static Finding judge(Kind kind, Expectation expectation, String letters, Optional<Expectation> required) {
        Claim claim = Claims.claim(kind, expectation);
        return Finding.judge(claim, Claims.evidence(letters), required, List.of());
    }
}
