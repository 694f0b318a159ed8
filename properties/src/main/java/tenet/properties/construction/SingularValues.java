package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code s1^2 + s2^2 = norm(W)^2}, which with {@code s1*s2 = abs(det(W))} says that s1 and s2 are the singular values of a matrix
 * with two rows or two columns, or of a product of such: the matrix is drawn with known rational ones, the larger first.
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

    private record Values(Term.Symbol first, Term.Symbol second, Term matrix) {
    }

    private static Optional<Values> match(Formula.Relation relation) {
        List<Term> sides = Patterns.sides(relation);
        return match(sides.get(0), sides.get(1)).or(() -> match(sides.get(1), sides.get(0)));
    }

    private static Optional<Values> match(Term sum, Term norm) {
        List<Term> summands = Patterns.arguments(Operator.ADD, sum).orElse(List.of());
        Optional<Term> matrix = Patterns.arguments(Operator.POWER, norm).flatMap(ignored -> Patterns.normed(norm)).<Term>map(symbol -> symbol)
                .or(() -> Patterns.arguments(Operator.POWER, norm).filter(power -> isTwo(power.get(1)))
                        .flatMap(power -> Patterns.arguments(Operator.NORM, power.getFirst())).map(List::getFirst));
        if (summands.size() != 2 || matrix.isEmpty()) return Optional.empty();
        Optional<Term.Symbol> first = squared(summands.getFirst());
        Optional<Term.Symbol> second = squared(summands.getLast());
        return first.isPresent() && second.isPresent() ? Optional.of(new Values(first.get(), second.get(), matrix.get())) : Optional.empty();
    }

    private static Optional<Term.Symbol> squared(Term term) {
        return Patterns.arguments(Operator.POWER, term)
                .filter(power -> isTwo(power.get(1)))
                .flatMap(power -> power.getFirst() instanceof Term.Symbol symbol && symbol.sort().isScalar() ? Optional.of(symbol) : Optional.empty());
    }

    private static boolean isTwo(Term exponent) {
        return exponent instanceof Term.Number(Rational number) && number.equals(Rational.of(2));
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) match(ground.relation()).ifPresent(values -> construct(values, draft));
        });
    }

    /**
     * The singular values in the order and with the signs that the hypotheses allow, the larger first if none do. Without an equation
     * for the product any two numbers with this sum of squares do, and the product is as wrong as can be told.
     */
    private static void arrange(List<Rational> known, Member first, Member second, Draft draft) {
        List<List<Rational>> all = new ArrayList<>();
        for (List<Rational> pair : List.of(known, known.reversed()))
            for (int signs = 0; signs < 4; signs++)
                all.add(List.of(signs % 2 == 0 ? pair.get(0) : pair.get(0).negate(), signs / 2 == 0 ? pair.get(1) : pair.get(1).negate()));
        // By rotation: 3/5 and 4/5 are the simplest cosine and sine that differ.
        for (Rational sine : List.of(Rational.of(3, 5), Rational.of(4, 5), Rational.of(-3, 5), Rational.of(-4, 5))) {
            Rational cosine = Rational.of(7, 5).minus(sine.abs());
            all.add(List.of(cosine.times(known.get(0)).minus(sine.times(known.get(1))), sine.times(known.get(0)).plus(cosine.times(known.get(1)))));
        }
        List<List<Rational>> allowed = all.stream().distinct().filter(pair -> isAllowed(pair, first, second, draft)).toList();
        List<Rational> chosen = allowed.isEmpty() ? known : allowed.get(draft.draws("arrangement of " + first).choices().below(allowed.size()));
        draft.set(first, Value.scalar(chosen.get(0)));
        draft.set(second, Value.scalar(chosen.get(1)));
    }

    /** Whether no relation between the two numbers and the matrix fails; others may be made true later. */
    private static boolean isAllowed(List<Rational> pair, Member first, Member second, Draft draft) {
        Evaluation<Rational> exact = draft.exact(draft.with(new Member.Entry(first, 0), pair.get(0), new Member.Entry(second, 0), pair.get(1)));
        return draft.premises().clauses().stream().filter(clause -> !clause.speaksOfRates())
                .filter(clause -> speaksOf(first, clause) || speaksOf(second, clause))
                .flatMap(clause -> clause.grounds(draft.instance()).stream())
                .noneMatch(ground -> exact.holds(ground.relation()) == Truth.VIOLATED);
    }

    private static boolean speaksOf(Member member, Clause clause) {
        return Names.occursFree(member.name(), clause.relation().left()) || Names.occursFree(member.name(), clause.relation().right());
    }

    private static void construct(Values values, Draft draft) {
        Optional<Member> first = draft.member(values.first()).filter(draft::isFree);
        Optional<Member> second = draft.member(values.second()).filter(draft::isFree);
        Optional<List<Rational>> product = Patterns.factors(values.matrix(), draft).flatMap(factors -> diagonal(factors, draft));
        if (first.isEmpty() || second.isEmpty() || product.isEmpty() || product.get().size() != 2) return;
        List<Rational> known = new ArrayList<>(product.get());
        known.sort(Comparator.reverseOrder());
        arrange(known, first.get(), second.get(), draft);
        List.of(first.get(), second.get()).forEach(draft::settle);
    }

    /** The singular values of a product whose factors are known by theirs, or are free to be drawn; empty for any other. */
    private static Optional<List<Rational>> diagonal(List<Member> outermostFirst, Draft draft) {
        Optional<AlignedChain> found = draft.chains().stream().filter(chain -> chain.find(outermostFirst).isPresent()).findFirst();
        if (found.isEmpty()) {
            boolean two = outermostFirst.stream().allMatch(factor -> Math.min(draft.matrix(factor).rows(), draft.matrix(factor).columns()) == 2);
            if (!two || !outermostFirst.stream().allMatch(draft::isFree)) return Optional.empty();
            found = Optional.of(AlignedChain.draw(outermostFirst.reversed(), false, draft));
        }
        int innermost = found.get().find(outermostFirst).orElseThrow();
        List<Rational> product = found.get().diagonals().get(innermost);
        for (List<Rational> next : found.get().diagonals().subList(innermost + 1, innermost + outermostFirst.size())) product = times(product, next);
        return Optional.of(product);
    }

    private static List<Rational> times(List<Rational> a, List<Rational> b) {
        return IntStream.range(0, Math.min(a.size(), b.size())).mapToObj(i -> a.get(i).times(b.get(i))).toList();
    }
}
