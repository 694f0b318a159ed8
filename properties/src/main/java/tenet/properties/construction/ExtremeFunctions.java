package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.FunctionModel.LinearForms.Kind;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Choices;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * At the edge, what stands for an arbitrary rough function becomes a plain norm, zero, or as far from a norm as the axioms at hand
 * allow: a seminorm that vanishes at an argument of the conclusion; without the triangle inequality the least of two sizes, one of
 * which vanishes there; without homogeneity a norm with a cap. It works twice: bounds are fitted to the function, and the
 * argument is known when all else is.
 */
final class ExtremeFunctions implements HypothesisConstructor {
    private final boolean last;

    /** @param last whether all arguments are known */
    ExtremeFunctions(boolean last) {
        this.last = last;
    }

    @Override
    public String name() {
        return "extreme rough functions";
    }

    @Override
    public boolean applies(Premises premises) {
        return !calls(premises).isEmpty();
    }

    /** The calls in the conclusion, of functions without a body. */
    private static List<Term.Call> calls(Premises premises) {
        List<Term.Call> calls = new ArrayList<>();
        for (Clause clause : Clause.of(new Hypothesis("conclusion", Hypothesis.When.NOW, premises.statement().conclusion()), premises.statement().signature())) {
            collect(clause.relation().left(), calls);
            collect(clause.relation().right(), calls);
        }
        return calls.stream().distinct().toList();
    }

    private static void collect(Term term, List<Term.Call> calls) {
        if (term instanceof Term.Call call && call.arguments().size() == 1) calls.add(call);
        term.children().forEach(child -> collect(child, calls));
    }

    @Override
    public void construct(Draft draft) {
        if (!draft.atEdge()) return;
        List<Term.Call> calls = calls(draft.premises());
        for (String function : calls.stream().map(Term.Call::function).distinct().toList()) {
            Optional<FunctionModel> drawn = draft.instance().function(function);
            if (drawn.isEmpty() || drawn.get() instanceof FunctionModel.Quadratic || drawn.get() instanceof FunctionModel.Ridges) continue;
            List<Term> arguments = calls.stream().filter(call -> call.function().equals(function)).map(call -> call.arguments().getFirst()).toList();
            if (last) vanish(function, drawn.get(), arguments, draft);
            else begin(function, drawn.get(), draft);
        }
    }

    private static void begin(String function, FunctionModel drawn, Draft draft) {
        Value<Rational> shape = shape(drawn);
        int size = shape.entries().size();
        Choices choices = draft.draws("extreme " + function).choices();
        int kind = choices.below(6);
        int first = choices.below(size);
        int second = size == 1 ? first : (first + 1 + choices.below(size - 1)) % size;
        List<Value<Rational>> units = IntStream.range(0, size).mapToObj(i -> form(shape, i, Rational.ONE, i, Rational.ONE)).toList();
        List<Value<Rational>> parts = List.of(units.get(first), form(shape, first, Rational.ONE, second, Rational.MINUS_ONE));
        switch (kind) {
            case 0 -> draft.set(function, new FunctionModel.LinearForms(Kind.LARGEST, units, Optional.empty()));
            case 1 -> draft.set(function, new FunctionModel.LinearForms(Kind.LARGEST, units, Optional.of(Rational.ONE)));
            case 2 -> draft.set(function, new FunctionModel.LinearForms(Kind.LEAST, parts, Optional.empty()));
            case 3 -> draft.set(function, new FunctionModel.LinearForms(Kind.SUM, parts.subList(1, 2), Optional.empty()));
            case 4 -> draft.set(function, new FunctionModel.WeightedNorm(shape.map(ignored -> Rational.ZERO), Optional.of(Rational.ONE)));
            default -> { }
        }
    }

    /** The form {@code x_i - x_j} becomes {@code x_i - r*x_j}, zero at one of the arguments. */
    private static void vanish(String function, FunctionModel model, List<Term> arguments, Draft draft) {
        if (!(model instanceof FunctionModel.LinearForms(Kind kind, List<Value<Rational>> forms, Optional<Rational> cap))) return;
        List<Rational> old = forms.getLast().entries();
        int first = old.indexOf(Rational.ONE);
        int second = old.indexOf(Rational.MINUS_ONE);
        if (first < 0 || second < 0) return;
        Term argument = arguments.get(draft.draws("where " + function + " vanishes").choices().below(arguments.size()));
        List<Rational> at = draft.exact().evaluate(argument).entries();
        if (at.size() != old.size() || at.get(second).isZero()) return;
        List<Value<Rational>> changed = new ArrayList<>(forms);
        changed.set(forms.size() - 1, form(forms.getLast(), first, Rational.ONE, second, at.get(first).divide(at.get(second)).negate()));
        draft.set(function, new FunctionModel.LinearForms(kind, changed, cap));
    }

    private static Value<Rational> shape(FunctionModel model) {
        return switch (model) {
            case FunctionModel.Quadratic quadratic -> quadratic.weights();
            case FunctionModel.Ridges ridges -> ridges.base().weights();
            case FunctionModel.WeightedNorm norm -> norm.weights();
            case FunctionModel.LinearForms forms -> forms.forms().getFirst();
        };
    }

    private static Value<Rational> form(Value<Rational> shape, int i, Rational factor, int j, Rational other) {
        List<Rational> entries = new ArrayList<>(Collections.nCopies(shape.entries().size(), Rational.ZERO));
        entries.set(j, other);
        entries.set(i, factor);
        return shape.with(entries);
    }
}
