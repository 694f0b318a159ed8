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
        return "$" + code + "$";
    }

    @Override
    public String text(String words) {
        return LatexText.escape(words);
    }

    @Override
    public String label(String name) {
        return "\\emph{" + LatexText.escape(name.replace('_', ' ')) + "}";
    }

    @Override
    public String id(String id) {
        return "\\texttt{" + LatexText.escape(id) + "}";
    }
}
