package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Undefined;

class DormandPrinceTest {
    /** The pendulum with a third coordinate, which is time. */
    private static void pendulum(double[] x, double[] v) {
        v[0] = x[1];
        v[1] = -Math.sin(x[0]) + 0.1 * Math.cos(x[2]);
        v[2] = 1;
    }

    private static DormandPrince integrate(double end, double tolerance) {
        DormandPrince integrator = new DormandPrince(DormandPrinceTest::pendulum, new double[] {1, 0, 0});
        assertEquals(Optional.empty(), integrator.run(end, new Motion.Limits(tolerance, 1_000_000, 60)));
        return integrator;
    }

    @Test
    void the_library_s_integrator_of_this_method_takes_it_to_the_same_point() {
        DormandPrince ours = integrate(20, 1e-11);
        var theirs = new DormandPrince853Integrator(1e-14, 20, 1e-11, 1e-11);
        double[] there = theirs.integrate(new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 3;
            }

            @Override
            public double[] computeDerivatives(double time, double[] point) {
                double[] result = new double[3];
                pendulum(point, result);
                return result;
            }
        }, new ODEState(0, new double[] {1, 0, 0}), 20).getPrimaryState();
        assertEquals(20, ours.end());
        for (int i = 0; i < 3; i++) assertEquals(there[i], ours.at(20)[i], 1e-9);
        // The steps are chosen alike.
        assertEquals(theirs.getEvaluations() / 15.0, ours.times().size(), ours.times().size() * 0.2);
    }

    @Test
    void between_the_steps_it_is_as_good_as_at_them() {
        DormandPrince fine = integrate(10, 1e-13);
        DormandPrince coarse = integrate(10, 1e-8);
        assertTrue(coarse.times().size() < 25, "steps of half a unit, so that the interpolation matters");
        for (double t = 0.05; t < 10; t += 0.09) for (int i = 0; i < 3; i++) assertEquals(fine.at(t)[i], coarse.at(t)[i], 3e-7, "at " + t);
        // Whatever was asked before.
        double[] later = coarse.at(7.3);
        coarse.at(1.1);
        assertEquals(Arrays.toString(later), Arrays.toString(coarse.at(7.3)));
    }

    @Test
    void the_error_falls_with_the_tolerance() {
        double[] exact = integrate(20, 1e-13).at(20);
        double rough = Math.abs(integrate(20, 1e-5).at(20)[0] - exact[0]);
        double better = Math.abs(integrate(20, 1e-9).at(20)[0] - exact[0]);
        assertTrue(rough < 1e-3 && rough > 1e-9, "rough " + rough);
        assertTrue(better < 1e-7 && better < rough / 100, "better " + better);
    }

    @Test
    void the_errors_of_the_estimates_sum_to_nothing_and_stages_are_consistent() {
        for (var weights : new DormandPrinceTableau.Weights[] {DormandPrinceTableau.fifthOrderError(), DormandPrinceTableau.thirdOrderError()})
            assertEquals(0, Arrays.stream(weights.factors()).sum(), 1e-14);
        assertEquals(1, Arrays.stream(DormandPrinceTableau.stage(DormandPrinceTableau.STAGES).factors()).sum(), 1e-14);
    }

    @Test
    void a_velocity_without_value_beyond_a_point_is_approached_and_told() {
        // x' = -1 / sqrt(x) reaches 0 at time 2/3.
        DormandPrince integrator = new DormandPrince((x, v) -> {
            if (x[0] <= 0) throw new Undefined("the root of " + x[0]);
            v[0] = -1 / Math.sqrt(x[0]);
        }, new double[] {1});
        Optional<String> stopped = integrator.run(2, new Motion.Limits(1e-10, 100_000, 60));
        assertTrue(stopped.isPresent());
        assertEquals(2.0 / 3, integrator.end(), 1e-6);
    }

    @Test
    void numbers_that_are_not_finite_stop_it() {
        DormandPrince nan = new DormandPrince((x, v) -> v[0] = x[0] > 2 ? Double.NaN : 1, new double[] {0});
        assertTrue(nan.run(5, new Motion.Limits(1e-10, 100_000, 60)).isPresent());
        assertEquals(2, nan.end(), 1e-6);
        DormandPrince infinite = new DormandPrince((x, v) -> v[0] = Double.POSITIVE_INFINITY, new double[] {0});
        assertEquals(Optional.of("the velocity at the start is not finite"), infinite.run(5, Motion.Limits.DEFAULT));
        assertEquals(0, infinite.end());
        assertEquals(0.0, infinite.at(0)[0]);
    }
}
