package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Term;

/**
 * Where the LaTeX of a long term may break: before a summand; inside the parentheses of a sum that is a factor, a summand
 * of a sum sign or under d/dt; and, where there is no sum, between factors.
 */
final class LatexLines {
    /** Continuation lines are set in by this much, in points. */
    static final double INDENT = 10;

    private LatexLines() {
    }

    /** The term on one line if it fits the width in points, else on several; the second and later ones begin with an operator. */
    static List<String> of(Term term, double width) {
        String whole = LatexTerms.latex(term);
        if (LatexWidth.of(whole) <= width) return List.of(whole);
        List<String> lines = new ArrayList<>();
        String line = "";
        for (Piece piece : pieces(term, width - INDENT)) {
            String longer = piece.factor() ? line + piece.code() : line.isEmpty() ? piece.code() : line + " " + piece.code();
            if (!line.isEmpty() && LatexWidth.of(longer) > width - (lines.isEmpty() ? 0 : INDENT)) {
                lines.add(line);
                line = piece.factor() ? "\\cdot " + piece.code().replaceFirst("^ *(\\\\cdot|\\\\,)? *", "") : piece.code();
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** What may begin a line. @param factor whether it multiplies what comes before it; else it begins with its sign */
    private record Piece(String code, boolean factor) {
        Piece followedBy(String more) {
            return new Piece(code + more, factor);
        }
    }

    private static List<Piece> pieces(Term term, double width) {
        List<Piece> pieces = new ArrayList<>();
        for (LatexTerms.Summand summand : LatexTerms.summands(term))
            pieces.addAll(LatexWidth.of(summand.code()) <= width ? List.of(new Piece(summand.code(), false)) : split(summand, width));
        return pieces;
    }

    /** A summand that is too wide, opened at the wide sums in parentheses directly inside it. */
    private static List<Piece> split(LatexTerms.Summand summand, double width) {
        Term term = summand.term();
        List<Term> parts = inside(term);
        List<String> codes = term instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.MULTIPLY
                ? LatexTerms.joinedFactors(term) : List.of(LatexTerms.latex(term));
        int start = summand.code().indexOf(String.join("", codes));
        boolean sums = parts.stream().anyMatch(LatexLines::isSum);
        if (start < 0 || !sums && codes.size() == 1) return List.of(new Piece(summand.code(), false));
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(summand.code().substring(0, start), false)));
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Term part = parts.get(i);
            if (!sums && i > 0) pieces.add(new Piece(code, true));
            else if (isSum(part) && LatexWidth.of(code) > width / 2) open(code, part, width, pieces);
            else append(pieces, code);
        }
        return pieces;
    }

    /** Appends code in which a sum stands in parentheses, opened there when they are found. */
    private static void open(String code, Term sum, double width, List<Piece> pieces) {
        String inner = LatexTerms.latex(sum);
        for (String[] brackets : new String[][] {{"\\left(", "\\right)"}, {"\\bigl(", "\\bigr)"}, {"(", ")"}}) {
            int at = code.indexOf(brackets[0] + inner + brackets[1]);
            if (at < 0) continue;
            // \left and \right would have to stand on one line.
            String size = brackets[0].equals("\\left(") ? "\\Bigg" : "\\big";
            List<Piece> parts = pieces(sum, width - INDENT);
            append(pieces, code.substring(0, at) + size + "l(" + parts.getFirst().code());
            pieces.addAll(parts.subList(1, parts.size()));
            append(pieces, size + "r)" + code.substring(at + brackets[0].length() + inner.length() + brackets[1].length()));
            return;
        }
        append(pieces, code);
    }

    private static void append(List<Piece> pieces, String code) {
        pieces.set(pieces.size() - 1, pieces.getLast().followedBy(code));
    }

    /** The parts that the codes of a summand are looked at for: the factors, or what a sign or an operator stands before. */
    private static List<Term> inside(Term term) {
        return switch (term) {
            case Term.Apply apply when apply.operator() == Operator.MULTIPLY -> apply.arguments();
            case Term.Apply apply when apply.operator() == Operator.TRANSPOSE || apply.operator() == Operator.POWER -> List.of(apply.argument(0));
            case Term.Big big -> List.of(big.body());
            case Term.Rate rate -> List.of(rate.of());
            default -> List.of(term);
        };
    }

    private static boolean isSum(Term term) {
        return term instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.ADD;
    }
}
