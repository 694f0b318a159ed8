package tenet.properties.falsification;

/**
 * Whether a hypothesis mattered.
 *
 * @param equation    whether it consists of equations alone, which have no near-tight cases
 * @param drawn       on how many independent draws its truth was computed, before anything was constructed
 * @param falseBefore on how many of these it was false: how often it would have failed, had nothing enforced it
 * @param rejections  how many constructed instances it rejected
 * @param nearTight   on how many accepted instances its margin is below a tenth of its larger side
 */
public record HypothesisActivity(String name, boolean equation, int drawn, int falseBefore, int rejections, int nearTight) {
    /** Whether it excluded anything, or bounded anything closely; taken for granted where its truth could not be counted. */
    public boolean isActive() {
        return drawn == 0 || falseBefore > 0 || rejections > 0 || !equation && nearTight > 0;
    }
}
