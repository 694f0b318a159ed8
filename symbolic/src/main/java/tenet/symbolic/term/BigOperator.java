package tenet.symbolic.term;

/** Operators over a range of indices whose bounds may be symbolic. */
public enum BigOperator {
    /** {@code sum(l in a..b, f(l))}: scalars or matrices of one shape; the empty sum is zero. */
    SUM,
    /** {@code prod(n in a..b, f(n))}: scalars; the empty product is one. */
    PRODUCT,
    /**
     * {@code chain(l in b..a, M(l))}: the matrix product {@code M(b) * ... * M(a)}, <em>largest index first</em>.
     * The inner sizes must match for neighbouring indices; the empty chain ({@code b = a-1}) is the identity.
     */
    CHAIN,
    /** {@code outer(n in a..b, v(n))}: the order-(b-a+1) tensor that is the outer product of the vectors. */
    OUTER
}
