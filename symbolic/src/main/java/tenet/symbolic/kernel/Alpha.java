package tenet.symbolic.kernel;

import java.util.List;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Equality of formulas and terms up to the names of bound variables and the order of integer sums. Trusted. */
final class Alpha {
    private Alpha() {
    }

    static boolean same(Formula a, Formula b) {
        return key(a, 0).equals(key(b, 0));
    }

    static boolean same(Term a, Term b) {
        return Sort.same(a.sort(), b.sort()) && key(a, 0).equals(key(b, 0));
    }

    static boolean same(Range a, Range b) {
        return a.index().equals(b.index()) && range(a, 0).equals(range(b, 0));
    }

    private static String key(Formula formula, int depth) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, Term left, Term right) -> key(left, depth) + comparison.sign() + key(right, depth);
            case Formula.And(List<Formula> parts) -> "and(" + String.join(";", parts.stream().map(part -> key(part, depth)).toList()) + ")";
            case Formula.ForAll(Range range, Formula body) -> "for " + range(range, depth) + ":"
                    + key(Formula.substitute(Substitution.of(range.index(), Term.index("@" + depth)), body), depth + 1);
            case Formula.ForEvery(String name, Sort sort, Formula body) -> "every " + sort(sort, depth) + ":"
                    + key(Formula.substitute(Substitution.of(name, new Term.Symbol("@" + depth, List.of(), sort)), body), depth + 1);
            case Formula.Initially(Formula body) -> "initially(" + key(body, depth) + ")";
        };
    }

    private static String sort(Sort sort, int depth) {
        return switch (sort) {
            case Sort.Int ignored -> "int";
            case Sort.Real ignored -> "real";
            case Sort.Matrix(Term rows, Term columns) -> "real[" + key(rows, depth) + "," + key(columns, depth) + "]";
            case Sort.Tensor(Range modes, Term size) -> "tensor[" + range(modes, depth) + ","
                    + key(Substitution.of(modes.index(), Term.index("@" + depth)).apply(size), depth + 1) + "]";
        };
    }

    private static String key(Term term, int depth) {
        if (term.sort() instanceof Sort.Int && !(term instanceof Term.Symbol)) return IndexPolynomial.of(term).toString();
        return switch (term) {
            case Term.Big big -> "#" + big.operator() + "(" + range(big.range(), depth) + "," + body(big.range(), big.body(), depth) + ")";
            case Term.Contract contract -> "contract(" + key(contract.tensor(), depth) + "," + range(contract.range(), depth) + ","
                    + body(contract.range(), contract.body(), depth) + ")";
            case Term.Number number -> number.toString();
            case Term.Symbol symbol -> symbol.indices().isEmpty() ? symbol.name() : symbol.name() + keys(symbol.indices(), depth);
            case Term.Apply apply -> "#" + apply.operator() + keys(apply.arguments(), depth);
            case Term.MatrixLiteral literal -> "#matrix" + literal.rows().stream().map(row -> keys(row, depth)).toList();
            case Term.Call call -> "call " + call.function() + keys(call.arguments(), depth);
            case Term.Gradient gradient -> "grad " + gradient.function() + "(" + key(gradient.at(), depth) + ")";
            case Term.Rate rate -> "rate(" + key(rate.of(), depth) + ")";
        };
    }

    private static String keys(List<Term> terms, int depth) {
        return "[" + String.join(",", terms.stream().map(term -> key(term, depth)).toList()) + "]";
    }

    private static String range(Range range, int depth) {
        return key(range.low(), depth) + ".." + range.upper().map(high -> key(high, depth)).orElse("")
                + range.except().map(except -> " except " + key(except, depth)).orElse("");
    }

    private static String body(Range range, Term body, int depth) {
        return key(Substitution.of(range.index(), Term.index("@" + depth)).apply(body), depth + 1);
    }
}
