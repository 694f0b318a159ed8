package tenet.symbolic.kernel;

import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Term;

/**
 * Writes a term in primitive notions: definitions and function bodies unfolded, time derivatives carried out along the
 * flows, gradients of defined functions computed. What remains are operators, big operators, declared parameters and
 * variables, calls and gradients of arbitrary functions, and {@link Term.Rate} of variables without a flow.
 */
public final class Expansion {
    private final Signature signature;

    public Expansion(Signature signature) {
        this.signature = signature;
    }

    /** @throws tenet.symbolic.term.IllTyped when a derivative has no rule, saying which */
    public Term expand(Term term) {
        throw new IllegalStateException("under construction");
    }

    /** The right-hand side of the equation of motion of a variable at the given indices, in primitive notions. */
    public Term velocity(Term.Symbol variable) {
        throw new IllegalStateException("under construction");
    }
}
