package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.PsdPower;
import tenet.numeric.linear.SpectralFunctions;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * The values of primitive terms on a state. Over doubles it remembers the largest magnitude met since
 * {@link #restart}, the scale of rounding errors; so one object serves one thread.
 */
final class Interpreter<E> {
    private static final int MOST_ENTRIES = 1_000_000;

    private final State<E> state;
    private final Optional<PrimitiveTerms> primitives;
    private final Algebra<E> algebra;
    private final Matrices<E> matrices;
    private final Indices<E> indices;
    private final boolean rounds;
    private double peak;

    /** For terms without {@link Term.Rate} of more than a variable. */
    Interpreter(State<E> state) {
        this(state, Optional.empty());
    }

    Interpreter(State<E> state, Optional<PrimitiveTerms> primitives) {
        this.state = state;
        this.primitives = primitives;
        this.algebra = state.algebra();
        this.matrices = new Matrices<>(algebra);
        this.indices = new Indices<>(state);
        this.rounds = algebra instanceof Doubles;
    }

    Indices<E> indices() {
        return indices;
    }

    Matrices<E> matrices() {
        return matrices;
    }

    void restart() {
        peak = 0;
    }

    double peak() {
        return peak;
    }

    /** @throws Undefined when the term has no value; NotRepresentable when the algebra cannot give it */
    Value<E> value(Term term, Optional<Scope<E>> scope) {
        Value<E> value = switch (term.sort()) {
            case Sort.Int() -> Value.scalar(algebra.of(Rational.of(indices.integer(term, scope))));
            case Sort.Real() -> {
                Value<E> real = compute(term, scope);
                yield real instanceof Value.Matrix<E> ? Value.scalar(matrices.number(real)) : real;
            }
            case Sort.Matrix ignored -> {
                Value<E> matrix = compute(term, scope);
                yield matrix instanceof Value.Scalar<E> ? matrices.matrix(matrix) : matrix;
            }
            case Sort.Tensor ignored -> compute(term, scope);
        };
        if (rounds) note(value);
        return value;
    }

    private void note(Value<E> value) {
        peak = Math.max(peak, magnitude(value));
    }

    private double magnitude(Value<E> value) {
        if (value instanceof Value.Scalar<E>(E number)) return Math.abs((Double) number);
        List<E> entries = value.entries();
        double magnitude = 0;
        for (int i = 0; i < entries.size(); i++) magnitude = Math.max(magnitude, Math.abs((Double) entries.get(i)));
        return magnitude;
    }

    /** The products whose sum is an entry of a product may be larger than the entry. */
    private void noteProduct(Value<E> a, Value<E> b) {
        if (rounds) peak = Math.max(peak, magnitude(a) * magnitude(b));
    }

    private E number(Term term, Optional<Scope<E>> scope) {
        return matrices.number(value(term, scope));
    }

    private Value<E> compute(Term term, Optional<Scope<E>> scope) {
        return switch (term) {
            case Term.Number(Rational value) -> Value.scalar(algebra.of(value));
            case Term.Symbol symbol -> symbol(symbol, scope);
            case Term.Apply apply -> application(apply, scope);
            case Term.MatrixLiteral literal -> {
                List<E> entries = new ArrayList<>();
                for (List<Term> row : literal.rows()) for (Term entry : row) entries.add(number(entry, scope));
                yield new Value.Matrix<>(literal.rows().size(), literal.rows().getFirst().size(), entries);
            }
            case Term.Big big -> big(big, scope);
            case Term.Contract contract -> contract(contract, scope);
            case Term.Call call -> {
                FunctionModel model = model(call.function());
                if (call.arguments().size() != 1) throw new NotRepresentable("no model of the function " + call.function() + " of several arguments");
                yield Value.scalar(model.value(algebra, value(call.arguments().getFirst(), scope)));
            }
            case Term.Gradient gradient -> model(gradient.function()).gradient(algebra, value(gradient.at(), scope));
            case Term.Rate(Term of) when of instanceof Term.Symbol symbol -> {
                List<Integer> at = indices.members(symbol.indices(), scope);
                yield state.rate(symbol.name(), at).orElseThrow(() -> new Undefined("the instance has no rate of " + symbol));
            }
            case Term.Rate rate -> Slopes.of(rate.of(), state, primitives.orElseThrow(() -> new NotRepresentable("the term " + rate + " is not primitive")), scope);
        };
    }

    private FunctionModel model(String function) {
        return state.instance().function(function)
                .orElseThrow(() -> new NotRepresentable("the instance has no model of the function " + function));
    }

    private Value<E> symbol(Term.Symbol symbol, Optional<Scope<E>> scope) {
        if (symbol.indices().isEmpty()) {
            Optional<Scope<E>> bound = Scope.find(symbol.name(), scope);
            if (bound.isPresent()) return bound.get().value().orElseGet(() -> Value.scalar(algebra.of(Rational.of(bound.get().index()))));
        }
        List<Integer> at = indices.members(symbol.indices(), scope);
        return state.value(symbol.name(), at).orElseThrow(() -> Indices.missing(symbol.name(), at));
    }

    private Value<E> application(Term.Apply apply, Optional<Scope<E>> scope) {
        List<Term> arguments = apply.arguments();
        Term first = arguments.getFirst();
        return switch (apply.operator()) {
            case ADD -> {
                Value<E> sum = value(first, scope);
                for (int i = 1; i < arguments.size(); i++) sum = matrices.add(sum, value(arguments.get(i), scope));
                yield sum;
            }
            case NEGATE -> matrices.negate(value(first, scope));
            case MULTIPLY -> {
                Value<E> product = value(first, scope);
                for (int i = 1; i < arguments.size(); i++) {
                    Value<E> next = value(arguments.get(i), scope);
                    noteProduct(product, next);
                    product = matrices.multiply(product, next);
                }
                yield product;
            }
            case DIVIDE -> matrices.divide(value(first, scope), number(arguments.get(1), scope));
            case POWER -> first.sort().isScalar()
                    ? Value.scalar(power(first, arguments.get(1), scope))
                    : matrixPower(first, arguments.get(1), scope);
            case TRANSPOSE -> matrices.transpose(value(first, scope));
            case TRACE -> Value.scalar(matrices.trace(value(first, scope)));
            case DETERMINANT -> {
                Value.Matrix<E> matrix = matrices.square(value(first, scope));
                if (rounds) peak = Math.max(peak, Math.pow(magnitude(matrix), matrix.rows()));
                yield Value.scalar(matrices.determinant(matrix));
            }
            case ADJUGATE -> matrices.adjugate(value(first, scope));
            case INVERSE -> matrices.inverse(value(first, scope));
            case NORM -> Value.scalar(matrices.norm(value(first, scope)));
            case INNER -> {
                Value<E> left = value(first, scope);
                Value<E> right = value(arguments.get(1), scope);
                noteProduct(left, right);
                yield Value.scalar(matrices.inner(left, right));
            }
            case ENTRY -> {
                Value.Matrix<E> matrix = matrices.matrix(value(first, scope));
                long row = indices.integer(arguments.get(1), scope);
                long column = arguments.size() == 2 ? 1 : indices.integer(arguments.get(2), scope);
                if (row < 1 || row > matrix.rows() || column < 1 || column > matrix.columns())
                    throw new Undefined("there is no entry " + row + "," + column + " in a " + matrix.rows() + " x " + matrix.columns() + " matrix");
                yield Value.scalar(matrix.at((int) row - 1, (int) column - 1));
            }
            case ABSOLUTE -> Value.scalar(algebra.abs(number(first, scope)));
            case SQUARE_ROOT -> Value.scalar(algebra.sqrt(number(first, scope)));
            case EXPONENTIAL -> Value.scalar(algebra.exp(number(first, scope)));
            case LOGARITHM -> Value.scalar(algebra.log(number(first, scope)));
            case MINIMUM, MAXIMUM -> {
                E best = number(first, scope);
                for (int i = 1; i < arguments.size(); i++) {
                    E next = number(arguments.get(i), scope);
                    best = apply.operator() == Operator.MINIMUM ? algebra.min(best, next) : algebra.max(best, next);
                }
                yield Value.scalar(best);
            }
            case IDENTITY -> {
                int size = size(first, scope);
                requireModest(List.of(size, size));
                yield matrices.identity(size);
            }
            case ZERO -> {
                List<Integer> shape = List.of(size(first, scope), size(arguments.get(1), scope));
                requireModest(shape);
                yield matrices.zero(shape.get(0), shape.get(1));
            }
            case NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK ->
                    Value.scalar(spectral(apply.operator(), arguments, scope));
        };
    }

    private E spectral(Operator function, List<Term> arguments, Optional<Scope<E>> scope) {
        Term first = arguments.getFirst();
        Optional<Rational> parameter = Optional.empty();
        if (arguments.size() == 2) {
            parameter = indices.exactly(arguments.get(1), scope);
            if (parameter.isEmpty()) throw new NotRepresentable("a norm with the inexact exponent " + arguments.get(1));
        }
        Optional<Value.Matrix<Rational>> exact = algebra instanceof Intervals ? exactly(first, scope) : Optional.empty();
        return new SpectralFunctions<>(algebra).value(function, matrices.matrix(value(first, scope)), exact, parameter);
    }

    /** The matrix in rational numbers, where the state is exact. */
    private Optional<Value.Matrix<Rational>> exactly(Term matrix, Optional<Scope<E>> scope) {
        if (!state.isExact() || !Scope.isOfIndices(scope)) return Optional.empty();
        try {
            var exact = new Interpreter<>(State.of(new Rationals(), state.instance()));
            return Optional.of(exact.matrices.matrix(exact.value(matrix, Scope.copyOfIndices(scope))));
        } catch (NotRepresentable inexact) {
            return Optional.empty();
        }
    }

    private static void requireModest(List<Integer> shape) {
        long entries = 1;
        for (int size : shape) {
            entries *= size;
            if (entries > MOST_ENTRIES) throw new NotRepresentable("a value of shape " + shape);
        }
    }

    private int size(Term term, Optional<Scope<E>> scope) {
        long size = indices.integer(term, scope);
        if (size < 0) throw new Undefined("the negative size " + size);
        if (size > Indices.LONGEST_RANGE) throw new NotRepresentable("the size " + size);
        return (int) size;
    }

    /** Powers of roots and norms are taken in one step, so that the square of an irrational norm is exact. */
    private E power(Term base, Term exponent, Optional<Scope<E>> scope) {
        Optional<Rational> exact = indices.exactly(exponent, scope);
        if (exact.isEmpty()) return algebra.exp(algebra.multiply(number(exponent, scope), algebra.log(number(base, scope))));
        if (base instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored)) {
            Rational half = exact.get().divide(Rational.of(2));
            if (operator == Operator.NORM) return algebra.power(matrices.squaredNorm(value(arguments.getFirst(), scope)), half);
            Optional<Rational> inner = operator == Operator.SQUARE_ROOT ? Optional.of(Rational.of(1, 2))
                    : operator == Operator.POWER ? indices.exactly(arguments.get(1), scope) : Optional.empty();
            if (inner.isPresent() && inner.get().signum() > 0 && !inner.get().isInteger()) {
                E root = number(arguments.getFirst(), scope);
                // Below zero the inner power has no value, although the joint exponent may give one.
                OptionalInt sign = algebra.sign(root);
                Rational joint = inner.get().times(exact.get());
                return sign.isPresent() && sign.getAsInt() >= 0 ? algebra.power(root, joint)
                        : algebra.power(algebra.power(root, inner.get()), exact.get());
            }
        }
        return algebra.power(number(base, scope), exact.get());
    }

    private Value<E> matrixPower(Term base, Term exponent, Optional<Scope<E>> scope) {
        Rational exact = indices.exactly(exponent, scope)
                .orElseThrow(() -> new NotRepresentable("the power of a matrix with the inexact exponent " + exponent));
        if (exact.signum() < 0) throw new Undefined("the negative power " + exact + " of a matrix");
        if (exact.isInteger()) {
            if (exact.numerator().bitLength() > 16) throw new NotRepresentable("the power " + exact + " of a matrix");
            return matrices.power(value(base, scope), exact.numerator().intValue());
        }
        Optional<Term> factor = gramFactor(base);
        if (size(((Sort.Matrix) base.sort()).rows(), scope) == 0) return value(base, scope);
        if (rounds && factor.isPresent()) return gramPower(value(factor.get(), scope), Doubles.nearest(exact));
        if (algebra instanceof Intervals) return enclosedPower(base, factor.isPresent(), exact, scope);
        return PsdPower.of(algebra, matrices.square(value(base, scope)), exact);
    }

    @SuppressWarnings("unchecked")
    private Value<E> gramPower(Value<E> factor, double exponent) {
        return (Value<E>) PsdPower.ofGram((Value.Matrix<Double>) matrices.matrix(factor), exponent);
    }

    /** On an exact state the base is exact: then its eigenvalues may be, and its symmetry is not lost in rounding. */
    @SuppressWarnings("unchecked")
    private Value<E> enclosedPower(Term base, boolean gram, Rational exponent, Optional<Scope<E>> scope) {
        if (state.isExact() && Scope.isOfIndices(scope)) {
            try {
                var exact = new Interpreter<>(State.of(new Rationals(), state.instance()));
                return (Value<E>) PsdPower.enclosed(exact.matrices.square(exact.value(base, Scope.copyOfIndices(scope))), gram, exponent);
            } catch (NotRepresentable inexact) {
                // The base itself is irrational: enclose it.
            }
        }
        Value.Matrix<E> enclosed = matrices.square(value(base, scope));
        return gram ? (Value<E>) PsdPower.enclosedGram((Value.Matrix<Interval>) enclosed, exponent) : PsdPower.of(algebra, enclosed, exponent);
    }

    /** X, where the term is written {@code X * X^T} (or {@code Y^T * Y}, with X the transpose of Y). */
    private static Optional<Term> gramFactor(Term term) {
        if (!(term instanceof Term.Apply(Operator operator, List<Term> factors, Sort ignored)) || operator != Operator.MULTIPLY) return Optional.empty();
        Term last = factors.getLast();
        List<Term> before = factors.subList(0, factors.size() - 1);
        if (transposed(last).filter(inner -> isProduct(inner, before)).isPresent()) return transposed(last);
        List<Term> behind = factors.subList(1, factors.size());
        return transposed(factors.getFirst()).filter(inner -> isProduct(inner, behind)).map(inner -> factors.getFirst());
    }

    private static Optional<Term> transposed(Term term) {
        return term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.TRANSPOSE
                ? Optional.of(arguments.getFirst()) : Optional.empty();
    }

    private static boolean isProduct(Term term, List<Term> factors) {
        if (factors.size() == 1) return term.equals(factors.getFirst());
        return term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                && operator == Operator.MULTIPLY && arguments.equals(factors);
    }

    private Value<E> big(Term.Big big, Optional<Scope<E>> scope) {
        Indices.Span span = indices.span(big.range(), scope);
        String name = big.range().index();
        switch (big.operator()) {
            case SUM, PRODUCT -> {
                boolean adds = big.operator() == tenet.symbolic.term.BigOperator.SUM;
                Value<E> total = null;
                for (long i = span.low(); i <= span.high(); i++) {
                    if (!span.has(i)) continue;
                    Value<E> next = value(big.body(), Scope.index(name, i, scope));
                    total = total == null ? next : adds ? matrices.add(total, next) : matrices.multiply(total, next);
                }
                if (total != null) return total;
                return adds ? zero(big.sort(), scope) : Value.scalar(algebra.one());
            }
            case CHAIN -> {
                Value<E> product = null;
                for (long i = span.high(); i >= span.low(); i--) {
                    Value<E> next = value(big.body(), Scope.index(name, i, scope));
                    product = product == null ? next : matrices.multiply(product, next);
                }
                if (product != null) return product;
                if (!(big.sort() instanceof Sort.Matrix)) return Value.scalar(algebra.one());
                List<Integer> shape = shape(big.sort(), scope);
                requireModest(shape);
                return matrices.identity(shape.getFirst());
            }
            case OUTER -> {
                List<Value<E>> vectors = new ArrayList<>(span.length());
                for (long i = span.low(); i <= span.high(); i++) vectors.add(value(big.body(), Scope.index(name, i, scope)));
                requireModest(vectors.stream().map(vector -> vector.entries().size()).toList());
                return matrices.outer(vectors);
            }
        }
        throw new IllegalStateException("no such operator " + big.operator());
    }

    private Value<E> contract(Term.Contract contract, Optional<Scope<E>> scope) {
        if (!(value(contract.tensor(), scope) instanceof Value.Tensor<E> tensor)) throw new Undefined("only a tensor is contracted");
        Indices.Span span = indices.span(contract.range(), scope);
        long free = span.except().orElseThrow();
        if (free < span.low() || free > span.high()) throw new Undefined("the free mode " + free + " is out of range");
        List<Value<E>> vectors = new ArrayList<>(span.length());
        Value<E> unused = Value.scalar(algebra.zero());
        for (long i = span.low(); i <= span.high(); i++)
            vectors.add(i == free ? unused : value(contract.body(), Scope.index(contract.range().index(), i, scope)));
        return matrices.contract(tensor, vectors, (int) (free - span.low()));
    }

    /** The shape of a sort here. */
    List<Integer> shape(Sort sort, Optional<Scope<E>> scope) {
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> List.of();
            case Sort.Matrix(Term rows, Term columns) -> List.of(size(rows, scope), size(columns, scope));
            case Sort.Tensor tensor -> {
                Indices.Span span = indices.span(tensor.modes(), scope);
                List<Integer> shape = new ArrayList<>();
                for (long i = span.low(); i <= span.high(); i++) shape.add(size(tensor.size(), Scope.index(tensor.modes().index(), i, scope)));
                yield shape;
            }
        };
    }

    private Value<E> zero(Sort sort, Optional<Scope<E>> scope) {
        List<Integer> shape = shape(sort, scope);
        requireModest(shape);
        List<E> entries = Collections.nCopies(Value.size(shape), algebra.zero());
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> Value.scalar(algebra.zero());
            case Sort.Matrix ignored -> new Value.Matrix<>(shape.get(0), shape.get(1), entries);
            case Sort.Tensor ignored -> new Value.Tensor<>(shape, entries);
        };
    }
}
