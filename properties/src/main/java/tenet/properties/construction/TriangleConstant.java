package tenet.properties.construction;

import java.util.Optional;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Rational;

/**
 * {@code for X, Y: N(X + Y) <= c*(N(X) + N(Y))}: c becomes at least the constant of what N was drawn as, and N a function that
 * has one. {@code for k, X: N(k*X) = abs(k)*N(X)}: N loses its cap. Where these are not assumed, N may be no norm at all.
 */
final class TriangleConstant implements HypothesisConstructor {
    @Override
    public String name() {
        return "axioms of a norm";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.statement().hypotheses().stream().map(Hypothesis::formula)
                .anyMatch(formula -> !NormAxioms.triangles(formula).isEmpty() || !NormAxioms.homogeneous(formula).isEmpty());
    }

    @Override
    public void construct(Draft draft) {
        for (Hypothesis hypothesis : draft.premises().statement().hypotheses()) {
            Formula formula = hypothesis.formula();
            for (String function : NormAxioms.homogeneous(formula)) withoutCap(function, draft);
            for (NormAxioms.Triangle triangle : NormAxioms.triangles(formula)) construct(triangle, draft);
        }
    }

    private static void withoutCap(String function, Draft draft) {
        if (draft.instance().function(function).orElse(null) instanceof FunctionModel.LinearForms(var kind, var forms, var ignored))
            draft.set(function, new FunctionModel.LinearForms(kind, forms, Optional.empty()));
    }

    private static void construct(NormAxioms.Triangle triangle, Draft draft) {
        Optional<FunctionModel> drawn = draft.instance().function(triangle.function());
        if (drawn.isEmpty()) return;
        Optional<Member> constant = triangle.constant().flatMap(draft::member);
        FunctionModel model = switch (drawn.get()) {
            case FunctionModel.LinearForms(var kind, var forms, var cap) when kind == FunctionModel.LinearForms.Kind.LEAST ->
                    new FunctionModel.LinearForms(FunctionModel.LinearForms.Kind.LARGEST, forms, cap);
            // Without a constant the claim is about norms: the power is at least one.
            case FunctionModel.WeightedNorm norm when constant.isEmpty() && norm.exponent().isPresent() && norm.exponent().get().compareTo(Rational.ONE) < 0 ->
                    new FunctionModel.WeightedNorm(norm.weights(), Optional.of(Rational.ONE));
            case FunctionModel other -> other;
        };
        draft.set(triangle.function(), model);
        Optional<Rational> least = NormAxioms.constant(model);
        if (constant.isEmpty() || least.isEmpty() || NormAxioms.isZero(model)) return;
        Rational value = draft.number(new Member.Entry(constant.get(), 0));
        if (value.compareTo(least.get()) < 0) draft.set(constant.get(), Value.scalar(least.get()));
        draft.settle(constant.get());
    }
}
