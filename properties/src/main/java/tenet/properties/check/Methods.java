package tenet.properties.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.Prover;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.InstanceBlock;

/** The ways of looking at a claim. Each is a function of its arguments; the long ones end early when interrupted. */
public interface Methods {
    /** @param known the lemmas and theorems that may be used, and nothing else */
    Checker.Result check(Statement statement, Certificate certificate, Known known);

    Prover.Outcome prove(Claim claim, Known known);

    /**
     * Samples the claim: {@link Evidence.Refutation}, {@link Evidence.Samples} or {@link Evidence.Failure}.
     *
     * @param horizon the latest time looked at along a motion
     */
    List<Evidence> attack(Claim claim, long seed, int tries, Duration limit, double horizon);

    /**
     * Judges one instance of the claim.
     *
     * @return the counterexample that it is; else, as text, why it is none
     */
    default Replayed replay(Claim claim, InstanceBlock instance, double horizon) {
        return new Replayed(Optional.empty(), "not replayed");
    }

    /** @param told why the instance is no counterexample */
    record Replayed(Optional<Counterexample> counterexample, String told) {
    }

    /**
     * Shows the claim along whole motions from a few exact starts: {@link Evidence.Enclosed}, or nothing.
     *
     * @param horizon the latest time looked at
     */
    default List<Evidence> enclose(Claim claim, long seed, double horizon) {
        return List.of();
    }

    /** What a derivation may rest on, by id. */
    record Known(Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        public Known {
            lemmas = Map.copyOf(lemmas);
            theorems = Map.copyOf(theorems);
        }
    }
}
