package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Term;

/** Displayed formulas, broken into lines where they would not fit. */
final class LatexDisplay {
    /** Room for a tag at the margin, and for errors of the estimate. */
    private static final double TAG = 32;
    private static final double RELATION = 15;
    private static final double INDENT = 20;
    /** A left side up to this part of the line has the relation beside it; a longer one stands on lines of its own. */
    private static final double SHORT_LEFT = 0.4;
    private static final double NARROWEST_NOTE = 105;
    private static final double MOST_NOTE_LINES = 5;
    /** Between the right sides and the notes. */
    private static final double GAP = 12;
    private static final double SMALL = 0.93;

    private final Notation notation;

    LatexDisplay(Notation notation) {
        this.notation = notation;
    }

    /** A line of a calculation: what its right side is, why, and its number unless it only quotes another line. */
    record Line(Comparison comparison, Term right, String note, String tag) {
    }

    /** The rows as one display with one tag (none when empty); rows in words are set in a box. */
    String display(List<Phrases.Row> rows, String tag) {
        if (rows.size() == 1 && rows.getFirst().chain().isPresent()) {
            Phrases.Chain chain = rows.getFirst().chain().get();
            String code = new Phrases(notation).chain(chain) + words(rows.getFirst());
            if (LatexWidth.of(code) <= LatexWidth.LINE - TAG) return equation(code, tag);
            return equation(aligned("\n  ", last(aligned(chain), words(rows.getFirst()))), tag);
        }
        if (rows.isEmpty()) return equation("\\text{nothing}", tag);
        List<String> lines = new ArrayList<>();
        if (rows.stream().allMatch(row -> row.chain().isPresent())) {
            for (Phrases.Row row : rows) lines.addAll(last(aligned(row.chain().get()), words(row)));
            return equation(aligned("\n  ", lines), tag);
        }
        for (Phrases.Row row : rows)
            lines.add(row.chain().map(chain -> aligned(" ", last(aligned(chain), words(row))))
                    .orElseGet(() -> boxed(row.words())));
        return equation("\\begin{gathered}\n  " + String.join(" \\\\\n  ", lines) + "\n  \\end{gathered}", tag);
    }

    private static String aligned(String space, List<String> lines) {
        return "\\begin{aligned}" + space + String.join(" \\\\" + space, lines) + space + "\\end{aligned}";
    }

    private static String boxed(String words) {
        return LatexWidth.of("\\text{" + words + "}") < LatexWidth.LINE - 2 * TAG ? "\\text{" + words + "}"
                : "\\parbox{0.8\\linewidth}{\\raggedright " + words + "}";
    }

    private static List<String> last(List<String> lines, String addition) {
        List<String> all = new ArrayList<>(lines);
        all.set(all.size() - 1, all.getLast() + addition);
        return all;
    }

    private static String words(Phrases.Row row) {
        return row.words().isEmpty() ? "" : " \\quad\\text{" + row.words() + "}";
    }

    private static String equation(String code, String tag) {
        return "\\begin{equation*}\n  " + code + (tag.isEmpty() ? "" : " \\tag{" + tag + "}") + "\n\\end{equation*}";
    }

    /** The lines of a chain with one alignment mark each. */
    private List<String> aligned(Phrases.Chain chain) {
        List<String> lines = new ArrayList<>();
        boolean beside = beside(chain.start());
        double left = beside ? LatexWidth.of(notation.term(chain.start())) : INDENT;
        if (!beside) lines.addAll(left(chain.start()));
        boolean first = true;
        for (Phrases.Link link : chain.links()) {
            String head = beside ? first ? notation.term(chain.start()) + " &" : "&" : "&\\quad ";
            lines.addAll(right(head, link.comparison(), link.right(), LatexWidth.LINE - TAG - left - RELATION));
            first = false;
        }
        return lines;
    }

    private boolean beside(Term left) {
        return LatexWidth.of(notation.term(left)) <= SHORT_LEFT * LatexWidth.LINE;
    }

    private static List<String> left(Term term) {
        List<String> lines = new ArrayList<>();
        for (String line : LatexLines.of(term, LatexWidth.LINE - TAG - INDENT)) lines.add(lines.isEmpty() ? "&" + line : "&\\quad {}" + line);
        return lines;
    }

    private List<String> right(String head, Comparison comparison, Term term, double width) {
        List<String> lines = new ArrayList<>();
        for (String line : LatexLines.of(term, width))
            lines.add(lines.isEmpty() ? head + notation.sign(comparison) + " " + line
                    : "&" + (head.endsWith("\\quad ") ? "\\quad" : "") + "\\quad {}" + line);
        return lines;
    }

    // Calculations.

    /** Where the reasons of a calculation stand. */
    private enum Notes { BESIDE, BOXED, BELOW }

    /** Two quads and a quad, in points. */
    private static final double BELOW_INDENT = 30;

    /** How a calculation is laid out: the start beside the first relation or above it, so wide right sides, the notes. */
    private record Layout(boolean beside, double right, Notes notes, double note) {
    }

    private Layout layout(Term start, List<Line> lines) {
        double note = lines.stream().mapToDouble(line -> SMALL * LatexWidth.of("\\text{" + line.note() + "}")).max().orElse(0);
        double right = lines.stream().mapToDouble(line -> LatexWidth.of(notation.term(line.right()))).max().orElse(0);
        double usable = LatexWidth.LINE - TAG - RELATION - GAP;
        double left = LatexWidth.of(notation.term(start));
        if (left + right + note <= usable) return new Layout(true, right, Notes.BESIDE, 0);
        if (beside(start) && fits(note, usable - left - right)) return new Layout(true, right, Notes.BOXED, usable - left - right);
        if (INDENT + right + note <= usable) return new Layout(false, right, Notes.BESIDE, 0);
        if (fits(note, usable - INDENT - right)) return new Layout(false, right, Notes.BOXED, usable - INDENT - right);
        double narrow = usable - INDENT - NARROWEST_NOTE;
        if (fits(note, NARROWEST_NOTE) && lines.stream().allMatch(line -> inTwoLines(line.right(), narrow)))
            return new Layout(false, narrow, Notes.BOXED, NARROWEST_NOTE);
        return new Layout(beside(start), LatexWidth.LINE - TAG - RELATION - (beside(start) ? left : INDENT), Notes.BELOW, 0);
    }

    private static boolean fits(double note, double box) {
        return box >= NARROWEST_NOTE && note <= MOST_NOTE_LINES * box;
    }

    private static boolean inTwoLines(Term term, double width) {
        List<String> lines = LatexLines.of(term, width);
        // A product torn apart reads worse than a reason on the line below.
        return lines.size() <= 2 && lines.stream().allMatch(line -> LatexWidth.of(line) <= width && !line.startsWith("\\cdot"));
    }

    /** The calculation as one {@code align*}, each line with its reason and its tag. */
    String calculation(Term start, List<Line> lines) {
        Layout layout = layout(start, lines);
        List<String> rows = new ArrayList<>();
        if (!layout.beside()) rows.addAll(left(start));
        boolean first = true;
        for (Line line : lines) {
            String head = layout.beside() ? first ? notation.term(start) + " &" : "&" : "&\\quad ";
            List<String> right = right(head, line.comparison(), line.right(), layout.right());
            String tag = line.tag().isEmpty() ? "" : " \\tag{" + line.tag() + "}";
            rows.addAll(switch (layout.notes()) {
                case BESIDE -> first(right, " && \\text{\\small " + line.note() + "}" + tag);
                case BOXED -> first(right, " && \\parbox[t]{" + Math.round(layout.note()) + "pt}{\\raggedright\\small "
                        + line.note() + "}" + tag);
                case BELOW -> last(right, tag + " \\\\\n  &\\qquad\\quad " + below(line.note(), layout.right() - BELOW_INDENT));
            });
            first = false;
        }
        return "{\\allowdisplaybreaks\n\\begin{align*}\n  " + String.join(" \\\\\n  ", rows) + "\n\\end{align*}}%";
    }

    private static List<String> first(List<String> lines, String addition) {
        List<String> all = new ArrayList<>(lines);
        all.set(0, all.getFirst() + addition);
        return all;
    }

    /** The reason on a line of its own, within this width in points. */
    private static String below(String note, double width) {
        if (SMALL * LatexWidth.of("\\text{" + note + "}") < Math.min(width, LatexWidth.LINE / 2)) return "\\text{\\small " + note + "}";
        String box = width >= 0.6 * LatexWidth.LINE ? "0.6\\linewidth" : Math.round(width) + "pt";
        return "\\parbox[t]{" + box + "}{\\raggedright\\small " + note + "}";
    }
}
