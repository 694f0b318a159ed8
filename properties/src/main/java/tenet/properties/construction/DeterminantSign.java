package tenet.properties.construction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.numeric.evaluation.Truth;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code det(E) > 0}, {@code z*det(E) <= 0}, {@code det(Q) = -1}: where the sign is wrong, the first row of the outermost factor of E changes
 * sign, which keeps balancedness and norms.
 */
final class DeterminantSign implements HypothesisConstructor {
    @Override
    public String name() {
        return "sign of a determinant";
    }

    @Override
    public boolean applies(Premises premises) {
        return clauses(premises).anyMatch(clause -> determined(clause.relation()).isPresent());
    }

    private static Stream<Clause> clauses(Premises premises) {
        return Stream.concat(premises.inequalities(), premises.equalities());
    }

    /** E, where the relation compares a multiple of its determinant with zero, or says what its determinant is. */
    private static Optional<Term> determined(Formula.Relation relation) {
        if (relation.comparison() == Comparison.EQUAL && relation.right() instanceof Term.Number)
            return Patterns.arguments(Operator.DETERMINANT, relation.left()).map(List::getFirst);
        Term side = Patterns.isZero(relation.right()) ? relation.left() : relation.right();
        if (!Patterns.isZero(relation.right()) && !Patterns.isZero(relation.left())) return Optional.empty();
        Stream<Term> factors = Patterns.arguments(Operator.MULTIPLY, side).orElse(List.of(side)).stream();
        return factors.flatMap(factor -> Patterns.arguments(Operator.DETERMINANT, factor).map(List::getFirst).stream()).findFirst();
    }

    @Override
    public void construct(Draft draft) {
        clauses(draft.premises()).forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Optional<List<Member>> factors = determined(ground.relation()).flatMap(of -> Patterns.factors(of, draft));
                if (factors.isEmpty() || draft.exact().holds(ground.relation()) != Truth.VIOLATED) continue;
                Rational difference = clause.isEquality() ? draft.difference(negated(ground.relation()), draft.instance()) : Rational.ZERO;
                if (difference.isZero()) draft.negateFirstRow(factors.get().getFirst());
            }
        });
    }

    /** What {@code det(Q) = c} becomes when a row of Q changes sign. */
    private static Formula.Relation negated(Formula.Relation relation) {
        return new Formula.Relation(relation.comparison(), Term.negate(relation.left()), relation.right());
    }
}
