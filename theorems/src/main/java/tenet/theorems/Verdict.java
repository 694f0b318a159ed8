package tenet.theorems;

import java.util.Collection;
import java.util.List;

/** How far a claim got, from the strongest to the weakest; a refutation stands apart. */
public enum Verdict {
    /** A kernel-checked derivation for all parameters. */
    PROVED,
    /** A kernel-checked derivation for listed sizes. */
    PROVED_AT,
    /** Decided exactly or with intervals on every one of the listed instances. */
    CERTIFIED,
    /** Sampled without a violation. */
    SUPPORTED,
    /** A certified counterexample exists. */
    REFUTED,
    /** Hardly any sample satisfied the hypotheses, or some hypothesis never mattered. */
    VACUOUS,
    /** None of these within the limits. */
    UNDECIDED;

    /**
     * The strongest verdict that the evidence carries, never better than what was checked.
     *
     * @param claim the id, for the message
     * @throws Contradiction when the evidence proves the claim and refutes it
     */
    public static Verdict of(String claim, Collection<? extends Evidence> evidence) {
        List<Verdict> verdicts = evidence.stream().map(Verdict::of).toList();
        boolean refuted = verdicts.contains(REFUTED);
        if (refuted && verdicts.contains(PROVED)) throw new Contradiction(claim, "a proof and a certified counterexample");
        if (refuted && evidence.stream().anyMatch(piece -> piece instanceof Evidence.Samples samples && of(samples) == CERTIFIED))
            throw new Contradiction(claim, "an exhaustive check and a certified counterexample");
        if (refuted) return REFUTED;
        Verdict strongest = verdicts.stream().min(Verdict::compareTo).orElse(UNDECIDED);
        // Some samples hold and others seem to fail: only a proof outweighs that.
        boolean suspected = evidence.stream().anyMatch(Evidence.Suspected.class::isInstance);
        return suspected && strongest != PROVED && strongest != PROVED_AT ? UNDECIDED : strongest;
    }

    private static Verdict of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Proof proof -> proof.scope().general() ? PROVED : PROVED_AT;
            case Evidence.Refutation ignored -> REFUTED;
            case Evidence.Samples samples -> of(samples);
            case Evidence.Enclosed ignored -> CERTIFIED;
            case Evidence.Suspected ignored -> UNDECIDED;
            case Evidence.Trajectories ignored -> UNDECIDED;
            case Evidence.WrongStep ignored -> UNDECIDED;
            case Evidence.Failure ignored -> UNDECIDED;
            case Evidence.Fault ignored -> UNDECIDED;
        };
    }

    private static Verdict of(Evidence.Samples samples) {
        if (samples.tooFew() || samples.activity().containsValue(0)) return VACUOUS;
        if (samples.exhaustive() && samples.holds() == samples.accepted()) return CERTIFIED;
        return samples.holds() > 0 ? SUPPORTED : UNDECIDED;
    }

    /** In words: {@code PROVED AT}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** What it means and what a reader can do about it. */
    public String meaning() {
        return switch (this) {
            case PROVED -> "A derivation for all parameters was checked by the kernel, step by step. It rests on the hypotheses of the"
                    + " claim and on the named lemmas that are listed with it, and on nothing else. Existence of the motion on its"
                    + " interval is a hypothesis.";
            case PROVED_AT -> "A derivation was checked by the kernel for the listed sizes alone. Nothing is said of other sizes.";
            case CERTIFIED -> "Every one of the listed instances was decided, exactly or with intervals that exclude rounding."
                    + " Nothing is said of other instances.";
            case SUPPORTED -> "Samples that satisfy the hypotheses were drawn and none violates the conclusion. This is not a proof."
                    + " See how many were accepted, how many could not be decided, and how small the margin got; raise --tries, or add"
                    + " a derivation (calc, have, by) so that the claim can be proved.";
            case REFUTED -> "A counterexample was found and certified: with exact rational numbers, or with intervals that exclude"
                    + " rounding. It is printed as an instance that you can replay.";
            case VACUOUS -> "No sample or hardly any satisfied the hypotheses, or one of them never made a difference, so the test says nothing."
                    + " Check the hypotheses for a contradiction, or narrow the sampling (sample NAME in LOW..HIGH).";
            case UNDECIDED -> "Neither a proof nor a decisive sample was found within the limits. The reason is printed with the claim."
                    + " A larger --time-limit, more --tries, a derivation with smaller steps or a narrower sampling may help.";
        };
    }
}
