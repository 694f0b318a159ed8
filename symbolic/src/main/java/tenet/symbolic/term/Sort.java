package tenet.symbolic.term;

/** What a term stands for. Shapes are integer terms, so they may be symbolic: {@code real[d[l], d[l-1]]}. */
public sealed interface Sort {
    /** An integer: a parameter such as the depth L, an index, a width. */
    record Int() implements Sort {
        @Override
        public String toString() {
            return "int";
        }
    }

    /** A real number. A matrix of literal shape 1 x 1 is a real number too. */
    record Real() implements Sort {
        @Override
        public String toString() {
            return "real";
        }
    }

    /** A real matrix; a vector is a matrix with one column. */
    record Matrix(Term rows, Term columns) implements Sort {
        @Override
        public String toString() {
            return isOne(columns) ? "real[" + rows + "]" : "real[" + rows + ", " + columns + "]";
        }
    }

    /** A tensor whose order is the length of the range and whose mode sizes are {@code size} at each index. */
    record Tensor(Range modes, Term size) implements Sort {
        @Override
        public String toString() {
            return "tensor[" + size + " for " + modes + "]";
        }
    }

    Sort INT = new Int();
    Sort REAL = new Real();

    /** The sort of matrices of this shape; 1 x 1 is {@link #REAL}. */
    static Sort matrix(Term rows, Term columns) {
        return isOne(rows) && isOne(columns) ? REAL : new Matrix(rows, columns);
    }

    default boolean isScalar() {
        return this instanceof Int || this instanceof Real;
    }

    /** Equal up to rearranging shapes ({@code d[l+1-1]} is {@code d[l]}) and renaming a tensor's mode index. */
    static boolean same(Sort a, Sort b) {
        return switch (a) {
            case Int() -> b instanceof Int;
            case Real() -> b instanceof Real;
            case Matrix(Term rows, Term columns) -> b instanceof Matrix(Term r, Term c)
                    && IndexPolynomial.equal(rows, r) && IndexPolynomial.equal(columns, c);
            case Tensor(Range modes, Term size) -> b instanceof Tensor(Range m, Term s)
                    && IndexPolynomial.equal(modes.low(), m.low()) && IndexPolynomial.equal(modes.high(), m.high())
                    && IndexPolynomial.equal(Substitution.of(modes.index(), Term.index("#mode")).apply(size),
                            Substitution.of(m.index(), Term.index("#mode")).apply(s));
        };
    }

    /** True when a value of sort {@code a} may stand where {@code b} is expected: an integer is a real number. */
    static boolean fits(Sort a, Sort b) {
        return same(a, b) || a instanceof Int && b instanceof Real;
    }

    private static boolean isOne(Term term) {
        return term instanceof Term.Number(Rational value) && value.equals(Rational.ONE);
    }
}
