package tenet.symbolic.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.positivity.Budget;
import tenet.symbolic.term.IllTyped;

/** Looks for a derivation of a claim, following its author's steps and hints. Untrusted: its result is only a certificate. */
public final class Prover {
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final Relations.Effort effort;

    public Prover(Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        this(lemmas, theorems, Relations.Effort.ORDINARY);
    }

    /** @param patience the processor time that one inequality is worth, where many claims are to be looked at */
    public Prover(Map<String, Statement> lemmas, Map<String, Theorem> theorems, Duration patience) {
        this(lemmas, theorems, new Relations.Effort(Budget.of(patience), Budget.of(patience)));
    }

    private Prover(Map<String, Statement> lemmas, Map<String, Theorem> theorems, Relations.Effort effort) {
        this.lemmas = Map.copyOf(lemmas);
        this.theorems = Map.copyOf(theorems);
        this.effort = effort;
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
        Proof proof = new Proof(new Checker(lemmas, theorems), claim.statement());
        try {
            new Goals(proof, lemmas, theorems, effort).claim(claim);
            return new Outcome.Found(proof.certificate());
        } catch (Stuck stuck) {
            return new Outcome.Stuck(stuck.place(), stuck.subgoal(), stuck.getMessage());
        } catch (Proof.Interrupted | IllTyped e) {
            return new Outcome.Stuck(claim.place(), claim.statement().conclusion(), e.getMessage());
        }
    }
}
