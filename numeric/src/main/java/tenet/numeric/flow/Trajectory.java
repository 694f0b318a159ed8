package tenet.numeric.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** A computed trajectory from time 0 with its states in between, to the precision of the integration. One object serves one thread. */
public final class Trajectory {
    private final VectorField field;
    private final State<Double> start;
    private final DormandPrince integrator;
    private final Optional<String> stopped;

    Trajectory(VectorField field, State<Double> start, DormandPrince integrator, Optional<String> stopped) {
        this.field = field;
        this.start = start;
        this.integrator = integrator;
        this.stopped = stopped;
    }

    /** The time reached. */
    public double end() {
        return integrator.end();
    }

    /** Why the integration stopped before the time asked for; empty when it did not. */
    public Optional<String> stopped() {
        return stopped;
    }

    /** The times of the integrator's steps, 0 first. */
    public List<Double> times() {
        return integrator.times();
    }

    public State<Double> start() {
        return start;
    }

    /** The state at a time between 0 and {@link #end}, for an {@code Evaluation} {@code startingAt(start())}. */
    public State<Double> at(double time) {
        return field.at(start, Motion.boxed(integrator.at(time)));
    }

    /** The packed point at a time. */
    double[] point(double time) {
        return integrator.at(time);
    }

    VectorField field() {
        return field;
    }

    /**
     * The last time, nearly, before a predicate that holds at {@code from} and fails at {@code to} changes: by bisection of
     * the dense output.
     */
    public double change(double from, double to, Predicate<State<Double>> holds) {
        double low = from;
        double high = to;
        for (int i = 0; i < 40 && high - low > 1e-9 * Math.max(1, high); i++) {
            double middle = low + (high - low) / 2;
            if (holds.test(at(middle))) low = middle;
            else high = middle;
        }
        return low;
    }

    /** The point at a time as an instance: near the trajectory, not on it. */
    public Instance instanceAt(double time) {
        Map<String, Map<List<Integer>, Value<Rational>>> values = new HashMap<>(field.instance().values());
        field.unpack(Motion.boxed(integrator.at(time))).forEach((name, members) -> {
            Map<List<Integer>, Value<Rational>> exact = new HashMap<>(values.getOrDefault(name, Map.of()));
            members.forEach((indices, value) -> exact.put(indices, value.map(Rational::exactly)));
            values.put(name, exact);
        });
        return new Instance(values, field.instance().functions(), field.instance().rates());
    }

    /**
     * How far a term that should be constant moves along the steps.
     *
     * @param largest the largest change of an entry since the start
     * @param time    when
     * @param scale   the largest magnitude of an entry met, to compare with
     */
    public record Drift(double largest, double time, double scale) {
    }

    /** @throws tenet.numeric.algebra.NoValue when the term has no value somewhere */
    public Drift drift(Term invariant) {
        List<Double> before = new Evaluation<>(field.primitives(), start).evaluate(invariant).entries();
        Drift drift = new Drift(0, 0, 0);
        for (double time : times()) {
            List<Double> now = new Evaluation<>(field.primitives(), at(time)).evaluate(invariant).entries();
            double scale = drift.scale();
            double largest = 0;
            for (int i = 0; i < now.size(); i++) {
                scale = Math.max(scale, Math.abs(now.get(i)));
                largest = Math.max(largest, Math.abs(now.get(i) - before.get(i)));
            }
            drift = largest > drift.largest() ? new Drift(largest, time, scale) : new Drift(drift.largest(), drift.time(), scale);
        }
        return drift;
    }
}
