package tenet.numeric.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.term.Rational;

class LogarithmicFormsProperties {
    private static final LogarithmicForms FORMS = new LogarithmicForms();

    private static LogarithmicForm log(long numerator, long denominator) {
        return FORMS.log(FORMS.of(Rational.of(numerator, denominator)));
    }

    private static LogarithmicForm times(Rational factor, LogarithmicForm form) {
        return FORMS.multiply(FORMS.of(factor), form);
    }

    @Property(tries = 200)
    void logarithms_turn_products_into_sums(@ForAll @IntRange(min = 1, max = 5000) int p, @ForAll @IntRange(min = 1, max = 5000) int q) {
        assertThat(FORMS.sign(FORMS.subtract(log((long) p * q, 1), FORMS.add(log(p, 1), log(q, 1))))).hasValue(0);
        assertThat(FORMS.sign(FORMS.add(log(p, q), log(q, p)))).hasValue(0);
    }

    @Property(tries = 200)
    void the_sign_is_that_of_the_enclosure_where_that_tells(@ForAll @IntRange(min = 1, max = 40) int p, @ForAll @IntRange(min = 1, max = 40) int q,
                                                           @ForAll @IntRange(min = -3, max = 3) int rest) {
        LogarithmicForm form = FORMS.add(times(Rational.of(2, 3), log(p, q)), FORMS.of(Rational.of(rest, 2)));
        OptionalInt enclosed = new Intervals().sign(form.enclosed());
        if (enclosed.isPresent()) assertThat(FORMS.sign(form)).isEqualTo(enclosed);
        assertThat(FORMS.sign(form).orElse(2) == 0).isEqualTo(p == q && rest == 0);
    }

    @Example
    void roots_under_logarithms_are_told() {
        LogarithmicForm half = times(Rational.of(1, 2), log(4, 9));
        assertThat(FORMS.sign(FORMS.subtract(half, log(2, 3)))).hasValue(0);
        assertThat(FORMS.exp(half)).isEqualTo(FORMS.of(Rational.of(2, 3)));
        assertThat(FORMS.exp(FORMS.add(times(Rational.of(1, 2), log(2, 1)), times(Rational.of(1, 2), log(8, 1))))).isEqualTo(FORMS.of(Rational.of(4)));
    }

    @Example
    void large_factors_that_are_not_found_do_not_hide_a_zero() {
        long prime = 1_000_003;
        assertThat(FORMS.sign(FORMS.subtract(log(prime * 1_000_033, 1), FORMS.add(log(prime, 1), log(1_000_033, 1))))).hasValue(0);
        assertThat(FORMS.sign(FORMS.subtract(log(prime * 1_000_033, 1), FORMS.add(log(prime, 1), log(1_000_032, 1))))).hasValue(1);
    }

    @Example
    void what_is_irrational_or_no_sum_of_logarithms_has_no_value_here() {
        assertThatThrownBy(() -> FORMS.multiply(log(2, 1), log(3, 1))).isInstanceOf(NotRepresentable.class);
        assertThatThrownBy(() -> FORMS.exp(FORMS.one())).isInstanceOf(NotRepresentable.class);
        assertThatThrownBy(() -> FORMS.exp(times(Rational.of(1, 2), log(2, 1)))).isInstanceOf(NotRepresentable.class);
        assertThatThrownBy(() -> FORMS.log(FORMS.zero())).isInstanceOf(Undefined.class);
    }
}
