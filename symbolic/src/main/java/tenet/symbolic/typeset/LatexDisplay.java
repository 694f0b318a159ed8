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
            String number = tag.isEmpty() ? "" : " \\tag{" + tag + "}";
            if (LatexWidth.of(code) <= LatexWidth.LINE - TAG) return equation(code, tag);
            return equation("\\begin{aligned}\n  " + String.join(" \\\\\n  ", aligned(chain)) + words(rows.getFirst()) + "\n  \\end{aligned}", tag);
        }
        List<String> lines = new ArrayList<>();
        for (Phrases.Row row : rows) {
            if (row.chain().isPresent()) lines.addAll(last(aligned(row.chain().get()), words(row)));
            else lines.add("&\\parbox{0.8\\linewidth}{\\raggedright " + row.words() + "}");
        }
        if (lines.isEmpty()) return equation("\\text{nothing}", tag);
        return equation("\\begin{aligned}\n  " + String.join(" \\\\\n  ", lines) + "\n  \\end{aligned}", tag);
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
        for (String line : broken(term, LatexWidth.LINE - TAG - INDENT)) lines.add(lines.isEmpty() ? "&" + line : "&\\quad {}" + line);
        return lines;
    }

    private List<String> right(String head, Comparison comparison, Term term, double width) {
        List<String> lines = new ArrayList<>();
        for (String line : broken(term, width))
            lines.add(lines.isEmpty() ? head + notation.sign(comparison) + " " + line : "&" + (head.endsWith("\\quad ") ? "\\quad" : "") + "\\quad {}" + line);
        return lines;
    }

    /** The term over several lines, broken before summands and, where one is still too wide, before factors. */
    static List<String> broken(Term term, double width) {
        List<String> lines = new ArrayList<>();
        String whole = LatexTerms.latex(term);
        if (LatexWidth.of(whole) <= width) return List.of(whole);
        List<String> summands = LatexTerms.summands(term);
        if (summands.size() == 1) return fill(LatexTerms.factors(term), " ", " \\cdot ", width);
        return fill(summands, " ", "", width - INDENT / 2);
    }

    /** As many pieces on a line as fit. */
    private static List<String> fill(List<String> pieces, String separator, String continuation, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces) {
            String longer = line.isEmpty() ? piece : line + separator + piece;
            if (!line.isEmpty() && LatexWidth.of(longer) > width) {
                lines.add(line);
                line = continuation.strip() + (continuation.isEmpty() ? "" : " ") + piece;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    // Calculations.

    /** Where the reasons of a calculation stand. */
    private enum Notes { BESIDE, BOXED, BELOW }

    /** The calculation as one {@code align*}, each line with its reason and its tag. */
    String calculation(Term start, List<Line> lines) {
        double note = lines.stream().mapToDouble(line -> SMALL * LatexWidth.of("\\text{" + line.note() + "}")).max().orElse(0);
        double right = RELATION + lines.stream().mapToDouble(line -> LatexWidth.of(notation.term(line.right()))).max().orElse(0);
        double start_ = LatexWidth.of(notation.term(start));
        double usable = LatexWidth.LINE - TAG - INDENT;
        for (boolean beside : new boolean[] {true, false}) {
            double left = beside ? start_ : INDENT;
            if (beside && !beside(start) && start_ + right + note > usable) continue;
            double rest = usable - left - right;
            if (note <= rest) return align(start, lines, beside, Notes.BESIDE, 0);
            if (rest >= NARROWEST_NOTE) return align(start, lines, beside, Notes.BOXED, rest);
        }
        return align(start, lines, beside(start), Notes.BELOW, 0);
    }

    private String align(Term start, List<Line> lines, boolean beside, Notes notes, double width) {
        List<String> rows = new ArrayList<>();
        if (!beside) rows.addAll(left(start));
        double left = beside ? LatexWidth.of(notation.term(start)) : INDENT;
        boolean first = true;
        for (Line line : lines) {
            String head = beside ? first ? notation.term(start) + " &" : "&" : "&\\quad ";
            List<String> right = right(head, line.comparison(), line.right(), LatexWidth.LINE - TAG - left - RELATION);
            String tag = line.tag().isEmpty() ? "" : " \\tag{" + line.tag() + "}";
            rows.addAll(last(right, switch (notes) {
                case BESIDE -> " && \\text{\\small " + line.note() + "}" + tag;
                case BOXED -> " && \\parbox[t]{" + Math.round(width) + "pt}{\\raggedright\\small " + line.note() + "}" + tag;
                case BELOW -> tag + " \\\\\n  &\\qquad " + below(line.note());
            }));
            first = false;
        }
        return "{\\allowdisplaybreaks\n\\begin{align*}\n  " + String.join(" \\\\\n  ", rows) + "\n\\end{align*}}";
    }

    private static String below(String note) {
        return SMALL * LatexWidth.of("\\text{" + note + "}") < LatexWidth.LINE / 2 ? "\\text{\\small " + note + "}"
                : "\\parbox[t]{0.6\\linewidth}{\\raggedright\\small " + note + "}";
    }
}
