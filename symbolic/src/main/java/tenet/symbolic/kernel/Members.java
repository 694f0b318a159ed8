package tenet.symbolic.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Whether every member of these families that a formula mentions lies in the family's declared range, so that the
 * formula speaks of nothing else. Trusted; in doubt a member does not exist.
 */
final class Members {
    private final Signature signature;
    private final Set<String> families;
    private int bound;

    Members(Signature signature, Set<String> families) {
        this.signature = signature;
        this.families = families;
    }

    /** @throws Rejection naming a member that is not known to exist */
    void require(Formula formula, Facts facts) {
        switch (formula) {
            case Formula.Relation relation -> {
                require(relation.left(), facts);
                require(relation.right(), facts);
            }
            case Formula.And and -> and.parts().forEach(part -> require(part, facts));
            case Formula.ForAll(Range range, Formula body) -> {
                bounds(range, facts);
                Range fresh = fresh(range);
                require(Formula.substitute(Substitution.of(range.index(), Term.index(fresh.index())), body), facts.within(fresh));
            }
            case Formula.ForEvery(String ignored, Sort sort, Formula body) -> {
                require(sort, facts);
                require(body, facts);
            }
            case Formula.Initially(Formula body) -> require(body, facts);
        }
    }

    private void require(Term term, Facts facts) {
        switch (term) {
            case Term.Symbol symbol -> {
                symbol.indices().forEach(index -> require(index, facts));
                require(symbol.sort(), facts);
                if (families.contains(symbol.name()) && !exists(symbol, facts))
                    throw new Rejection("it speaks of " + symbol + ", which is not known to be in the range of " + symbol.name());
            }
            case Term.Big big -> scoped(big.range(), big.body(), facts);
            case Term.Contract contract -> {
                require(contract.tensor(), facts);
                scoped(contract.range(), contract.body(), facts);
            }
            case Term.Call call -> {
                require(call.sort(), facts);
                call.arguments().forEach(argument -> require(argument, facts));
            }
            default -> term.children().forEach(child -> require(child, facts));
        }
    }

    private boolean exists(Term.Symbol member, Facts facts) {
        List<Range> ranges = switch (signature.find(member.name()).orElse(null)) {
            case Declaration.Parameter parameter -> parameter.indices();
            case Declaration.Variable variable -> variable.indices();
            case null, default -> throw new Rejection(member.name() + " is not a family");
        };
        Map<String, Term> at = new LinkedHashMap<>();
        for (int i = 0; i < ranges.size(); i++) at.put(ranges.get(i).index(), member.indices().get(i));
        return facts.inRange(ranges, at);
    }

    private void require(Sort sort, Facts facts) {
        switch (sort) {
            case Sort.Int(), Sort.Real() -> { }
            case Sort.Matrix(Term rows, Term columns) -> {
                require(rows, facts);
                require(columns, facts);
            }
            case Sort.Tensor(Range modes, Term size) -> scoped(modes, size, facts);
        }
    }

    private void scoped(Range range, Term body, Facts facts) {
        bounds(range, facts);
        Range fresh = fresh(range);
        require(Substitution.of(range.index(), Term.index(fresh.index())).apply(body), facts.within(fresh));
    }

    private void bounds(Range range, Facts facts) {
        require(range.low(), facts);
        range.upper().ifPresent(high -> require(high, facts));
        range.except().ifPresent(except -> require(except, facts));
    }

    /** A name of its own, so that nothing known of an outer index of the same name is taken for this one. */
    private Range fresh(Range range) {
        return range.renamed("#m" + bound++);
    }
}
