package tenet.symbolic.search;

import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;

/** Unwinds the search to its entry with what could not be derived. */
final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Claim.Place place;
    private final transient Formula subgoal;

    Stuck(Claim.Place place, Formula subgoal, String message) {
        super(message, null, false, false);
        this.place = place;
        this.subgoal = subgoal;
    }

    Claim.Place place() {
        return place;
    }

    Formula subgoal() {
        return subgoal;
    }
}
