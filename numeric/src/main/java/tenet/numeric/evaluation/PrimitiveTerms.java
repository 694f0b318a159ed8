package tenet.numeric.evaluation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.kernel.Expansion;
import tenet.symbolic.term.Term;

/**
 * The expansions of a claim's terms into primitive notions, each computed once: share one object between all
 * evaluations of a claim. Safe for use by several threads.
 */
public final class PrimitiveTerms {
    private final Signature signature;
    private final Expansion expansion;
    private final Map<Term, Term> known = Collections.synchronizedMap(new IdentityHashMap<>());

    public PrimitiveTerms(Signature signature) {
        this.signature = signature;
        this.expansion = new Expansion(signature);
    }

    public Signature signature() {
        return signature;
    }

    /** @throws tenet.symbolic.term.IllTyped when a derivative has no rule */
    public Term of(Term term) {
        Term primitive = known.get(term);
        if (primitive == null) {
            synchronized (expansion) {
                primitive = expansion.expand(term);
            }
            known.put(term, primitive);
        }
        return primitive;
    }

    /** The velocity of a variable with a flow, at these indices. */
    public Term velocity(Term.Symbol variable) {
        synchronized (expansion) {
            return expansion.velocity(variable);
        }
    }
}
