package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Matrices;
import tenet.properties.exact.Bounds;
import tenet.properties.exact.Draws;
import tenet.properties.exact.LinearSystem;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code norm(Z - Q) <= s}: entries that the inside of the norm is affine in move so that it becomes a vector of rational length
 * up to the bound, zero and the bound itself among them. Entries of it that nothing free moves stay.
 */
final class SmallNorm implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    /** @param strict whether the norm is below the bound, not at it */
    private record Ball(Term inside, Term bound, boolean strict) {
    }

    @Override
    public String name() {
        return "norm within a bound";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(clause -> ball(clause.relation()).isPresent());
    }

    private static Optional<Ball> ball(Formula.Relation relation) {
        return ball(relation.left(), relation.comparison(), relation.right()).or(() -> ball(relation.right(), relation.comparison().reversed(), relation.left()));
    }

    private static Optional<Ball> ball(Term side, Comparison comparison, Term bound) {
        if (comparison != Comparison.AT_MOST && comparison != Comparison.LESS) return Optional.empty();
        return Patterns.arguments(Operator.NORM, side).map(arguments -> new Ball(arguments.getFirst(), bound, comparison == Comparison.LESS));
    }

    @Override
    public void construct(Draft draft) {
        int[] number = {0};
        draft.premises().inequalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Draws draws = draft.draws("small norm " + ++number[0]);
                Optional<Ball> ball = ball(ground.relation());
                // Z itself: its entries are moved one by one.
                if (ball.isEmpty() || ball.get().inside() instanceof Term.Symbol) continue;
                if (draft.exact().holds(ground.relation()) != Truth.HOLDS || draws.choices().once(3)) shrink(ball.get(), draft, draws);
            }
        });
    }

    private static void shrink(Ball ball, Draft draft, Draws draws) {
        Rational bound = MATRICES.number(draft.exact().evaluate(ball.bound()));
        if (bound.signum() < 0 || ball.strict() && bound.isZero()) return;
        List<Rational> now = draft.exact().evaluate(ball.inside()).entries();
        List<Member.Entry> free = new ArrayList<>();
        List<List<Rational>> slopes = new ArrayList<>();
        for (Member.Entry entry : Equations.free(List.of(ball.inside()), draft)) {
            Instance moved = draft.with(entry, draft.number(entry).plus(Rational.ONE));
            List<Rational> then = draft.exact(moved).evaluate(ball.inside()).entries();
            List<Rational> slope = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) slope.add(then.get(i).minus(now.get(i)));
            if (slope.stream().allMatch(Rational::isZero)) continue;
            free.add(entry);
            slopes.add(slope);
        }
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            int at = i;
            if (slopes.stream().anyMatch(slope -> !slope.get(at).isZero())) moving.add(i);
        }
        if (moving.isEmpty()) return;
        Rational length = draws.within(Bounds.NONE.and(Comparison.AT_LEAST, Rational.ZERO).and(ball.strict() ? Comparison.LESS : Comparison.AT_MOST, bound));
        List<Rational> direction = draws.unit(moving.size());
        LinearSystem system = new LinearSystem(free.size());
        for (int k = 0; k < moving.size(); k++) {
            int i = moving.get(k);
            system.require(slopes.stream().map(slope -> slope.get(i)).toList(), direction.get(k).times(length).minus(now.get(i)));
        }
        system.solve(Collections.nCopies(free.size(), Rational.ZERO)).ifPresent(moves -> {
            for (int j = 0; j < free.size(); j++) draft.set(free.get(j), draft.number(free.get(j)).plus(moves.get(j)));
        });
    }
}
