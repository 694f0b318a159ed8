package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Tape;

/**
 * A trajectory in floating point, by Dormand and Prince's method of order 8(5,3) with error control and dense output.
 * It may suggest and support; it never refutes: rounding perturbs equalities that the flow then amplifies.
 */
public record Motion(VectorField field, Limits limits) {
    private static final double SMALLEST_STEP = 1e-14;

    /**
     * When to stop.
     *
     * @param tolerance   error allowed per step, absolute and relative
     * @param evaluations of the vector field, at most
     * @param seconds     of computing, at most
     */
    public record Limits(double tolerance, int evaluations, double seconds) {
        public static final Limits DEFAULT = new Limits(1e-10, 200_000, 10);
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfTime(double seconds) {
            super("no more than " + seconds + " s of computing are allowed", null, false, false);
        }
    }

    public Motion(VectorField field) {
        this(field, Limits.DEFAULT);
    }

    /** Integrates from time 0; a limit reached, or a velocity without value, ends the trajectory early and is told. */
    public Trajectory until(double end) {
        State<Double> start = State.of(new Doubles(), field.instance());
        double[] first = new double[field.dimension()];
        List<Double> packed = field.start(new Doubles());
        for (int i = 0; i < first.length; i++) first[i] = packed.get(i);
        List<ODEStateInterpolator> steps = new ArrayList<>();
        if (field.dimension() == 0 || end <= 0) return new Trajectory(field, start, first, steps, Optional.empty());
        var integrator = new DormandPrince853Integrator(Math.min(SMALLEST_STEP, end / 4), end, limits.tolerance(), limits.tolerance());
        integrator.setMaxEvaluations(limits.evaluations());
        integrator.addStepHandler(new Recorder(steps));
        Optional<String> stopped = Optional.empty();
        try {
            Optional<Tape> tape = field.compiled();
            integrator.integrate(equation(start, tape, System.nanoTime()), new ODEState(0, first), end);
        } catch (NoValue | OutOfTime | MathRuntimeException stop) {
            stopped = Optional.of(stop.getMessage());
        }
        return new Trajectory(field, start, first, steps, stopped);
    }

    private OrdinaryDifferentialEquation equation(State<Double> start, Optional<Tape> tape, long began) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return field.dimension();
            }

            @Override
            public double[] computeDerivatives(double time, double[] point) {
                if ((System.nanoTime() - began) * 1e-9 > limits.seconds()) throw new OutOfTime(limits.seconds());
                double[] result = new double[point.length];
                if (tape.isPresent()) {
                    tape.get().values(point, result);
                    return result;
                }
                List<Double> velocity = field.velocity(start, boxed(point));
                for (int i = 0; i < result.length; i++) result[i] = velocity.get(i);
                return result;
            }
        };
    }

    static List<Double> boxed(double[] point) {
        List<Double> boxed = new ArrayList<>(point.length);
        for (double entry : point) boxed.add(entry);
        return boxed;
    }

    private record Recorder(List<ODEStateInterpolator> steps) implements ODEStepHandler {
        @Override
        public void init(ODEStateAndDerivative first, double end) {
        }

        @Override
        public void handleStep(ODEStateInterpolator step) {
            steps.add(step);
        }
    }
}
