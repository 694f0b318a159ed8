package tenet.reports.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tenet.properties.mutation.Fate;
import tenet.properties.mutation.MutantCheck;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Counterexample;

/** The fates of mutants for a terminal of 80 columns. */
public final class MutantTable {
    private static final int WIDTH = 80;
    private static final int FATE = 9;

    private final Colours colours;

    public MutantTable(Colours colours) {
        this.colours = colours;
    }

    /** How many of the mutants met each fate. */
    public record Counts(int mutants, int killed, int proved, int vacuous, int survived) {
        public static Counts of(List<MutantCheck.Result> results) {
            int[] counts = new int[4];
            for (MutantCheck.Result result : results)
                counts[switch (result.fate()) {
                    case Fate.Killed ignored -> 0;
                    case Fate.Proved ignored -> 1;
                    case Fate.Vacuous ignored -> 2;
                    case Fate.Survived ignored -> 3;
                }]++;
            return new Counts(results.size(), counts[0], counts[1], counts[2], counts[3]);
        }

        /** The killed ones as a share of those that may be false, in percent; 100 when there is none. */
        public double share() {
            return killed + survived == 0 ? 100 : 100.0 * killed / (killed + survived);
        }

        /** {@code 14 mutants: 11 killed, 2 proved true, 1 survived}. */
        public String words() {
            return mutants + (mutants == 1 ? " mutant: " : " mutants: ") + killed + " killed, " + proved + " proved true, "
                    + (vacuous == 0 ? "" : vacuous + " vacuous, ") + survived + " survived";
        }
    }

    /** A block about one claim. @param survivors whether to leave out the killed mutants */
    public String claim(Claim claim, List<MutantCheck.Result> results, boolean survivors) {
        StringBuilder out = new StringBuilder(colours.bold(claim.id())).append("  ").append(Counts.of(results).words()).append('\n');
        for (MutantCheck.Result result : results) {
            if (survivors && result.isKilled()) continue;
            String fate = switch (result.fate()) {
                case Fate.Killed ignored -> colours.good("killed") + " ".repeat(FATE - 6);
                case Fate.Proved ignored -> colours.dim("proved") + " ".repeat(FATE - 6);
                case Fate.Vacuous ignored -> colours.dim("vacuous") + " ".repeat(FATE - 7);
                case Fate.Survived ignored -> colours.bad("survived") + " ".repeat(FATE - 8);
            };
            String indent = " ".repeat(2 + FATE);
            out.append("  ").append(fate).append(Paragraph.indented("", indent, result.mutant().change(), WIDTH));
            out.append(Paragraph.indented(indent + "  ", indent + "  ", why(result.fate()), WIDTH));
        }
        return out.toString();
    }

    /** Why the mutant met its fate, in a sentence. */
    public static String why(Fate fate) {
        return switch (fate) {
            case Fate.Killed(int tries, Counterexample counterexample) -> (tries == 1 ? "first try: " : "after " + tries + " tries: ")
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
    public static String total(int claims, Counts counts) {
        return claims + (claims == 1 ? " claim, " : " claims, ") + counts.words() + "; "
                + String.format(Locale.ROOT, "%.1f", Math.floor(10 * counts.share()) / 10) + " % of those not proved or vacuous are killed";
    }
}
