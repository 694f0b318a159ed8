package tenet.properties.falsification;

/**
 * What became of the tries: {@code tries = accepted + rejected + unclear} and
 * {@code accepted = holds + violated + cannotTell}. Where a third of the tries pursued an inequality from instances on
 * which it holds, these count too, although they are no independent draws.
 *
 * @param rejected instances on which a hypothesis certainly fails
 * @param unclear  instances that could not be built, or whose hypotheses could not be verified
 */
public record Counts(int tries, int accepted, int rejected, int unclear, int holds, int violated, int cannotTell) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts plus(Trial trial) {
        return trial.judgement().map(judgement -> switch (judgement.result()) {
            case HOLDS -> new Counts(tries + 1, accepted + 1, rejected, unclear, holds + 1, violated, cannotTell);
            case VIOLATED -> new Counts(tries + 1, accepted + 1, rejected, unclear, holds, violated + 1, cannotTell);
            case CANNOT_TELL -> new Counts(tries + 1, accepted + 1, rejected, unclear, holds, violated, cannotTell + 1);
        }).orElseGet(() -> switch (trial.sample().standing()) {
            case REJECTED -> new Counts(tries + 1, accepted, rejected + 1, unclear, holds, violated, cannotTell);
            case UNCLEAR, ACCEPTED, DOUBTFUL -> new Counts(tries + 1, accepted, rejected, unclear + 1, holds, violated, cannotTell);
        });
    }

    /** Accepted instances per try. */
    public double acceptanceRate() {
        return tries == 0 ? 0 : (double) accepted / tries;
    }
}
