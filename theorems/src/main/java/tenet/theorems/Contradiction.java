package tenet.theorems;

/** Two pieces of evidence that cannot both be right: the kernel, a lemma or an evaluator is wrong. Nothing may go on. */
public final class Contradiction extends RuntimeException {
    private final String claim;

    public Contradiction(String claim, String evidence) {
        super(claim + " has " + evidence + ": the kernel, a named lemma or an evaluator is wrong; trust no verdict of this run");
        this.claim = claim;
    }

    /** The id of the claim. */
    public String claim() {
        return claim;
    }
}
