package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Constancy;
import tenet.properties.construction.Declared;
import tenet.properties.construction.Member;
import tenet.properties.construction.Members;
import tenet.properties.construction.Premises;
import tenet.properties.exact.Bounds;
import tenet.properties.exact.Draws;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Values for everything that a signature declares, regardless of the hypotheses: integers within their bounds (at most
 * {@link #SPREAD} above the lower one unless the file says otherwise), then all else in the order of declaration.
 */
final class IndependentDraw {
    private static final int SPREAD = 3;

    private final Premises premises;
    private final Declared declared;
    private final Map<String, Bounds> samplings;
    private final boolean bounded;

    /** @param bounded whether arbitrary smooth functions are to be bounded below */
    IndependentDraw(Premises premises, List<Sampling> samplings, boolean bounded) {
        this.bounded = bounded;
        this.premises = premises;
        this.declared = new Declared(premises);
        Map<String, Bounds> byName = new HashMap<>();
        for (Sampling sampling : samplings) byName.put(sampling.name(), Bounds.between(Optional.of(sampling.low()), sampling.high()));
        this.samplings = Map.copyOf(byName);
    }

    /** @throws NoValue when a range or size has no value; {@link NotRepresentable} for what cannot be drawn */
    Instance draw(Draws draws) {
        Signature signature = premises.statement().signature();
        Instance instance = Instance.EMPTY;
        for (Declaration declaration : signature.declarations()) {
            switch (declaration) {
                case Declaration.Parameter parameter -> instance = members(parameter.name(), parameter.indices(), draws, instance);
                case Declaration.Variable variable -> {
                    instance = members(variable.name(), variable.indices(), draws, instance);
                    if (Constancy.movesFreely(variable, signature)) instance = rates(variable.name(), draws, instance);
                }
                case Declaration.Function function when function.body().isEmpty() ->
                        instance = instance.with(function.name(), model(function, draws.in(function.name()), instance));
                case Declaration.Function ignored -> { }
                case Declaration.Definition ignored -> { }
                case Declaration.Flow ignored -> { }
            }
        }
        return instance;
    }

    private Instance members(String name, List<Range> ranges, Draws draws, Instance instance) {
        Instance drawn = instance;
        Bounds allowed = samplings.getOrDefault(name, Bounds.NONE);
        boolean alike = !ranges.isEmpty() && draws.in(name + " alike").choices().rarely();
        Map<List<Integer>, Value<Rational>> first = new HashMap<>();
        for (List<Integer> indices : declared.places(ranges, instance)) {
            Sort sort = declared.sort(name, indices);
            Draws own = draws.in(new Member(name, indices).toString());
            if (sort instanceof Sort.Int) {
                drawn = drawn.with(name, indices, Value.scalar(integer(name, indices, own, drawn)));
            } else {
                List<Integer> shape = shape(sort, drawn);
                Bounds bounds = shape.isEmpty() ? number(name, allowed) : allowed;
                boolean least = shape.isEmpty() && bounds.low().isPresent() && !bounds.lowOpen() && draws.in("least " + name + indices).choices().rarely();
                Value<Rational> value = least ? Value.scalar(bounds.low().get()) : new MatrixDraws(own).within(shape, bounds);
                drawn = drawn.with(name, indices, alike ? first.computeIfAbsent(shape, ignored -> value) : value);
            }
        }
        return drawn;
    }

    private Rational integer(String name, List<Integer> indices, Draws draws, Instance instance) {
        Bounds bounds = declared.integerBounds(name, indices, instance);
        Bounds asked = samplings.getOrDefault(name, Bounds.NONE);
        Optional<Rational> least = bounds.and(Comparison.AT_LEAST, asked.low().orElse(bounds.low().orElse(Rational.of(-SPREAD)))).low();
        long low = ceiling(least.orElseThrow());
        Optional<Rational> most = asked.high().map(high -> bounds.and(Comparison.AT_MOST, high)).orElse(bounds).high();
        long high = most.map(limit -> limit.floor().longValueExact()).orElse(low + SPREAD);
        if (asked.high().isEmpty()) high = Math.min(high, low + SPREAD);
        if (high < low) throw new NotRepresentable("no value of " + name + indices + " within its bounds");
        return Rational.of(low + draws.choices().below(Math.toIntExact(high - low + 1)));
    }

    private static long ceiling(Rational value) {
        return -value.negate().floor().longValueExact();
    }

    /** The bounds of a number: those asked for, and its declared ones as far as they are literals. */
    private Bounds number(String name, Bounds asked) {
        Bounds bounds = asked;
        if (premises.statement().signature().find(name).orElseThrow() instanceof Declaration.Parameter parameter)
            for (Declaration.Bound bound : parameter.bounds())
                if (bound.term() instanceof Term.Number(Rational limit)) bounds = bounds.and(bound.comparison(), limit);
        return bounds;
    }

    private Instance rates(String name, Draws draws, Instance instance) {
        Instance drawn = instance;
        var members = instance.values().getOrDefault(name, Map.of());
        for (List<Integer> indices : members.keySet().stream().sorted(Members.ORDER).toList()) {
            Value<Rational> value = members.get(indices);
            Draws own = draws.in(new Member(name, indices) + "'");
            drawn = drawn.withRate(name, indices, value.with(MatrixDraws.entries(value.entries().size(), own::rational)));
        }
        return drawn;
    }

    private FunctionModel model(Declaration.Function function, Draws draws, Instance instance) {
        if (function.arguments().size() != 1 || !function.result().isScalar())
            throw new NotRepresentable("the arbitrary function " + function.name() + " of several arguments or with values that are not numbers");
        List<Integer> shape = shape(function.arguments().getFirst(), instance);
        int size = Value.size(shape);
        if (!function.smooth()) {
            return rough(shape, draws);
        }
        Draws plain = draws.in("plain");
        if (plain.choices().rarely()) return plain(shape, plain.choices().below(2) == 0 ? Rational.ZERO : Rational.ONE);
        // Quadratics with any linear part: the gradient at a point may be anything. Along motions they are bounded below,
        // lest most of these end in a blow-up.
        List<Rational> weights = MatrixDraws.entries(size, () -> {
            Rational weight = draws.choices().once(3) ? draws.rational() : Rational.of(draws.choices().below(2));
            return bounded ? weight.abs() : weight;
        });
        List<Rational> targets = new ArrayList<>();
        List<Rational> linear = new ArrayList<>();
        for (Rational weight : weights) {
            targets.add(weight.isZero() ? Rational.ZERO : draws.rational());
            linear.add(bounded && weight.isZero() ? Rational.ZERO : draws.rational());
        }
        return new FunctionModel.Quadratic(of(shape, weights), of(shape, targets), of(shape, linear));
    }

    /** The zero function, under which nothing moves, or half the squared norm, which all rotations keep. */
    private static FunctionModel plain(List<Integer> shape, Rational weight) {
        Value<Rational> zero = of(shape, MatrixDraws.entries(Value.size(shape), () -> Rational.ZERO));
        return new FunctionModel.Quadratic(of(shape, MatrixDraws.entries(Value.size(shape), () -> weight)), zero, zero);
    }

    /** A norm, a quasi-norm, a seminorm, or what lacks an axiom of these; constructors see to the axioms that are assumed. */
    private static FunctionModel rough(List<Integer> shape, Draws draws) {
        int size = Value.size(shape);
        List<Optional<Rational>> exponents = List.of(Optional.of(Rational.ONE), Optional.empty(), Optional.of(Rational.of(2)), Optional.of(Rational.of(1, 2)));
        int kind = draws.choices().below(exponents.size() + 3);
        if (kind < exponents.size()) {
            List<Rational> weights = new ArrayList<>(MatrixDraws.entries(size, () -> draws.choices().once(3) ? draws.positive() : Rational.ONE));
            return new FunctionModel.WeightedNorm(of(shape, weights), exponents.get(kind));
        }
        List<Value<Rational>> forms = new ArrayList<>();
        for (int left = 1 + draws.choices().below(3); left > 0; left--) forms.add(of(shape, MatrixDraws.entries(size, draws::rational)));
        Optional<Rational> cap = draws.choices().once(2) ? Optional.of(draws.positive()) : Optional.empty();
        return new FunctionModel.LinearForms(FunctionModel.LinearForms.Kind.values()[kind - exponents.size()], forms, cap);
    }

    private static Value<Rational> of(List<Integer> shape, List<Rational> entries) {
        return shape.size() == 1 || shape.size() > 2 ? new Value.Tensor<>(shape, entries) : Value.of(shape, entries);
    }

    private List<Integer> shape(Sort sort, Instance instance) {
        return new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance)).shape(sort);
    }
}
