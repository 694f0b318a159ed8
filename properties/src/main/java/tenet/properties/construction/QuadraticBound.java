package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * {@code for z : real[n]: f(z) >= m}, and with any other relation, where f is arbitrary and smooth: trying some z does not tell, but
 * the least and the largest value of the {@link FunctionModel.Quadratic} that stands for f do. When it fails, f is turned
 * over, or made flat, and m put to where it just holds.
 */
public final class QuadraticBound implements HypothesisConstructor {
    @Override
    public String name() {
        return "bound of a function";
    }

    private record Bound(String function, Comparison comparison, Term limit) {
    }

    /** The values that a quadratic takes: everything between its ends, which are taken if they are finite. */
    private record Span(Optional<Rational> low, Optional<Rational> high) {
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.statement().hypotheses().stream().anyMatch(hypothesis -> match(hypothesis.formula()).isPresent());
    }

    private static Optional<Bound> match(Formula formula) {
        if (!(formula instanceof Formula.ForEvery(String name, Sort sort, Formula.Relation relation)) || sort instanceof Sort.Int) return Optional.empty();
        return bound(relation.left(), relation.comparison(), relation.right(), name)
                .or(() -> bound(relation.right(), relation.comparison().reversed(), relation.left(), name));
    }

    private static Optional<Bound> bound(Term call, Comparison comparison, Term limit, String name) {
        boolean value = call instanceof Term.Call(String ignored, List<Term> arguments, Sort result) && arguments.size() == 1
                && arguments.getFirst() instanceof Term.Symbol symbol && symbol.name().equals(name);
        if (!value || !limit.sort().isScalar() || Names.occursFree(name, limit)) return Optional.empty();
        return Optional.of(new Bound(((Term.Call) call).function(), comparison, limit));
    }

    /** Whether the formula holds, when it is such a bound of a quadratic; empty when it is none or cannot be told. */
    public static Optional<Truth> known(Formula formula, Instance instance, Evaluation<Rational> exact) {
        return match(formula).flatMap(bound -> span(bound, instance).flatMap(span -> {
            try {
                Rational limit = exact.evaluate(bound.limit()).entries().getFirst();
                return Optional.of(holds(span, bound.comparison(), limit) ? Truth.HOLDS : Truth.VIOLATED);
            } catch (NoValue unknown) {
                return Optional.empty();
            }
        }));
    }

    private static boolean holds(Span span, Comparison comparison, Rational limit) {
        Optional<Integer> low = span.low().map(least -> least.compareTo(limit));
        Optional<Integer> high = span.high().map(most -> most.compareTo(limit));
        return switch (comparison) {
            case AT_LEAST -> low.filter(side -> side >= 0).isPresent();
            case GREATER -> low.filter(side -> side > 0).isPresent();
            case AT_MOST -> high.filter(side -> side <= 0).isPresent();
            case LESS -> high.filter(side -> side < 0).isPresent();
            case EQUAL -> low.filter(side -> side == 0).isPresent() && high.filter(side -> side == 0).isPresent();
            case UNEQUAL -> low.filter(side -> side > 0).isPresent() || high.filter(side -> side < 0).isPresent();
        };
    }

    private static Optional<Span> span(Bound bound, Instance instance) {
        return instance.function(bound.function()).flatMap(model -> model instanceof FunctionModel.Quadratic quadratic ? Optional.of(span(quadratic)) : Optional.empty());
    }

    private static Span span(FunctionModel.Quadratic quadratic) {
        return new Span(end(quadratic, 1), end(quadratic, -1));
    }

    /** The least value for sign 1, the largest for sign -1: {@code w/2 (a - y)^2 + b a} has its turning point at {@code a = y - b/w}. */
    private static Optional<Rational> end(FunctionModel.Quadratic quadratic, int sign) {
        Rational end = Rational.ZERO;
        for (int i = 0; i < quadratic.weights().entries().size(); i++) {
            Rational w = quadratic.weights().entries().get(i);
            Rational b = quadratic.linear().entries().get(i);
            if (w.signum() == -sign || w.isZero() && !b.isZero()) return Optional.empty();
            if (!w.isZero()) end = end.plus(b.times(quadratic.targets().entries().get(i))).minus(b.times(b).divide(w.times(Rational.of(2))));
        }
        return Optional.of(end);
    }

    @Override
    public void construct(Draft draft) {
        for (Hypothesis hypothesis : draft.premises().statement().hypotheses()) match(hypothesis.formula()).ifPresent(bound -> construct(bound, draft));
    }

    private static void construct(Bound bound, Draft draft) {
        if (!(draft.instance().function(bound.function()).orElse(null) instanceof FunctionModel.Quadratic drawn)) return;
        boolean below = bound.comparison() == Comparison.AT_LEAST || bound.comparison() == Comparison.GREATER;
        boolean above = bound.comparison() == Comparison.AT_MOST || bound.comparison() == Comparison.LESS;
        if (!below && !above) return;
        FunctionModel.Quadratic turned = turned(drawn, below ? 1 : -1);
        draft.set(bound.function(), turned);
        Rational end = end(turned, below ? 1 : -1).orElseThrow();
        Optional<Member> limit = draft.member(bound.limit()).filter(draft::isFree);
        boolean fails = !holds(span(turned), bound.comparison(), draft.exact().evaluate(bound.limit()).entries().getFirst());
        // A bound that is attained shows more than one that is far.
        if (limit.isEmpty() || !fails && draft.draws("bound of " + bound.function()).choices().once(2)) return;
        boolean strict = bound.comparison() == Comparison.GREATER || bound.comparison() == Comparison.LESS;
        draft.set(limit.get(), Value.scalar(!strict ? end : below ? end.minus(Rational.ONE) : end.plus(Rational.ONE)));
    }

    /** With weights of this sign alone, and no linear part where there is no weight. */
    private static FunctionModel.Quadratic turned(FunctionModel.Quadratic drawn, int sign) {
        List<Rational> weights = new ArrayList<>();
        List<Rational> linear = new ArrayList<>();
        for (int i = 0; i < drawn.weights().entries().size(); i++) {
            Rational w = drawn.weights().entries().get(i);
            weights.add(w.signum() == -sign ? w.negate() : w);
            linear.add(w.isZero() ? Rational.ZERO : drawn.linear().entries().get(i));
        }
        return new FunctionModel.Quadratic(drawn.weights().with(weights), drawn.targets(), drawn.linear().with(linear));
    }
}
