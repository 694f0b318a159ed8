package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.PsdPower;
import tenet.numeric.linear.SingularValues;
import tenet.numeric.linear.SpectralFunctions;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;

/** What goes wrong with floating point on deep factorizations, and what this module does instead. */
class NumericTrapsTest {
    private static final int A = 0, B = 1, D = 2, LOG_DET = 3;

    /** The completion problem at depth two from {@code alpha I}: entries 11, 12 and 22 of U U^T, and the logarithm of its determinant. */
    private static DormandPrince reduced(double alpha, double end) {
        Velocity velocity = (x, v) -> {
            v[A] = 2 * x[B] * (1 - x[B]);
            v[B] = (1 - x[B]) * (x[A] + x[D]) - x[B] * x[D];
            v[D] = 2 * x[B] * (1 - x[B]) - 2 * x[D] * x[D];
            v[LOG_DET] = -2 * x[D];
        };
        DormandPrince integrator = new DormandPrince(velocity, new double[] {alpha, 0, alpha, 2 * Math.log(alpha)});
        assertEquals(Optional.empty(), integrator.run(end, new Motion.Limits(1e-12, 1_000_000, 60)));
        return integrator;
    }

    private static double determinant(double[] x) {
        return x[A] * x[D] - x[B] * x[B];
    }

    @Test
    void the_determinant_of_a_long_motion_is_known_by_its_logarithm_and_not_by_its_entries() {
        DormandPrince motion = reduced(1, 1000);
        double[] early = motion.at(3);
        assertEquals(Math.exp(early[LOG_DET]), determinant(early), 1e-11);
        double[] late = motion.at(1000);
        assertTrue(late[LOG_DET] < -120 && late[LOG_DET] > -250, "ln det = " + late[LOG_DET]);
        // The entries are right to twelve digits, and say nothing about it: not even the sign.
        assertTrue(Math.abs(determinant(late)) > 1e30 * Math.exp(late[LOG_DET]), "det = " + determinant(late));
        double loss = (1 - late[B]) * (1 - late[B]) + 0.5 * late[D] * late[D];
        assertEquals(1, 2 * loss * Math.pow(6000, 2.0 / 3), 0.1, "loss ~ 1/2 (6 t)^(-2/3)");
    }

    @Test
    void the_sign_of_a_tiny_determinant_is_told_by_exact_numbers_alone() {
        String large = "1152921504606846976";
        var matrix = new Value.Matrix<>(2, 2, List.of(Rational.parse(large).plus(Rational.ONE), Rational.parse(large), Rational.parse(large),
                Rational.parse(large).minus(Rational.ONE)));
        assertEquals(Rational.MINUS_ONE, new Matrices<>(new Rationals()).determinant(matrix));
        assertTrue(new Matrices<>(new Doubles()).determinant((Value.Matrix<Double>) matrix.map(Doubles::nearest)) >= 0, "doubles lose the sign");
        Interval enclosed = new Matrices<>(new Intervals()).determinant((Value.Matrix<Interval>) matrix.map(Interval::of));
        assertTrue(enclosed.low() <= -1 && enclosed.high() >= 0, "intervals cannot tell: " + enclosed);
    }

    @Test
    void a_small_power_of_a_singular_gram_matrix_is_taken_from_its_factor() {
        // Rank one: (u v^T)(u v^T)^T = |v|^2 u u^T, whose power 1/5 has the trace (|v| |u|)^(2/5), and no other eigenvalue.
        double[] u = {0.3, -0.7, 1.1};
        double[] v = {0.2, 0.9, -0.4};
        List<Double> entries = new java.util.ArrayList<>();
        double size = 0;
        for (double x : u) for (double y : v) {
            entries.add(x * y);
            size += x * x * y * y;
        }
        Value.Matrix<Double> power = PsdPower.ofGram(new Value.Matrix<>(3, 3, entries), 0.2);
        double trace = power.at(0, 0) + power.at(1, 1) + power.at(2, 2);
        // Noise of 1e-16 in a zero eigenvalue would be 6e-4 here.
        assertEquals(Math.pow(size, 0.2), trace, 1e-12);
        var square = (Value.Matrix<Double>) new Matrices<>(new Doubles()).multiply(power, power);
        assertEquals(trace * trace, square.at(0, 0) + square.at(1, 1) + square.at(2, 2), 1e-12, "rank one");
    }

    @Test
    void a_little_unbalance_leaves_the_branch_of_positive_determinants() {
        VectorField unbalanced = Systems.completion(List.of(Systems.matrix("1/2", "1/1000000000", "0", "1/2"), Systems.multipleOfIdentity("1/2")));
        Trajectory trajectory = new Motion(unbalanced).until(95);
        double there = new tenet.numeric.evaluation.Evaluation<>(unbalanced.primitives(), trajectory.at(95)).evaluate(Systems.determinant())
                .entries().getFirst();
        assertTrue(there < -0.01, "det = " + there);
        // From the balanced start nearby the determinant is positive and, by its own equation, about 1e-16.
        double logarithm = reduced(0.25, 95).at(95)[LOG_DET];
        assertTrue(logarithm > -45 && logarithm < -34, "ln det = " + logarithm);
    }

    @Test
    void ties_of_singular_values_do_not_disturb_the_values() {
        // Twice a rotation: every pair of orthonormal vectors is singular, so that the vectors mean nothing.
        var turned = new Value.Matrix<>(2, 2, List.of(Rational.parse("6/5"), Rational.parse("-8/5"), Rational.parse("8/5"), Rational.parse("6/5")));
        assertEquals(List.of(Rational.of(2), Rational.of(2)), SingularValues.exact(turned));
        var nearly = new Value.Matrix<>(2, 2, List.of(Rational.parse("6/5"), Rational.parse("-8/5"), Rational.parse("8/5"),
                Rational.parse("6/5").plus(Rational.parse("1/1000000000000"))));
        for (int k = 1; k <= 2; k++) {
            Interval value = new SpectralFunctions<>(new Intervals()).value(Operator.SINGULAR_VALUE, (Value.Matrix<Interval>) nearly.map(Interval::of),
                    Optional.of(nearly), Optional.of(Rational.of(k)));
            assertEquals(2, value.low(), 2e-12);
            assertEquals(2, value.high(), 2e-12);
        }
        Interval both = new SpectralFunctions<>(new Intervals()).value(Operator.EFFECTIVE_RANK, (Value.Matrix<Interval>) nearly.map(Interval::of),
                Optional.of(nearly), Optional.empty());
        assertEquals(2, both.low(), 1e-9);
    }
}
