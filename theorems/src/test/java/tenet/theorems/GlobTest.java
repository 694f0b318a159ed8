package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "mf.*, mf.balancedness, true", "mf.*, mf.balancedness.swapped, true", "mf.*, tf.component-norm, false", "mf.*, mf, false",
        "*, anything.at-all, true", "tf.component_norm, tf.component-norm, true", "tf.component-norm, tf.component_norm, true",
        "*norm*, tf.component-norm.balanced, true", "mf.?v-*, mf.sv-dynamics, true", "mf.?v-*, mf.v-dynamics, false",
        "mf.x, mfax, false", "MF.Balanced*, mf.balancedness, true", "rc.2x2.*, rc.2x2.entry-lower, true", "a+b, aab, false"})
    void a_pattern_matches_whole_ids(String pattern, String id, boolean matches) {
        assertThat(new Glob(pattern).matches(id)).isEqualTo(matches);
    }

    @Test
    void ids_are_the_same_in_both_spellings() {
        assertThat(Glob.same("end_to-end", "end-to_end")).isTrue();
        assertThat(Glob.same("end", "ends")).isFalse();
    }
}
