package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Formulas to text. */
final class FormulaPrinter {
    private FormulaPrinter() {
    }

    static String text(Formula formula) {
        return switch (formula) {
            case Formula.ForAll ignored -> quantified(formula);
            case Formula.ForEvery ignored -> quantified(formula);
            case Formula.And(List<Formula> parts) when parts.size() > 1 && !isChain(parts) ->
                    parts.stream().map(FormulaPrinter::conjunct).collect(Collectors.joining(" and "));
            default -> conjunct(formula);
        };
    }

    private static String conjunct(Formula formula) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, Term left, Term right) ->
                    side(left, right) + " " + comparison.sign() + " " + side(right, left);
            case Formula.And(List<Formula> parts) when parts.isEmpty() -> "true";
            case Formula.And(List<Formula> parts) when isChain(parts) -> chain(parts);
            case Formula.And(List<Formula> parts) when parts.size() == 1 -> "(" + conjunct(parts.getFirst()) + " and true)";
            case Formula.Initially(Formula body) -> "initially " + conjunct(body);
            default -> "(" + text(formula) + ")";
        };
    }

    /** Whether the parts read as one row of comparisons: {@code 0 < s < 1}. */
    private static boolean isChain(List<Formula> parts) {
        if (parts.size() < 2) return false;
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof Formula.Relation relation)) return false;
            if (i > 0 && !((Formula.Relation) parts.get(i - 1)).right().equals(relation.left())) return false;
        }
        return true;
    }

    private static String chain(List<Formula> parts) {
        Formula.Relation first = (Formula.Relation) parts.getFirst();
        StringBuilder text = new StringBuilder(side(first.left(), first.right()));
        for (int i = 0; i < parts.size(); i++) {
            Formula.Relation relation = (Formula.Relation) parts.get(i);
            boolean last = i == parts.size() - 1;
            text.append(' ').append(relation.comparison().sign()).append(' ')
                    .append(last ? side(relation.right(), relation.left()) : TermPrinter.text(relation.right()));
        }
        return text.toString();
    }

    /** One side of a relation: the zero matrix is written 0 where the other side tells its shape. */
    static String side(Term term, Term other) {
        return isZero(term) && !isZero(other) && term.sort().equals(other.sort()) ? "0" : TermPrinter.text(term);
    }

    static boolean isZero(Term term) {
        return term instanceof Term.Apply(Operator operator, List<Term> ignored, Sort sort) && operator == Operator.ZERO;
    }

    private static String quantified(Formula formula) {
        List<String> bindings = new ArrayList<>();
        Formula body = formula;
        while (true) {
            if (body instanceof Formula.ForAll forAll) {
                bindings.add(TermPrinter.text(forAll.range()));
                body = forAll.body();
            } else if (body instanceof Formula.ForEvery forEvery) {
                bindings.add(forEvery.name() + " : " + TermPrinter.text(forEvery.sort()));
                body = forEvery.body();
            } else {
                return "for " + String.join(", ", bindings) + ": " + text(body);
            }
        }
    }
}
