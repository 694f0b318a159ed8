package tenet.numeric.evaluation;

import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Signs;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * The values of terms and the three-valued truth of formulas on a state. Over {@code Rationals} and {@code Intervals},
 * {@code HOLDS} and {@code VIOLATED} are certain (for every point of the state's boxes); over {@code Doubles} they are
 * hints. A formula with a term that has no value is {@code UNKNOWN}; no exception escapes {@link #evaluate(Formula)}.
 *
 * <p>One object serves one thread. Evaluations of one claim should share the {@link PrimitiveTerms}.
 */
public final class Evaluation<E> {
    /** How many indices of a range without end are tried unless told otherwise. */
    public static final int OPEN_RANGE = 16;

    private final PrimitiveTerms primitives;
    private final State<E> state;
    private final State<E> start;
    private final Probes probes;
    private final int openRange;
    private final Algebra<E> algebra;

    public Evaluation(Algebra<E> algebra, Signature signature, Instance instance) {
        this(new PrimitiveTerms(signature), State.of(algebra, instance));
    }

    /** The state is its own start. */
    public Evaluation(PrimitiveTerms primitives, State<E> state) {
        this(primitives, state, state, Probes.NONE, OPEN_RANGE);
    }

    private Evaluation(PrimitiveTerms primitives, State<E> state, State<E> start, Probes probes, int openRange) {
        this.primitives = primitives;
        this.state = state;
        this.start = start;
        this.probes = probes;
        this.openRange = openRange;
        this.algebra = state.algebra();
    }

    /** With another state at the start of the trajectory, which {@code initially} speaks of. */
    public Evaluation<E> startingAt(State<E> start) {
        return new Evaluation<>(primitives, state, start, probes, openRange);
    }

    /** With values to try for quantifiers over all values of a sort. */
    public Evaluation<E> probing(Probes probes) {
        return new Evaluation<>(primitives, state, start, probes, openRange);
    }

    /** With this many indices tried in a range without end; at least one. */
    public Evaluation<E> trying(int openRange) {
        if (openRange < 1) throw new IllegalArgumentException("nothing to try");
        return new Evaluation<>(primitives, state, start, probes, openRange);
    }

    /**
     * The value of a closed term.
     *
     * @throws Undefined        when it has none
     * @throws NotRepresentable when the algebra cannot give it
     * @throws IllTyped         when a derivative in it has no rule
     */
    public Value<E> evaluate(Term term) {
        return new Interpreter<>(state, Optional.of(primitives)).value(primitives.of(term), Optional.empty());
    }

    /** The value of a closed term that is primitive already, such as a velocity. Throws as {@link #evaluate(Term)}. */
    public Value<E> primitive(Term term) {
        return new Interpreter<>(state, Optional.of(primitives)).value(term, Optional.empty());
    }

    /** The integer value of a closed integer term. @throws NoValue when it has none */
    public long integer(Term term) {
        return new Indices<>(state).integer(primitives.of(term), Optional.empty());
    }

    /** The shape of a sort of the signature on this state. @throws NoValue when a size has no value */
    public List<Integer> shape(Sort sort) {
        return new Interpreter<>(state, Optional.of(primitives)).shape(sort, Optional.empty());
    }

    public Truth holds(Formula formula) {
        return evaluate(formula).truth();
    }

    public Outcome<E> evaluate(Formula formula) {
        return outcome(formula, new Interpreter<>(state, Optional.of(primitives)), Optional.empty());
    }

    private Outcome<E> outcome(Formula formula, Interpreter<E> interpreter, Optional<Scope<E>> scope) {
        try {
            return switch (formula) {
                case Formula.Relation relation -> relation(relation, interpreter, scope);
                case Formula.And(List<Formula> parts) -> {
                    Outcome<E> all = Outcome.vacuous();
                    for (Formula part : parts) all = all.and(outcome(part, interpreter, scope));
                    yield all;
                }
                case Formula.ForAll all -> forAll(all, interpreter, scope);
                case Formula.ForEvery every -> forEvery(every, interpreter, scope);
                case Formula.Initially(Formula body) -> outcome(body, start == state ? interpreter : new Interpreter<>(start, Optional.of(primitives)), scope);
            };
        } catch (Undefined undefined) {
            return Outcome.unknown(Doubt.Kind.UNDEFINED, undefined.getMessage());
        } catch (NotRepresentable cannot) {
            return Outcome.unknown(Doubt.Kind.NOT_REPRESENTABLE, cannot.getMessage());
        } catch (IllTyped noRule) {
            return Outcome.unknown(Doubt.Kind.NOT_REPRESENTABLE, noRule.getMessage());
        }
    }

    private Outcome<E> forAll(Formula.ForAll all, Interpreter<E> interpreter, Optional<Scope<E>> scope) {
        Indices.Span span = interpreter.indices().quantified(all.range(), openRange, scope);
        Outcome<E> outcome = Outcome.vacuous();
        for (long i = span.low(); i <= span.high(); i++)
            if (span.has(i)) outcome = outcome.and(outcome(all.body(), interpreter, Scope.index(all.range().index(), i, scope)));
        if (all.range().upper().isPresent()) return outcome;
        return outcome.atMost(new Doubt(Doubt.Kind.NOT_EXHAUSTED, "tried for " + all.range().index() + " from " + span.low() + " to " + span.high()));
    }

    private Outcome<E> forEvery(Formula.ForEvery every, Interpreter<E> interpreter, Optional<Scope<E>> scope) {
        List<Integer> shape = interpreter.shape(every.sort(), scope);
        Outcome<E> outcome = Outcome.vacuous();
        int tried = 0;
        for (Value<Rational> probe : probes.of(every.name(), shape)) {
            if (!probe.shape().equals(shape)) continue;
            boolean integer = every.sort() instanceof Sort.Int;
            if (integer && !probe.entries().getFirst().isInteger()) continue;
            var inside = integer ? Scope.index(every.name(), probe.entries().getFirst().numerator().longValueExact(), scope)
                    : Scope.value(every.name(), probe.map(algebra::of), scope);
            outcome = outcome.and(outcome(every.body(), interpreter, inside));
            tried++;
        }
        if (tried == 0) return Outcome.unknown(Doubt.Kind.UNTESTED, "no value of " + every.name() + " to try");
        return outcome.atMost(new Doubt(Doubt.Kind.NOT_EXHAUSTED, "tried for " + tried + " values of " + every.name()));
    }

    private Outcome<E> relation(Formula.Relation relation, Interpreter<E> interpreter, Optional<Scope<E>> scope) {
        interpreter.restart();
        Value<E> left = interpreter.value(primitives.of(relation.left()), scope);
        Value<E> right = interpreter.value(primitives.of(relation.right()), scope);
        Value<E> difference = interpreter.matrices().subtract(left, right);
        Comparison comparison = relation.comparison();
        boolean always = comparison != Comparison.UNEQUAL;
        boolean never = comparison == Comparison.UNEQUAL;
        double margin = comparison == Comparison.UNEQUAL ? 0 : Double.POSITIVE_INFINITY;
        List<E> entries = difference.entries();
        for (int i = 0; i < entries.size(); i++) {
            E entry = entries.get(i);
            Signs signs = algebra.signs(entry, interpreter.peak());
            double slack = margin(comparison, algebra.low(entry), algebra.high(entry));
            // One entry that differs makes matrices unequal; equality needs every entry.
            if (comparison == Comparison.UNEQUAL) {
                always |= signs.alwaysHolds(comparison);
                never &= signs.neverHolds(comparison);
                margin = Math.max(margin, slack);
            } else {
                always &= signs.alwaysHolds(comparison);
                never |= signs.neverHolds(comparison);
                margin = Math.min(margin, slack);
            }
        }
        Truth truth = always ? Truth.HOLDS : never ? Truth.VIOLATED : Truth.UNKNOWN;
        var deciding = new Outcome.Deciding<>(relation, Scope.indices(scope), left, right);
        Optional<Doubt> doubt = truth == Truth.UNKNOWN
                ? Optional.of(new Doubt(Doubt.Kind.TOO_CLOSE, "the two sides are too close to tell")) : Optional.empty();
        return new Outcome<>(truth, margin + 0.0, Optional.of(deciding), doubt);
    }

    private static double margin(Comparison comparison, double low, double high) {
        return switch (comparison) {
            case LESS, AT_MOST -> -high;
            case GREATER, AT_LEAST -> low;
            case EQUAL -> -Math.max(Math.abs(low), Math.abs(high));
            case UNEQUAL -> low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        };
    }
}
