package tenet.theorems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person found out about a mutant that neither samples nor proofs decide. A {@code .mutants} file has one in a line:
 * {@code claim | change | true | why}; lines that are blank or begin with {@code #} say nothing. The bars have spaces or tabs around
 * them; the change ends at the first opinion between bars, so it may have bars of its own, and so may the reason.
 *
 * @param claim  the id of the claim that was changed
 * @param change what was changed, in the words of {@code tenet mutate}
 * @param why    the argument, or the counterexample; never blank
 * @param file   where it is written
 * @param line   from 1
 */
public record Judgement(String claim, String change, Opinion opinion, String why, String file, int line) {
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+\\|\\s+(\\S.*?)\\s+\\|\\s+(true|false|open)\\s+\\|\\s+(\\S.*)");
    private static final Pattern OTHER_OPINION = Pattern.compile("\\S+\\s+\\|\\s+\\S.*\\s+\\|\\s+(\\S+)\\s+\\|\\s+\\S.*");
    private static final String FORM = "a judgement is a line 'claim | change | true | why', with true, false or open";

    /** Whether the mutant is true. */
    public enum Opinion {
        /** No counterexample exists. */
        TRUE,
        /** There is a counterexample, which the attack did not find. */
        FALSE,
        /** Nobody knows. */
        OPEN;

        /** {@code true}, {@code false} or {@code open}, as in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The judgements of a text, in order.
     *
     * @throws InvalidInput with every line that is none, and every second judgement of one mutant
     */
    public static List<Judgement> of(String file, String text) throws InvalidInput {
        Map<List<String>, Judgement> judgements = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String whole : text.lines().toList()) {
            number++;
            String line = whole.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                problems.add(file + ":" + number + ": error: " + malformed(line) + "\n  " + number + " | " + line);
                continue;
            }
            Judgement judgement = new Judgement(parts.group(1), parts.group(2), Opinion.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
                    parts.group(4), file, number);
            Judgement before = judgements.putIfAbsent(List.of(judgement.claim(), judgement.change()), judgement);
            if (before != null) problems.add(judgement.error("already judged " + before.opinion().word() + " in line " + before.line()));
        }
        if (!problems.isEmpty()) throw new InvalidInput(String.join("\n", problems));
        return List.copyOf(judgements.values());
    }

    private static String malformed(String line) {
        Matcher opinion = OTHER_OPINION.matcher(line);
        return opinion.matches() ? "'" + opinion.group(1) + "' is not an opinion; " + FORM : FORM;
    }

    /** {@code judged true: the hypotheses imply it}. */
    public String words() {
        return "judged " + opinion.word() + ": " + why;
    }

    /** {@code mine.mutants:3: error: mine.sum, without idle: ...}. */
    public String error(String what) {
        return place() + ": error: " + claim + ", " + change + ": " + what;
    }

    /** As {@link #error}, of what may stay. */
    public String warning(String what) {
        return place() + ": warning: " + claim + ", " + change + ": " + what;
    }

    /** {@code mine.mutants:3}. */
    public String place() {
        return file + ":" + line;
    }
}
