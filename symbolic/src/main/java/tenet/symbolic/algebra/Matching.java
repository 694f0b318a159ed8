package tenet.symbolic.algebra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** First-order matching of terms against a pattern with free index variables, solving {@code l + 1 = j} for l. */
public final class Matching {
    private final Set<String> variables;
    private final Map<String, Term> bindings = new HashMap<>();

    private Matching(Set<String> variables) {
        this.variables = variables;
    }

    /** The values of the index variables under which the pattern is the term; unmatched variables are absent. */
    public static Optional<Map<String, Term>> match(Term pattern, Term term, Set<String> variables) {
        Matching matching = new Matching(variables);
        return matching.matches(pattern, term) ? Optional.of(Map.copyOf(matching.bindings)) : Optional.empty();
    }

    private boolean matches(Term pattern, Term term) {
        boolean family = pattern instanceof Term.Symbol symbol && !symbol.indices().isEmpty() && term instanceof Term.Symbol;
        if (!family && pattern.sort() instanceof Sort.Int && term.sort() instanceof Sort.Int) return matchesIndex(pattern, term);
        if (pattern.getClass() != term.getClass() || !sameHead(pattern, term)) return false;
        List<Term> ours = pattern.children();
        List<Term> theirs = term.children();
        if (ours.size() != theirs.size()) return false;
        for (int i = 0; i < ours.size(); i++) if (!matches(ours.get(i), theirs.get(i))) return false;
        return true;
    }

    private boolean matchesIndex(Term pattern, Term term) {
        IndexPolynomial value = IndexPolynomial.of(term);
        IndexPolynomial wanted = IndexPolynomial.of(new Substitution(bindings).apply(pattern));
        List<String> open = Names.free(wanted.toTerm()).stream().filter(name -> variables.contains(name) && !bindings.containsKey(name)).toList();
        if (open.isEmpty()) return wanted.equals(value);
        if (open.size() > 1) return false;
        IndexPolynomial variable = IndexPolynomial.of(Term.index(open.getFirst()));
        for (Rational sign : List.of(Rational.ONE, Rational.MINUS_ONE)) {
            IndexPolynomial rest = wanted.minus(variable.scaled(sign));
            if (!rest.mentions(open.getFirst())) {
                bindings.put(open.getFirst(), value.minus(rest).scaled(sign).toTerm());
                return true;
            }
        }
        return false;
    }

    private static boolean sameHead(Term a, Term b) {
        return switch (a) {
            case Term.Number number -> number.equals(b);
            case Term.Symbol symbol -> symbol.name().equals(((Term.Symbol) b).name());
            case Term.Apply apply -> apply.operator() == ((Term.Apply) b).operator();
            case Term.MatrixLiteral literal -> literal.rows().size() == ((Term.MatrixLiteral) b).rows().size();
            case Term.Big big -> big.operator() == ((Term.Big) b).operator() && sameShape(big.range(), ((Term.Big) b).range());
            case Term.Contract contract -> sameShape(contract.range(), ((Term.Contract) b).range());
            case Term.Call call -> call.function().equals(((Term.Call) b).function());
            case Term.Gradient gradient -> gradient.function().equals(((Term.Gradient) b).function());
            case Term.Rate ignored -> true;
        };
    }

    private static boolean sameShape(Range a, Range b) {
        return a.index().equals(b.index()) && a.except().isPresent() == b.except().isPresent();
    }
}
