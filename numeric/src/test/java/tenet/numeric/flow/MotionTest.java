package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenet.symbolic.term.Term.negate;
import static tenet.symbolic.term.Term.number;
import static tenet.symbolic.term.Term.power;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Sort;

class MotionTest {
    private static double x(VectorField field, Trajectory trajectory, double time) {
        return new Evaluation<>(field.primitives(), trajectory.at(time)).evaluate(Systems.x()).entries().getFirst();
    }

    @Test
    void exponential_decay_at_steps_and_between() {
        VectorField field = Systems.scalar(negate(Systems.x()), "1");
        Trajectory trajectory = new Motion(field).until(3);
        assertTrue(trajectory.stopped().isEmpty());
        assertEquals(3, trajectory.end());
        for (double t : new double[] {0, 0.1, 1, 2.345, 3}) assertEquals(Math.exp(-t), x(field, trajectory, t), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> trajectory.at(3.5));
    }

    @Test
    void a_motion_that_escapes_stops_and_says_why() {
        VectorField field = Systems.scalar(power(Systems.x(), number(2)), "1");
        Trajectory trajectory = new Motion(field).until(2);
        assertTrue(trajectory.stopped().isPresent());
        assertEquals(1, trajectory.end(), 1e-3);
    }

    @Test
    void too_few_evaluations_stop_it() {
        VectorField field = Systems.oscillator();
        Trajectory trajectory = new Motion(field, new Motion.Limits(1e-12, 100, 10)).until(100);
        assertTrue(trajectory.stopped().isPresent());
        assertTrue(trajectory.end() < 100);
    }

    @Test
    void unbalancedness_does_not_drift_but_the_determinant_moves() {
        VectorField field = Systems.completion(List.of(Systems.multipleOfIdentity("1/10"), Systems.multipleOfIdentity("1")));
        Trajectory trajectory = new Motion(field).until(5);
        assertTrue(trajectory.drift(Systems.unbalancedness()).largest() < 1e-8);
        assertTrue(trajectory.drift(Systems.determinant()).largest() > 0.1);
        // The point of the trajectory as exact numbers gives the same unbalancedness, nearly.
        Instance there = trajectory.instanceAt(5);
        double now = new Evaluation<>(new tenet.numeric.algebra.Doubles(), field.primitives().signature(), there)
                .evaluate(Systems.unbalancedness()).entries().getFirst();
        assertEquals(0.99, now, 1e-8);
    }

    @Test
    void an_unknown_motion_cannot_be_integrated() {
        Signature signature = new Signature(List.of(new Declaration.Variable("u", List.of(), Sort.REAL, Declaration.Motion.MOVING)));
        assertThrows(NotRepresentable.class, () -> new VectorField(new PrimitiveTerms(signature), Instance.EMPTY.with("u", 1)));
    }

    @Test
    void a_model_of_the_loss_moves_like_the_loss_written_out() {
        var layers = List.of(Systems.matrix("1", "1/3", "0", "1/2"), Systems.matrix("1/2", "-1/4", "1", "1"));
        VectorField written = Systems.completion(layers);
        VectorField model = Systems.completionByModel(layers);
        var rationals = new tenet.numeric.algebra.Rationals();
        assertEquals(written.velocity(tenet.numeric.evaluation.State.of(rationals, written.instance()), written.start(rationals)),
                model.velocity(tenet.numeric.evaluation.State.of(rationals, model.instance()), model.start(rationals)));
    }
}
