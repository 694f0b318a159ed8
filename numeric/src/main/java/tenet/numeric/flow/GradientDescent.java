package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Tape;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * The discrete system {@code x <- x + step * f(x)} with the velocity f of a flow: gradient descent, where the flow descends.
 * What the flow conserves this need not.
 *
 * @param step the step size (learning rate), positive
 */
public record GradientDescent(VectorField field, Rational step) {
    public GradientDescent {
        if (step.signum() <= 0) throw new IllegalArgumentException("the step must be positive, not " + step);
    }

    /** The instance after so many steps, exactly; its numbers grow fast. @throws tenet.numeric.algebra.NoValue when a velocity has none */
    public Instance exactly(int steps) {
        Rationals rationals = new Rationals();
        State<Rational> start = State.of(rationals, field.instance());
        List<Rational> point = field.start(rationals);
        for (int i = 0; i < steps; i++) {
            List<Rational> velocity = field.velocity(start, point);
            List<Rational> next = new ArrayList<>(point.size());
            for (int k = 0; k < point.size(); k++) next.add(point.get(k).plus(step.times(velocity.get(k))));
            point = next;
        }
        Map<String, Map<List<Integer>, Value<Rational>>> values = new HashMap<>(field.instance().values());
        field.unpack(point).forEach((name, members) -> {
            Map<List<Integer>, Value<Rational>> all = new HashMap<>(values.getOrDefault(name, Map.of()));
            all.putAll(members);
            values.put(name, all);
        });
        return new Instance(values, field.instance().functions(), field.instance().rates());
    }

    /** A state after some steps. */
    public record Point(int steps, State<Double> state) {
    }

    /**
     * Iterates in floating point and keeps the start and every so many steps.
     *
     * @return fewer points when an entry stops being finite
     * @throws tenet.numeric.algebra.NoValue when a velocity has no value
     */
    public List<Point> run(int steps, int every) {
        Doubles doubles = new Doubles();
        State<Double> start = State.of(doubles, field.instance());
        double[] point = field.start(doubles).stream().mapToDouble(Double::doubleValue).toArray();
        double[] velocity = new double[point.length];
        Tape tape = field.compiled().orElseThrow(() -> new NotRepresentable("a velocity with an operation that is not compiled"));
        double rate = Doubles.nearest(step);
        List<Point> points = new ArrayList<>(List.of(new Point(0, field.at(start, Motion.boxed(point)))));
        for (int i = 1; i <= steps; i++) {
            tape.values(point, velocity);
            for (int k = 0; k < point.length; k++) point[k] += rate * velocity[k];
            if (i % every != 0 && i != steps) continue;
            for (double entry : point) if (!Double.isFinite(entry)) return points;
            points.add(new Point(i, field.at(start, Motion.boxed(point))));
        }
        return points;
    }
}
