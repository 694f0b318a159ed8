package tenet.theorems;

import java.util.ArrayList;
import java.util.List;
import tenet.symbolic.syntax.Printer;

/** What a reader of a failed build has to see of a finding. */
public final class FindingText {
    private FindingText() {
    }

    /** Why the claim falls short, in a line. */
    public static String headline(Finding finding) {
        return finding.met() ? finding.verdict().words() : finding.id() + ": " + String.join("; ", finding.shortfalls());
    }

    /** The conclusion and, where there are any, counterexamples as instances to paste. */
    public static String details(Finding finding) {
        List<String> lines = new ArrayList<>(List.of("claims " + Printer.print(finding.claim().statement().conclusion())));
        for (Evidence piece : finding.evidence())
            switch (piece) {
                case Evidence.Refutation refutation -> {
                    counterexample("fails at", finding, refutation.simplest(), lines);
                    refutation.worst().ifPresent(worst -> counterexample("worst at", finding, worst, lines));
                }
                case Evidence.WrongStep wrong -> {
                    lines.add("the step at " + wrong.place() + " is false: " + Printer.print(wrong.step()));
                    counterexample("it fails at", finding, wrong.counterexample(), lines);
                }
                case Evidence.Suspected suspected -> lines.add(suspected.reason());
                case Evidence.Failure failure -> lines.add(failure.place().map(place -> place + ": ").orElse("") + failure.message());
                case Evidence.Fault fault -> lines.add("internal error: " + fault.cause());
                case Evidence.Samples samples -> lines.add("holds on " + samples.holds() + " of " + samples.accepted() + " samples that satisfy the hypotheses, of "
                        + samples.tries() + " drawn" + (samples.slack().isPresent() ? "; slack ratio " + samples.slack().getAsDouble() : ""));
                case Evidence.Enclosed enclosed -> lines.add("holds along " + enclosed.starts().size() + " enclosed motions");
                case Evidence.Trajectories ignored -> { }
                case Evidence.Proof proof -> lines.add("proved " + proof.scope().sentence()
                        + (proof.theorem().lemmas().isEmpty() ? "" : "; by " + String.join(", ", proof.theorem().lemmas())));
            }
        finding.notes().forEach(note -> lines.add("note: " + note));
        return String.join("\n", lines);
    }

    private static void counterexample(String words, Finding finding, Counterexample counterexample, List<String> lines) {
        lines.add(words);
        List<String> values = counterexample.instance().isEmpty() ? counterexample.values().stream().map(Counterexample.Binding::toString).toList() : counterexample.instance();
        lines.addAll(new InstanceBlock(finding.id(), finding.claim().place().file(), 1, values).text().stripTrailing().lines().toList());
        counterexample.sides().forEach(side -> lines.add("where " + side));
        lines.add("certified by " + counterexample.certified());
    }
}
