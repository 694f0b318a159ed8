package tenet.properties.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenet.properties.ClaimFile;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Evidence;
import tenet.theorems.Verdict;

/** Explosions, stiffness, singular matrices, overflow, dimension 1 and zeros end in a verdict. */
class ExtremesTest {
    private static final ClaimFile EXTREMES = ClaimFile.read("extremes.tenet");

    private static final StandardMethods METHODS = new StandardMethods();

    private static List<Evidence> attack(Claim claim) {
        return METHODS.attack(claim, 1, 8, Duration.ofMinutes(2), 4);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "escapes,           SUPPORTED",
        "escapes.small,     REFUTED",
        "stiff.positive,    SUPPORTED",
        "overflow.positive, SUPPORTED",
        "edge.positive,     SUPPORTED",
        "singular.zero,     SUPPORTED",
        "singular.rank,     SUPPORTED",
        "singular.near,     SUPPORTED",
        "small.falls,       CERTIFIED",
        "small.zero,        CERTIFIED",
        "still.stays,       CERTIFIED",
        "large.positive,    SUPPORTED",
        "tensors.zero,      CERTIFIED"})
    void what_is_at_the_limits_of_numbers_ends_in_a_verdict(String id, Verdict verdict) {
        Claim claim = EXTREMES.document().claims().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        List<Evidence> evidence = new ArrayList<>(attack(claim));
        // Nothing depends on the machine: the same again.
        assertThat(attack(claim)).isEqualTo(evidence);
        if (verdict == Verdict.CERTIFIED) evidence.addAll(METHODS.enclose(claim, 1, 4));
        assertThat(Verdict.of(id, evidence)).as(evidence.toString()).isEqualTo(verdict);
        assertThat(evidence).noneMatch(Evidence.Fault.class::isInstance);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"escapes, true", "edge.positive, true", "small.falls, false"})
    void a_motion_that_stops_before_the_end_is_told(String id, boolean stops) {
        Claim claim = EXTREMES.document().claims().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        assertThat(attack(claim)).filteredOn(Evidence.Trajectories.class::isInstance).isNotEmpty()
                .allMatch(trajectories -> ((Evidence.Trajectories) trajectories).ended() > 0 == stops);
    }
}
