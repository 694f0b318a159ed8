package tenet.theorems;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;

/** What one way of looking at a claim found. */
public sealed interface Evidence {
    /**
     * The kernel accepted a derivation.
     *
     * @param theorem     what the kernel made of the certificate
     * @param certificate the derivation
     * @param stored      whether the certificate lay beside the claim; otherwise it was found in this run
     */
    record Proof(Theorem theorem, Certificate certificate, Scope scope, boolean stored) implements Evidence {
    }

    /**
     * Certified counterexamples.
     *
     * @param simplest the one that is easiest to read
     * @param worst    the one that violates the conclusion by most, when it is another
     */
    record Refutation(Counterexample simplest, Optional<Counterexample> worst) implements Evidence {
    }

    /**
     * The claim was tried on samples and none of them is a certified counterexample.
     *
     * @param accepted       the tries whose sample satisfies the hypotheses
     * @param holds          the accepted ones at which the conclusion surely holds
     * @param cannotTell     the accepted ones at which rounding leaves it open
     * @param smallestMargin the smallest distance of an inequality from failing, relative to its larger side
     * @param slack          the smallest ratio of the larger side of an inequality to the smaller one; 1 is tight
     * @param activity       for each hypothesis, how often it excluded a draw or came close to failing
     * @param exhaustive     whether the samples are all the instances that there are
     */
    record Samples(long seed, int tries, int accepted, int holds, int cannotTell, OptionalDouble smallestMargin,
                   OptionalDouble slack, Map<String, Integer> activity, boolean exhaustive) implements Evidence {
        private static final int ENOUGH_TO_JUDGE = 100;

        public Samples {
            activity = Collections.unmodifiableMap(new LinkedHashMap<>(activity));
        }

        /** Whether so few samples satisfy the hypotheses that those few say nothing: none, or less than one in a hundred. */
        public boolean tooFew() {
            return accepted == 0 || tries >= ENOUGH_TO_JUDGE && accepted * 100L < tries;
        }
    }

    /**
     * A step of the author's derivation that is false, whatever may be true of the claim.
     *
     * @param step           the step as a formula under the claim's hypotheses
     * @param counterexample an instance at which it fails
     */
    record WrongStep(Claim.Place place, Formula step, Counterexample counterexample) implements Evidence {
    }

    /**
     * A way of looking that came to nothing.
     *
     * @param place   where it got stuck, if at some place of the text
     * @param subgoal what was left to show there
     * @param message why, for the reader
     * @param fails   an instance at which what was left to show is false, if one was found
     */
    record Failure(Optional<Claim.Place> place, Optional<Formula> subgoal, String message, Optional<Counterexample> fails)
            implements Evidence {
        public Failure(String message) {
            this(Optional.empty(), Optional.empty(), message, Optional.empty());
        }
    }

    /** A mistake in Tenet itself: the claim is undecided and the run ends with an error. */
    record Fault(Throwable cause) implements Evidence {
    }
}
