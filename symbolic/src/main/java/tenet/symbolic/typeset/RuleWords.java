package tenet.symbolic.typeset;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Names;

/** The words for each rule of the kernel, and with them the reason of a step. */
final class RuleWords {
    /**
     * Words by rule. {@code {label}}, {@code {id}} (the label as a claim's), {@code {direction}} (upwards or downwards),
     * {@code {premises}} and {@code {arguments}} are filled in; what stands in brackets is left out when there is nothing
     * to fill in.
     */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("hypothesis", "by the assumption [{label}]"),
            Map.entry("arithmetic", "by signs and bounds[, from {premises}]"),
            Map.entry("instantiate", "from {premises}[ at {arguments}]"),
            Map.entry("generalise", "from {premises}, the indices being arbitrary"),
            Map.entry("induction", "by induction[ {direction}][ from {premises}]"),
            Map.entry("cases", "in either case, {premises}"),
            Map.entry("conjunction", "taking {premises} together"),
            Map.entry("part", "as part of {premises}"),
            Map.entry("initially", "from {premises}, which holds at all times"),
            Map.entry("identity", "by expanding both sides[, given {premises}]"),
            Map.entry("entrywise", "by expanding every entry[, given {premises}]"),
            Map.entry("rewrite", "rewriting with {premises}[ at {arguments}]"),
            Map.entry("reverse", "counting from the other end[, given {premises}]"),
            Map.entry("shift", "counting by another index[, given {premises}]"),
            Map.entry("split", "in two parts[, given {premises}]"),
            Map.entry("take", "one member taken out[, given {premises}]"),
            Map.entry("chain", "combining {premises}"),
            Map.entry("differentiate", "differentiating {premises} in time"),
            Map.entry("positivstellensatz", "by a sum-of-squares certificate[ from {premises}][ with the weights {arguments}]"),
            Map.entry("box", "by interval arithmetic on boxes[, within {premises}]"),
            Map.entry("lemma", "by the lemma {id}[ with {arguments}][, applied to {premises}]"),
            Map.entry("theorem", "by the theorem {id}[ with {arguments}][, applied to {premises}]"));
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern PLACE = Pattern.compile("\\{(label|direction|id|premises|arguments)\\}");

    /** Multipliers that a search found can run over pages; nobody reads them there. */
    private static final int LONGEST_ARGUMENT = 250;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10}");

    private final Notation notation;

    RuleWords(Notation notation) {
        this.notation = notation;
    }

    /** The rules that have words of their own. */
    static java.util.Set<String> rules() {
        return WORDS.keySet();
    }

    /** The rule in words with what it used: {@code rewriting with (1) at l = j}. A rule unknown here goes by its name. */
    String words(Certificate.Step step) {
        String template = WORDS.getOrDefault(step.rule(), notation.text(step.rule().replace('_', ' '))
                + "[ {label}][ from {premises}][ with {arguments}]");
        Map<String, String> values = Map.of(
                "label", step.label().map(notation::label).orElse(""),
                "direction", step.label().filter(label -> label.equals("up") || label.equals("down")).map(label -> label + "wards").orElse(""),
                "id", step.label().map(notation::id).orElse(""),
                "premises", premises(step.premises()),
                "arguments", arguments(step));
        String chosen = OPTIONAL.matcher(template).replaceAll(match -> {
            boolean filled = PLACE.matcher(match.group(1)).results().allMatch(place -> !values.get(place.group(1)).isEmpty());
            return Matcher.quoteReplacement(filled ? match.group(1) : "");
        });
        return PLACE.matcher(chosen).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1)))).strip();
    }

    /** The reason beside a line: the author's words first. */
    String note(Certificate.Step step) {
        return step.reason().isBlank() ? words(step) : notation.text(step.reason()) + "; " + words(step);
    }

    /** The reason in front of a line, as the beginning of a sentence. */
    String opening(Certificate.Step step) {
        return step.reason().isBlank() ? words(step) : words(step) + " (" + notation.text(step.reason()) + ")";
    }

    /** {@code (1)}, {@code (1) and (4)}, {@code (2)-(5)} for three or more in a row. */
    String premises(List<Integer> numbers) {
        boolean row = numbers.size() > 2;
        for (int i = 1; i < numbers.size(); i++) row &= numbers.get(i) == numbers.get(i - 1) + 1;
        if (row) return "(" + numbers.getFirst() + ")" + notation.text("–") + "(" + numbers.getLast() + ")";
        return listed(numbers.stream().map(number -> "(" + number + ")").toList());
    }

    static String listed(List<String> parts) {
        if (parts.size() < 2) return String.join("", parts);
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** The witness as far as a reader needs it: a context with a hole is left out, as both sides show the change. */
    private String arguments(Certificate.Step step) {
        List<String> all = step.arguments().entrySet().stream().filter(entry -> !Names.occursFree("?", entry.getValue()))
                .map(entry -> notation.symbol(entry.getKey()) + " = " + notation.term(entry.getValue())).toList();
        List<String> told = new java.util.ArrayList<>(all.stream().filter(RuleWords::isReadable).map(notation::math).toList());
        if (told.isEmpty() && !all.isEmpty()) return step.rule().equals("positivstellensatz") ? "that the certificate lists" : "terms that the certificate lists";
        if (told.size() < all.size()) told.add("long ones that the certificate lists");
        return listed(told);
    }

    private static boolean isReadable(String code) {
        return code.length() <= LONGEST_ARGUMENT && !LONG_NUMBER.matcher(code).find();
    }
}
