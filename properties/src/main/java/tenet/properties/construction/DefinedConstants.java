package tenet.properties.construction;

import java.util.Optional;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Term;

/**
 * {@code always rate = 2*L*low^(2 - 2/L)}: a parameter that stands for a term without anything that moves. It is computed last, when
 * the numbers in the term have been fitted to all other hypotheses, which it must not hold fast. So are {@link Abbreviations}.
 */
final class DefinedConstants implements HypothesisConstructor {
    @Override
    public String name() {
        return "constants computed from others";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.clauses().stream().anyMatch(clause -> isDefinition(clause, premises));
    }

    static boolean isDefinition(Clause clause, Premises premises) {
        return premises.isAbbreviation(clause) || clause.when() == Hypothesis.When.ALWAYS && clause.isEquality() && defined(clause.relation(), premises).isPresent()
                && Constancy.isConstant(clause.relation(), premises.statement().signature());
    }

    /** The parameter and its value. */
    private record Defined(Term parameter, Term value) {
    }

    private static Optional<Defined> defined(Clause clause, Formula.Relation relation, Premises premises) {
        if (premises.isAbbreviation(clause)) return Optional.of(new Defined(relation.left(), relation.right()));
        return defined(relation, premises);
    }

    private static Optional<Defined> defined(Formula.Relation relation, Premises premises) {
        return defined(relation.left(), relation.right(), premises).or(() -> defined(relation.right(), relation.left(), premises));
    }

    private static Optional<Defined> defined(Term side, Term value, Premises premises) {
        return side instanceof Term.Symbol symbol && side.sort().isScalar() && premises.isChosen(symbol.name()) && !Names.occursFree(symbol.name(), value)
                && premises.statement().signature().find(symbol.name()).filter(Declaration.Parameter.class::isInstance).isPresent()
                ? Optional.of(new Defined(side, value)) : Optional.empty();
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().clauses().stream().filter(clause -> isDefinition(clause, draft.premises())).forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                defined(clause, ground.relation(), draft.premises()).ifPresent(defined -> draft.member(defined.parameter()).filter(draft::isFree)
                        .ifPresent(member -> draft.set(member, draft.exact().evaluate(defined.value()))));
        });
    }
}
