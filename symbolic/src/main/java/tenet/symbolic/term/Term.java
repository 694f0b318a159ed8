package tenet.symbolic.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A typed mathematical expression. Terms are well-sorted by construction: every record checks its parts and throws
 * {@link IllTyped} otherwise. (That a {@link Symbol} has the sort of its declaration is checked by the kernel.)
 * Integer terms made by the factories below are kept in a canonical order, so {@code (l + 1) - 1} is {@code l}.
 */
public sealed interface Term {
    Sort sort();

    /** A literal; an integer when its denominator is one. */
    record Number(Rational value) implements Term {
        @Override
        public Sort sort() {
            return value.isInteger() ? Sort.INT : Sort.REAL;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A parameter, variable, definition or bound index, or the member of a family: {@code L}, {@code W[l]}, {@code w[n,r]}. */
    record Symbol(String name, List<Term> indices, Sort sort) implements Term {
        public Symbol {
            indices = List.copyOf(indices);
        }

        @Override
        public String toString() {
            return indices.isEmpty() ? name : name + indices;
        }
    }

    /** An operator and its arguments. */
    record Apply(Operator operator, List<Term> arguments, Sort sort) implements Term {
        public Apply {
            arguments = List.copyOf(arguments);
            if (!Sort.same(sort, operator.resultSort(arguments))) throw new IllTyped("wrong sort of " + operator);
        }

        public Term argument(int position) {
            return arguments.get(position);
        }

        @Override
        public String toString() {
            return Plain.text(this);
        }
    }

    /** A matrix written out entry by entry (real entries, literal shape, not 1 x 1). */
    record MatrixLiteral(List<List<Term>> rows) implements Term {
        public MatrixLiteral {
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.isEmpty() || rows.getFirst().isEmpty()) throw new IllTyped("a matrix has at least one entry");
            for (List<Term> row : rows) {
                if (row.size() != rows.getFirst().size()) throw new IllTyped("the rows of a matrix have one length");
                for (Term entry : row)
                    if (!entry.sort().isScalar()) throw new IllTyped("the entry " + entry + " must be a number");
            }
            if (rows.size() == 1 && rows.getFirst().size() == 1) throw new IllTyped("a 1 x 1 matrix is a number");
        }

        @Override
        public Sort sort() {
            return Sort.matrix(number(rows.size()), number(rows.getFirst().size()));
        }

        @Override
        public String toString() {
            return rows.toString();
        }
    }

    /** {@code sum}, {@code prod}, {@code chain} or {@code outer} over a range whose index is bound in the body. */
    record Big(BigOperator operator, Range range, Term body, Sort sort) implements Term {
        public Big {
            if (range.except().isPresent() && operator != BigOperator.SUM && operator != BigOperator.PRODUCT)
                throw new IllTyped("only sums and products leave out an index");
            range.high();
            if (!Sort.same(sort, sortOf(operator, range, body))) throw new IllTyped("wrong sort of " + operator);
        }

        private static Sort sortOf(BigOperator operator, Range range, Term body) {
            return switch (operator) {
                case SUM -> {
                    if (body.sort() instanceof Sort.Tensor && Names.occursFree(range.index(), symbol("#shape", body.sort())))
                        throw new IllTyped("the shape of the summands depends on the index " + range.index());
                    if (body.sort() instanceof Sort.Matrix shape
                            && (Names.occursFree(range.index(), shape.rows()) || Names.occursFree(range.index(), shape.columns())))
                        throw new IllTyped("the shape of the summands depends on the index " + range.index());
                    yield body.sort();
                }
                case PRODUCT -> {
                    if (!body.sort().isScalar()) throw new IllTyped("prod multiplies numbers; use chain for matrices");
                    yield Sort.REAL;
                }
                case CHAIN -> {
                    if (!(body.sort() instanceof Sort.Matrix(Term rows, Term columns))) {
                        if (body.sort().isScalar()) yield Sort.REAL;
                        throw new IllTyped("chain multiplies matrices, not " + body.sort());
                    }
                    Term next = Term.add(index(range.index()), number(1));
                    if (!IndexPolynomial.equal(Substitution.of(range.index(), next).apply(columns), rows))
                        throw new IllTyped("the factors of the chain do not fit: at index " + next + " there are "
                                + Substitution.of(range.index(), next).apply(columns) + " columns, but at index "
                                + range.index() + " there are " + rows + " rows");
                    yield Sort.matrix(Substitution.of(range.index(), range.high()).apply(rows),
                            Substitution.of(range.index(), range.low()).apply(columns));
                }
                case OUTER -> {
                    if (!(body.sort() instanceof Sort.Matrix(Term rows, Term columns)) || !columns.equals(number(1)))
                        throw new IllTyped("outer multiplies vectors, not " + body.sort());
                    yield new Sort.Tensor(range, rows);
                }
            };
        }

        @Override
        public String toString() {
            return operator.name().toLowerCase(java.util.Locale.ROOT) + "(" + range + ", " + body + ")";
        }
    }

    /**
     * The tensor contracted with the vectors {@code body} on all modes of the range but {@code range.except()}, which
     * must be present: a vector of that mode's size.
     */
    record Contract(Term tensor, Range range, Term body) implements Term {
        public Contract {
            if (!(tensor.sort() instanceof Sort.Tensor shape)) throw new IllTyped(tensor + " must be a tensor, not " + tensor.sort());
            if (range.except().isEmpty()) throw new IllTyped("contract leaves one mode free: say 'except n'");
            Sort outer = Big.sortOf(BigOperator.OUTER, new Range(range.index(), range.low(), range.high()), body);
            if (!Sort.same(shape, outer)) throw new IllTyped("the vectors do not fit the tensor: " + outer + " against " + shape);
        }

        @Override
        public Sort sort() {
            Sort.Tensor shape = (Sort.Tensor) tensor.sort();
            return Sort.matrix(Substitution.of(shape.modes().index(), range.except().orElseThrow()).apply(shape.size()), number(1));
        }

        @Override
        public String toString() {
            return "contract(" + tensor + ", " + range + ", " + body + ")";
        }
    }

    /** A declared function at a point: {@code loss(E)}. */
    record Call(String function, List<Term> arguments, Sort sort) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + arguments.stream().map(Term::toString).collect(java.util.stream.Collectors.joining(", ", "(", ")"));
        }
    }

    /** The gradient of a declared real function of one argument: {@code grad(loss, E)}, of the argument's sort. */
    record Gradient(String function, Term at) implements Term {
        @Override
        public Sort sort() {
            return at.sort();
        }

        @Override
        public String toString() {
            return "grad(" + function + ", " + at + ")";
        }
    }

    /** The time derivative {@code of'} along the motion. */
    record Rate(Term of) implements Term {
        @Override
        public Sort sort() {
            return of.sort() instanceof Sort.Int ? Sort.REAL : of.sort();
        }

        @Override
        public String toString() {
            return "(" + of + ")'";
        }
    }

    // Factories.

    static Term number(long value) {
        return new Number(Rational.of(value));
    }

    static Term number(Rational value) {
        return new Number(value);
    }

    /** The bound index or integer parameter of this name. */
    static Term index(String name) {
        return new Symbol(name, List.of(), Sort.INT);
    }

    static Term symbol(String name, Sort sort, Term... indices) {
        return new Symbol(name, Arrays.asList(indices), sort);
    }

    /** Applies an operator; integer sums, differences and products come out in canonical order, double transposes go. */
    static Term apply(Operator operator, List<Term> arguments) {
        if (operator == Operator.TRANSPOSE && arguments.size() == 1
                && arguments.getFirst() instanceof Apply(Operator inner, List<Term> twice, Sort ignored) && inner == operator) return twice.getFirst();
        Sort sort = operator.resultSort(arguments);
        Term term = new Apply(operator, arguments, sort);
        return sort instanceof Sort.Int ? IndexPolynomial.of(term).toTerm() : term;
    }

    static Term apply(Operator operator, Term... arguments) {
        return apply(operator, Arrays.asList(arguments));
    }

    static Term add(Term... terms) {
        return apply(Operator.ADD, flatten(Operator.ADD, Arrays.asList(terms)));
    }

    static Term subtract(Term left, Term right) {
        return add(left, negate(right));
    }

    static Term negate(Term term) {
        return term instanceof Number(Rational value) ? number(value.negate()) : apply(Operator.NEGATE, term);
    }

    static Term multiply(Term... factors) {
        return apply(Operator.MULTIPLY, flatten(Operator.MULTIPLY, Arrays.asList(factors)));
    }

    static Term divide(Term left, Term right) {
        return apply(Operator.DIVIDE, left, right);
    }

    static Term power(Term base, Term exponent) {
        return apply(Operator.POWER, base, exponent);
    }

    static Term transpose(Term term) {
        return apply(Operator.TRANSPOSE, term);
    }

    static Term big(BigOperator operator, Range range, Term body) {
        return new Big(operator, range, body, Big.sortOf(operator, range, body));
    }

    /** Zero of a scalar or matrix sort. @throws IllTyped for a tensor */
    static Term zero(Sort sort) {
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> number(0);
            case Sort.Matrix(Term rows, Term columns) -> apply(Operator.ZERO, rows, columns);
            case Sort.Tensor tensor -> throw new IllTyped("there is no literal for the zero tensor");
        };
    }

    private static List<Term> flatten(Operator operator, List<Term> terms) {
        List<Term> flat = new ArrayList<>();
        for (Term term : terms)
            if (term instanceof Apply(Operator inner, List<Term> arguments, Sort ignored) && inner == operator) flat.addAll(arguments);
            else flat.add(term);
        return flat;
    }

    // Structure.

    /** The direct subterms, range bounds included (a bound index may occur in the body alone). */
    default List<Term> children() {
        return switch (this) {
            case Number ignored -> List.of();
            case Symbol symbol -> symbol.indices();
            case Apply apply -> apply.arguments();
            case MatrixLiteral matrix -> matrix.rows().stream().flatMap(List::stream).toList();
            case Big big -> with(bounds(big.range()), big.body());
            case Contract contract -> {
                List<Term> parts = new ArrayList<>(List.of(contract.tensor()));
                parts.addAll(with(bounds(contract.range()), contract.body()));
                yield parts;
            }
            case Call call -> call.arguments();
            case Gradient gradient -> List.of(gradient.at());
            case Rate rate -> List.of(rate.of());
        };
    }

    /** This term with each direct subterm replaced, sorts computed anew. Bound names are the caller's care. */
    default Term map(UnaryOperator<Term> change) {
        return switch (this) {
            case Number number -> number;
            case Symbol symbol -> symbol.indices().isEmpty() ? symbol
                    : new Symbol(symbol.name(), symbol.indices().stream().map(change).toList(), symbol.sort());
            case Apply apply -> apply(apply.operator(), apply.arguments().stream().map(change).toList());
            case MatrixLiteral matrix -> new MatrixLiteral(matrix.rows().stream().map(row -> row.stream().map(change).toList()).toList());
            case Big big -> big(big.operator(), map(big.range(), change), change.apply(big.body()));
            case Contract contract -> new Contract(change.apply(contract.tensor()), map(contract.range(), change), change.apply(contract.body()));
            case Call call -> new Call(call.function(), call.arguments().stream().map(change).toList(), call.sort());
            case Gradient gradient -> new Gradient(gradient.function(), change.apply(gradient.at()));
            case Rate rate -> new Rate(change.apply(rate.of()));
        };
    }

    private static Range map(Range range, UnaryOperator<Term> change) {
        return new Range(range.index(), change.apply(range.low()), range.upper().map(change), range.except().map(change));
    }

    private static List<Term> bounds(Range range) {
        List<Term> bounds = new ArrayList<>(List.of(range.low()));
        range.upper().ifPresent(bounds::add);
        range.except().ifPresent(bounds::add);
        return bounds;
    }

    private static List<Term> with(List<Term> terms, Term last) {
        List<Term> all = new ArrayList<>(terms);
        all.add(last);
        return all;
    }
}
