package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Library;

/**
 * Standard integrators violate the true norm bound of the 2 x 2 completion flow by time 2000 from balanced starts,
 * because rounding unbalances them: such trajectories may say nothing, but must not refute.
 */
class CompletionTrapTest {
    private static final Library LIBRARY = Library.builtIn();

    private static Attack attack(String id) {
        Claim claim = LIBRARY.find(id).orElseThrow().claim();
        return Falsifier.attack(claim.statement(), claim.sampling(), new Settings(1, 25, Duration.ofMinutes(2), 2, 2000));
    }

    @Test
    void the_norm_lower_bound_up_to_time_2000_is_never_refuted() {
        Attack attack = attack("rc.norm-lower.frobenius");
        assertThat(attack.counts().accepted()).isPositive();
        assertThat(attack.counts().violated()).isZero();
        assertThat(attack.isRefuted()).isFalse();
    }

    @Test
    void the_entry_lower_bound_up_to_time_2000_is_never_refuted() {
        Attack attack = attack("rc.entry-lower");
        assertThat(attack.counts().accepted()).isPositive();
        assertThat(attack.counts().violated()).isZero();
        assertThat(attack.isRefuted()).isFalse();
    }
}
