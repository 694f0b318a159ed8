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
import tenet.symbolic.formula.Declaration;
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
    private static final List<Rational> RATIOS = List.of(Rational.of(2), Rational.of(3), Rational.of(4), Rational.of(5), Rational.of(7), Rational.of(10), Rational.of(20));

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
            else begin(function, drawn.get(), arguments, draft);
        }
    }

    private static void begin(String function, FunctionModel drawn, List<Term> arguments, Draft draft) {
        Value<Rational> shape = shape(drawn);
        int size = shape.entries().size();
        Choices choices = draft.draws("extreme " + function).choices();
        int kind = choices.below(8);
        int first = first(arguments, size, choices, draft);
        int second = size == 1 ? first : (first + 1 + choices.below(size - 1)) % size;
        List<Value<Rational>> units = IntStream.range(0, size).mapToObj(i -> form(shape, i, Rational.ONE, i, Rational.ONE)).toList();
        List<Value<Rational>> parts = List.of(units.get(first), form(shape, first, Rational.ONE, second, Rational.MINUS_ONE));
        switch (kind) {
            case 0 -> draft.set(function, new FunctionModel.LinearForms(Kind.LARGEST, units, Optional.empty()));
            case 1 -> draft.set(function, new FunctionModel.LinearForms(Kind.LARGEST, units, Optional.of(Rational.ONE)));
            case 2 -> draft.set(function, new FunctionModel.LinearForms(Kind.LEAST, parts, Optional.empty()));
            case 3 -> { }
            case 4 -> draft.set(function, new FunctionModel.WeightedNorm(shape.map(ignored -> Rational.ZERO), Optional.of(Rational.ONE)));
            case 5 -> draft.set(function, new FunctionModel.LinearForms(Kind.SUM, units.subList(first, first + 1), Optional.empty()));
            case 6 -> draft.set(function, new FunctionModel.LinearForms(Kind.SUM, units.subList(first, first + 1), Optional.of(Rational.ONE)));
            // The last is bold draws' favourite.
            default -> draft.set(function, new FunctionModel.LinearForms(Kind.SUM, parts.subList(1, 2), Optional.empty()));
        }
    }

    /** The entry that the function sees: as a rule that of an argument with a single one, such as a unit matrix, lest it vanish there. */
    private static int first(List<Term> arguments, int size, Choices choices, Draft draft) {
        List<Integer> single = new ArrayList<>();
        for (Term argument : arguments) {
            List<Rational> at = draft.exact().evaluate(argument).entries();
            List<Integer> support = IntStream.range(0, at.size()).filter(i -> !at.get(i).isZero()).boxed().toList();
            if (support.size() == 1 && at.size() == size) single.add(support.getFirst());
        }
        return single.isEmpty() || choices.once(4) ? choices.below(size) : single.get(choices.below(single.size()));
    }

    /**
     * The form {@code x_i - x_j} becomes {@code x_i - r*x_j}, zero at one of the arguments, or a multiple of it with no factor above one. Where
     * things move, r may be any simple number: the argument at a later time is not known.
     */
    private static void vanish(String function, FunctionModel model, List<Term> arguments, Draft draft) {
        if (!(model instanceof FunctionModel.LinearForms(Kind kind, List<Value<Rational>> forms, Optional<Rational> cap))) return;
        List<Rational> old = forms.getLast().entries();
        int first = old.indexOf(Rational.ONE);
        int drawn = old.indexOf(Rational.MINUS_ONE);
        if (first < 0 || drawn < 0) return;
        Choices choices = draft.draws("where " + function + " vanishes").choices();
        boolean moves = draft.premises().statement().signature().declarations().stream().anyMatch(Declaration.Flow.class::isInstance);
        if (moves && choices.once(2)) {
            turn(function, kind, forms, cap, first, drawn, RATIOS.get(choices.below(RATIOS.size())), choices, draft);
            return;
        }
        List<List<Rational>> places = arguments.stream().map(argument -> draft.exact().evaluate(argument).entries())
                .filter(at -> at.size() == old.size() && IntStream.range(0, at.size()).anyMatch(i -> i != first && !at.get(i).isZero())).toList();
        if (places.isEmpty()) return;
        List<Rational> at = places.get(choices.below(places.size()));
        List<Integer> others = IntStream.range(0, at.size()).filter(i -> i != first && !at.get(i).isZero()).boxed().toList();
        int second = others.get(choices.below(others.size()));
        turn(function, kind, forms, cap, first, second, at.get(first).divide(at.get(second)), choices, draft);
    }

    private static void turn(String function, Kind kind, List<Value<Rational>> forms, Optional<Rational> cap, int first, int second, Rational ratio, Choices choices, Draft draft) {
        Rational scale = choices.once(2) && ratio.abs().compareTo(Rational.ONE) > 0 ? ratio.abs().inverse() : Rational.ONE;
        List<Value<Rational>> changed = new ArrayList<>(forms);
        changed.set(forms.size() - 1, form(forms.getLast(), first, scale, second, ratio.times(scale).negate()));
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
