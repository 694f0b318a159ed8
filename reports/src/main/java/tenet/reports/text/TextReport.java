package tenet.reports.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.syntax.Printer;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Report;
import tenet.theorems.Verdict;

/** A report for a terminal of 80 columns: a table, then what the reader has to see in full. */
public final class TextReport {
    private static final int WIDTH = 80;
    private static final int WIDEST_ID = 34;
    private static final int VERDICT = 9;

    private final Report report;
    private final Colours colours;

    public TextReport(Report report, Colours colours) {
        this.report = report;
        this.colours = colours;
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        table(out);
        for (Finding finding : report.findings()) if (hasDetails(finding)) details(finding, out);
        if (!report.complete())
            out.append('\n').append(Paragraph.indented("stopped before ", "  ", String.join(", ", report.pending()), WIDTH - 13));
        out.append('\n').append(lastLine()).append('\n');
        return out.toString();
    }

    /** {@code 12 claims: 7 PROVED, 5 REFUTED; all as expected (seed 1)}. */
    public String lastLine() {
        int claims = report.findings().size();
        int all = claims + report.pending().size();
        long shortfalls = report.findings().stream().filter(finding -> !finding.met()).count();
        String counts = report.counts().entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
        String judgement = shortfalls > 0 ? colours.bad(shortfalls + (shortfalls == 1 ? " falls" : " fall") + " short")
                : claims == 0 ? "nothing was checked" : colours.good("all as expected");
        return (all > claims ? claims + " of " : "") + all + (all == 1 ? " claim" : " claims") + (counts.isEmpty() ? "" : ": " + counts) + "; " + judgement
                + " (seed " + report.seed() + ")";
    }

    private void table(StringBuilder out) {
        int idWidth = report.findings().stream().mapToInt(finding -> finding.id().length()).max().orElse(0);
        idWidth = Math.min(Math.max(idWidth, 8), WIDEST_ID);
        String file = "";
        boolean severalFiles = report.findings().stream().map(finding -> finding.claim().place().file()).distinct().count() > 1;
        for (Finding finding : report.findings()) {
            if (severalFiles && !file.equals(finding.claim().place().file())) {
                if (!file.isEmpty()) out.append('\n');
                file = finding.claim().place().file();
                out.append(colours.dim(file)).append('\n');
            }
            row(finding, idWidth, out);
        }
    }

    private void row(Finding finding, int idWidth, StringBuilder out) {
        String id = finding.id();
        String mark = finding.met() ? "  " : colours.bad("! ");
        out.append(mark);
        if (id.length() > idWidth) out.append(id).append('\n').append("  ").append(" ".repeat(idWidth));
        else out.append(id).append(" ".repeat(idWidth - id.length()));
        String verdict = finding.verdict().words();
        out.append("  ").append(colours.verdict(finding.verdict(), verdict)).append(" ".repeat(VERDICT - verdict.length())).append("  ");
        String indent = " ".repeat(2 + idWidth + 2 + VERDICT + 2);
        List<String> lines = Paragraph.lines(Summary.of(finding), WIDTH - indent.length());
        int shown = Math.min(lines.size(), 3);
        for (int i = 0; i < shown; i++) {
            String line = i == shown - 1 && shown < lines.size() ? cut(lines.get(i), WIDTH - indent.length()) : lines.get(i);
            out.append(i == 0 ? "" : indent).append(line).append('\n');
        }
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == '\n' || out.charAt(end - 1) == ' ')) end--;
        out.setLength(end);
        out.append('\n');
    }

    private static String cut(String line, int width) {
        return (line.length() > width - 4 ? line.substring(0, width - 4) : line) + " ...";
    }

    private static boolean hasDetails(Finding finding) {
        return !finding.met() || unproved(finding) || !finding.notes().isEmpty() || !finding.evidence(Evidence.Refutation.class).isEmpty()
                || !finding.evidence(Evidence.WrongStep.class).isEmpty();
    }

    /** Whoever believes a claim wants to know why it is not proved. */
    private static boolean unproved(Finding finding) {
        boolean believed = switch (finding.claim().kind()) {
            case THEOREM, TRUE_VARIANT, CONJECTURE -> true;
            case FALSE_CLAIM, LEMMA -> false;
        };
        return believed && finding.verdict().compareTo(Verdict.CERTIFIED) > 0 && finding.verdict() != Verdict.REFUTED
                && !finding.evidence(Evidence.Failure.class).isEmpty();
    }

    private void details(Finding finding, StringBuilder out) {
        Claim claim = finding.claim();
        out.append('\n').append(colours.bold(finding.id())).append("  ")
                .append(colours.verdict(finding.verdict(), finding.verdict().words()))
                .append(finding.met() && claim.expectation() != Claim.Expectation.ANY ? colours.dim(" as expected") : "").append("  ").append(colours.dim(claim.place().toString())).append('\n');
        for (String shortfall : finding.shortfalls()) out.append(Paragraph.indented("  " + colours.bad("! "), "    ", shortfall, WIDTH));
        if (!finding.met() || !finding.evidence(Evidence.Refutation.class).isEmpty())
            line("claims", Printer.print(claim.statement().conclusion()), out);
        for (Evidence evidence : finding.evidence()) {
            switch (evidence) {
                case Evidence.Proof proof -> {
                    if (!finding.met()) line("proof", Summary.proof(proof) + " (" + proof.theorem().steps() + " steps)", out);
                }
                case Evidence.Refutation refutation -> {
                    counterexample("fails at", refutation.simplest(), out);
                    if (!finding.met()) refutation.worst().ifPresent(worst -> counterexample("worst at", worst, out));
                }
                case Evidence.Samples samples -> {
                    if (!finding.met()) samples(samples, out);
                }
                case Evidence.Enclosed enclosed -> line("enclosed", Summary.enclosed(enclosed), out);
                case Evidence.Suspected suspected -> line("suspect", suspected.samples() + (suspected.samples() == 1 ? " sample: " : " samples, the first: ")
                        + suspected.reason(), out);
                case Evidence.Trajectories trajectories -> line("motion", Summary.trajectories(trajectories), out);
                case Evidence.WrongStep wrong -> {
                    line("step", wrong.place() + ": " + Printer.print(wrong.step()), out);
                    counterexample("is false at", wrong.counterexample(), out);
                }
                case Evidence.Failure failure -> {
                    if (!finding.met() || unproved(finding)) failure(failure, out);
                }
                case Evidence.Fault fault -> line("fault", Summary.fault(fault), out);
            }
        }
        for (String note : finding.notes()) line("note", note, out);
    }

    private void samples(Evidence.Samples samples, StringBuilder out) {
        line("samples", samples.tries() + " tried, " + samples.accepted() + " satisfy the hypotheses; " + Summary.samples(samples)
                + "; seed " + samples.seed(), out);
        if (!samples.activity().isEmpty())
            line("active", samples.activity().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue() + " times")
                    .collect(Collectors.joining(", ")), out);
    }

    private void failure(Evidence.Failure failure, StringBuilder out) {
        line("why", failure.place().map(place -> place + ": ").orElse("") + failure.message(), out);
        failure.subgoal().ifPresent(subgoal -> line("left", Printer.print(subgoal), out));
        failure.fails().ifPresent(counterexample -> counterexample("which is false at", counterexample, out));
    }

    private void counterexample(String words, Counterexample counterexample, StringBuilder out) {
        out.append("  ").append(words).append('\n');
        for (Counterexample.Binding value : counterexample.values()) binding(value, out);
        out.append("  where\n");
        for (Counterexample.Binding side : counterexample.sides()) binding(side, out);
        out.append(Paragraph.indented("  certified by ", "    ", counterexample.certified(), WIDTH - 13));
    }

    private static void binding(Counterexample.Binding binding, StringBuilder out) {
        String line = binding.toString();
        Optional<List<String>> rows = Grid.rows(binding.value(), line.length() <= WIDTH - 6);
        String name = binding.name() + " = ";
        if (rows.isEmpty() || 6 + name.length() + rows.get().getFirst().length() > WIDTH) {
            out.append(Paragraph.indented("      ", "        ", line, WIDTH));
            return;
        }
        for (int i = 0; i < rows.get().size(); i++)
            out.append("      ").append(i == 0 ? name : " ".repeat(name.length())).append(rows.get().get(i)).append('\n');
    }

    private static void line(String word, String text, StringBuilder out) {
        String first = "  " + word + " ".repeat(Math.max(2, 9 - word.length()));
        out.append(Paragraph.indented(first, " ".repeat(first.length()), text, WIDTH));
    }
}
