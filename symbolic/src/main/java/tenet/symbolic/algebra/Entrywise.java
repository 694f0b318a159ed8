package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Matrices of literal shape written out entry by entry. Trusted. Meaning: the result equals the term; sums, products,
 * transposes, adjugates and natural powers of such matrices become matrices of scalar terms, and their determinants,
 * traces, inner products, squared norms and entries become polynomials in the entries. A matrix without further
 * structure (a variable, a chain of symbolic length) contributes its entries {@code M[i,j]} as atoms.
 */
public final class Entrywise {
    /** Larger literal shapes are left alone. */
    private static final int LARGEST = 4;
    /** Longer chains are left alone. */
    private static final int LONGEST = 16;

    private final boolean norms;

    private Entrywise(boolean norms) {
        this.norms = norms;
    }

    /** A scalar term, or a matrix of literal shape as a literal; other terms unchanged. */
    public static Term of(Term term) {
        return new Entrywise(true).written(term);
    }

    /** The same, but squared norms stay as they are, so that norms and their squares remain powers of one atom. */
    public static Term keepingNorms(Term term) {
        return new Entrywise(false).written(term);
    }

    private Term written(Term term) {
        if (term.sort() instanceof Sort.Matrix) return entries(term).<Term>map(Term.MatrixLiteral::new).orElse(term);
        if (!(term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored))) return term;
        Term first = arguments.getFirst();
        Optional<List<List<Term>>> matrix = entries(first);
        return switch (operator) {
            case DETERMINANT -> matrix.filter(m -> m.size() <= LARGEST).map(Entrywise::determinant).orElse(term);
            case TRACE -> matrix.map(Entrywise::trace).orElse(term);
            case INNER -> {
                Optional<List<List<Term>>> other = entries(arguments.get(1));
                yield matrix.isPresent() && other.isPresent() ? inner(matrix.get(), other.get())
                        : first.sort().isScalar() ? Term.multiply(of(first), written(arguments.get(1))) : term;
            }
            case POWER -> norms && first instanceof Term.Apply(Operator inner, List<Term> normed, Sort s) && inner == Operator.NORM
                    && arguments.get(1).equals(Term.number(2)) && entries(normed.getFirst()).isPresent()
                    ? inner(entries(normed.getFirst()).get(), entries(normed.getFirst()).get())
                    : Term.power(written(first), arguments.get(1));
            case ENTRY -> matrix.flatMap(m -> entry(m, arguments.subList(1, arguments.size()))).orElse(term);
            case MULTIPLY -> scalarProduct(term, arguments);
            case NORM, TRANSPOSE, IDENTITY, ZERO, ADJUGATE, INVERSE,
                 NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> term;
            case ADD, NEGATE, DIVIDE, ABSOLUTE, SQUARE_ROOT, EXPONENTIAL, LOGARITHM, MINIMUM, MAXIMUM -> term.map(this::written);
        };
    }

    /** A scalar product may have matrix factors, as in {@code u^T * A * v}. */
    private Term scalarProduct(Term term, List<Term> factors) {
        if (factors.stream().allMatch(factor -> factor.sort().isScalar())) return term.map(this::written);
        return product(factors).filter(m -> m.size() == 1 && m.getFirst().size() == 1).map(m -> m.getFirst().getFirst()).orElse(term);
    }

    /** The entries of a matrix of literal shape; a scalar counts as 1 x 1 only inside products. */
    private Optional<List<List<Term>>> entries(Term term) {
        if (!(term.sort() instanceof Sort.Matrix(Term.Number(Rational rows), Term.Number(Rational columns)))) return Optional.empty();
        int m = rows.numerator().intValueExact();
        int n = columns.numerator().intValueExact();
        if (m > LARGEST || n > LARGEST) return Optional.empty();
        Optional<List<List<Term>>> structured = switch (term) {
            case Term.MatrixLiteral literal -> Optional.of(literal.rows().stream().map(row -> row.stream().map(this::written).toList()).toList());
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case ADD -> arguments.stream().map(this::entries).reduce((a, b) -> a.flatMap(x -> b.map(y -> add(x, y)))).orElseThrow();
                case NEGATE -> entries(arguments.getFirst()).map(x -> scale(Term.number(-1), x));
                case MULTIPLY -> product(arguments);
                case DIVIDE -> entries(arguments.getFirst()).map(x -> scale(Term.divide(Term.number(1), written(arguments.get(1))), x));
                case TRANSPOSE -> entries(arguments.getFirst()).map(Entrywise::transpose);
                case IDENTITY -> Optional.of(table(m, n, (i, j) -> Term.number(i == j ? 1 : 0)));
                case ZERO -> Optional.of(table(m, n, (i, j) -> Term.number(0)));
                case ADJUGATE -> entries(arguments.getFirst()).map(x -> table(m, n, (i, j) -> cofactor(x, j, i)));
                case POWER -> arguments.get(1) instanceof Term.Number(Rational e) && e.isInteger() && e.signum() > 0 && e.compareTo(Rational.of(8)) <= 0
                        ? product(java.util.Collections.nCopies(e.numerator().intValueExact(), arguments.getFirst())) : Optional.empty();
                default -> Optional.empty();
            };
            case Term.Big(BigOperator operator, Range range, Term body, Sort ignored) when operator == BigOperator.CHAIN -> chain(range, body, m);
            default -> Optional.empty();
        };
        return structured.or(() -> Optional.of(table(m, n, (i, j) -> n == 1
                ? Term.apply(Operator.ENTRY, term, Term.number(i + 1))
                : Term.apply(Operator.ENTRY, term, Term.number(i + 1), Term.number(j + 1)))));
    }

    /** A chain of literal length, the last factor first; an empty one is the identity. */
    private Optional<List<List<Term>>> chain(Range range, Term body, int rows) {
        if (!(range.low() instanceof Term.Number(Rational low)) || !(range.high() instanceof Term.Number(Rational high))) return Optional.empty();
        Rational length = high.minus(low).plus(Rational.ONE);
        if (length.signum() < 0 || length.compareTo(Rational.of(LONGEST)) > 0) return Optional.empty();
        if (length.isZero()) return entries(Term.apply(Operator.IDENTITY, Term.number(rows)));
        List<Term> members = new ArrayList<>();
        for (Rational i = high; i.compareTo(low) >= 0; i = i.minus(Rational.ONE)) members.add(Substitution.of(range.index(), Term.number(i)).apply(body));
        return product(members);
    }

    private Optional<List<List<Term>>> product(List<Term> factors) {
        List<List<Term>> product = null;
        Term scalar = null;
        for (Term factor : factors) {
            if (factor.sort().isScalar()) {
                scalar = scalar == null ? written(factor) : Term.multiply(scalar, written(factor));
                continue;
            }
            Optional<List<List<Term>>> next = entries(factor);
            if (next.isEmpty()) return Optional.empty();
            if (product != null && product.getFirst().size() != next.get().size()) return Optional.empty();
            product = product == null ? next.get() : times(product, next.get());
        }
        if (product == null) return Optional.empty();
        return Optional.of(scalar == null ? product : scale(scalar, product));
    }

    private interface Cell {
        Term at(int row, int column);
    }

    private static List<List<Term>> table(int rows, int columns, Cell cell) {
        List<List<Term>> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<Term> row = new ArrayList<>();
            for (int j = 0; j < columns; j++) row.add(cell.at(i, j));
            table.add(row);
        }
        return table;
    }

    private static List<List<Term>> add(List<List<Term>> a, List<List<Term>> b) {
        return table(a.size(), a.getFirst().size(), (i, j) -> Term.add(a.get(i).get(j), b.get(i).get(j)));
    }

    private static List<List<Term>> scale(Term factor, List<List<Term>> a) {
        return table(a.size(), a.getFirst().size(), (i, j) -> Term.multiply(factor, a.get(i).get(j)));
    }

    private static List<List<Term>> transpose(List<List<Term>> a) {
        return table(a.getFirst().size(), a.size(), (i, j) -> a.get(j).get(i));
    }

    private static List<List<Term>> times(List<List<Term>> a, List<List<Term>> b) {
        return table(a.size(), b.getFirst().size(), (i, j) -> {
            List<Term> parts = new ArrayList<>();
            for (int k = 0; k < b.size(); k++) parts.add(Term.multiply(a.get(i).get(k), b.get(k).get(j)));
            return parts.size() == 1 ? parts.getFirst() : Term.add(parts.toArray(Term[]::new));
        });
    }

    private static Term trace(List<List<Term>> a) {
        Term sum = a.getFirst().getFirst();
        for (int i = 1; i < a.size(); i++) sum = Term.add(sum, a.get(i).get(i));
        return sum;
    }

    private static Term inner(List<List<Term>> a, List<List<Term>> b) {
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < a.size(); i++)
            for (int j = 0; j < a.getFirst().size(); j++) parts.add(Term.multiply(a.get(i).get(j), b.get(i).get(j)));
        return parts.size() == 1 ? parts.getFirst() : Term.add(parts.toArray(Term[]::new));
    }

    private static Term determinant(List<List<Term>> a) {
        if (a.size() == 1) return a.getFirst().getFirst();
        List<Term> parts = new ArrayList<>();
        for (int j = 0; j < a.size(); j++) parts.add(Term.multiply(a.getFirst().get(j), cofactor(a, 0, j)));
        return Term.add(parts.toArray(Term[]::new));
    }

    /** The signed determinant without row i and column j. */
    private static Term cofactor(List<List<Term>> a, int row, int column) {
        if (a.size() == 1) return Term.number(1);
        List<List<Term>> minor = table(a.size() - 1, a.size() - 1, (i, j) -> a.get(i < row ? i : i + 1).get(j < column ? j : j + 1));
        Term determinant = determinant(minor);
        return (row + column) % 2 == 0 ? determinant : Term.negate(determinant);
    }

    private static Optional<Term> entry(List<List<Term>> matrix, List<Term> at) {
        if (!at.stream().allMatch(i -> i instanceof Term.Number)) return Optional.empty();
        int i = ((Term.Number) at.getFirst()).value().numerator().intValueExact();
        int j = at.size() == 1 ? 1 : ((Term.Number) at.get(1)).value().numerator().intValueExact();
        if (i < 1 || i > matrix.size() || j < 1 || j > matrix.getFirst().size()) return Optional.empty();
        return Optional.of(matrix.get(i - 1).get(j - 1));
    }
}
