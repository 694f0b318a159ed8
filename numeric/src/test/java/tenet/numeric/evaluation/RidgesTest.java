package tenet.numeric.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** {@code 1/2*(X11 - 1)^2 + X22 + 2*(X11 - X12)^4 + 1/2*(X12 + 3 X21)^2 - X22^3}, in all readings. */
class RidgesTest {
    private static final PrimitiveTerms PRIMITIVES = new PrimitiveTerms(RandomTerms.SIGNATURE);
    private static final FunctionModel.Ridges LOSS = new FunctionModel.Ridges(
            new FunctionModel.Quadratic(matrix(1, 0, 0, 0), matrix(1, 0, 0, 0), matrix(0, 0, 0, 1)),
            List.of(ridge(Rational.of(2), 4, matrix(1, -1, 0, 0)), ridge(Rational.of(1, 2), 2, matrix(0, 1, 3, 0)), ridge(Rational.MINUS_ONE, 3, matrix(0, 0, 0, 1))));
    private static final Instance INSTANCE = new RandomTerms(1).instance().with("A", matrix(3, 1, -1, 2)).with("loss", LOSS);
    private static final Term ARGUMENT = Term.symbol("A", Sort.matrix(RandomTerms.N, RandomTerms.N));
    private static final Term VALUE = new Term.Call("loss", List.of(ARGUMENT), Sort.REAL);
    private static final Term GRADIENT = new Term.Gradient("loss", ARGUMENT);

    private static FunctionModel.Ridges.Ridge ridge(Rational factor, int power, Value<Rational> direction) {
        return new FunctionModel.Ridges.Ridge(factor, direction, power);
    }

    private static Value<Rational> matrix(int... entries) {
        return new Value.Matrix<>(2, 2, java.util.Arrays.stream(entries).mapToObj(Rational::of).toList());
    }

    @Test
    void the_value_and_the_gradient_are_those_of_the_polynomial() {
        Evaluation<Rational> exact = new Evaluation<>(PRIMITIVES, State.of(new Rationals(), INSTANCE));
        assertThat(exact.evaluate(VALUE).entries()).containsExactly(Rational.of(2 + 2 + 32 + 2 - 8));
        assertThat(exact.evaluate(GRADIENT).entries()).containsExactly(Rational.of(2 + 64), Rational.of(-64 - 2), Rational.of(-6), Rational.of(1 - 12));
    }

    @Test
    void doubles_tapes_and_intervals_agree() {
        for (Term term : List.of(VALUE, Term.apply(Operator.NORM, GRADIENT))) {
            double near = new Evaluation<>(PRIMITIVES, State.of(new Doubles(), INSTANCE)).evaluate(term).entries().getFirst();
            double[] taped = new double[1];
            Tape.compile(INSTANCE, List.of(new Tape.Input("A", List.of(), matrix(3, 1, -1, 2))), List.of(PRIMITIVES.of(term))).orElseThrow()
                    .values(new double[] {3, 1, -1, 2}, taped);
            Interval enclosed = new Evaluation<>(PRIMITIVES, State.of(new Intervals(), INSTANCE)).evaluate(term).entries().getFirst();
            assertThat(taped[0]).isCloseTo(near, within(1e-12 * Math.abs(near)));
            assertThat(near).isBetween(enclosed.low() - 1e-12, enclosed.high() + 1e-12);
            assertThat(enclosed.width()).isLessThan(1e-10);
        }
    }

    @Test
    void a_ridge_fits_its_quadratic_and_has_a_power_of_two_to_four() {
        assertThatThrownBy(() -> ridge(Rational.ONE, 5, matrix(1, 0, 0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunctionModel.Ridges(LOSS.base(), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunctionModel.Ridges(LOSS.base(), List.of(ridge(Rational.ONE, 2, Value.number(1))))).isInstanceOf(IllegalArgumentException.class);
    }
}
