package tenet.symbolic.kernel;

import java.util.Set;

/** A way to conclude. Each is a record whose documentation gives meaning, side conditions, failure and source. */
interface Rule {
    /** The name that certificates use. */
    String name();

    /**
     * Judges one step.
     *
     * @return the present-time hypotheses that the conclusion rests on
     * @throws Rejection when the step is not an instance of the rule
     */
    Set<String> check(Setting setting);
}
