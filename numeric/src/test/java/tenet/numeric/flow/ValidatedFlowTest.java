package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenet.symbolic.term.Term.multiply;
import static tenet.symbolic.term.Term.negate;
import static tenet.symbolic.term.Term.number;
import static tenet.symbolic.term.Term.power;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Interval;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class ValidatedFlowTest {
    private static Interval value(VectorField field, State<Interval> state, Term term) {
        return new Evaluation<>(field.primitives(), state).evaluate(term).entries().getFirst();
    }

    @Test
    void exponential_decay_is_enclosed() {
        VectorField field = Systems.scalar(negate(Systems.x()), "1");
        Enclosure enclosure = new ValidatedFlow(field).at(List.of(0.5, 1.0, 10.0));
        assertTrue(enclosure.failure().isEmpty());
        for (double t : List.of(0.5, 1.0, 10.0)) {
            Interval x = value(field, enclosure.at(t), Systems.x());
            Interval exact = Interval.of(-t).exp();
            assertTrue(x.low() <= exact.high() && exact.low() <= x.high(), () -> x + " misses " + exact);
            // Boxes without memory of their start widen like e^t even where solutions contract.
            assertTrue(x.width() < 1e-15 * Math.exp(t), () -> "width " + x.width());
            assertTrue(value(field, enclosure.upTo(t), Systems.x()).contains(x));
        }
    }

    @Test
    void coarse_enclosures_contain_the_solution_by_their_remainder() {
        // Any error allowed: the polynomial alone, or a tube that was not checked, would miss e.
        for (int order = 1; order <= 3; order++) {
            VectorField field = Systems.scalar(Systems.x(), "1");
            var settings = new ValidatedFlow.Settings(order, 1e9, 1e9, 2000, 10);
            Enclosure enclosure = new ValidatedFlow(field, settings).at(List.of(1.0, 2.5));
            Interval one = value(field, enclosure.at(1.0), Systems.x());
            Interval later = value(field, enclosure.at(2.5), Systems.x());
            assertTrue(one.contains(Math.E) && one.width() > 1e-6, one::toString);
            assertTrue(later.contains(Math.exp(2.5)), later::toString);
            assertTrue(value(field, enclosure.upTo(2.5), Systems.x()).contains(Math.exp(2.5)));
        }
    }

    @Test
    void a_tube_is_accepted_only_when_no_solution_leaves_it() {
        // x' = x^2 from 1 is 8 at t = 7/8, far outside a tube that is guessed from the start.
        for (int order = 1; order <= 3; order++) {
            VectorField field = Systems.scalar(power(Systems.x(), number(2)), "1");
            var settings = new ValidatedFlow.Settings(order, 1e9, 1e9, 2000, 10);
            Enclosure enclosure = new ValidatedFlow(field, settings).at(List.of(0.875));
            assertTrue(enclosure.end() > 0);
            for (double t : enclosure.times()) {
                Rational exact = Rational.ONE.minus(Rational.exactly(t)).inverse();
                assertTrue(value(field, enclosure.at(t), Systems.x()).contains(exact));
                assertTrue(value(field, enclosure.upTo(t), Systems.x()).contains(exact));
            }
        }
    }

    @Test
    void rotation_is_enclosed() {
        VectorField field = Systems.oscillator();
        Enclosure enclosure = new ValidatedFlow(field).at(List.of(3.0));
        Interval p = value(field, enclosure.at(3.0), Term.symbol("p", Sort.REAL));
        assertTrue(p.contains(Math.cos(3)) && p.width() < 1e-12, p::toString);
        Interval q = value(field, enclosure.at(3.0), Term.symbol("q", Sort.REAL));
        assertTrue(q.contains(-Math.sin(3)) && q.width() < 1e-12, q::toString);
    }

    @Test
    void a_motion_that_escapes_to_infinity_is_not_enclosed_beyond() {
        // x' = x^2 from 1 ends at t = 1.
        VectorField field = Systems.scalar(power(Systems.x(), number(2)), "1");
        Enclosure enclosure = new ValidatedFlow(field).at(List.of(0.75, 2.0));
        assertTrue(value(field, enclosure.at(0.75), Systems.x()).contains(4));
        assertTrue(enclosure.failure().isPresent());
        assertTrue(enclosure.end() >= 0.75 && enclosure.end() < 1, () -> "reached " + enclosure.end());
    }

    @Test
    void an_equation_with_two_solutions_is_not_enclosed() {
        // x' = sqrt(|x|) from 0: both 0 and t^2/4 solve it.
        Term velocity = Term.apply(Operator.SQUARE_ROOT, Term.apply(Operator.ABSOLUTE, Systems.x()));
        Enclosure enclosure = new ValidatedFlow(Systems.scalar(velocity, "0")).at(List.of(1.0));
        assertEquals(0, enclosure.end());
        assertTrue(enclosure.failure().isPresent());
    }

    @Test
    void fractional_powers_and_transcendental_velocities_are_enclosed() {
        // x' = x^(3/2) from 1: x = (1 - t/2)^-2, which is 16/9 at t = 1/2.
        VectorField power = Systems.scalar(power(Systems.x(), number(Rational.of(3, 2))), "1");
        Interval x = value(power, new ValidatedFlow(power).at(List.of(0.5)).at(0.5), Systems.x());
        assertTrue(x.contains(Rational.of(16, 9)) && x.width() < 1e-13, x::toString);
        // x' = exp(-x) from 0: x = log(1 + t).
        VectorField exponential = Systems.scalar(Term.apply(Operator.EXPONENTIAL, negate(Systems.x())), "0");
        Interval y = value(exponential, new ValidatedFlow(exponential).at(List.of(1.0)).at(1.0), Systems.x());
        assertTrue(y.contains(Math.log(2)) && y.width() < 1e-13, y::toString);
        // x' = x log(x) from 2: x = 2^(e^t).
        VectorField logarithm = Systems.scalar(multiply(Systems.x(), Term.apply(Operator.LOGARITHM, Systems.x())), "2");
        Interval z = value(logarithm, new ValidatedFlow(logarithm).at(List.of(0.5)).at(0.5), Systems.x());
        assertEquals(Math.pow(2, Math.exp(0.5)), z.middle(), 1e-13);
    }

    @Test
    void the_determinant_of_an_unbalanced_start_turns_negative() {
        for (boolean model : new boolean[] {false, true}) {
            var layers = List.of(Systems.multipleOfIdentity("1/10"), Systems.multipleOfIdentity("1"));
            VectorField field = model ? Systems.completionByModel(layers) : Systems.completion(layers);
            Enclosure enclosure = new ValidatedFlow(field).at(List.of(5.0));
            assertTrue(enclosure.failure().isEmpty(), () -> enclosure.failure().toString());
            Interval determinant = value(field, enclosure.at(5.0), Systems.determinant());
            assertTrue(determinant.high() < 0, determinant::toString);
            Formula keepsSign = new Formula.Relation(Comparison.GREATER, Systems.determinant(), number(0));
            var evaluation = new Evaluation<>(field.primitives(), enclosure.at(5.0)).startingAt(enclosure.start());
            assertEquals(Truth.VIOLATED, evaluation.holds(keepsSign));
            assertEquals(Truth.HOLDS, evaluation.holds(new Formula.Initially(keepsSign)));
        }
    }

    @Test
    void the_determinant_at_depth_one_is_as_computed_elsewhere() {
        VectorField field = Systems.completion(List.of(Systems.multipleOfIdentity("3/10")));
        Enclosure enclosure = new ValidatedFlow(field).at(List.of(1.0));
        Interval determinant = value(field, enclosure.at(1.0), Systems.determinant());
        // w11 stays, w22 decays, w12 and w21 approach 1: 0.09/e - (1 - 1/e)^2.
        Interval decay = Interval.of(-1).exp();
        Interval exact = Interval.of(Rational.parse("0.09")).times(decay).minus(Interval.ONE.minus(decay).power(2));
        assertTrue(determinant.low() <= exact.high() && exact.low() <= determinant.high());
        assertEquals(-0.366467, determinant.middle(), 5e-7);
        assertTrue(determinant.width() < 1e-13);
    }

    @Test
    void invariants_of_the_flow_stay_in_their_boxes() {
        VectorField field = Systems.completion(List.of(Systems.matrix("1", "1/3", "0", "1/2"), Systems.matrix("1/2", "-1/4", "1", "1")));
        Enclosure enclosure = new ValidatedFlow(field).at(List.of(1.0));
        var before = new Evaluation<>(field.primitives(), enclosure.start()).evaluate(Systems.unbalancedness()).entries();
        var after = new Evaluation<>(field.primitives(), enclosure.at(1.0)).evaluate(Systems.unbalancedness()).entries();
        for (int i = 0; i < 4; i++) {
            Interval then = before.get(i);
            Interval now = after.get(i);
            assertTrue(now.low() <= then.high() && then.low() <= now.high(), () -> now + " misses " + then);
            assertTrue(now.width() < 1e-11, () -> "width " + now.width());
        }
        assertFalse(after.equals(before));
    }

    @Test
    void turning_enclosures_outlast_boxes() {
        // Boxes around a rotation widen like e^t: by t = 60 nothing would be left of a rounding error of the start.
        Enclosure rotation = new ValidatedFlow(Systems.oscillator()).at(List.of(60.0));
        assertTrue(rotation.failure().isEmpty(), () -> rotation.failure().toString());
        Interval p = value(Systems.oscillator(), rotation.at(60), Term.symbol("p", Sort.REAL));
        assertTrue(p.contains(Math.cos(60)) && p.width() < 1e-11, p::toString);
        // Decay contracts them.
        VectorField decay = Systems.scalar(negate(Systems.x()), "1/3");
        Enclosure decayed = new ValidatedFlow(decay).at(List.of(50.0));
        Interval x = value(decay, decayed.at(50), Systems.x());
        Interval exact = Interval.of(-50).exp().divide(Interval.of(3));
        assertTrue(x.low() <= exact.high() && exact.low() <= x.high() && x.width() < 1e-14, x::toString);
    }

    @Test
    void a_wide_enclosure_ends_with_its_sensitivity() {
        // x' = x grows by e^40 from a start that is no double.
        VectorField field = Systems.scalar(Systems.x(), "1/3");
        var settings = new ValidatedFlow.Settings(12, 1e-16, 1e-3, 2000, 10);
        Enclosure enclosure = new ValidatedFlow(field, settings).at(List.of(60.0));
        Enclosure.Failure failure = enclosure.failure().orElseThrow();
        assertTrue(failure.reason().contains("wider"), failure::toString);
        assertTrue(failure.sensitivity() > 1e8, failure::toString);
    }
}
