package tenet.reports.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.Trajectory;
import tenet.numeric.flow.VectorField;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Constancy;
import tenet.properties.exact.Choices;
import tenet.properties.falsification.InstanceText;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.reports.model.Curves;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.theorems.Counterexample;
import tenet.theorems.Scope;

/**
 * Follows the flow of a claim from a sampled start that satisfies its hypotheses, and watches loss, norms and the
 * numbers that the claim names. A function of the claim, the seed and the horizon: limits count steps, not seconds.
 */
public final class MotionStudy {
    private static final int DRAWS = 40;
    /** Each start that is followed takes a while; where six of them hardly move, the next will not either. */
    private static final int MOST_FOLLOWED = 6;
    /** Times in a series; denser near 0, where motions are fast. */
    private static final int LOOKS = 120;
    private static final Motion.Limits LIMITS = new Motion.Limits(1e-8, 6_000, 600);
    private static final double NEARLY = 0.002;
    /** A start from which hardly anything moves shows nothing. */
    private static final double LEAST_CHANGE = 0.02;
    private static final double WELL = 0.05;
    /** Of what there is to see: a norm that grows threefold while the loss falls well. */
    private static final double ENOUGH = 5;

    private MotionStudy() {
    }

    /** Empty for a claim without a flow of its own, or when no start is found. @param horizon the latest time */
    public static Optional<Curves> of(Claim claim, long seed, double horizon) {
        Statement statement = claim.statement();
        Set<String> names = Scope.relevant(statement);
        if (claim.kind() != Claim.Kind.THEOREM || !flows(statement, names)) return Optional.empty();
        Optional<Curves> best = Optional.empty();
        try {
            Sampler sampler = new Sampler(statement, claim.sampling(), true);
            int followed = 0;
            for (int number = 0; number < DRAWS && followed < MOST_FOLLOWED; number++) {
                Sample sample = sampler.draw(Choices.fresh(seed, number));
                if (sample.standing() != Sample.Standing.ACCEPTED) continue;
                followed++;
                Optional<Curves> curves = follow(statement, sampler, sample.instance().orElseThrow(), seed, horizon, names);
                if (curves.filter(found -> worth(found) >= ENOUGH).isPresent()) return curves;
                if (best.isEmpty() || curves.isPresent() && worth(curves.get()) > worth(best.get())) best = curves;
            }
        } catch (IllTyped noMotion) {
            return Optional.empty();
        }
        return best;
    }

    /** Whether the claim says how something moves, and everything that moves moves so. */
    private static boolean flows(Statement statement, Set<String> names) {
        boolean flow = statement.signature().declarations().stream()
                .anyMatch(declaration -> declaration instanceof Declaration.Flow && names.contains(declaration.name()));
        boolean unknown = statement.signature().declarations().stream().anyMatch(declaration -> Constancy.movesFreely(declaration, statement.signature()));
        return flow && !unknown;
    }

    private static Optional<Curves> follow(Statement statement, Sampler sampler, Instance start, long seed, double horizon, Set<String> names) {
        try {
            VectorField field = new VectorField(sampler.premises().primitives(), start);
            Trajectory trajectory = new Motion(field, LIMITS).until(horizon);
            if (!(trajectory.end() > 0)) return Optional.empty();
            List<Quantities.Quantity> quantities = Quantities.of(statement.signature(), start, names);
            List<Double> times = times(interesting(field, trajectory, quantities));
            List<Curves.Series> series = new ArrayList<>();
            for (Quantities.Quantity quantity : quantities)
                values(field, trajectory, quantity, times).ifPresent(values ->
                        series.add(new Curves.Series(quantity.name(), quantity.latex(), quantity.kind(), values)));
            if (series.isEmpty()) return Optional.empty();
            return Optional.of(new Curves(bindings(statement, start), seed, times, series, trajectory.stopped()));
        } catch (NoValue notHere) {
            return Optional.empty();
        }
    }

    /** The time until what descends has come nearly all of its way, and half as long again: behind it little happens. */
    private static double interesting(VectorField field, Trajectory trajectory, List<Quantities.Quantity> quantities) {
        Optional<Quantities.Quantity> loss = quantities.stream().filter(quantity -> quantity.kind() == Curves.Kind.LOSS).findFirst();
        List<Double> times = times(trajectory.end());
        Optional<List<Double>> values = loss.flatMap(quantity -> values(field, trajectory, quantity, times));
        if (values.isEmpty()) return trajectory.end();
        double last = values.get().getLast();
        double way = values.get().getFirst() - last;
        for (int i = 0; i < times.size(); i++)
            if (values.get().get(i) - last <= NEARLY * way) return Math.max(Math.min(trajectory.end(), 1.5 * times.get(i)), trajectory.end() * 1e-3);
        return trajectory.end();
    }

    private static List<Double> times(double end) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= LOOKS; i++) times.add(i == LOOKS ? end : end * i * i / ((double) LOOKS * LOOKS));
        return times;
    }

    /** Empty when the quantity has no finite value somewhere. */
    private static Optional<List<Double>> values(VectorField field, Trajectory trajectory, Quantities.Quantity quantity, List<Double> times) {
        List<Double> values = new ArrayList<>();
        try {
            for (double time : times) {
                State<Double> state = trajectory.at(time);
                Value<Double> value = new Evaluation<>(field.primitives(), state).startingAt(trajectory.start()).evaluate(quantity.term());
                double number = new Matrices<>(state.algebra()).number(value);
                if (!Double.isFinite(number)) return Optional.empty();
                values.add(number);
            }
        } catch (NoValue | IllTyped unknown) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static boolean moves(Curves curves) {
        return curves.series().stream().anyMatch(series -> {
            double first = series.values().getFirst();
            double last = series.values().getLast();
            return Math.abs(last - first) > LEAST_CHANGE * Math.max(Math.abs(first), Math.abs(last));
        });
    }

    /** How much there is to see: nothing where hardly anything moves, little where the loss stays high, else how many times a norm grows. */
    private static double worth(Curves curves) {
        if (!moves(curves)) return 0;
        if (!descends(curves)) return 1;
        return 2 + curves.series().stream().filter(series -> series.kind() == Curves.Kind.NORM && series.values().getFirst() > 0)
                .mapToDouble(series -> series.values().getLast() / series.values().getFirst()).max().orElse(ENOUGH);
    }

    /** Whether the loss, if there is one, falls well: from some starts a motion ends in a saddle. */
    private static boolean descends(Curves curves) {
        return curves.series().stream().filter(series -> series.kind() == Curves.Kind.LOSS)
                .allMatch(series -> series.values().getLast() < WELL * series.values().getFirst());
    }

    private static List<Counterexample.Binding> bindings(Statement statement, Instance start) {
        Set<String> relevant = Scope.relevant(statement);
        List<Counterexample.Binding> bindings = new ArrayList<>();
        for (String line : InstanceText.lines(start, statement.signature())) {
            int equals = line.indexOf(" = ");
            if (relevant.contains(line.substring(0, equals).split("[\\[(']")[0]))
                bindings.add(new Counterexample.Binding(line.substring(0, equals), line.substring(equals + 3)));
        }
        return bindings;
    }
}
