package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Doubt;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.properties.sampling.StandardProbes;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Condition;
import tenet.symbolic.kernel.Expansion;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** The conclusion on one state: by rationals, else by intervals. A violation is certain. */
final class StateJudge {
    private final Statement statement;
    private final PrimitiveTerms primitives;

    StateJudge(Statement statement, PrimitiveTerms primitives) {
        this.statement = statement;
        this.primitives = primitives;
    }

    Judgement judge(Instance instance) {
        Outcome<tenet.symbolic.term.Rational> exact = outcome(statement.conclusion(), new Rationals(), instance);
        if (exact.truth() == Truth.UNKNOWN && exact.doubt().orElseThrow().kind() == Doubt.Kind.NOT_REPRESENTABLE)
            return judged(outcome(statement.conclusion(), new Intervals(), instance), Method.INTERVALS, Sides::enclosed, instance);
        return judged(exact, Method.EXACT, Sides::exact, instance);
    }

    private <E> Outcome<E> outcome(Formula formula, Algebra<E> algebra, Instance instance) {
        return new Evaluation<>(primitives, State.of(algebra, instance)).probing(StandardProbes.PROBES).evaluate(formula);
    }

    private <E> Judgement judged(Outcome<E> outcome, Method method, Function<Outcome.Deciding<E>, Sides> sides, Instance instance) {
        Judgement judgement = of(outcome, method, sides);
        if (!judgement.isViolated()) return judgement;
        Optional<String> missing = missingCondition(judgement.sides().orElseThrow(), instance);
        return missing.map(Judgement::cannotTell).orElse(judgement);
    }

    /** An outcome as a judgement. Conclusions about infinitely many values count as holding when no value tried fails. */
    static <E> Judgement of(Outcome<E> outcome, Method method, Function<Outcome.Deciding<E>, Sides> sides) {
        boolean tried = outcome.doubt().map(Doubt::kind).filter(kind -> kind == Doubt.Kind.NOT_EXHAUSTED).isPresent();
        Judgement.Result result = switch (outcome.truth()) {
            case HOLDS -> Judgement.Result.HOLDS;
            case VIOLATED -> Judgement.Result.VIOLATED;
            case UNKNOWN -> tried ? Judgement.Result.HOLDS : Judgement.Result.CANNOT_TELL;
        };
        return new Judgement(result, outcome.margin(), method, OptionalDouble.empty(), outcome.deciding().map(sides),
                result == Judgement.Result.CANNOT_TELL ? outcome.doubt().map(Doubt::text).orElse("") : "", Optional.empty());
    }

    /** The kernel's derivatives are right where their side conditions hold: a violation elsewhere says nothing. */
    private Optional<String> missingCondition(Sides sides, Instance instance) {
        Map<String, Term> indices = sides.at().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Term.number(entry.getValue())));
        List<Condition> conditions = new ArrayList<>();
        try {
            Formula.Relation relation = (Formula.Relation) Formula.substitute(new Substitution(indices), sides.relation());
            Expansion expansion = new Expansion(statement.signature(), conditions::add);
            expansion.expand(relation.left());
            expansion.expand(relation.right());
        } catch (IllTyped noRule) {
            return Optional.of(String.valueOf(noRule.getMessage()));
        }
        for (Condition condition : conditions) {
            Formula formula = condition.formula();
            for (Range range : condition.under().reversed()) formula = new Formula.ForAll(range, formula);
            Truth truth = outcome(formula, new Rationals(), instance).truth();
            if (truth == Truth.UNKNOWN) truth = outcome(formula, new Intervals(), instance).truth();
            if (truth != Truth.HOLDS) return Optional.of("the derivative is taken for granted only where " + formula);
        }
        return Optional.empty();
    }
}
