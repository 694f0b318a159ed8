package tenet.properties.exact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

class MoveProperties {
    private static final Rational MOST = Rational.of(2_000_000);

    @Property(tries = 100)
    void edits_lead_to_positive_factors_of_at_most_six_powers_of_ten(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        var random = Choices.generator(seed, 0);
        int move = 0;
        for (int i = 0; i < 50; i++) {
            move = Move.edited(move, random);
            assertThat(move).isNotNegative();
            assertThat(Move.factor(move)).isBetween(MOST.inverse(), MOST);
        }
    }

    @Example
    void moves_go_up_and_down_by_turns_a_tenth_of_a_power_of_ten_at_a_time() {
        assertThat(Move.factor(0)).isEqualTo(Rational.ONE);
        assertThat(Move.factor(1)).isEqualTo(Rational.of(5, 4));
        assertThat(Move.factor(2)).isEqualTo(Rational.of(4, 5));
        assertThat(Move.factor(19)).isEqualTo(Rational.of(10));
        assertThat(Move.factor(20)).isEqualTo(Rational.of(1, 10));
    }

    @Example
    void numbers_of_a_record_are_multiplied_by_its_moves_and_fresh_ones_are_not() {
        Choices fresh = Choices.fresh(1, 1);
        Rational drawn = new Draws(fresh).in("x").rational();
        Script moved = fresh.made().with(Choices.movesOf("x"), java.util.List.of(19));
        assertThat(new Draws(Choices.replay(fresh.made())).in("x").rational()).isEqualTo(drawn);
        assertThat(new Draws(Choices.replay(moved)).in("x").rational()).isEqualTo(drawn.times(Rational.of(10)));
        assertThat(drawn.isZero()).isFalse();
    }
}
