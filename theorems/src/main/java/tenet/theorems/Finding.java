package tenet.theorems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Claim.Expectation;

/**
 * What a check found out about one claim.
 *
 * @param evidence   all that was found, also what the headline does not rest on
 * @param shortfalls why the claim fell short of what was expected of it; empty when it did not
 * @param notes      what the reader should know besides, such as a stored certificate that was not accepted
 */
public record Finding(Claim claim, Verdict verdict, List<Evidence> evidence, List<String> shortfalls, List<String> notes) {
    public Finding {
        evidence = List.copyOf(evidence);
        shortfalls = List.copyOf(shortfalls);
        notes = List.copyOf(notes);
    }

    /**
     * Judges the evidence against the expectation of the claim.
     *
     * @param required for theorems, the least verdict that is asked of them besides their own expectation
     * @throws Contradiction when the evidence proves the claim and refutes it
     */
    public static Finding judge(Claim claim, List<Evidence> evidence, Optional<Expectation> required, List<String> notes) {
        Verdict verdict = Verdict.of(claim.id(), evidence);
        List<String> shortfalls = new ArrayList<>();
        shortfall(claim, verdict, claim.expectation()).ifPresent(shortfalls::add);
        if (shortfalls.isEmpty() && claim.kind() == Claim.Kind.THEOREM)
            required.filter(least -> !meets(verdict, least))
                    .ifPresent(least -> shortfalls.add("this run requires " + words(least) + ", and it is " + verdict.words()));
        if (claim.kind() != Claim.Kind.FALSE_CLAIM)
            for (Evidence piece : evidence)
                if (piece instanceof Evidence.WrongStep wrong) shortfalls.add("the step at " + wrong.place() + " is false");
        if (evidence.stream().anyMatch(Evidence.Fault.class::isInstance)) shortfalls.add("an internal error stopped the check of this claim");
        return new Finding(claim, verdict, evidence, shortfalls, notes);
    }

    /** Whether everything that was expected of the claim was shown. */
    public boolean met() {
        return shortfalls.isEmpty();
    }

    public String id() {
        return claim.id();
    }

    /** The pieces of evidence of one kind, in order. */
    public <E extends Evidence> List<E> evidence(Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Optional<String> shortfall(Claim claim, Verdict verdict, Expectation expectation) {
        if (verdict == Verdict.REFUTED && claim.kind() == Claim.Kind.LEMMA)
            return Optional.of("a lemma is taken as given, and this one is false");
        if (meets(verdict, expectation)) return Optional.empty();
        return Optional.of("expected " + words(expectation) + ", and it is " + verdict.words());
    }

    private static boolean meets(Verdict verdict, Expectation expectation) {
        return switch (expectation) {
            case PROVED -> verdict == Verdict.PROVED;
            case CERTIFIED -> verdict.compareTo(Verdict.CERTIFIED) <= 0;
            case SUPPORTED -> verdict.compareTo(Verdict.SUPPORTED) <= 0;
            case REFUTED -> verdict == Verdict.REFUTED;
            case NOT_REFUTED -> verdict != Verdict.REFUTED;
            case ANY -> true;
        };
    }

    private static String words(Expectation expectation) {
        return switch (expectation) {
            case PROVED -> "PROVED";
            case CERTIFIED -> "CERTIFIED or better";
            case SUPPORTED -> "SUPPORTED or better";
            case REFUTED -> "REFUTED";
            case NOT_REFUTED -> "no refutation";
            case ANY -> "any verdict";
        };
    }
}
