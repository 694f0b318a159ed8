package tenet.numeric.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Dual;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Derivatives in time that the kernel has no rule for, such as that of an outer product: by forward differentiation along the
 * velocities that the kernel gives. Exact where the algebra is.
 */
final class Slopes {
    private Slopes() {
    }

    /** Whether every operation in a primitive term does to numbers with slopes what the chain rule says. */
    static boolean known(Term term) {
        boolean here = switch (term) {
            case Term.Apply apply -> switch (apply.operator()) {
                case ADD, NEGATE, MULTIPLY, DIVIDE, TRANSPOSE, TRACE, NORM, INNER, ENTRY, SQUARE_ROOT, EXPONENTIAL, LOGARITHM, IDENTITY, ZERO -> true;
                case POWER -> apply.argument(0).sort().isScalar();
                case DETERMINANT, ADJUGATE, INVERSE, ABSOLUTE, MINIMUM, MAXIMUM,
                     NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> false;
            };
            case Term.Number ignored -> true;
            case Term.Symbol ignored -> true;
            case Term.MatrixLiteral ignored -> true;
            case Term.Big ignored -> true;
            case Term.Contract ignored -> true;
            case Term.Call ignored -> false;
            case Term.Gradient ignored -> false;
            case Term.Rate ignored -> false;
        };
        return here && term.children().stream().allMatch(Slopes::known);
    }

    /**
     * The derivative of a {@link #known} term.
     *
     * @throws tenet.numeric.algebra.NoValue when it has none, or a variable moves in a way that the state does not tell
     */
    static <E> Value<E> of(Term term, State<E> state, PrimitiveTerms primitives, Optional<Scope<E>> scope) {
        if (!Scope.isOfIndices(scope)) throw new NotRepresentable("a derivative under a quantifier over values");
        Duals<E> duals = new Duals<>(state.algebra(), 1);
        Map<String, Map<List<Integer>, Value<Dual<E>>>> moving = new HashMap<>();
        for (String name : state.instance().values().keySet()) {
            if (!Names.occursFree(name, term)) continue;
            Map<List<Integer>, Value<Dual<E>>> members = new HashMap<>();
            for (List<Integer> indices : state.instance().values().get(name).keySet()) {
                Value<E> value = state.value(name, indices).orElseThrow();
                List<E> slopes = velocity(name, indices, state, primitives).map(Value::entries).orElse(List.of());
                List<Dual<E>> entries = new java.util.ArrayList<>();
                for (int i = 0; i < value.entries().size(); i++)
                    entries.add(slopes.isEmpty() ? duals.constant(value.entries().get(i)) : new Dual<>(value.entries().get(i), List.of(slopes.get(i))));
                members.put(indices, value.with(entries));
            }
            // What stands still keeps its exact value, which ranges and exponents are read from.
            if (isMoving(name, primitives.signature())) moving.put(name, members);
        }
        State<Dual<E>> along = State.of(duals, state.instance()).moved(moving);
        Value<Dual<E>> value = new Interpreter<>(along, Optional.of(primitives)).value(term, Scope.copyOfIndices(scope));
        return value.map(dual -> dual.slopes().getFirst());
    }

    private static boolean isMoving(String name, Signature signature) {
        return signature.find(name).orElse(null) instanceof Declaration.Variable variable
                && (variable.motion() == Declaration.Motion.MOVING || signature.flow(name).isPresent());
    }

    private static <E> Optional<Value<E>> velocity(String name, List<Integer> indices, State<E> state, PrimitiveTerms primitives) {
        Signature signature = primitives.signature();
        if (!isMoving(name, signature)) return Optional.empty();
        if (signature.flow(name).isEmpty())
            return Optional.of(state.rate(name, indices).orElseThrow(() -> new NotRepresentable("the instance has no rate of " + name)));
        List<Term> at = indices.stream().map(Term::number).toList();
        Sort sort = signature.sortOf(name, at);
        Value<E> velocity = new Interpreter<>(state, Optional.of(primitives)).value(primitives.velocity(new Term.Symbol(name, at, sort)), Optional.empty());
        return Optional.of(velocity);
    }
}
