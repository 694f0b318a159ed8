package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.properties.exact.Draws;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Inequalities that fail, and now and then ones that hold: an entry that the inequality is linear in, or else quadratic, moves to where it
 * just holds, with a margin of zero, little or some. Bounds are tight near the edge of their hypotheses.
 */
final class Inequalities implements HypothesisConstructor {
    /** Irrational solutions are rounded to short numbers, so that what depends on them stays short. */
    private static final int BITS = 4;
    private static final int CLOSE_BITS = 20;
    private static final int MORE_PASSES = 2;

    @Override
    public String name() {
        return "inequality solved for an entry";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.inequalities().anyMatch(clause -> ordered(clause.relation().comparison()) && !integers(clause.relation()));
    }

    private static boolean integers(Formula.Relation relation) {
        return relation.left().sort() instanceof Sort.Int && relation.right().sort() instanceof Sort.Int;
    }

    private static boolean ordered(Comparison comparison) {
        return comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL;
    }

    @Override
    public void construct(Draft draft) {
        List<Formula.Relation> all = new ArrayList<>();
        draft.premises().inequalities().filter(clause -> ordered(clause.relation().comparison())).forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                if (!integers(ground.relation())) all.add(polynomial(ground, draft));
        });
        int number = 0;
        for (Formula.Relation relation : all) {
            Draws draws = draft.draws("inequality " + ++number);
            boolean fails = draft.exact().holds(relation) == Truth.VIOLATED;
            boolean edge = draft.atEdge() && !draft.draws("inequality away from the edge " + number).choices().once(4);
            if (fails || edge || draws.choices().once(4)) approach(relation, fails, edge, all, draft, draws);
        }
        // One that nothing mended may give way in another entry, or after the others.
        for (int pass = 0; pass < MORE_PASSES && broken(all, draft) > 0; pass++)
            for (Formula.Relation relation : all)
                if (draft.exact().holds(relation) == Truth.VIOLATED) approach(relation, true, draft.atEdge(), all, draft, draft.draws("inequality again " + ++number));
    }

    /** Norms are no polynomials, their squares are; with another side that is not negative these say the same. */
    private static Formula.Relation polynomial(Clause.Ground ground, Draft draft) {
        Formula.Relation relation = ground.relation();
        boolean norms = List.of(relation.left(), relation.right()).stream().allMatch(side -> isNorm(side) || isNonNegative(side, draft));
        return norms && !ground.squared().equals(relation) ? ground.squared() : relation;
    }

    private static boolean isNorm(Term side) {
        return Patterns.arguments(Operator.NORM, side).isPresent();
    }

    private static boolean isNonNegative(Term side, Draft draft) {
        try {
            return side.sort().isScalar() && draft.exact().evaluate(side).entries().getFirst().signum() >= 0;
        } catch (NoValue irrational) {
            return false;
        }
    }

    private static void approach(Formula.Relation relation, boolean fails, boolean edge, List<Formula.Relation> all, Draft draft, Draws draws) {
        List<AlongEntry> curves = Equations.along(relation, draft);
        List<AlongEntry> straight = curves.stream().filter(AlongEntry::isLinear).toList();
        List<AlongEntry> lines = straight.isEmpty() ? curves : straight;
        if (lines.isEmpty()) return;
        AlongEntry line = lines.get(draws.choices().below(lines.size()));
        boolean above = relation.comparison().holdsForSign(1);
        boolean strict = !relation.comparison().holdsForSign(0);
        Rational margin = edge ? strict ? Rational.of(1, 1000) : Rational.ZERO : switch (draws.choices().below(4)) {
            case 0 -> strict ? Rational.ONE : Rational.ZERO;
            case 1 -> Rational.of(1, 100);
            default -> draws.positive();
        };
        Rational target = above ? margin : margin.negate();
        Optional<Rational> value = line.isLinear() ? Optional.of(target.minus(line.constant()).divide(line.slope()))
                : line.reaching(target, above, !draws.choices().once(4), edge ? CLOSE_BITS : BITS);
        if (value.isEmpty()) return;
        Instance before = draft.instance();
        long broken = broken(all, draft);
        draft.set(line.entry(), value.get());
        // What makes up for one inequality by another is no progress, unless one had to be made true.
        long left = broken(all, draft);
        if (fails ? left > broken : left >= broken && left > 0) draft.restore(before);
    }

    private static long broken(List<Formula.Relation> all, Draft draft) {
        var exact = draft.exact();
        return all.stream().filter(relation -> exact.holds(relation) == Truth.VIOLATED).count();
    }
}
