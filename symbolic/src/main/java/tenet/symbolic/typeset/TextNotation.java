package tenet.symbolic.typeset;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Plain text with Unicode signs. */
record TextNotation() implements Notation {
    @Override
    public String term(Term term) {
        return TextTerms.text(term);
    }

    @Override
    public String symbol(String name) {
        return name;
    }

    @Override
    public String function(String name) {
        return name;
    }

    @Override
    public String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case LESS -> "<";
            case AT_MOST -> "≤";
            case GREATER -> ">";
            case AT_LEAST -> "≥";
            case UNEQUAL -> "≠";
        };
    }

    @Override
    public String set(Sort sort) {
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> sort.toString();
            case Sort.Matrix(Term rows, Term columns) ->
                    "real[" + term(rows) + (columns.equals(Term.number(1)) ? "" : ", " + term(columns)) + "]";
            case Sort.Tensor(var modes, Term size) -> "tensor[" + term(size) + " for " + TextTerms.range(modes) + "]";
        };
    }

    @Override
    public String in(String element, String set) {
        return element + " : " + set;
    }

    @Override
    public String map(String function, List<String> from, String to) {
        return function + " : " + String.join(", ", from) + " → " + to;
    }

    @Override
    public String descent(String variable, Optional<Term> rate, Term potential) {
        Term factor = new Term.Symbol("∂(" + term(potential) + ")/∂" + variable, List.of(), Sort.REAL);
        return term(Term.negate(rate.map(term -> Term.multiply(term, factor)).orElse(factor)));
    }

    @Override
    public String dots() {
        return "…";
    }

    @Override
    public String math(String code) {
        return code;
    }

    @Override
    public String text(String words) {
        return words.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    @Override
    public String label(String name) {
        return name;
    }

    @Override
    public String id(String id) {
        return id;
    }
}
