package tenet.reports.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.properties.mutation.Fate;
import tenet.properties.mutation.MutantCheck;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Counterexample;
import tenet.theorems.Judgement;

/** The fates of mutants for a terminal of 80 columns. */
public final class MutantTable {
    private static final int WIDTH = 80;
    private static final int FATE = 9;

    private final Colours colours;

    public MutantTable(Colours colours) {
        this.colours = colours;
    }

    /** A block about one claim. @param survivors whether to leave out the killed mutants */
    public String claim(Claim claim, List<MutantCheck.Result> results, boolean survivors) {
        StringBuilder out = new StringBuilder(colours.bold(claim.id())).append("  ").append(MutantCounts.of(results).words()).append('\n');
        for (MutantCheck.Result result : results) {
            if (survivors && result.isKilled()) continue;
            Optional<Judgement> judged = result.isOpen() ? result.judgement() : Optional.empty();
            String fate = switch (result.fate()) {
                case Fate.Killed ignored -> colours.good("killed") + " ".repeat(FATE - 6);
                case Fate.Proved ignored -> colours.dim("proved") + " ".repeat(FATE - 6);
                case Fate.Vacuous ignored -> colours.dim("vacuous") + " ".repeat(FATE - 7);
                case Fate.Survived ignored -> (judged.map(Judgement::opinion).equals(Optional.of(Judgement.Opinion.TRUE)) ? colours.dim("survived")
                        : colours.bad("survived")) + " ".repeat(FATE - 8);
            };
            String indent = " ".repeat(2 + FATE);
            out.append("  ").append(fate).append(Paragraph.indented("", indent, result.mutant().change(), WIDTH));
            judged.ifPresent(judgement -> out.append(Paragraph.indented(indent + "  ", indent + "  ", judgement.words(), WIDTH)));
            out.append(Paragraph.indented(indent + "  ", indent + "  ", why(result.fate()), WIDTH));
        }
        return out.toString();
    }

    /** Why the mutant met its fate, in a sentence. */
    public static String why(Fate fate) {
        return switch (fate) {
            case Fate.Killed(int tries, Counterexample counterexample, Optional<String> written) ->
                    written.map(place -> "by the instance written at " + place + ": ").orElse(tries == 1 ? "first try: " : "after " + tries + " tries: ")
                    + Summary.sides(counterexample) + " at " + counterexample.values().stream().map(Counterexample.Binding::toString).collect(Collectors.joining(", "));
            case Fate.Proved(boolean unchanged, List<String> lemmas, String note) -> (unchanged ? "true by the stored derivation as it stands" : "a derivation was found")
                    + (lemmas.isEmpty() ? "" : ", by " + String.join(", ", lemmas)) + (note.isEmpty() ? "" : "; " + note);
            case Fate.Vacuous(String why) -> why;
            case Fate.Survived survived -> "no counterexample in " + survived.tries() + " tries, " + survived.accepted() + " of them satisfy the hypotheses"
                    + (survived.cannotTell() == 0 ? "" : ", cannot tell on " + survived.cannotTell())
                    + (survived.slack().isPresent() ? ", slack ratio " + Summary.number(survived.slack().getAsDouble()) : "")
                    + (survived.note().isEmpty() ? "" : "; " + survived.note());
        };
    }

    /** The last line: all claims together. */
    public static String total(int claims, MutantCounts counts) {
        if (counts.mutants() == 0) return claims + (claims == 1 ? " claim" : " claims") + ", no mutant was looked at";
        String all = claims + (claims == 1 ? " claim, " : " claims, ") + counts.words() + "; ";
        if (counts.killedAsWritten() > 0) all += percent(counts.shareFound()) + " of those known to be false are killed by what the search found; ";
        if (!counts.judged()) return all + percent(counts.share()) + " of those not proved or vacuous are killed";
        return all + percent(counts.share()) + " of those not proved, vacuous or judged true are killed, "
                + percent(counts.shareOfKnown()) + " of the " + counts.knownFalse() + " known to be false";
    }

    /** Rounded down, so that a share below a threshold does not look as if it reached it. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(10 * share) / 10) + " %";
    }
}
