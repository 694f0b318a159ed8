package tenet.properties.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.flow.GradientDescent;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.SecondOpinion;
import tenet.numeric.flow.Trajectory;
import tenet.numeric.flow.VectorField;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Measurements along the motion of a statement from the start that its hypotheses give. In floating point: it shows, it
 * proves nothing.
 */
public final class Experiment {
    private static final Motion.Limits LIMITS = new Motion.Limits(1e-10, 5_000_000, 60);

    /** How far the two trajectories may be apart, relative to the largest entry. */
    private static final double BOUND = 1e-6;

    private final VectorField field;
    private final SecondOpinion second;
    private final PrimitiveTerms primitives;

    /** @throws IllegalArgumentException when the hypotheses do not give a start, saying what is missing */
    public Experiment(Statement statement) {
        this(statement, new SecondOpinion(LIMITS, BOUND));
    }

    /** With another second opinion on the motion than the usual one. */
    public Experiment(Statement statement, SecondOpinion second) {
        this.second = second;
        this.primitives = new PrimitiveTerms(statement.signature());
        this.field = new VectorField(primitives, GivenStart.of(statement));
        if (field.dimension() == 0) throw new IllegalArgumentException("nothing moves here: the theory has no flow");
    }

    /** The sides of the conclusion that are no numbers: what is measured unless told otherwise. */
    public static List<Term> sides(Formula conclusion) {
        List<Term> sides = new ArrayList<>();
        switch (conclusion) {
            case Formula.Relation relation -> {
                if (!(relation.left() instanceof Term.Number)) sides.add(relation.left());
                if (!(relation.right() instanceof Term.Number)) sides.add(relation.right());
            }
            case Formula.And(List<Formula> parts) -> parts.forEach(part -> sides.addAll(sides(part)));
            case Formula.ForAll ignored -> { }
            case Formula.ForEvery ignored -> { }
            case Formula.Initially ignored -> { }
        }
        return sides;
    }

    /** Measures along the flow at equally spaced times. @param points how many times after 0, at least one */
    public Measurement along(List<Term> terms, double until, int points) {
        Trajectory trajectory = new Motion(field, LIMITS).until(until);
        List<Measurement.Row> rows = new ArrayList<>();
        for (int i = 0; i <= points; i++) {
            double time = until * i / points;
            if (time > trajectory.end()) break;
            rows.add(new Measurement.Row(time, values(terms, trajectory.at(time), trajectory.start())));
        }
        List<Double> times = rows.stream().map(Measurement.Row::time).filter(time -> time > 0).toList();
        return new Measurement("t", terms, rows, trajectory.stopped(), doubt(second.of(trajectory, times), times));
    }

    /** Measures along gradient descent with a step size, after equally many steps. */
    public Measurement descending(List<Term> terms, Rational step, double until, int points) {
        int steps = (int) Math.min(Integer.MAX_VALUE, Math.round(until / step.toDouble()));
        List<GradientDescent.Point> run = new GradientDescent(field, step).run(steps, Math.max(1, steps / points));
        List<Measurement.Row> rows = run.stream().map(point -> new Measurement.Row(point.steps() * step.toDouble(),
                values(terms, point.state(), run.getFirst().state()))).toList();
        boolean exploded = run.getLast().steps() < steps;
        return new Measurement("t", terms, rows, exploded ? Optional.of("an entry stopped being finite") : Optional.empty(), Optional.empty());
    }

    private static Optional<String> doubt(SecondOpinion.Opinion opinion, List<Double> times) {
        Optional<String> disagreement = opinion.disagreement().map(found -> "two computations of the motion disagree: " + found.told());
        if (disagreement.isPresent() || times.isEmpty() || opinion.confirmed() == times.getLast()) return disagreement;
        return Optional.of(String.format(Locale.ROOT, "the second integration ended after t = %.4g", opinion.confirmed()));
    }

    private List<Double> values(List<Term> terms, State<Double> state, State<Double> start) {
        Evaluation<Double> here = new Evaluation<>(primitives, state).startingAt(start);
        List<Double> values = new ArrayList<>();
        for (Term term : terms) {
            try {
                List<Double> entries = here.evaluate(term).entries();
                if (entries.size() != 1) throw new IllegalArgumentException("a number can be measured, not " + term);
                values.add(entries.getFirst());
            } catch (NoValue none) {
                values.add(Double.NaN);
            }
        }
        return values;
    }
}
