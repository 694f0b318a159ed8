package tenet.properties.construction;

import java.util.List;
import java.util.Map;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Integers that are to be below others, such as {@code H[i,j] <= G[i,j]} for the edges of a subgraph: the smaller is taken. */
final class Subgraphs implements HypothesisConstructor {
    @Override
    public String name() {
        return "subgraph";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(Subgraphs::isBelow);
    }

    private static boolean isBelow(Clause clause) {
        Formula.Relation relation = clause.relation();
        return relation.comparison() == Comparison.AT_MOST && isInteger(relation.left()) && isInteger(relation.right());
    }

    private static boolean isInteger(Term term) {
        return term instanceof Term.Symbol symbol && !symbol.indices().isEmpty() && symbol.sort() instanceof Sort.Int;
    }

    @Override
    public void construct(Draft draft) {
        for (Clause clause : draft.premises().inequalities().filter(Subgraphs::isBelow).toList())
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Member below = member(ground.relation().left(), draft);
                Rational limit = draft.value(member(ground.relation().right(), draft)).entries().getFirst();
                Value<Rational> value = draft.value(below);
                if (draft.premises().isFreeInteger(below.name()) && value.entries().getFirst().compareTo(limit) > 0)
                    draft.set(below, value.with(List.of(limit)));
            }
    }

    private static Member member(Term term, Draft draft) {
        Term.Symbol symbol = (Term.Symbol) term;
        return new Member(symbol.name(), Integers.all(symbol.indices(), draft.instance(), Map.of()));
    }
}
