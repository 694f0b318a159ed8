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
     * The claim was shown along whole motions from listed exact starts, by boxes that the motions are proved to pass.
     * Nothing is said of other starts or later times.
     */
    record Enclosed(List<Start> starts) implements Evidence {
        public Enclosed {
            starts = List.copyOf(starts);
        }

        /**
         * @param values      the start
         * @param until       the conclusion holds from time 0 to this
         * @param width       the widest side of the box at that time
         * @param sensitivity that width in units of one rounding error of the start
         * @param margin      the smallest slack of the conclusion met
         */
        public record Start(List<Counterexample.Binding> values, double until, double width, double sensitivity, double margin) {
            public Start {
                values = List.copyOf(values);
            }
        }
    }

    /**
     * Floating-point trajectories violate the claim, and no enclosure confirms it: neither support nor refutation.
     *
     * @param samples how many of them
     * @param time    the earliest time of a violation
     * @param reason  what is known of that one
     */
    record Suspected(int samples, double time, String reason) implements Evidence {
    }

    /**
     * The floating-point trajectories among the samples on which the claim holds: how far their numbers can be relied on.
     *
     * @param number    how many
     * @param until     the longest time
     * @param confirmed how many another method of integration confirmed to their end
     * @param ended     how many end by themselves, as at a blow-up, or at a limit of the integration; the last hundredth of their time is not looked at
     * @param drift     the largest drift of an equation that the motion keeps; empty when there was none to watch
     */
    record Trajectories(int number, double until, int confirmed, int ended, Optional<Drift> drift) implements Evidence {
        /**
         * @param invariant the equation, as text
         * @param largest   how far its sides were apart, entry by entry
         * @param time      when
         */
        public record Drift(String invariant, double largest, double time) {
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
