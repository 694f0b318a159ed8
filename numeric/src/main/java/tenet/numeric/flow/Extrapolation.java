package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import tenet.numeric.algebra.NoValue;

/** Gragg, Bulirsch and Stoer's extrapolation of the midpoint rule, by Hipparchus: another family than Runge and Kutta's. */
final class Extrapolation implements SecondOpinion.Integrator {
    private static final double SMALLEST_STEP = 1e-14;

    @Override
    public String name() {
        return "Gragg, Bulirsch and Stoer";
    }

    @Override
    public List<double[]> at(Velocity velocity, double[] start, List<Double> times, Motion.Limits limits) {
        double end = times.getLast();
        List<double[]> points = new ArrayList<>();
        var integrator = new GraggBulirschStoerIntegrator(Math.min(SMALLEST_STEP, end / 4), end, limits.tolerance(), limits.tolerance());
        integrator.setMaxEvaluations(limits.evaluations());
        integrator.addStepHandler(new ODEStepHandler() {
            @Override
            public void init(ODEStateAndDerivative first, double last) {
            }

            @Override
            public void handleStep(ODEStateInterpolator step) {
                while (points.size() < times.size() && times.get(points.size()) <= step.getCurrentState().getTime())
                    points.add(step.getInterpolatedState(times.get(points.size())).getPrimaryState());
            }
        });
        long began = System.nanoTime();
        try {
            integrator.integrate(new OrdinaryDifferentialEquation() {
                @Override
                public int getDimension() {
                    return start.length;
                }

                @Override
                public double[] computeDerivatives(double time, double[] point) {
                    if (!((System.nanoTime() - began) * 1e-9 <= limits.seconds()) || Thread.currentThread().isInterrupted()) throw new OutOfTime();
                    double[] result = new double[point.length];
                    velocity.at(point, result);
                    return result;
                }
            }, new ODEState(0, start), end);
        } catch (NoValue | OutOfTime | MathRuntimeException stopped) {
            // The points before tell what they tell.
        }
        return points;
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfTime() {
            super(null, null, false, false);
        }
    }
}
