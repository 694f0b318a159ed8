package tenet.properties.construction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code norm(E - target) <= r}: a matrix that is a parameter becomes a multiple of the one that it is to be near, now and then.
 * Matrices drawn without regard to one another are far apart, and what assumes that they are near is tested little.
 */
final class NearMatrix implements HypothesisConstructor {
    private static final List<Rational> MULTIPLES = List.of(Rational.of(2), Rational.of(3, 2), Rational.ONE, Rational.of(3), Rational.of(1, 2));

    @Override
    public String name() {
        return "matrices near one another";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(clause -> near(clause.relation(), premises).isPresent());
    }

    private record Near(Term.Symbol parameter, Term other) {
    }

    private static Optional<Near> near(Formula.Relation relation, Premises premises) {
        return switch (relation.comparison()) {
            case AT_MOST, LESS -> distance(relation.left(), premises);
            case AT_LEAST, GREATER -> distance(relation.right(), premises);
            case EQUAL, UNEQUAL -> Optional.empty();
        };
    }

    /** The sides of {@code norm(A - B)} of which one is a matrix that is a parameter. */
    private static Optional<Near> distance(Term norm, Premises premises) {
        Optional<List<Term>> sides = Patterns.arguments(Operator.NORM, norm)
                .map(of -> Patterns.sides(new Formula.Relation(Comparison.EQUAL, of.getFirst(), Term.zero(of.getFirst().sort()))));
        return sides.flatMap(both -> Stream.of(both, both.reversed()).flatMap(order -> parameter(order.getFirst(), order.getLast(), premises).stream()).findFirst());
    }

    private static Optional<Near> parameter(Term side, Term other, Premises premises) {
        return side instanceof Term.Symbol symbol && !side.sort().isScalar() && premises.isChosen(symbol.name()) && !Names.occursFree(symbol.name(), other)
                && premises.statement().signature().find(symbol.name()).filter(Declaration.Parameter.class::isInstance).isPresent()
                ? Optional.of(new Near(symbol, other)) : Optional.empty();
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().inequalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                near(ground.relation(), draft.premises()).ifPresent(near -> draft.member(near.parameter()).filter(draft::isFree).ifPresent(member -> {
                    var choices = draft.draws("near " + member).choices();
                    if (choices.once(4)) return;
                    Rational multiple = MULTIPLES.get(choices.below(MULTIPLES.size()));
                    draft.set(member, new Matrices<>(new Rationals()).scale(multiple, draft.exact().evaluate(near.other())));
                }));
        });
    }
}
