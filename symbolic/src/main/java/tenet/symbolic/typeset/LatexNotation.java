package tenet.symbolic.typeset;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** LaTeX: math between dollar signs, text escaped. */
record LatexNotation() implements Notation {
    @Override
    public String term(Term term) {
        return LatexTerms.latex(term);
    }

    @Override
    public String symbol(String name) {
        return LatexNames.symbol(name).with(List.of());
    }

    @Override
    public String function(String name) {
        return LatexNames.function(name).with(List.of());
    }

    @Override
    public String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case LESS -> "<";
            case AT_MOST -> "\\le";
            case GREATER -> ">";
            case AT_LEAST -> "\\ge";
            case UNEQUAL -> "\\ne";
        };
    }

    @Override
    public String set(Sort sort) {
        return switch (sort) {
            case Sort.Int() -> "\\mathbf{Z}";
            case Sort.Real() -> "\\mathbf{R}";
            case Sort.Matrix(Term rows, Term columns) -> "\\mathbf{R}^{" + term(rows)
                    + (columns.equals(Term.number(1)) ? "" : " \\times " + term(columns)) + "}";
            case Sort.Tensor(var modes, Term size) -> {
                Term first = tenet.symbolic.term.Substitution.of(modes.index(), modes.low()).apply(size);
                Term last = tenet.symbolic.term.Substitution.of(modes.index(), modes.high()).apply(size);
                yield "\\mathbf{R}^{" + term(first) + " \\times \\cdots \\times " + term(last) + "}";
            }
        };
    }

    @Override
    public String in(String element, String set) {
        return element + " \\in " + set;
    }

    @Override
    public String map(String function, List<String> from, String to) {
        return function + "\\colon " + String.join(" \\times ", from) + " \\to " + to;
    }

    @Override
    public String descent(String variable, Optional<Term> rate, Term potential) {
        String factor = rate.map(term -> term(Term.multiply(term, PLACE)).replace(PLACE.name(), "")).orElse("");
        boolean sum = potential instanceof Term.Apply(Operator operator, var arguments, var sort)
                && (operator == Operator.ADD || operator == Operator.NEGATE);
        return "-" + factor + "\\nabla_{" + variable + "} " + (sum ? "\\left(" + term(potential) + "\\right)" : term(potential));
    }

    /** Stands where the gradient follows the rate, so that the rate gets the parentheses of a factor. */
    private static final Term.Symbol PLACE = new Term.Symbol("Q", List.of(), Sort.REAL);

    @Override
    public String dots() {
        return "\\dots";
    }

    @Override
    public String math(String code) {
        String flat = code.replace("\\begin{pmatrix}", "\\left(\\begin{smallmatrix}").replace("\\end{pmatrix}", "\\end{smallmatrix}\\right)");
        return "$" + (LatexWidth.of(flat) > LONGEST_UNBROKEN ? breakable(flat) : flat) + "$";
    }

    /** In points; TeX breaks a formula in a sentence at relations and sums alone, and wants permission to break longer ones elsewhere. */
    private static final double LONGEST_UNBROKEN = 150;
    private static final String BREAK = "\\penalty700 ";

    /** The formula with permission to break between the factors of its outermost products, and after commas. */
    private static String breakable(String code) {
        StringBuilder out = new StringBuilder();
        // TeX never breaks between brackets that grow; in a sentence nothing is so high that they must.
        code = code.replaceAll("\\\\left\\((?!\\\\begin)", "(").replaceAll("(?<!matrix})\\\\right\\)", ")");
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '{' || c == '(') depth++;
            if (c == '}' || c == ')') depth--;
            if (code.startsWith("\\left", i)) depth++;
            if (code.startsWith("\\right", i)) depth--;
            out.append(c);
            boolean factor = c == ' ' && i > 0 && ")}".indexOf(code.charAt(i - 1)) >= 0 && i + 1 < code.length() && operand(code, i + 1);
            if (depth == 0 && factor) out.append(BREAK);
        }
        return out.toString();
    }

    /** Whether a factor begins there, not a sign between two. */
    private static boolean operand(String code, int at) {
        char c = code.charAt(at);
        if (Character.isLetterOrDigit(c) || c == '(') return true;
        return code.startsWith("\\cdots", at) || code.startsWith("\\dot{", at) || code.startsWith("\\lVert", at) || code.startsWith("\\nabla", at)
                || code.startsWith("\\operatorname", at) || code.startsWith("\\left(", at);
    }

    @Override
    public String text(String words) {
        return LatexText.escape(words);
    }

    @Override
    public String label(String name) {
        return "\\emph{" + LatexText.escape(name.replace('_', ' ')) + "}";
    }

    /** A long id may break behind its dots and dashes. */
    @Override
    public String id(String id) {
        String code = LatexText.escape(id);
        if (id.length() > SHORT_ID) code = code.replace(".", ".\\allowbreak{}").replace("-", "-\\allowbreak{}").replace("\\_", "\\_\\allowbreak{}");
        return "\\texttt{" + code + "}";
    }

    private static final int SHORT_ID = 16;
}
