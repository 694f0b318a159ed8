package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Tape;

/**
 * A trajectory in floating point, by Dormand and Prince's method of order 8(5,3) with error control and dense output.
 * It may suggest and support; it never refutes: rounding perturbs equalities that the flow then amplifies.
 */
public record Motion(VectorField field, Limits limits) {
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

    public Motion(VectorField field) {
        this(field, Limits.DEFAULT);
    }

    /** Integrates from time 0; a limit reached, or a velocity without value, ends the trajectory early and is told. */
    public Trajectory until(double end) {
        State<Double> start = State.of(new Doubles(), field.instance());
        double[] first = new double[field.dimension()];
        List<Double> packed = field.start(new Doubles());
        for (int i = 0; i < first.length; i++) first[i] = packed.get(i);
        DormandPrince integrator = new DormandPrince(velocity(start), first);
        Optional<String> stopped = first.length == 0 || end <= 0 ? Optional.empty() : integrator.run(end, limits);
        return new Trajectory(field, start, integrator, stopped);
    }

    /** The compiled velocity, or the interpreted one where it is not compiled. */
    Velocity velocity(State<Double> start) {
        Optional<Tape> compiled;
        try {
            compiled = field.compiled();
        } catch (NoValue none) {
            return (point, result) -> {
                throw none;
            };
        }
        if (compiled.isPresent()) return compiled.get()::values;
        return (point, result) -> {
            List<Double> velocity = field.velocity(start, boxed(point));
            for (int i = 0; i < result.length; i++) result[i] = velocity.get(i);
        };
    }

    static List<Double> boxed(double[] point) {
        List<Double> boxed = new ArrayList<>(point.length);
        for (double entry : point) boxed.add(entry);
        return boxed;
    }
}
