package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * {@code for x: norm(E*x) >= c*norm(x)}: no singular value of E is below c, which trying some x does not tell, but the matrix
 * {@code E^T*E - c^2*identity} does: it has no negative eigenvalue. The number c is lowered until this holds.
 */
public final class SingularBound implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());
    private static final int MOST_HALVINGS = 6;

    @Override
    public String name() {
        return "bound of singular values";
    }

    private record Bound(Term matrix, Term limit, boolean below) {
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.statement().hypotheses().stream().anyMatch(hypothesis -> match(hypothesis.formula()).isPresent());
    }

    private static Optional<Bound> match(Formula formula) {
        if (!(formula instanceof Formula.ForEvery(String name, Sort sort, Formula.Relation relation)) || !(sort instanceof Sort.Matrix)) return Optional.empty();
        return switch (relation.comparison()) {
            case AT_LEAST -> bound(relation.left(), relation.right(), name, true);
            case AT_MOST -> bound(relation.left(), relation.right(), name, false);
            case EQUAL, UNEQUAL, LESS, GREATER -> Optional.empty();
        };
    }

    private static Optional<Bound> bound(Term image, Term scaled, String name, boolean below) {
        Optional<Term> product = Patterns.arguments(Operator.NORM, image).map(List::getFirst);
        List<Term> factors = product.flatMap(of -> Patterns.arguments(Operator.MULTIPLY, of)).orElse(List.of());
        List<Term> sides = Patterns.arguments(Operator.MULTIPLY, scaled).orElse(List.of());
        if (factors.size() != 2 || sides.size() != 2 || !isNamed(factors.get(1), name) || !sides.getFirst().sort().isScalar()) return Optional.empty();
        boolean length = Patterns.arguments(Operator.NORM, sides.get(1)).filter(of -> isNamed(of.getFirst(), name)).isPresent();
        return length ? Optional.of(new Bound(factors.getFirst(), sides.getFirst(), below)) : Optional.empty();
    }

    private static boolean isNamed(Term term, String name) {
        return term instanceof Term.Symbol symbol && symbol.name().equals(name);
    }

    /** Whether the formula is such a bound, and holds. */
    public static boolean known(Formula formula, Evaluation<Rational> exact) {
        return match(formula).filter(bound -> {
            try {
                return holds(bound, exact);
            } catch (NoValue unknown) {
                return false;
            }
        }).isPresent();
    }

    private static boolean holds(Bound bound, Evaluation<Rational> exact) {
        return holds(MATRICES.matrix(exact.evaluate(bound.matrix())), MATRICES.number(exact.evaluate(bound.limit())), bound.below());
    }

    private static boolean holds(Value.Matrix<Rational> matrix, Rational limit, boolean below) {
        if (limit.signum() < 0) return below;
        Value.Matrix<Rational> gram = MATRICES.product(MATRICES.matrix(MATRICES.transpose(matrix)), matrix);
        Value<Rational> square = MATRICES.scale(limit.times(limit), MATRICES.identity(gram.rows()));
        return isSemidefinite(MATRICES.matrix(below ? MATRICES.subtract(gram, square) : MATRICES.subtract(square, gram)));
    }

    /** Elimination from the top: pivots are not negative, and with a pivot of zero its row is zero. */
    private static boolean isSemidefinite(Value.Matrix<Rational> symmetric) {
        int n = symmetric.rows();
        List<Rational> a = new ArrayList<>(symmetric.entries());
        for (int k = 0; k < n; k++) {
            Rational pivot = a.get(k * n + k);
            if (pivot.signum() < 0) return false;
            for (int i = k + 1; i < n; i++) {
                Rational entry = a.get(i * n + k);
                if (entry.isZero()) continue;
                if (pivot.isZero()) return false;
                for (int j = k + 1; j < n; j++) a.set(i * n + j, a.get(i * n + j).minus(entry.times(a.get(k * n + j)).divide(pivot)));
            }
        }
        return true;
    }

    @Override
    public void construct(Draft draft) {
        for (Hypothesis hypothesis : draft.premises().statement().hypotheses()) match(hypothesis.formula()).ifPresent(bound -> construct(bound, draft));
    }

    private static void construct(Bound bound, Draft draft) {
        Optional<Member> limit = draft.member(bound.limit()).filter(draft::isFree);
        if (limit.isEmpty()) return;
        Value.Matrix<Rational> matrix = MATRICES.matrix(draft.exact().evaluate(bound.matrix()));
        Rational drawn = draft.number(new Member.Entry(limit.get(), 0)).abs();
        List<Rational> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(matrix.rows(), matrix.columns()); i++) candidates.add(matrix.at(i, i).abs());
        candidates.sort(java.util.Comparator.naturalOrder());
        if (!bound.below()) candidates = new ArrayList<>(candidates.reversed());
        candidates = new ArrayList<>(candidates.subList(0, Math.min(1, candidates.size())));
        for (int i = 0; i < MOST_HALVINGS; i++) candidates.add(bound.below() ? drawn.divide(Rational.of(1L << i)) : drawn.times(Rational.of(1L << i)));
        if (bound.below()) candidates.add(Rational.ZERO);
        // A bound that is attained, now and then.
        if (draft.draws("bound " + limit.get()).choices().once(2)) candidates = new ArrayList<>(candidates.subList(1, candidates.size()));
        candidates.stream().filter(candidate -> holds(matrix, candidate, bound.below())).findFirst().ifPresent(found -> draft.set(limit.get(), Value.scalar(found)));
    }
}
