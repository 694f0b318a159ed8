package tenet.properties.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Rational;

class DrawsProperties {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    private static Draws draws(long seed) {
        return new Draws(Choices.fresh(seed, 0));
    }

    @Property(tries = 200)
    void unit_vectors_have_length_one_exactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        assertThat(MATRICES.squaredNorm(Value.vector(draws(seed).unit(size)))).isEqualTo(Rational.ONE);
    }

    @Property(tries = 200)
    void rational_orthogonal_matrices_are_orthogonal_exactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int size) {
        Value.Matrix<Rational> q = new MatrixDraws(draws(seed)).orthogonal(size);
        assertThat(MATRICES.multiply(MATRICES.transpose(q), q)).isEqualTo(MATRICES.identity(size));
        assertThat(MATRICES.multiply(q, MATRICES.transpose(q))).isEqualTo(MATRICES.identity(size));
    }

    @Property(tries = 200)
    void orthogonal_matrices_are_not_all_signed_permutations(@ForAll @IntRange(min = 0, max = 10) int block) {
        boolean mixed = java.util.stream.IntStream.range(0, 30).anyMatch(i -> new MatrixDraws(new Draws(Choices.fresh(block, i))).orthogonal(3)
                .entries().stream().anyMatch(entry -> !entry.isInteger()));
        assertThat(mixed).isTrue();
    }

    @Property(tries = 300)
    void numbers_within_bounds_are_within_them(@ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int low, @ForAll @IntRange(min = 1, max = 4) int length,
                                               @ForAll boolean lowOpen, @ForAll boolean highOpen, @ForAll boolean hasLow, @ForAll boolean hasHigh) {
        Bounds bounds = new Bounds(hasLow ? Optional.of(Rational.of(low)) : Optional.empty(), lowOpen,
                hasHigh ? Optional.of(Rational.of(low + length)) : Optional.empty(), highOpen);
        assertThat(bounds.contains(draws(seed).within(bounds))).isTrue();
    }

    @Property(tries = 100)
    void narrowing_bounds_keeps_exactly_the_numbers_that_compare_so(@ForAll @IntRange(min = -4, max = 4) int value, @ForAll @IntRange(min = -4, max = 4) int limit,
                                                                    @ForAll Comparison comparison) {
        Bounds bounds = Bounds.between(Optional.of(Rational.of(-2)), Optional.of(Rational.of(2)));
        boolean expected = Math.abs(value) <= 2 && (comparison == Comparison.UNEQUAL || comparison.holdsForSign(Integer.compare(value, limit)));
        assertThat(bounds.and(comparison, Rational.of(limit)).contains(Rational.of(value))).isEqualTo(expected);
    }

    @Property(tries = 100)
    void replaying_the_choices_repeats_the_draw(@ForAll long seed) {
        Choices choices = Choices.fresh(seed, 7);
        Value<Rational> first = new MatrixDraws(new Draws(choices).in("M")).value(List.of(3, 2));
        assertThat(new MatrixDraws(new Draws(Choices.replay(choices.made())).in("M")).value(List.of(3, 2))).isEqualTo(first);
    }

    @Property(tries = 100)
    void any_script_builds_something(@ForAll List<@IntRange(min = -5, max = 1000) Integer> script) {
        Value<Rational> value = new MatrixDraws(new Draws(Choices.replay(Script.EMPTY.with("M", script))).in("M")).value(List.of(2, 3));
        assertThat(value.entries()).hasSize(6);
    }

    /** A width may be 0 where a file allows it: such a draw is dropped, and is no mistake of Tenet. */
    @Example
    void there_is_no_unit_vector_of_size_0() {
        assertThatThrownBy(() -> draws(1).unit(0)).isInstanceOf(NotRepresentable.class);
    }
}
