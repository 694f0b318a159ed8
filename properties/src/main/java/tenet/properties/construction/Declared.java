package tenet.properties.construction;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Bounds;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The members of declared families: where they are, their sorts, and the bounds of integer ones. */
public final class Declared {
    private final Premises premises;
    private final Map<Member, Sort> sorts = new ConcurrentHashMap<>();

    public Declared(Premises premises) {
        this.premises = premises;
    }

    /** The indices of the members of a family with these ranges. @throws NoValue when a range has no value yet */
    public List<List<Integer>> places(List<Range> ranges, Instance instance) {
        return Integers.tuples(ranges, instance).stream().map(tuple -> ranges.stream().map(range -> tuple.get(range.index())).toList()).toList();
    }

    public Sort sort(String name, List<Integer> indices) {
        return sorts.computeIfAbsent(new Member(name, indices), member -> {
            List<Term> at = indices.stream().map(Term::number).toList();
            return premises.statement().signature().sortOf(name, at);
        });
    }

    /** What the declaration and the hypotheses say of an integer, as far as the limits have values yet. */
    public Bounds integerBounds(String name, List<Integer> indices, Instance instance) {
        Bounds bounds = Bounds.NONE;
        for (Clause clause : premises.clauses()) {
            if (premises.isRecursion(clause)) continue;
            if (!(clause.relation().left().sort() instanceof Sort.Int) || !(clause.relation().right().sort() instanceof Sort.Int)) continue;
            try {
                for (Clause.Ground ground : clause.grounds(instance)) {
                    var relation = ground.relation();
                    bounds = narrowed(bounds, relation.left(), relation.comparison(), relation.right(), name, indices, instance);
                    bounds = narrowed(bounds, relation.right(), relation.comparison().reversed(), relation.left(), name, indices, instance);
                }
            } catch (NoValue later) {
                // It speaks of something that is drawn later, and will be verified then.
            }
        }
        return bounds;
    }

    private static Bounds narrowed(Bounds bounds, Term side, Comparison comparison, Term limit, String name, List<Integer> indices, Instance instance) {
        if (!(side instanceof Term.Symbol symbol) || !symbol.name().equals(name) || Names.occursFree(name, limit)) return bounds;
        if (!Integers.all(symbol.indices(), instance, Map.of()).equals(indices)) return bounds;
        return bounds.and(comparison, Rational.of(Integers.value(limit, instance, Map.of())));
    }
}
