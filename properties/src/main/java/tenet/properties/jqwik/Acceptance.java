package tenet.properties.jqwik;

/**
 * How many draws satisfied the hypotheses of a claim.
 *
 * @param reason why most of the others did not; empty when there are none
 */
public record Acceptance(long draws, long accepted, String reason) {
    /** Accepted draws per draw; 1 before the first. */
    public double rate() {
        return draws == 0 ? 1 : (double) accepted / draws;
    }

    @Override
    public String toString() {
        return accepted + " of " + draws + " draws satisfy the hypotheses" + (reason.isEmpty() ? "" : "; most often: " + reason);
    }
}
