package tenet.reports.text;

import java.util.List;
import java.util.stream.Stream;
import tenet.properties.mutation.Fate;
import tenet.properties.mutation.MutantCheck;
import tenet.theorems.Judgement;

/**
 * How many mutants met each fate. Those that survived are told apart by what people judged of them; a judgement of a mutant
 * that met another fate counts for nothing.
 *
 * @param killedAsWritten those of the killed whose counterexample a person wrote
 * @param judgedTrue  survivors that a person says are true
 * @param judgedFalse survivors that a person says are false
 * @param judgedOpen  survivors of which a person says that nobody knows
 * @param unjudged    all other survivors
 */
public record MutantCounts(int killed, int killedAsWritten, int proved, int vacuous, int judgedTrue, int judgedFalse, int judgedOpen, int unjudged) {
    public static MutantCounts of(List<MutantCheck.Result> results) {
        int[] counts = new int[7];
        for (MutantCheck.Result result : results)
            counts[switch (result.fate()) {
                case Fate.Killed ignored -> 0;
                case Fate.Proved ignored -> 1;
                case Fate.Vacuous ignored -> 2;
                case Fate.Survived ignored -> result.judgement().map(Judgement::opinion).map(opinion -> switch (opinion) {
                    case TRUE -> 3;
                    case FALSE -> 4;
                    case OPEN -> 5;
                }).orElse(6);
            }]++;
        int written = (int) results.stream().filter(result -> result.fate() instanceof Fate.Killed killed && killed.written().isPresent()).count();
        return new MutantCounts(counts[0], written, counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    public int survived() {
        return judgedTrue + judgedFalse + judgedOpen + unjudged;
    }

    public int mutants() {
        return killed + proved + vacuous + survived();
    }

    /** Whether any survivor was judged. */
    public boolean judged() {
        return unjudged < survived();
    }

    /** Killed, or judged false. */
    public int knownFalse() {
        return killed + judgedFalse;
    }

    /** The killed ones as a share of those that may be false, in percent: of all but the proved, the vacuous and the judged true; 100 when there is none. */
    public double share() {
        return percent(killed, killed + survived() - judgedTrue);
    }

    /** The killed ones as a share of those known to be false, in percent; 100 when there is none. */
    public double shareOfKnown() {
        return percent(killed, knownFalse());
    }

    /** Those killed by an instance that was found as a share of those known to be false, in percent; 100 when there is none. */
    public double shareFound() {
        return percent(killed - killedAsWritten, knownFalse());
    }

    private static double percent(int part, int all) {
        return all == 0 ? 100 : 100.0 * part / all;
    }

    /** {@code 14 mutants: 9 killed, 2 proved true, 3 survived (2 judged true, 1 not judged)}. */
    public String words() {
        StringBuilder words = new StringBuilder().append(mutants()).append(mutants() == 1 ? " mutant: " : " mutants: ").append(killed).append(" killed")
                .append(killedAsWritten == 0 ? "" : " (" + killedAsWritten + " as written)").append(", ")
                .append(proved).append(" proved true, ").append(vacuous == 0 ? "" : vacuous + " vacuous, ").append(survived()).append(" survived");
        if (!judged()) return words.toString();
        List<String> opinions = Stream.of(opinion(judgedTrue, "judged true"), opinion(judgedFalse, "judged false"), opinion(judgedOpen, "judged open"),
                opinion(unjudged, "not judged")).filter(opinion -> !opinion.isEmpty()).toList();
        return words.append(" (").append(String.join(", ", opinions)).append(')').toString();
    }

    private static String opinion(int count, String words) {
        return count == 0 ? "" : count + " " + words;
    }
}
