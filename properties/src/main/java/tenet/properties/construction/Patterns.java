package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.evaluation.Instance;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Forms of terms that constructors recognise. */
final class Patterns {
    private Patterns() {
    }

    /** The arguments, when the term applies this operator. */
    static Optional<List<Term>> arguments(Operator wanted, Term term) {
        return term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == wanted
                ? Optional.of(arguments) : Optional.empty();
    }

    static Optional<Term> transposed(Term term) {
        return arguments(Operator.TRANSPOSE, term).map(List::getFirst);
    }

    static boolean isZero(Term term) {
        return term instanceof Term.Number(Rational value) ? value.isZero() : arguments(Operator.ZERO, term).isPresent();
    }

    /** The two sides, where {@code a - b = 0} has the sides a and b. */
    static List<Term> sides(Formula.Relation relation) {
        Term difference = isZero(relation.right()) ? relation.left() : isZero(relation.left()) ? relation.right() : null;
        if (difference != null) {
            List<Term> summands = arguments(Operator.ADD, difference).orElse(List.of());
            if (summands.size() == 2)
                for (Term side : summands) {
                    Optional<List<Term>> negated = arguments(Operator.NEGATE, side);
                    if (negated.isPresent()) return List.of(side == summands.getFirst() ? summands.getLast() : summands.getFirst(), negated.get().getFirst());
                }
        }
        return List.of(relation.left(), relation.right());
    }

    /** X where the term is {@code X^T * X}. */
    static Optional<Term.Symbol> innerGram(Term term) {
        List<Term> factors = arguments(Operator.MULTIPLY, term).orElse(List.of());
        return factors.size() == 2 && factors.get(1) instanceof Term.Symbol symbol && transposed(factors.getFirst()).equals(Optional.of(symbol))
                ? Optional.of(symbol) : Optional.empty();
    }

    /** X where the term is {@code X * X^T}. */
    static Optional<Term.Symbol> outerGram(Term term) {
        List<Term> factors = arguments(Operator.MULTIPLY, term).orElse(List.of());
        return factors.size() == 2 && factors.getFirst() instanceof Term.Symbol symbol && transposed(factors.get(1)).equals(Optional.of(symbol))
                ? Optional.of(symbol) : Optional.empty();
    }

    /** x where the term is the norm of the symbol x or its square, in any spelling. */
    static Optional<Term.Symbol> normed(Term term) {
        Optional<List<Term>> power = arguments(Operator.POWER, term);
        if (power.isPresent() && power.get().get(1) instanceof Term.Number(Rational two) && two.equals(Rational.of(2))) return norm(power.get().getFirst());
        Optional<List<Term>> inner = arguments(Operator.INNER, term);
        if (inner.isPresent() && inner.get().getFirst() instanceof Term.Symbol symbol && symbol.equals(inner.get().get(1))) return Optional.of(symbol);
        return norm(term).or(() -> term.sort().isScalar() ? innerGram(term) : Optional.empty());
    }

    private static Optional<Term.Symbol> norm(Term term) {
        return arguments(Operator.NORM, term).map(List::getFirst)
                .flatMap(of -> of instanceof Term.Symbol symbol ? Optional.of(symbol) : Optional.empty());
    }

    /** The members of a product of symbols and chains, outermost first; empty for any other term. */
    static Optional<List<Member>> factors(Term term, Draft draft) {
        Instance instance = draft.instance();
        return switch (term) {
            case Term.Symbol symbol -> draft.member(symbol).map(List::of);
            case Term.Big big when big.operator() == BigOperator.CHAIN && big.body() instanceof Term.Symbol symbol
                    && draft.premises().isChosen(symbol.name()) -> {
                List<Member> members = new ArrayList<>();
                for (int i : Integers.range(big.range(), instance, Map.of()).reversed())
                    members.add(new Member(symbol.name(), Integers.all(symbol.indices(), instance, Map.of(big.range().index(), i))));
                yield members.isEmpty() ? Optional.empty() : Optional.of(members);
            }
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.MULTIPLY -> {
                List<Member> members = new ArrayList<>();
                for (Term argument : arguments) {
                    Optional<List<Member>> part = factors(argument, draft);
                    if (part.isEmpty()) yield Optional.empty();
                    members.addAll(part.get());
                }
                yield Optional.of(members);
            }
            default -> Optional.empty();
        };
    }
}
