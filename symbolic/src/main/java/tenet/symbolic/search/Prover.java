package tenet.symbolic.search;

import java.util.Map;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;

/** Looks for a derivation of a claim, following its author's steps and hints. Untrusted: its result is only a certificate. */
public final class Prover {
    public Prover(Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
    }

    /** What came of a search. */
    public sealed interface Outcome {
        record Found(Certificate certificate) implements Outcome {
        }

        /**
         * @param place   the step of the author's derivation (or the claim) that could not be derived
         * @param subgoal what is left to show there
         * @param message why, for the reader
         */
        record Stuck(Claim.Place place, Formula subgoal, String message) implements Outcome {
        }
    }

    /** Ends early, with what is left, when the thread is interrupted. */
    public Outcome prove(Claim claim) {
        throw new IllegalStateException("under construction");
    }
}
