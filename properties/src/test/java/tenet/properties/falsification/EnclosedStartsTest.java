package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.properties.check.StandardMethods;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.syntax.Parser;
import tenet.theorems.Evidence;
import tenet.theorems.Verdict;

class EnclosedStartsTest {
    private static final Document DOCUMENT = Parser.parse("motions.tenet", """
            theory completion
              var W[l in 1..2] : real[2, 2]
              fun loss(X : real[2, 2]) : real = 1/2 * ((X[1,2] - 1)^2 + (X[2,1] - 1)^2 + X[2,2]^2)
              let E = chain(W, 2, 1)
              flow  W descends loss(E)
            theorem bounded
              given initially small: norm(E) <= 1/2
              show loss(E) <= 3
            theorem tight
              given initially small: norm(E) <= 1/2
              show loss(E) <= 1/100
            false claim late "Fails behind the time to which trajectories are trusted"
              given initially balanced: W[2]^T * W[2] = W[1] * W[1]^T
              given initially positive: det(E) > 0
              given initially small: norm(E) <= 2
              show abs(E[1,1]) <= 4
            """, name -> Optional.empty()).value();

    private static Claim claim(String id) {
        return DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void a_bound_is_certified_along_whole_motions_by_thin_boxes() {
        List<EnclosedStarts.Found> found = EnclosedStarts.of(claim("bounded").statement(), List.of(), 1, 32);
        assertThat(found).hasSize(3).allSatisfy(start -> {
            assertThat(start.until()).isEqualTo(1);
            assertThat(start.width()).isBetween(0.0, 1e-9);
            assertThat(start.margin()).isPositive();
        });
        assertThat(EnclosedStarts.of(claim("bounded").statement(), List.of(), 1, 32)).isEqualTo(found);
        assertThat(Verdict.of("bounded", new StandardMethods().enclose(claim("bounded"), 1, 32))).isEqualTo(Verdict.CERTIFIED);
    }

    @Test
    void what_fails_at_the_start_is_not_certified() {
        assertThat(EnclosedStarts.of(claim("tight").statement(), List.of(), 1, 32)).isEmpty();
    }

    @Test
    void a_wrong_claim_that_only_untrusted_trajectories_violate_is_undecided_with_the_time() {
        List<Evidence> evidence = new StandardMethods().attack(claim("late"), 1, 60, Duration.ofMinutes(2), 64);
        assertThat(Verdict.of("late", evidence)).isEqualTo(Verdict.UNDECIDED);
        assertThat(evidence).filteredOn(Evidence.Suspected.class::isInstance).singleElement().isInstanceOfSatisfying(Evidence.Suspected.class, suspected -> {
            assertThat(suspected.reason()).contains("floating-point trajectory violates it at t = ");
            assertThat(suspected.time()).isPositive();
        });
    }
}
