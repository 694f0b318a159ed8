package tenet.numeric.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.State;

/**
 * Confirms a trajectory by another one that shares neither the method nor, at some points, the compiled equations: an
 * integrator of another family moves to the same times, and the velocity there is computed by the interpreter too.
 *
 * @param bound how far two trajectories, or velocities, may be apart, relative to the largest entry at that time (1 at
 *              least); errors of integration grow with the time, so it is far above the tolerance
 */
public record SecondOpinion(Motion.Limits limits, double bound, Integrator integrator) {
    /** Compiled velocities are compared with interpreted ones to this relative accuracy: both only round. */
    private static final double ROUNDING = 1e-9;
    /** Extrapolation takes more evaluations than Dormand and Prince's method at these tolerances. */
    private static final int MORE = 8;

    /** By extrapolation, with work in proportion to the limits of the motion. */
    public SecondOpinion(Motion.Limits limits, double bound) {
        this(new Motion.Limits(limits.tolerance(), (int) Math.min(Integer.MAX_VALUE, (long) MORE * limits.evaluations()), limits.seconds()), bound, new Extrapolation());
    }

    /** A method of integration. */
    public interface Integrator {
        String name();

        /** The points at rising positive times from a start at time 0: fewer when it must stop before. */
        List<double[]> at(Velocity velocity, double[] start, List<Double> times, Motion.Limits limits);
    }

    /**
     * @param what   an entry of the state, or its velocity
     * @param first  by the trajectory
     * @param second by the second opinion
     */
    public record Disagreement(double time, String what, double first, double second, String told) {
    }

    /**
     * What a second integration says.
     *
     * @param confirmed    the last of the times up to which both agree, 0 when there is none
     * @param disagreement the first one, if there is one
     */
    public record Opinion(double confirmed, Optional<Disagreement> disagreement) {
    }

    /** @param times rising, positive, at most the end of the trajectory */
    public Opinion of(Trajectory trajectory, List<Double> times) {
        if (times.isEmpty()) return new Opinion(0, Optional.empty());
        VectorField field = trajectory.field();
        Velocity velocity = new Motion(field, limits).velocity(trajectory.start());
        List<double[]> points = integrator.at(velocity, trajectory.point(0), times, limits);
        double confirmed = 0;
        for (int i = 0; i < points.size(); i++) {
            double time = times.get(i);
            double[] first = trajectory.point(time);
            Optional<Disagreement> disagreement = compare(field, time, "", first, points.get(i), bound, "Dormand and Prince", integrator.name());
            if (disagreement.isEmpty() && (i == 0 || i == points.size() - 1)) disagreement = equations(field, velocity, trajectory.start(), time, first);
            if (disagreement.isPresent()) return new Opinion(confirmed, disagreement);
            confirmed = time;
        }
        return new Opinion(confirmed, Optional.empty());
    }

    private static Optional<Disagreement> equations(VectorField field, Velocity velocity, State<Double> start, double time, double[] point) {
        double[] compiled = new double[point.length];
        try {
            velocity.at(point, compiled);
            double[] interpreted = field.velocity(start, Motion.boxed(point)).stream().mapToDouble(Double::doubleValue).toArray();
            return compare(field, time, "the velocity of ", compiled, interpreted, ROUNDING, "the compiled equations", "the interpreted ones");
        } catch (NoValue none) {
            return Optional.empty();
        }
    }

    private static Optional<Disagreement> compare(VectorField field, double time, String prefix, double[] first, double[] second, double bound,
                                                  String one, String other) {
        double scale = 1;
        for (double entry : first) scale = Math.max(scale, Math.abs(entry));
        int worst = 0;
        for (int i = 1; i < first.length; i++) if (!(Math.abs(first[i] - second[i]) <= Math.abs(first[worst] - second[worst]))) worst = i;
        if (first.length == 0 || Math.abs(first[worst] - second[worst]) <= bound * scale) return Optional.empty();
        String what = prefix + field.entry(worst);
        return Optional.of(new Disagreement(time, what, first[worst], second[worst], String.format(Locale.ROOT,
                "%s at t = %.4g is %.10g by %s and %.10g by %s", what, time, first[worst], one, second[worst], other)));
    }
}
