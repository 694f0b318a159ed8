package tenet.properties.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenet.symbolic.term.Rational;

class ChoicesTest {
    @Test
    void groups_are_replayed_independently_of_one_another() {
        Choices choices = Choices.replay(new Script(Map.of("a", List.of(1, 2), "b", List.of(3))));
        assertThat(choices.in("b").below(10)).isEqualTo(3);
        assertThat(choices.in("a").below(10)).isEqualTo(1);
        assertThat(choices.in("a").below(10)).isEqualTo(2);
        assertThat(choices.in("c").below(10)).isZero();
    }

    @Test
    void a_choice_that_is_too_large_becomes_the_largest_possible() {
        assertThat(Choices.replay(Script.EMPTY.with("a", List.of(9))).in("a").below(3)).isEqualTo(2);
    }

    @Test
    void different_tries_differ_and_equal_tries_agree() {
        List<Integer> first = java.util.stream.IntStream.range(0, 20).mapToObj(i -> 0).toList();
        Choices a = Choices.fresh(5, 1);
        Choices b = Choices.fresh(5, 1);
        Choices c = Choices.fresh(5, 2);
        List<Integer> drawnA = first.stream().map(ignored -> a.below(100)).toList();
        assertThat(first.stream().map(ignored -> b.below(100)).toList()).isEqualTo(drawnA);
        assertThat(first.stream().map(ignored -> c.below(100)).toList()).isNotEqualTo(drawnA);
    }

    @Test
    void zeros_at_the_end_of_a_group_do_not_count() {
        assertThat(Script.EMPTY.with("a", List.of(0, 1, 0, 0))).isEqualTo(Script.EMPTY.with("a", List.of(0, 1)));
        assertThat(Script.EMPTY.with("a", List.of(0, 0))).isEqualTo(Script.EMPTY);
    }

    @Test
    void the_simplest_choices_give_the_simplest_values() {
        Draws draws = new Draws(Choices.replay(Script.EMPTY));
        assertThat(draws.rational()).isEqualTo(Rational.ZERO);
        assertThat(draws.unit(3)).containsExactly(Rational.ONE, Rational.ZERO, Rational.ZERO);
    }

    @Test
    void square_roots_are_exact_or_absent() {
        assertThat(Roots.square(Rational.of(9, 4))).contains(Rational.of(3, 2));
        assertThat(Roots.square(Rational.of(2))).isEmpty();
        assertThat(Roots.square(Rational.of(-4))).isEmpty();
        assertThat(Roots.square(Rational.ZERO)).contains(Rational.ZERO);
    }
}
