package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.LogarithmicForm;
import tenet.numeric.algebra.LogarithmicForms;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Doubt;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.properties.construction.Clause;
import tenet.properties.construction.Constancy;
import tenet.properties.construction.NormAxioms;
import tenet.properties.construction.Premises;
import tenet.properties.construction.QuadraticBound;
import tenet.properties.construction.SingularBound;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;

/** Whether the bounds of the parameters and the hypotheses hold on an instance, exactly or else by intervals. */
final class Verification {
    private final Premises premises;
    private final List<Clause> tightening;

    Verification(Premises premises) {
        this.premises = premises;
        // What does not move will not fail.
        this.tightening = premises.inequalities().filter(clause -> clause.when() == Hypothesis.When.ALWAYS)
                .filter(clause -> !Constancy.isConstant(clause.relation(), premises.statement().signature())).toList();
    }

    /** How it stands with one hypothesis. */
    record Standing(String hypothesis, Truth truth, double margin, double scale, Optional<Doubt> doubt) {
    }

    /** The standing of the bounds and of every hypothesis, in order. */
    List<Standing> all(Instance instance) {
        List<Standing> standings = new ArrayList<>();
        standings.add(of(Premises.BOUNDS, new Formula.And(premises.statement().signature().parameterFacts()), instance));
        for (Hypothesis hypothesis : premises.statement().hypotheses())
            standings.add(of(hypothesis.name(), hypothesis.formula(), instance));
        return standings;
    }

    private Standing of(String name, Formula formula, Instance instance) {
        Outcome<Rational> exact = outcome(formula, new Rationals(), instance);
        if (exact.truth() != Truth.UNKNOWN) return standing(name, exact);
        Doubt.Kind kind = exact.doubt().orElseThrow().kind();
        if (kind == Doubt.Kind.UNTESTED || kind == Doubt.Kind.NOT_EXHAUSTED) {
            var rationals = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance));
            Optional<Truth> bound = QuadraticBound.known(formula, instance, rationals);
            if (bound.isPresent()) return new Standing(name, bound.get(), bound.get() == Truth.HOLDS ? Double.POSITIVE_INFINITY : Double.NaN, 1, Optional.empty());
            boolean known = NormAxioms.known(formula, instance, rationals) || SingularBound.known(formula, rationals);
            return known ? new Standing(name, Truth.HOLDS, Double.POSITIVE_INFINITY, 1, Optional.empty()) : standing(name, exact);
        }
        if (kind == Doubt.Kind.NOT_REPRESENTABLE) {
            var rationals = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance));
            if (NormAxioms.known(formula, instance, rationals) || SingularBound.known(formula, rationals))
                return new Standing(name, Truth.HOLDS, Double.POSITIVE_INFINITY, 1, Optional.empty());
            Outcome<Interval> enclosed = outcome(formula, new Intervals(), instance);
            return enclosed.truth() == Truth.UNKNOWN ? standing(name, outcome(formula, new LogarithmicForms(), instance)) : standing(name, enclosed);
        }
        return standing(name, exact);
    }

    private <E> Outcome<E> outcome(Formula formula, Algebra<E> algebra, Instance instance) {
        return new Evaluation<>(premises.primitives(), State.of(algebra, instance)).probing(StandardProbes.PROBES).evaluate(formula);
    }

    private static <E> Standing standing(String name, Outcome<E> outcome) {
        double scale = outcome.deciding().map(deciding -> Math.max(magnitude(deciding.left().entries()), magnitude(deciding.right().entries()))).orElse(1.0);
        return new Standing(name, outcome.truth(), outcome.margin(), scale, outcome.doubt());
    }

    private static double magnitude(List<?> entries) {
        double largest = 0;
        for (Object entry : entries)
            largest = Math.max(largest, switch (entry) {
                case Rational rational -> Math.abs(rational.toDouble());
                case LogarithmicForm form -> form.enclosed().magnitude();
                case Interval interval -> interval.magnitude();
                default -> 0;
            });
        return largest;
    }

    /**
     * An inequality that always holds, and holds with equality now, must not be about to fail: its derivative decides.
     * The text says what cannot be told; empty when all is well.
     */
    Optional<String> aboutToFail(Instance instance) {
        try {
            var exact = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance));
            for (Clause clause : tightening)
                for (Clause.Ground ground : clause.grounds(instance)) {
                    if (!ground.relation().left().sort().isScalar() || !exact.evaluate(ground.relation().left()).equals(exact.evaluate(ground.relation().right()))) continue;
                    if (clause.relation().comparison() == tenet.symbolic.formula.Comparison.UNEQUAL) continue;
                    Rational left = exact.evaluate(ground.rate().left()).entries().getFirst();
                    Rational right = exact.evaluate(ground.rate().right()).entries().getFirst();
                    int side = left.compareTo(right);
                    if (side == 0 || !clause.relation().comparison().holdsForSign(side))
                        return Optional.of(clause.hypothesis() + " holds with equality and may fail at once");
                }
            return Optional.empty();
        } catch (NoValue | IllTyped unknown) {
            return tightening.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(unknown.getMessage()));
        }
    }
}
