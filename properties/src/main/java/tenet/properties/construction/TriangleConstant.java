package tenet.properties.construction;

import java.util.List;
import java.util.Optional;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** {@code for X, Y: N(X + Y) <= c*(N(X) + N(Y))}: c becomes at least the constant of the quasi-norm that N was drawn as. */
final class TriangleConstant implements HypothesisConstructor {
    @Override
    public String name() {
        return "constant of a triangle inequality";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.statement().hypotheses().stream().map(Hypothesis::formula)
                .anyMatch(formula -> !NormAxioms.triangles(formula).isEmpty());
    }

    @Override
    public void construct(Draft draft) {
        for (Hypothesis hypothesis : draft.premises().statement().hypotheses())
            for (NormAxioms.Triangle triangle : NormAxioms.triangles(hypothesis.formula())) construct(triangle, draft);
    }

    private static void construct(NormAxioms.Triangle triangle, Draft draft) {
        Optional<FunctionModel> model = draft.instance().function(triangle.function());
        if (model.isEmpty() || !(model.get() instanceof FunctionModel.WeightedNorm norm)) return;
        Optional<Member> constant = triangle.constant().flatMap(draft::member);
        if (constant.isEmpty()) {
            // Without a constant the claim is about norms: the power is at least one.
            if (norm.exponent().isPresent() && norm.exponent().get().compareTo(Rational.ONE) < 0)
                draft.set(triangle.function(), new FunctionModel.WeightedNorm(norm.weights(), Optional.of(Rational.ONE)));
            return;
        }
        Rational least = NormAxioms.constant(norm);
        Rational value = draft.number(new Member.Entry(constant.get(), 0));
        if (value.compareTo(least) < 0) draft.set(constant.get(), Value.scalar(least));
        draft.settle(constant.get());
    }
}
