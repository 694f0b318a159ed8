package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.evaluation.TapeCode.Block;
import tenet.numeric.evaluation.TapeProducts.Factor;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Writes the code of a {@link Tape}: what {@link Interpreter} does to values, done to blocks. Indices are unrolled. */
final class TapeCompiler {
    private static final List<Integer> NUMBER = List.of();

    private final TapeCode code;
    private final TapeProducts products;
    private final State<Double> state;
    private final Indices<Double> indices;
    private final Interpreter<Double> interpreter;
    private final Map<String, Map<List<Integer>, Block>> inputs = new HashMap<>();

    private TapeCompiler(Instance instance, boolean enclosing) {
        this.code = new TapeCode(enclosing);
        this.products = new TapeProducts(code);
        this.state = State.of(new Doubles(), instance);
        this.indices = new Indices<>(state);
        this.interpreter = new Interpreter<>(state);
    }

    private interface Maker<T> {
        T make(TapeCode code, List<Block> inputs, List<Block> outputs);
    }

    static Optional<Tape> compile(Instance instance, List<Tape.Input> members, List<Term> terms) {
        return compile(instance, members, terms, false, TapeCode::tape);
    }

    static Optional<EnclosedSeries> series(Instance instance, List<Tape.Input> members, List<Term> terms) {
        return compile(instance, members, terms, true, TapeCode::series).filter(EnclosedSeries::isPossible);
    }

    private static <T> Optional<T> compile(Instance instance, List<Tape.Input> members, List<Term> terms, boolean enclosing, Maker<T> maker) {
        TapeCompiler compiler = new TapeCompiler(instance, enclosing);
        try {
            List<Block> places = new ArrayList<>();
            for (Tape.Input member : members) {
                Block block = compiler.code.input(member.like().shape());
                compiler.inputs.computeIfAbsent(member.name(), ignored -> new HashMap<>()).put(member.indices(), block);
                places.add(block);
            }
            List<Block> results = new ArrayList<>();
            for (Term term : terms) results.add(compiler.block(term, Optional.empty()));
            return Optional.of(maker.make(compiler.code, places, results));
        } catch (NotRepresentable notCompiled) {
            return Optional.empty();
        }
    }

    private static NotRepresentable notCompiled(Object what) {
        return new NotRepresentable("no code for " + what);
    }

    private Block block(Term term, Optional<Scope<Double>> scope) {
        return switch (term.sort()) {
            case Sort.Int() -> code.constant(Rational.of(indices.integer(term, scope)));
            case Sort.Real() -> number(compute(term, scope));
            case Sort.Matrix ignored -> {
                Block block = compute(term, scope);
                yield block.shape().isEmpty() ? block.as(1, 1) : block;
            }
            case Sort.Tensor ignored -> compute(term, scope);
        };
    }

    private static Block number(Block block) {
        if (block.shape().isEmpty()) return block;
        if (block.shape().equals(List.of(1, 1))) return block.as();
        throw new Undefined("a number is needed, not the shape " + block.shape());
    }

    private Block compute(Term term, Optional<Scope<Double>> scope) {
        return switch (term) {
            case Term.Number(Rational value) -> code.constant(value);
            case Term.Symbol symbol -> symbol(symbol, scope);
            case Term.Apply apply -> application(apply, scope);
            case Term.MatrixLiteral literal -> {
                List<Block> entries = new ArrayList<>();
                for (List<Term> row : literal.rows()) for (Term entry : row) entries.add(number(block(entry, scope)));
                yield code.gather(List.of(literal.rows().size(), literal.rows().getFirst().size()), entries);
            }
            case Term.Big big -> big(big, scope);
            case Term.Contract contract -> contract(contract, scope);
            case Term.Call call when call.arguments().size() == 1 -> call(model(call.function()), block(call.arguments().getFirst(), scope));
            case Term.Call call -> throw notCompiled(call);
            case Term.Gradient gradient -> gradient(model(gradient.function()), block(gradient.at(), scope));
            case Term.Rate rate -> constant(rate, scope);
        };
    }

    private Block constant(Term term, Optional<Scope<Double>> scope) {
        try {
            return code.constant(new Interpreter<>(State.of(new Rationals(), state.instance())).value(term, Scope.copyOfIndices(scope)));
        } catch (NotRepresentable irrational) {
            if (code.isEnclosing()) throw irrational;
            Value<Double> value = interpreter.value(term, scope);
            for (double entry : value.entries()) if (!Double.isFinite(entry)) throw notCompiled(term);
            return code.constant(value.map(Rational::exactly));
        }
    }

    private Block symbol(Term.Symbol symbol, Optional<Scope<Double>> scope) {
        if (symbol.indices().isEmpty() && Scope.find(symbol.name(), scope).isPresent()) return constant(symbol, scope);
        Map<List<Integer>, Block> members = inputs.get(symbol.name());
        if (members == null) return constant(symbol, scope);
        Block block = members.get(indices.members(symbol.indices(), scope));
        return block != null ? block : constant(symbol, scope);
    }

    private Block application(Term.Apply apply, Optional<Scope<Double>> scope) {
        List<Term> arguments = apply.arguments();
        Operator operator = apply.operator();
        if (operator == Operator.POWER) return power(arguments, scope);
        if (operator == Operator.ENTRY) return entry(arguments, scope);
        if (operator == Operator.MULTIPLY) return product(arguments, scope);
        if (operator == Operator.IDENTITY || operator == Operator.ZERO) return constant(apply, scope);
        List<Block> blocks = new ArrayList<>();
        for (Term argument : arguments) blocks.add(block(argument, scope));
        Block first = blocks.getFirst();
        return switch (operator) {
            case ADD -> blocks.stream().reduce((a, b) -> sum(Step.Op.ADD, a, b)).orElseThrow();
            case NEGATE -> code.emit(Step.Op.NEGATE, first.shape(), first);
            case DIVIDE -> code.emit(Step.Op.DIVIDE, first.shape(), first, number(blocks.get(1)));
            case TRANSPOSE -> products.transpose(first);
            case TRACE -> code.emit(Step.Op.TRACE, NUMBER, first, first, square(first), 0, 0, 0);
            case DETERMINANT -> code.emit(Step.Op.DETERMINANT, NUMBER, first, first, square(first), 0, 0, 0);
            case INVERSE -> code.emit(Step.Op.INVERSE, first.shape(), first, first, square(first), 0, 0, 0);
            case NORM -> first.size() == 1 ? code.emit(Step.Op.ABSOLUTE, NUMBER, first.as()) : code.emit(Step.Op.ROOT, NUMBER, squares(first));
            case INNER -> code.emit(Step.Op.INNER, NUMBER, first, same(first, blocks.get(1)), first.size(), 0, 0, 0);
            case ABSOLUTE -> code.emit(Step.Op.ABSOLUTE, NUMBER, number(first));
            case SQUARE_ROOT -> code.emit(Step.Op.ROOT, NUMBER, number(first));
            case EXPONENTIAL -> code.emit(Step.Op.EXPONENTIAL, NUMBER, number(first));
            case LOGARITHM -> code.emit(Step.Op.LOGARITHM, NUMBER, number(first));
            case MINIMUM -> blocks.stream().reduce((a, b) -> code.emit(Step.Op.MINIMUM, NUMBER, number(a), number(b))).orElseThrow();
            case MAXIMUM -> blocks.stream().reduce((a, b) -> code.emit(Step.Op.MAXIMUM, NUMBER, number(a), number(b))).orElseThrow();
            case ADJUGATE, NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> {
                if (blocks.stream().allMatch(code::isConstant)) yield constant(apply, scope);
                throw notCompiled(operator);
            }
            case POWER, ENTRY, MULTIPLY, IDENTITY, ZERO -> throw new IllegalStateException("seen above: " + operator);
        };
    }

    private static Block same(Block a, Block b) {
        if (!a.shape().equals(b.shape()) && !(a.size() == 1 && b.size() == 1))
            throw new Undefined("the shapes " + a.shape() + " and " + b.shape() + " differ");
        return b;
    }

    private Block sum(Step.Op op, Block a, Block b) {
        return code.emit(op, a.shape(), a, same(a, b));
    }

    /** The product of numbers and matrices: the matrices in the cheapest order, then the numbers. */
    private Block product(List<Term> arguments, Optional<Scope<Double>> scope) {
        List<Factor> matrices = new ArrayList<>();
        List<Block> numbers = new ArrayList<>();
        for (Term argument : arguments) {
            if (argument.sort() instanceof Sort.Matrix) matrices.addAll(factors(argument, scope));
            else numbers.add(block(argument, scope));
        }
        Optional<Block> matrix = matrices.isEmpty() ? Optional.empty() : Optional.of(products.product(matrices));
        return Stream.concat(numbers.stream(), matrix.stream()).reduce(products::product).orElseThrow();
    }

    /** The factors of a matrix that is a product, perhaps transposed; of another the matrix itself. */
    private List<Factor> factors(Term matrix, Optional<Scope<Double>> scope) {
        if (matrix instanceof Term.Apply(Operator operator, List<Term> inner, Sort ignored)) {
            if (operator == Operator.MULTIPLY && inner.stream().allMatch(term -> term.sort() instanceof Sort.Matrix))
                return inner.stream().flatMap(term -> factors(term, scope).stream()).toList();
            if (operator == Operator.TRANSPOSE && inner.getFirst().sort() instanceof Sort.Matrix)
                return factors(inner.getFirst(), scope).reversed().stream().map(Factor::transpose).toList();
        }
        if (matrix instanceof Term.Big big && big.operator() == BigOperator.CHAIN) {
            Indices.Span span = indices.span(big.range(), scope);
            if (span.length() > 0)
                return IntStream.range(0, span.length())
                        .mapToObj(step -> factors(big.body(), Scope.index(big.range().index(), span.high() - step, scope))).flatMap(List::stream).toList();
        }
        return List.of(new Factor(block(matrix, scope), false));
    }

    private static int square(Block a) {
        if (a.shape().isEmpty()) return 1;
        if (a.shape().size() != 2 || !a.shape().get(0).equals(a.shape().get(1))) throw new Undefined("a square matrix is needed, not " + a.shape());
        return a.shape().getFirst();
    }

    private Block squares(Block a) {
        return code.emit(Step.Op.SQUARES, NUMBER, a, a, a.size(), 0, 0, 0);
    }

    private Block entry(List<Term> arguments, Optional<Scope<Double>> scope) {
        Block matrix = block(arguments.getFirst(), scope);
        int rows = matrix.shape().isEmpty() ? 1 : matrix.shape().get(0);
        int columns = matrix.shape().isEmpty() ? 1 : matrix.shape().get(1);
        long row = indices.integer(arguments.get(1), scope);
        long column = arguments.size() == 2 ? 1 : indices.integer(arguments.get(2), scope);
        if (row < 1 || row > rows || column < 1 || column > columns)
            throw new Undefined("there is no entry " + row + "," + column + " in a " + rows + " x " + columns + " matrix");
        return matrix.at((int) ((row - 1) * columns + column - 1));
    }

    private Block power(List<Term> arguments, Optional<Scope<Double>> scope) {
        Term base = arguments.getFirst();
        Optional<Rational> exact = indices.exactly(arguments.get(1), scope);
        if (!base.sort().isScalar()) {
            if (exact.isEmpty() || !exact.get().isInteger() || exact.get().signum() < 0 || exact.get().numerator().bitLength() > 16)
                throw notCompiled("the power " + arguments.get(1) + " of a matrix");
            return matrixPower(block(base, scope), exact.get().numerator().intValue());
        }
        if (exact.isEmpty()) {
            Block exponent = number(block(arguments.get(1), scope));
            Block logarithm = code.emit(Step.Op.LOGARITHM, NUMBER, number(block(base, scope)));
            return code.emit(Step.Op.EXPONENTIAL, NUMBER, code.emit(Step.Op.SCALE, NUMBER, exponent, logarithm));
        }
        // As in the interpreter: powers of roots and norms are taken in one step.
        if (base instanceof Term.Apply(Operator operator, List<Term> inner, Sort ignored)) {
            if (operator == Operator.NORM) return raised(squares(block(inner.getFirst(), scope)), exact.get().divide(Rational.of(2)));
            Optional<Rational> root = operator == Operator.SQUARE_ROOT ? Optional.of(Rational.of(1, 2))
                    : operator == Operator.POWER ? indices.exactly(inner.get(1), scope) : Optional.empty();
            if (root.isPresent() && root.get().signum() > 0 && !root.get().isInteger())
                return raised(code.emit(Step.Op.NON_NEGATIVE, NUMBER, number(block(inner.getFirst(), scope))), root.get().times(exact.get()));
        }
        return raised(number(block(base, scope)), exact.get());
    }

    private Block raised(Block base, Rational exponent) {
        if (exponent.equals(Rational.ONE)) return base;
        if (code.isEnclosing() && exponent.isInteger() && exponent.signum() > 0 && exponent.compareTo(Rational.of(64)) <= 0) {
            Block power = base;
            for (int i = 1; i < exponent.numerator().intValue(); i++) power = products.product(power, base);
            return power;
        }
        return code.emit(Step.Op.POWER, NUMBER, base, base, 0, 0, 0, Doubles.nearest(exponent));
    }

    private Block matrixPower(Block base, int exponent) {
        int n = square(base);
        if (exponent == 0) return constant(Term.apply(Operator.IDENTITY, Term.number(n)), Optional.empty());
        Block result = null;
        Block square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) result = result == null ? square : products.product(result, square);
            if (rest > 1) square = products.product(square, square);
        }
        return result;
    }

    private Block big(Term.Big big, Optional<Scope<Double>> scope) {
        Indices.Span span = indices.span(big.range(), scope);
        boolean descending = big.operator() == BigOperator.CHAIN;
        if (descending && span.length() > 0 && big.sort() instanceof Sort.Matrix) return products.product(factors(big, scope));
        List<Block> blocks = new ArrayList<>();
        for (long step = 0; step < span.length(); step++) {
            long i = descending ? span.high() - step : span.low() + step;
            if (big.operator() == BigOperator.OUTER || descending || span.has(i))
                blocks.add(block(big.body(), Scope.index(big.range().index(), i, scope)));
        }
        if (blocks.isEmpty()) return constant(big, scope);
        return switch (big.operator()) {
            case SUM -> blocks.stream().reduce((a, b) -> sum(Step.Op.ADD, a, b)).orElseThrow();
            case PRODUCT, CHAIN -> blocks.stream().reduce(products::product).orElseThrow();
            case OUTER -> {
                Block outer = blocks.getFirst();
                List<Integer> shape = blocks.stream().map(Block::size).toList();
                for (Block next : blocks.subList(1, blocks.size()))
                    outer = code.emit(Step.Op.OUTER, List.of(Math.multiplyExact(outer.size(), next.size())), outer, next, outer.size(), 0, next.size(), 0);
                yield new Block(outer.offset(), shape);
            }
        };
    }

    private Block contract(Term.Contract contract, Optional<Scope<Double>> scope) {
        Block tensor = block(contract.tensor(), scope);
        Indices.Span span = indices.span(contract.range(), scope);
        long free = span.except().orElseThrow();
        List<Integer> shape = tensor.shape();
        if (free < span.low() || free > span.high() || span.length() != shape.size() || tensor.size() == 0) throw notCompiled(contract);
        // Before the free mode and behind it, always the first remaining one.
        List<Integer> left = new ArrayList<>(shape);
        int place = 0;
        for (long i = span.low(); i <= span.high(); i++) {
            if (i == free) {
                place = 1;
                continue;
            }
            Block vector = block(contract.body(), Scope.index(contract.range().index(), i, scope));
            int size = left.remove(place);
            if (vector.size() != size) throw new Undefined("a mode of size " + size + " meets a vector of size " + vector.size());
            int before = place == 1 ? left.getFirst() : 1;
            int behind = tensor.size() / size / before;
            tensor = code.emit(Step.Op.CONTRACT, List.of(before * behind), tensor, vector, before, size, behind, 0);
        }
        return tensor.as(tensor.size(), 1);
    }

    private FunctionModel model(String function) {
        return state.instance().function(function).orElseThrow(() -> notCompiled("the function " + function));
    }

    private Block call(FunctionModel model, Block argument) {
        if (model instanceof FunctionModel.Ridges(FunctionModel.Quadratic base, var ridges)) {
            Block total = call(base, argument);
            for (FunctionModel.Ridges.Ridge ridge : ridges)
                total = sum(Step.Op.ADD, total, scaled(ridge.factor(), power(form(ridge, argument), ridge.power())));
            return total;
        }
        if (!(model instanceof FunctionModel.Quadratic quadratic)) throw notCompiled("a norm");
        Block residual = sum(Step.Op.SUBTRACT, argument, code.constant(quadratic.targets()));
        Block weighted = code.emit(Step.Op.HADAMARD, argument.shape(), code.constant(quadratic.weights()), residual);
        Block half = code.emit(Step.Op.SCALE, NUMBER, code.constant(Rational.of(1, 2)), code.emit(Step.Op.INNER, NUMBER, weighted, residual, argument.size(), 0, 0, 0));
        return sum(Step.Op.ADD, half, code.emit(Step.Op.INNER, NUMBER, argument, code.constant(quadratic.linear()), argument.size(), 0, 0, 0));
    }

    private Block form(FunctionModel.Ridges.Ridge ridge, Block argument) {
        return code.emit(Step.Op.INNER, NUMBER, argument, code.constant(ridge.direction()), argument.size(), 0, 0, 0);
    }

    private Block power(Block number, int power) {
        Block product = number;
        for (int i = 1; i < power; i++) product = code.emit(Step.Op.HADAMARD, NUMBER, product, number);
        return product;
    }

    private Block scaled(Rational factor, Block number) {
        return code.emit(Step.Op.SCALE, NUMBER, code.constant(factor), number);
    }

    private Block gradient(FunctionModel model, Block argument) {
        if (model instanceof FunctionModel.Ridges(FunctionModel.Quadratic base, var ridges)) {
            Block total = gradient(base, argument);
            for (FunctionModel.Ridges.Ridge ridge : ridges) {
                Block slope = scaled(ridge.factor().times(Rational.of(ridge.power())), power(form(ridge, argument), ridge.power() - 1));
                total = sum(Step.Op.ADD, total, code.emit(Step.Op.SCALE, argument.shape(), slope, code.constant(ridge.direction())));
            }
            return total;
        }
        if (!(model instanceof FunctionModel.Quadratic quadratic)) throw notCompiled("the gradient of a norm");
        Block residual = sum(Step.Op.SUBTRACT, argument, code.constant(quadratic.targets()));
        Block weighted = code.emit(Step.Op.HADAMARD, argument.shape(), code.constant(quadratic.weights()), residual);
        return quadratic.linear().entries().stream().allMatch(Rational::isZero) ? weighted
                : sum(Step.Op.ADD, weighted, code.constant(quadratic.linear()));
    }
}
