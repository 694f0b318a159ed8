package tenet.symbolic.term;

import java.util.List;

/**
 * An operation on finitely many arguments, as data. To add one: a constant here with its sort rule, its value in
 * {@code numeric.evaluation}, its derivative in {@code kernel.Derivative}, its spelling in {@code syntax} and
 * {@code typeset}; every switch over operators is exhaustive, so the compiler lists the rooms.
 */
public enum Operator {
    /** Sum of two or more terms of one sort. */
    ADD(2, -1),
    NEGATE(1, 1),
    /** Product of two or more factors, left to right; scalars multiply anything. */
    MULTIPLY(2, -1),
    /** Quotient by a non-zero scalar. */
    DIVIDE(2, 2),
    /**
     * Power. A scalar base with a natural exponent is repeated multiplication ({@code 0^0 = 1}); with any other
     * exponent the base must be positive, or zero under a non-negative exponent. A square matrix with a natural
     * exponent is repeated multiplication ({@code M^0 = I}); with a non-negative real exponent it is the power of a
     * symmetric positive semidefinite matrix, again with {@code M^0 = I} even for singular M.
     */
    POWER(2, 2),
    TRANSPOSE(1, 1),
    TRACE(1, 1),
    DETERMINANT(1, 1),
    /** Adjugate: {@code M * adj(M) = det(M) * I}. */
    ADJUGATE(1, 1),
    /** Inverse of a non-singular square matrix. */
    INVERSE(1, 1),
    /** Frobenius norm of a matrix, Euclidean norm of a vector, Frobenius norm of a tensor. */
    NORM(1, 1),
    /** Frobenius inner product of two matrices or tensors of one shape. */
    INNER(2, 2),
    /** {@code M[i,j]} for a matrix, {@code v[i]} for a vector; indices start at 1. */
    ENTRY(2, 3),
    ABSOLUTE(1, 1),
    /** Square root of a non-negative number. */
    SQUARE_ROOT(1, 1),
    EXPONENTIAL(1, 1),
    /** Natural logarithm of a positive number. */
    LOGARITHM(1, 1),
    MINIMUM(2, -1),
    MAXIMUM(2, -1),
    /** {@code identity(n)}. */
    IDENTITY(1, 1),
    /** {@code zero(m, n)}. */
    ZERO(2, 2),
    /** Sum of the singular values. For this and the operators below a number is a 1 x 1 matrix. */
    NUCLEAR_NORM(1, 1),
    /** Largest singular value; 0 for a matrix without entries. */
    SPECTRAL_NORM(1, 1),
    /**
     * {@code (sum of sigma_k^p)^(1/p)} for a positive p: a norm from p = 1 on, a quasi-norm below. Its limit for large
     * p is {@link #SPECTRAL_NORM}.
     */
    SCHATTEN(2, 2),
    /** The k-th largest singular value, k from 1 to the smaller size; no value for other k. */
    SINGULAR_VALUE(2, 2),
    /**
     * Effective rank {@code exp(-sum of p_k log p_k)}, {@code p_k = sigma_k / (sum of sigma)}, natural logarithm,
     * {@code 0 log 0 = 0}; no value at the zero matrix. Source: Roy and Vetterli, EUSIPCO 2007.
     */
    EFFECTIVE_RANK(1, 1),
    /** Frobenius distance of M to the matrices of rank at most r: the root of the sum of sigma_k^2 over k > r; r >= 0. */
    RANK_DISTANCE(2, 2),
    /** The rank, as a real number: it jumps along motions, and integers are taken to stand still. */
    RANK(1, 1);

    private final int least;
    private final int most;

    Operator(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The sort of the result. @throws IllTyped when the arguments do not fit, saying which and why */
    public Sort resultSort(List<Term> arguments) {
        if (arguments.size() < least || most >= 0 && arguments.size() > most)
            throw new IllTyped(word() + " takes " + (least == most ? "" + least : "at least " + least)
                    + (least == 1 && most == 1 ? " argument" : " arguments") + ", not " + arguments.size());
        Sort first = arguments.getFirst().sort();
        return switch (this) {
            case ADD -> sumSort(arguments);
            case NEGATE -> {
                if (first instanceof Sort.Tensor) yield first;
                yield numeric(arguments.getFirst());
            }
            case MULTIPLY -> productSort(arguments);
            case DIVIDE -> {
                scalar(arguments.get(1));
                yield first instanceof Sort.Int ? Sort.REAL : first;
            }
            case POWER -> powerSort(arguments.get(0), arguments.get(1));
            case TRANSPOSE -> first.isScalar() ? first
                    : Sort.matrix(matrix(arguments.getFirst()).columns(), matrix(arguments.getFirst()).rows());
            case TRACE, DETERMINANT -> {
                square(arguments.getFirst());
                yield Sort.REAL;
            }
            case ADJUGATE, INVERSE -> square(arguments.getFirst());
            case NORM -> Sort.REAL;
            case INNER -> {
                if (!Sort.same(first, arguments.get(1).sort()) && !(first.isScalar() && arguments.get(1).sort().isScalar()))
                    throw new IllTyped("the inner product needs two terms of one shape, not " + first + " and "
                            + arguments.get(1).sort());
                yield Sort.REAL;
            }
            case ENTRY -> {
                Sort.Matrix shape = matrix(arguments.getFirst());
                for (Term index : arguments.subList(1, arguments.size()))
                    if (!(index.sort() instanceof Sort.Int))
                        throw new IllTyped("the index " + index + " must be an integer, not " + index.sort());
                if (arguments.size() == 2 && !IndexPolynomial.equal(shape.columns(), Term.number(1)))
                    throw new IllTyped("an entry of " + arguments.getFirst() + ", a " + shape + ", needs two indices");
                yield Sort.REAL;
            }
            case ABSOLUTE -> scalar(arguments.getFirst());
            case SQUARE_ROOT, EXPONENTIAL, LOGARITHM -> {
                scalar(arguments.getFirst());
                yield Sort.REAL;
            }
            case MINIMUM, MAXIMUM -> {
                Sort sort = Sort.INT;
                for (Term argument : arguments) if (!(scalar(argument) instanceof Sort.Int)) sort = Sort.REAL;
                yield sort;
            }
            case IDENTITY -> {
                integer(arguments.getFirst());
                yield Sort.matrix(arguments.getFirst(), arguments.getFirst());
            }
            case ZERO -> {
                integer(arguments.get(0));
                integer(arguments.get(1));
                yield Sort.matrix(arguments.get(0), arguments.get(1));
            }
            case NUCLEAR_NORM, SPECTRAL_NORM, EFFECTIVE_RANK, RANK -> {
                spectrum(first, arguments);
                yield Sort.REAL;
            }
            case SCHATTEN -> {
                spectrum(first, arguments);
                scalar(arguments.get(1));
                yield Sort.REAL;
            }
            case SINGULAR_VALUE, RANK_DISTANCE -> {
                spectrum(first, arguments);
                integer(arguments.get(1));
                yield Sort.REAL;
            }
        };
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static Sort sumSort(List<Term> arguments) {
        Sort sort = arguments.getFirst().sort();
        for (Term argument : arguments.subList(1, arguments.size())) {
            Sort next = argument.sort();
            if (Sort.fits(next, sort)) continue;
            if (Sort.fits(sort, next)) sort = next;
            else throw new IllTyped("cannot add " + arguments.getFirst() + ", a " + sort + ", and " + argument + ", a " + next);
        }
        return sort;
    }

    private static Sort productSort(List<Term> arguments) {
        Sort sort = arguments.getFirst().sort();
        for (Term argument : arguments.subList(1, arguments.size())) {
            Sort next = argument.sort();
            if (sort.isScalar() && next.isScalar()) sort = sort instanceof Sort.Int && next instanceof Sort.Int ? sort : Sort.REAL;
            else if (sort.isScalar()) sort = next;
            else if (!next.isScalar()) {
                if (!(sort instanceof Sort.Matrix(Term rows, Term inner)) || !(next instanceof Sort.Matrix(Term innerToo, Term columns)))
                    throw new IllTyped("tensors have no product; use inner or contract");
                if (!IndexPolynomial.equal(inner, innerToo))
                    throw new IllTyped("cannot multiply a " + sort + " by " + argument + ", a " + next
                            + ": the inner sizes " + inner + " and " + innerToo + " differ");
                sort = Sort.matrix(rows, columns);
            }
        }
        return sort;
    }

    private static Sort powerSort(Term base, Term exponent) {
        scalar(exponent);
        if (base.sort().isScalar()) {
            boolean literal = exponent instanceof Term.Number(Rational value) && value.isInteger() && value.signum() >= 0;
            return base.sort() instanceof Sort.Int && literal ? Sort.INT : Sort.REAL;
        }
        return square(base);
    }

    private static Sort numeric(Term term) {
        if (term.sort() instanceof Sort.Tensor) throw new IllTyped(term + " is a tensor");
        return term.sort();
    }

    private static Sort scalar(Term term) {
        if (!term.sort().isScalar()) throw new IllTyped(term + " must be a number, not a " + term.sort());
        return term.sort();
    }

    private static void integer(Term term) {
        if (!(term.sort() instanceof Sort.Int)) throw new IllTyped(term + " must be an integer, not a " + term.sort());
    }

    private static Sort.Matrix matrix(Term term) {
        if (term.sort() instanceof Sort.Matrix shape) return shape;
        throw new IllTyped(term + " must be a matrix or a vector, not a " + term.sort());
    }

    private static void spectrum(Sort first, List<Term> arguments) {
        if (!first.isScalar()) matrix(arguments.getFirst());
    }

    private static Sort square(Term term) {
        if (term.sort().isScalar()) return Sort.REAL;
        Sort.Matrix shape = matrix(term);
        if (!IndexPolynomial.equal(shape.rows(), shape.columns()))
            throw new IllTyped(term + " must be square, not a " + shape);
        return shape;
    }
}
