package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.flow.Enclosure;
import tenet.numeric.flow.ValidatedFlow;
import tenet.numeric.flow.VectorField;
import tenet.properties.exact.Choices;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.properties.sampling.StandardProbes;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;

/**
 * Shows statements about motions along whole motions: the conclusion holds on every tube that the motion from an exact
 * start is proved to pass, wherever the hypotheses about the same time may hold. A function of statement, samplings, seed
 * and horizon; the work is limited by steps, not by time.
 */
public final class EnclosedStarts {
    private static final int ENOUGH = 3;
    private static final int TRIED = 24;
    private static final int ENCLOSED = 10;
    private static final double FIRST_LOOK = 1.0 / 16;
    private static final double UNTIL = 1;
    private static final int LARGEST = 24;
    private static final ValidatedFlow.Settings SETTINGS = new ValidatedFlow.Settings(12, 1e-15, 1e-3, 150, 1e6);

    private EnclosedStarts() {
    }

    /**
     * @param instance    the start
     * @param until       the time until which the conclusion is shown
     * @param width       the widest side of the last box
     * @param sensitivity see {@link Enclosure#sensitivity}
     * @param margin      the smallest margin on a tube
     */
    public record Found(Instance instance, double until, double width, double sensitivity, double margin) {
    }

    /** A few starts, the first that the samplers give; empty for statements that do not speak of a motion. */
    public static List<Found> of(Statement statement, List<Sampling> samplings, long seed, double horizon) {
        if (!MotionJudge.speaksOfMotion(statement) || isEquation(statement.conclusion())) return List.of();
        Sampler sampler = new Sampler(statement, samplings, true);
        PrimitiveTerms primitives = sampler.premises().primitives();
        List<Found> found = new ArrayList<>();
        int enclosed = 0;
        for (int number = 0; number < TRIED && enclosed < ENCLOSED && found.size() < ENOUGH && !Thread.currentThread().isInterrupted(); number++) {
            Sample sample = sampler.draw(Choices.fresh(seed, number));
            if (sample.standing() != Sample.Standing.ACCEPTED) continue;
            enclosed++;
            try {
                VectorField field = new VectorField(primitives, sample.instance().orElseThrow());
                if (field.dimension() == 0 || field.dimension() > LARGEST) continue;
                double until = Math.min(UNTIL, horizon);
                // Most starts that will not do are known at once.
                if (along(statement, primitives, field, until * FIRST_LOOK, false).isPresent())
                    along(statement, primitives, field, until, true).ifPresent(found::add);
            } catch (NoValue | IllTyped notEnclosed) {
                // Another start may do.
            }
        }
        return found;
    }

    /** Whether an equation is among the claims: a box with any width never shows one. */
    private static boolean isEquation(Formula formula) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, var left, var right) -> comparison == Comparison.EQUAL;
            case Formula.And(List<Formula> parts) -> parts.stream().anyMatch(EnclosedStarts::isEquation);
            case Formula.ForAll(var range, Formula body) -> isEquation(body);
            case Formula.ForEvery(String name, var sort, Formula body) -> isEquation(body);
            case Formula.Initially(Formula body) -> isEquation(body);
        };
    }

    private static Optional<Found> along(Statement statement, PrimitiveTerms primitives, VectorField field, double until, boolean needsHypotheses) {
        Enclosure enclosure = new ValidatedFlow(field, SETTINGS).at(List.of(until));
        if (enclosure.failure().isPresent()) return Optional.empty();
        double margin = Double.POSITIVE_INFINITY;
        boolean active = false;
        for (double time : enclosure.times()) {
            if (time == 0) continue;
            var here = new Evaluation<>(primitives, enclosure.upTo(time)).startingAt(enclosure.start()).probing(StandardProbes.PROBES);
            Truth hypotheses = hypotheses(statement, here);
            if (hypotheses == Truth.VIOLATED) continue;
            Outcome<Interval> outcome = here.evaluate(statement.conclusion());
            if (outcome.truth() != Truth.HOLDS) return Optional.empty();
            active |= hypotheses == Truth.HOLDS;
            margin = Math.min(margin, outcome.margin());
        }
        if (needsHypotheses && !active) return Optional.empty();
        return Optional.of(new Found(field.instance(), until, enclosure.width(until), enclosure.sensitivity(until), margin));
    }

    /** Whether the hypotheses about this time hold on the whole tube, fail on it, or neither. */
    private static Truth hypotheses(Statement statement, Evaluation<Interval> here) {
        Truth all = Truth.HOLDS;
        for (Hypothesis hypothesis : statement.hypotheses()) {
            if (hypothesis.when() == Hypothesis.When.INITIALLY) continue;
            Truth truth = here.holds(hypothesis.formula());
            if (truth == Truth.VIOLATED) return Truth.VIOLATED;
            if (truth == Truth.UNKNOWN) all = Truth.UNKNOWN;
        }
        return all;
    }
}
