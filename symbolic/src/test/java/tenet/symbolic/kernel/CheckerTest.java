package tenet.symbolic.kernel;

import static tenet.symbolic.kernel.Judge.cert;
import static tenet.symbolic.kernel.Judge.rejects;
import static tenet.symbolic.kernel.Judge.theorem;

import org.junit.jupiter.api.Test;

/** A certificate as a whole: a step that each accepts, and what it rejects when one thing in it is changed. */
class CheckerTest {
    private final String claim = theorem("t", "var x : real", "show x = x");

    @Test
    void the_last_step_states_the_claim() {
        rejects(1, "does not state the claim", claim, cert("x^2 = x^2 by identity"));
    }

    @Test
    void premises_come_before() {
        rejects(1, "not an earlier step", claim, cert("x = x by chain from 1"));
        rejects(1, "not an earlier step", claim, cert("x = x by chain from 2"));
    }

    @Test
    void steps_are_numbered_without_gaps() {
        rejects(2, "missing", claim, "certificate t\n2. x = x by identity\n");
    }

    @Test
    void rules_exist() {
        rejects(1, "no such rule", claim, cert("x = x by magic"));
    }
}
