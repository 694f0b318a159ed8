package tenet.symbolic.search;

import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Term;
import tenet.symbolic.typeset.TextTerms;

/** Formulas in messages. */
final class Text {
    private Text() {
    }

    static String of(Term term) {
        return TextTerms.text(term);
    }

    static String of(Formula formula) {
        return formula instanceof Formula.Relation(var comparison, var left, var right)
                ? TextTerms.text(left) + " " + comparison.sign() + " " + TextTerms.text(right) : formula.toString();
    }
}
