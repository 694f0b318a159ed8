package tenet.theorems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person found out about a mutant that neither samples nor proofs decide. A {@code .mutants} file has one in a line:
 * {@code claim | change | true | why}; lines that are blank or begin with {@code #} say nothing. The bars have spaces or tabs around
 * them; the change ends at the first opinion between bars, so it may have bars of its own, and so may the reason. Indented lines
 * below one that says false are its counterexample, an instance as in an {@link InstanceBlock}, which is judged like any other.
 *
 * @param claim  the id of the claim that was changed
 * @param change what was changed, in the words of {@code tenet mutate}
 * @param why    the argument, or the counterexample; never blank
 * @param values those of the instance below it, one a line; none when it has no instance
 * @param file   where it is written
 * @param line   from 1
 */
public record Judgement(String claim, String change, Opinion opinion, String why, List<String> values, String file, int line) {
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+\\|\\s+(\\S.*?)\\s+\\|\\s+(true|false|open)\\s+\\|\\s+(\\S.*)");
    private static final Pattern OTHER_OPINION = Pattern.compile("\\S+\\s+\\|\\s+\\S.*\\s+\\|\\s+(\\S+)\\s+\\|\\s+\\S.*");
    private static final Pattern VALUE = Pattern.compile("[^|=]+=(?!=).*");
    private static final String FORM = "a judgement is a line 'claim | change | true | why', with true, false or open";

    public Judgement {
        values = List.copyOf(values);
    }

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
        Optional<Judgement> last = Optional.empty();
        int number = 0;
        for (String whole : text.lines().toList()) {
            number++;
            String line = whole.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (Character.isWhitespace(whole.charAt(0)) && last.isPresent() && VALUE.matcher(line).matches()) {
                if (last.get().opinion() != Opinion.FALSE) problems.add(file + ":" + number + ": error: only what is judged false has a counterexample\n  " + number + " | " + line);
                last = last.map(judgement -> judgement.at(line));
                judgements.put(last.get().key(), last.get());
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                problems.add(file + ":" + number + ": error: " + malformed(line) + "\n  " + number + " | " + line);
                continue;
            }
            Judgement judgement = new Judgement(parts.group(1), parts.group(2), Opinion.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
                    parts.group(4), List.of(), file, number);
            last = Optional.of(judgement);
            Judgement before = judgements.putIfAbsent(judgement.key(), judgement);
            if (before != null) problems.add(judgement.error("already judged " + before.opinion().word() + " in line " + before.line()));
        }
        if (!problems.isEmpty()) throw new InvalidInput(String.join("\n", problems));
        return List.copyOf(judgements.values());
    }

    private static String malformed(String line) {
        Matcher opinion = OTHER_OPINION.matcher(line);
        return opinion.matches() ? "'" + opinion.group(1) + "' is not an opinion; " + FORM : FORM;
    }

    private List<String> key() {
        return List.of(claim, change);
    }

    private Judgement at(String value) {
        return new Judgement(claim, change, opinion, why, Stream.concat(values.stream(), Stream.of(value)).toList(), file, line);
    }

    /** The counterexample below it, if somebody wrote one. */
    public Optional<InstanceBlock> instance() {
        return values.isEmpty() ? Optional.empty() : Optional.of(new InstanceBlock(claim, file, line, values));
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
