package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.properties.exact.Choices;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code sum(i in 1..n, p[i]) = 1} of numbers that are not negative, {@code sum(i in 1..m, sum(j in 1..n, P[i,j])) = 1}, rows of
 * transition matrices, entries of vectors: point masses, uniform ones, small natural weights divided by their sum.
 */
final class Distributions implements HypothesisConstructor {
    private static final int LARGEST_WEIGHT = 5;

    @Override
    public String name() {
        return "finite distribution";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> sum(clause.relation()).filter(sum -> least(sum.name(), premises).isPresent()).isPresent());
    }

    /** A sum of members or entries of what the name stands for. */
    private record Sum(Term term, String name, Rational total) {
    }

    private static Optional<Sum> sum(Formula.Relation relation) {
        return sum(relation.left(), relation.right()).or(() -> sum(relation.right(), relation.left()));
    }

    private static Optional<Sum> sum(Term side, Term other) {
        if (!isSum(side) || !(other instanceof Term.Number(Rational total)) || total.signum() <= 0) return Optional.empty();
        Term body = side;
        while (isSum(body)) body = ((Term.Big) body).body();
        return symbol(body).map(symbol -> new Sum(side, symbol.name(), total));
    }

    private static boolean isSum(Term term) {
        return term instanceof Term.Big big && big.operator() == BigOperator.SUM && big.sort().isScalar();
    }

    /** The symbol itself, or that whose entry the term is. */
    private static Optional<Term.Symbol> symbol(Term term) {
        Term base = Patterns.arguments(Operator.ENTRY, term).map(List::getFirst).orElse(term);
        return term.sort().isScalar() && base instanceof Term.Symbol symbol ? Optional.of(symbol) : Optional.empty();
    }

    /** 0 where all numbers of this name are said to be at least zero, 1 where they are said to be above it. */
    private static Optional<Integer> least(String name, Premises premises) {
        Optional<Integer> least = Optional.empty();
        for (Clause clause : premises.inequalities().toList()) {
            Formula.Relation relation = clause.relation();
            Comparison comparison = Patterns.isZero(relation.left()) ? relation.comparison().reversed() : relation.comparison();
            Term side = Patterns.isZero(relation.left()) ? relation.right() : Patterns.isZero(relation.right()) ? relation.left() : Term.number(0);
            if (symbol(side).filter(symbol -> symbol.name().equals(name)).isEmpty()) continue;
            if (comparison == Comparison.GREATER) least = Optional.of(1);
            else if (comparison == Comparison.AT_LEAST && least.isEmpty()) least = Optional.of(0);
        }
        return least.filter(ignored -> premises.isChosen(name));
    }

    @Override
    public void construct(Draft draft) {
        for (Clause clause : draft.premises().equalities().toList()) {
            Optional<Integer> least = sum(clause.relation()).flatMap(sum -> least(sum.name(), draft.premises()));
            if (least.isEmpty()) continue;
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Sum sum = sum(ground.relation()).orElseThrow();
                List<Member.Entry> places = new ArrayList<>();
                collect(sum.term(), new HashMap<>(), draft, places);
                boolean free = !places.isEmpty() && new HashSet<>(places).size() == places.size() && places.stream().allMatch(draft::isFree);
                if (free) draw(places, sum.total(), least.get(), draft);
            }
        }
    }

    private static void collect(Term term, Map<String, Integer> bound, Draft draft, List<Member.Entry> places) {
        if (term instanceof Term.Big big && isSum(big)) {
            for (int i : Integers.range(big.range(), draft.instance(), bound)) {
                Map<String, Integer> inner = new HashMap<>(bound);
                inner.put(big.range().index(), i);
                collect(big.body(), inner, draft, places);
            }
            return;
        }
        Term.Symbol symbol = symbol(term).orElseThrow();
        Member member = new Member(symbol.name(), Integers.all(symbol.indices(), draft.instance(), bound));
        int position = 0;
        if (!term.equals(symbol)) {
            List<Term> at = Patterns.arguments(Operator.ENTRY, term).orElseThrow();
            List<Integer> shape = draft.value(member).shape();
            for (int k = 1; k < at.size(); k++) position = position * (k - 1 < shape.size() ? shape.get(k - 1) : 1) + Integers.value(at.get(k), draft.instance(), bound) - 1;
        }
        places.add(new Member.Entry(member, position));
    }

    private static void draw(List<Member.Entry> places, Rational total, int least, Draft draft) {
        Choices choices = draft.draws("distribution over " + places.getFirst()).choices();
        List<Integer> weights = new ArrayList<>(Collections.nCopies(places.size(), least));
        switch (choices.below(4)) {
            case 0 -> weights.set(choices.below(places.size()), 1 + least);
            case 1 -> Collections.fill(weights, 1);
            default -> weights.replaceAll(ignored -> least + choices.below(LARGEST_WEIGHT + 1));
        }
        int all = weights.stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            weights.set(0, 1);
            all = 1;
        }
        for (int i = 0; i < places.size(); i++) {
            draft.set(places.get(i), total.times(Rational.of(weights.get(i), all)));
            draft.settle(places.get(i));
        }
    }
}
