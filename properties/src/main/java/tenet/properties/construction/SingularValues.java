package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code s1^2 + s2^2 = norm(W)^2}, which with {@code s1*s2 = abs(det(W))} says that s1 and s2 are the singular values of a matrix
 * with two rows or two columns: the matrix is drawn with known rational ones, the larger first.
 */
final class SingularValues implements HypothesisConstructor {
    @Override
    public String name() {
        return "two singular values";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> match(clause.relation()).isPresent());
    }

    private record Values(Term.Symbol first, Term.Symbol second, Term.Symbol matrix) {
    }

    private static Optional<Values> match(Formula.Relation relation) {
        List<Term> sides = Patterns.sides(relation);
        return match(sides.get(0), sides.get(1)).or(() -> match(sides.get(1), sides.get(0)));
    }

    private static Optional<Values> match(Term sum, Term norm) {
        List<Term> summands = Patterns.arguments(Operator.ADD, sum).orElse(List.of());
        Optional<Term.Symbol> matrix = Patterns.arguments(Operator.POWER, norm).flatMap(ignored -> Patterns.normed(norm));
        if (summands.size() != 2 || matrix.isEmpty()) return Optional.empty();
        Optional<Term.Symbol> first = squared(summands.getFirst());
        Optional<Term.Symbol> second = squared(summands.getLast());
        return first.isPresent() && second.isPresent() ? Optional.of(new Values(first.get(), second.get(), matrix.get())) : Optional.empty();
    }

    private static Optional<Term.Symbol> squared(Term term) {
        return Patterns.arguments(Operator.POWER, term)
                .filter(power -> power.get(1) instanceof Term.Number(Rational exponent) && exponent.equals(Rational.of(2)))
                .flatMap(power -> power.getFirst() instanceof Term.Symbol symbol && symbol.sort().isScalar() ? Optional.of(symbol) : Optional.empty());
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) match(ground.relation()).ifPresent(values -> construct(values, draft));
        });
    }

    private static void construct(Values values, Draft draft) {
        Optional<Member> first = draft.member(values.first()).filter(draft::isFree);
        Optional<Member> second = draft.member(values.second()).filter(draft::isFree);
        Optional<Member> matrix = draft.member(values.matrix()).filter(draft::isFree);
        if (first.isEmpty() || second.isEmpty() || matrix.isEmpty()) return;
        if (Math.min(draft.matrix(matrix.get()).rows(), draft.matrix(matrix.get()).columns()) != 2) return;
        AlignedChain chain = AlignedChain.draw(List.of(matrix.get()), false, draft);
        List<Rational> known = new ArrayList<>(chain.diagonals().getFirst());
        known.sort(Comparator.reverseOrder());
        draft.set(first.get(), Value.scalar(known.get(0)));
        draft.set(second.get(), Value.scalar(known.get(1)));
        List.of(first.get(), second.get()).forEach(draft::settle);
    }
}
