package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters are those of {@link Claims#evidence(char)}. */
class VerdictTest {
    private static final String LETTERS = "PARCSVNTWFX";

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource({
        "'', UNDECIDED",
        "P, PROVED", "A, PROVED_AT", "R, REFUTED", "C, CERTIFIED", "S, SUPPORTED", "V, VACUOUS", "N, VACUOUS", "T, UNDECIDED",
        "W, UNDECIDED", "F, UNDECIDED", "X, UNDECIDED",
        "PS, PROVED", "PV, PROVED", "PF, PROVED", "PW, PROVED", "PA, PROVED", "PC, PROVED", "PX, PROVED",
        "AS, PROVED_AT", "AR, REFUTED", "AC, PROVED_AT", "AV, PROVED_AT",
        "RS, REFUTED", "RF, REFUTED", "RV, REFUTED", "RT, REFUTED", "RW, REFUTED",
        "CS, CERTIFIED", "CF, CERTIFIED", "SF, SUPPORTED", "SW, SUPPORTED", "ST, SUPPORTED", "SV, SUPPORTED",
        "VF, VACUOUS", "VT, VACUOUS", "TF, UNDECIDED", "NF, VACUOUS"})
    void the_headline_is_the_strongest_that_was_shown(String letters, Verdict verdict) {
        assertThat(Verdict.of("my.claim", Claims.evidence(letters))).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("subsets")
    void every_combination_is_judged_by_its_parts(String letters) {
        List<Evidence> evidence = Claims.evidence(letters);
        boolean proof = letters.contains("P");
        boolean refutation = letters.contains("R");
        if (refutation && (proof || letters.contains("C"))) {
            assertThatThrownBy(() -> Verdict.of("my.claim", evidence)).isInstanceOf(Contradiction.class).hasMessageContaining("my.claim");
            return;
        }
        Verdict verdict = Verdict.of("my.claim", evidence);
        assertThat(Verdict.of("my.claim", evidence.reversed())).as("in any order").isEqualTo(verdict);
        assertThat(verdict == Verdict.PROVED).as("proved only by a general proof").isEqualTo(proof);
        assertThat(verdict == Verdict.REFUTED).as("refuted by a counterexample alone").isEqualTo(refutation);
        if (!refutation && !letters.isEmpty())
            assertThat(verdict).as("no better than the best part").isEqualTo(
                    evidence.stream().map(piece -> Verdict.of("my.claim", List.of(piece))).min(Verdict::compareTo).orElseThrow());
    }

    static Stream<String> subsets() {
        return IntStream.range(0, 1 << LETTERS.length()).filter(bits -> Integer.bitCount(bits) <= 4).mapToObj(bits -> {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < LETTERS.length(); i++) if ((bits >> i & 1) == 1) letters.append(LETTERS.charAt(i));
            return letters.toString();
        });
    }

    @Test
    void less_than_one_sample_in_a_hundred_is_vacuous() {
        assertThat(Verdict.of("my.claim", List.of(ofTries(1000, 9)))).isEqualTo(Verdict.VACUOUS);
        assertThat(Verdict.of("my.claim", List.of(ofTries(1000, 10)))).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of("my.claim", List.of(ofTries(1, 1)))).isEqualTo(Verdict.SUPPORTED);
    }

    private static Evidence ofTries(int tries, int accepted) {
        return new Evidence.Samples(1, tries, accepted, accepted, 0, java.util.OptionalDouble.empty(), java.util.OptionalDouble.empty(),
                java.util.Map.of(), false);
    }

    @Test
    void samples_that_are_not_all_instances_are_never_certified() {
        assertThat(Verdict.of("my.claim", List.of(Claims.samples(6, 6, 0, false, java.util.Map.of())))).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of("my.claim", List.of(Claims.samples(6, 5, 1, true, java.util.Map.of())))).isEqualTo(Verdict.SUPPORTED);
    }
}
