package tenet.numeric.evaluation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.kernel.Expansion;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;

/**
 * The expansions of a claim's terms into primitive notions, each computed once: share one object between all
 * evaluations of a claim. A derivative without a rule in the kernel stays where numbers can be differentiated. Safe for use by several threads.
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
                primitive = expanded(term);
            }
            known.put(term, primitive);
        }
        return primitive;
    }

    private Term expanded(Term term) {
        try {
            return expansion.expand(term);
        } catch (IllTyped noRule) {
            return withRates(term, noRule);
        }
    }

    /** A derivative that the kernel has no rule for stays, of a term in primitive notions: {@link Slopes} gives its value. */
    private Term withRates(Term term, IllTyped noRule) {
        return switch (term) {
            case Term.Rate(Term of) -> {
                Term inside = expansion.expand(of);
                if (!Slopes.known(inside)) throw noRule;
                yield new Term.Rate(inside);
            }
            case Term.Symbol symbol when signature.find(symbol.name()).orElse(null) instanceof Declaration.Definition definition ->
                    expanded(Signature.unfold(definition, symbol.indices()));
            case Term.Call ignored -> throw noRule;
            case Term.Gradient ignored -> throw noRule;
            default -> term.map(this::expanded);
        };
    }

    /** The velocity of a variable with a flow, at these indices. */
    public Term velocity(Term.Symbol variable) {
        synchronized (expansion) {
            return expansion.velocity(variable);
        }
    }
}
