package tenet.symbolic.formula;

/**
 * A named assumption of a claim about a trajectory.
 *
 * @param when at which times it is assumed to hold; the conclusion speaks of one time t
 */
public record Hypothesis(String name, When when, Formula formula) {
    /** The times of an assumption. Only {@link #ALWAYS} ones may be differentiated. */
    public enum When {
        /** At the time t of the conclusion: {@code given}. */
        NOW,
        /** At every time from the start up to t and after: {@code given always}. */
        ALWAYS,
        /** At the start of the trajectory: {@code given initially}. */
        INITIALLY
    }

    /** What may be concluded from it at time t. */
    public Formula asFormula() {
        return when == When.INITIALLY ? new Formula.Initially(formula) : formula;
    }
}
