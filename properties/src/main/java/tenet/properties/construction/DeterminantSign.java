package tenet.properties.construction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.numeric.evaluation.Truth;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Term;

/**
 * {@code det(E) > 0}, {@code z*det(E) <= 0}: where the sign is wrong, the first row of the outermost factor of E changes
 * sign, which keeps balancedness and norms.
 */
final class DeterminantSign implements HypothesisConstructor {
    @Override
    public String name() {
        return "sign of a determinant";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(clause -> determined(clause.relation()).isPresent());
    }

    /** E, where the relation compares a multiple of its determinant with zero. */
    private static Optional<Term> determined(Formula.Relation relation) {
        Term side = Patterns.isZero(relation.right()) ? relation.left() : relation.right();
        if (!Patterns.isZero(relation.right()) && !Patterns.isZero(relation.left())) return Optional.empty();
        Stream<Term> factors = Patterns.arguments(Operator.MULTIPLY, side).orElse(List.of(side)).stream();
        return factors.flatMap(factor -> Patterns.arguments(Operator.DETERMINANT, factor).map(List::getFirst).stream()).findFirst();
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().inequalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Optional<List<Member>> factors = determined(ground.relation()).flatMap(of -> Patterns.factors(of, draft));
                if (factors.isPresent() && draft.exact().holds(ground.relation()) == Truth.VIOLATED) draft.negateFirstRow(factors.get().getFirst());
            }
        });
    }
}
