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
        for (String piece : pieces(term, width - INDENT)) {
            String longer = line.isEmpty() ? piece : line + " " + piece;
            if (!line.isEmpty() && LatexWidth.of(longer) > width - INDENT) {
                lines.add(line);
                line = piece;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static List<String> pieces(Term term, double width) {
        List<String> pieces = new ArrayList<>();
        for (LatexTerms.Summand summand : LatexTerms.summands(term))
            pieces.addAll(LatexWidth.of(summand.code()) <= width ? List.of(summand.code()) : split(summand, width));
        return pieces;
    }

    /** A summand that is too wide, opened at the widest sum in parentheses directly inside it. */
    private static List<String> split(LatexTerms.Summand summand, double width) {
        List<Term> sums = inside(summand.term()).stream().filter(LatexLines::isSum).toList();
        String widest = sums.stream().map(LatexTerms::latex).max(java.util.Comparator.comparingDouble(LatexWidth::of)).orElse("");
        for (String[] brackets : new String[][] {{"\\left(", "\\right)"}, {"\\bigl(", "\\bigr)"}, {"(", ")"}}) {
            int at = sums.isEmpty() ? -1 : summand.code().indexOf(brackets[0] + widest + brackets[1]);
            if (at < 0) continue;
            Term sum = sums.stream().filter(candidate -> LatexTerms.latex(candidate).equals(widest)).findFirst().orElseThrow();
            // \left and \right would have to stand on one line.
            String size = brackets[0].equals("\\left(") ? "\\Bigg" : "\\big";
            List<String> pieces = new ArrayList<>(pieces(sum, width - INDENT));
            pieces.set(0, summand.code().substring(0, at) + size + "l(" + pieces.getFirst());
            String rest = summand.code().substring(at + brackets[0].length() + widest.length() + brackets[1].length());
            pieces.set(pieces.size() - 1, pieces.getLast() + size + "r)" + rest);
            return pieces;
        }
        List<String> factors = LatexTerms.factors(summand.term());
        if (factors.size() == 1) return List.of(summand.code());
        List<String> pieces = new ArrayList<>(factors.stream().map(factor -> "\\cdot " + factor).toList());
        int start = summand.code().indexOf(factors.getFirst());
        pieces.set(0, summand.code().substring(0, Math.max(0, start)) + factors.getFirst());
        return pieces;
    }

    private static List<Term> inside(Term term) {
        return switch (term) {
            case Term.Apply apply when apply.operator() == Operator.MULTIPLY || apply.operator() == Operator.NEGATE
                    || apply.operator() == Operator.TRANSPOSE || apply.operator() == Operator.POWER -> apply.arguments();
            case Term.Big big -> List.of(big.body());
            case Term.Rate rate -> List.of(rate.of());
            default -> List.of();
        };
    }

    private static boolean isSum(Term term) {
        return term instanceof Term.Apply(Operator operator, var arguments, var sort) && operator == Operator.ADD;
    }
}
