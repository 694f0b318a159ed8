package tenet.reports.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;

/** What a headline verdict rests on, in a phrase. */
public final class Summary {
    private Summary() {
    }

    public static String of(Finding finding) {
        return switch (finding.verdict()) {
            case PROVED, PROVED_AT -> finding.evidence(Evidence.Proof.class).stream().map(Summary::proof).findFirst().orElse("")
                    + finding.evidence(Evidence.Enclosed.class).stream().map(enclosed -> "; certified on " + enclosed.starts().size() + " motions").findFirst().orElse("");
            case REFUTED -> finding.evidence(Evidence.Refutation.class).stream()
                    .map(refutation -> sides(refutation.simplest())).findFirst().orElse("");
            case CERTIFIED -> finding.evidence(Evidence.Enclosed.class).stream().map(Summary::enclosed).findFirst()
                    .orElseGet(() -> finding.evidence(Evidence.Samples.class).stream().map(Summary::samples).findFirst().orElse(""));
            case SUPPORTED -> finding.evidence(Evidence.Samples.class).stream().map(Summary::samples).findFirst().orElse("");
            case VACUOUS -> finding.evidence(Evidence.Samples.class).stream().map(Summary::vacuous).findFirst().orElse("");
            case UNDECIDED -> undecided(finding);
        };
    }

    static String proof(Evidence.Proof proof) {
        return proof.scope().sentence()
                + (proof.theorem().lemmas().isEmpty() ? "" : "; by " + String.join(", ", proof.theorem().lemmas()));
    }

    public static String samples(Evidence.Samples samples) {
        String open = samples.cannotTell() == 0 ? "" : ", cannot tell on " + samples.cannotTell();
        String on = samples.exhaustive() && samples.accepted() == 1 && samples.holds() == 1 ? "holds on the only instance"
                : "holds on " + samples.holds() + " of " + samples.accepted() + (samples.exhaustive() ? " instances" : " samples");
        return on + open
                + number(", smallest relative margin ", samples.smallestMargin()) + number(", slack ratio ", samples.slack());
    }

    /** {@code along the motion from 3 starts until t = 4, by boxes of width at most 1e-9}. */
    public static String enclosed(Evidence.Enclosed enclosed) {
        double until = enclosed.starts().stream().mapToDouble(Evidence.Enclosed.Start::until).min().orElse(0);
        double width = enclosed.starts().stream().mapToDouble(Evidence.Enclosed.Start::width).max().orElse(0);
        double margin = enclosed.starts().stream().mapToDouble(Evidence.Enclosed.Start::margin).min().orElse(Double.POSITIVE_INFINITY);
        int count = enclosed.starts().size();
        return "along the motion from " + count + (count == 1 ? " start" : " starts") + " until t = " + number(until) + ", by boxes of width at most "
                + number(width) + (Double.isFinite(margin) ? ", smallest margin " + number(margin) : "");
    }

    /** {@code 40 until t = 2, all confirmed by a second method; W[2]^T*W[2] = W[1]*W[1]^T drifts by 1e-12 at most}. */
    public static String trajectories(Evidence.Trajectories trajectories) {
        int number = trajectories.number();
        int confirmed = trajectories.confirmed();
        return number + " until t = " + number(trajectories.until()) + ", " + (confirmed == number ? "all" : confirmed + " of them") + " confirmed by a second method"
                + (trajectories.ended() > 0 ? "; " + trajectories.ended() + " stop before the end, as at a blow-up: what happens there was not looked at" : "")
                + trajectories.drift().map(drift -> "; " + drift.invariant() + " drifts by " + number(drift.largest()) + " at most").orElse("");
    }

    /** Two sides that differ: {@code W[1] * x = 3 against y = 4}. */
    static String sides(Counterexample counterexample) {
        List<Counterexample.Binding> sides = counterexample.sides();
        return sides.stream().map(Counterexample.Binding::toString).collect(Collectors.joining(" against "));
    }

    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String number(String words, OptionalDouble value) {
        return value.isPresent() ? words + number(value.getAsDouble()) : "";
    }

    private static String vacuous(Evidence.Samples samples) {
        if (samples.accepted() == 0) return "none of " + samples.tries() + " samples satisfies the hypotheses";
        if (samples.tooFew()) return "only " + samples.accepted() + " of " + samples.tries() + " samples satisfy the hypotheses";
        return "never active: " + samples.activity().entrySet().stream().filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private static String undecided(Finding finding) {
        for (Evidence.Fault fault : finding.evidence(Evidence.Fault.class)) return fault(fault);
        for (Evidence.Suspected suspected : finding.evidence(Evidence.Suspected.class)) return suspected.reason();
        for (Evidence.Failure failure : finding.evidence(Evidence.Failure.class)) return failure.message();
        return finding.evidence(Evidence.Samples.class).stream().map(Summary::samples).findFirst().orElse("nothing was tried");
    }

    public static String fault(Evidence.Fault fault) {
        Throwable cause = fault.cause();
        return "internal error: " + cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
