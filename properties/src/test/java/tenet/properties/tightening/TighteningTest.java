package tenet.properties.tightening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Claim;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;

class TighteningTest {
    private static final Settings SETTINGS = new Settings(1, 200, Duration.ofMinutes(2), 2, 32, 200);

    private static Claim claim(String text) throws InvalidInput {
        return SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY).document().claims().getFirst();
    }

    private static Claim loose() throws InvalidInput {
        return claim("""
                theorem loose
                  param x, y : real
                  let c = 4
                  show c*(x^2 + y^2) >= 4*x*y - 3
                """);
    }

    @Test
    void a_constant_is_lowered_to_what_samples_allow_and_the_instance_that_blocks_more_is_told() throws InvalidInput {
        Tightening tightening = new Tightening(loose(), Constant.of(loose(), "c"), SETTINGS);
        assertThat(tightening.refuted()).isEmpty();
        Tightening.Limit down = tightening.limit(false);
        // Sharp: c = 2 leaves 2*(x - y)^2 + 3 > 0; below, large x = y refute.
        assertThat(down.allowed().toDouble()).isBetween(1.9, 2.0001);
        assertThat(down.blocked().orElseThrow().toDouble()).isBetween(1.9, 2.0).isLessThan(down.allowed().toDouble());
        assertThat(down.instance()).isPresent();
        Tightening.Limit up = tightening.limit(true);
        assertThat(up.blocked()).isEmpty();
        assertThat(up.allowed().toDouble()).isGreaterThan(50);
    }

    @Test
    void a_number_is_named_by_its_value_and_its_occurrence() throws InvalidInput {
        Claim claim = claim("theorem t\n  param x : real\n  show 3*x^2 + 3 >= 0 - 5\n");
        assertThat(Constant.of(claim, "3#2").at(tenet.symbolic.term.Rational.of(7)).conclusion()).hasToString(
                claim("theorem t\n  param x : real\n  show 3*x^2 + 7 >= 0 - 5\n").statement().conclusion().toString());
        assertThatThrownBy(() -> Constant.of(claim, "3")).isInstanceOf(InvalidInput.class).hasMessageContaining("3#1 to 3#2");
        assertThatThrownBy(() -> Constant.of(claim, "9")).isInstanceOf(InvalidInput.class).hasMessageContaining("there is no constant 9");
        assertThatThrownBy(() -> Constant.of(claim, "q")).isInstanceOf(InvalidInput.class).hasMessageContaining("q is not a constant");
    }
}
