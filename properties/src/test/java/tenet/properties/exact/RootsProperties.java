package tenet.properties.exact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

class RootsProperties {
    @Property(tries = 500)
    void a_near_root_is_on_its_side_and_as_near_as_asked(@ForAll @IntRange(min = 0, max = 100_000) int top, @ForAll @IntRange(min = 1, max = 100_000) int bottom,
                                                         @ForAll boolean above, @ForAll @IntRange(min = 1, max = 40) int bits) {
        Rational value = Rational.of(top, bottom);
        Rational root = Roots.near(value, above, bits);
        Rational off = root.times(root).minus(value);
        assertThat(off.signum()).isIn(0, above ? 1 : -1);
        if (Roots.square(value).isPresent()) assertThat(off.signum()).isZero();
        // |r^2 - v| <= |r - sqrt(v)| * (r + sqrt(v)) < 3 v / 2^bits
        assertThat(off.abs().times(Rational.of(2).power(bits)).compareTo(Rational.of(3).times(value))).isLessThanOrEqualTo(0);
    }
}
