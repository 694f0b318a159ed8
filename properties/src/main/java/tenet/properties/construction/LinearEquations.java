package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Matrices;
import tenet.properties.exact.Draws;
import tenet.properties.exact.LinearSystem;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/**
 * An equation between matrices or vectors that is linear in the entries of one of them: {@code Z*v = 0}, {@code B*X = X*A}. The
 * entries move by as little as can be, in the sense of least squares, so that a matrix that was near to something stays near to it.
 */
final class LinearEquations {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    private LinearEquations() {
    }

    /** Makes the relation true by moving one member, one that does not become zero where there is a choice; false if none can. */
    static boolean solve(Formula.Relation relation, List<Member.Entry> free, Draft draft, Draws draws) {
        Map<Member, List<Member.Entry>> members = new LinkedHashMap<>();
        for (Member.Entry entry : free) members.computeIfAbsent(entry.member(), ignored -> new ArrayList<>()).add(entry);
        List<Member> order = new ArrayList<>(members.keySet());
        if (order.isEmpty()) return false;
        Collections.rotate(order, -draws.choices().below(order.size()));
        Optional<Instance> zero = Optional.empty();
        Instance before = draft.instance();
        for (Member member : order) {
            if (!move(relation, members.get(member), draft)) {
                draft.restore(before);
            } else if (draft.value(member).entries().stream().allMatch(Rational::isZero)) {
                zero = zero.or(() -> Optional.of(draft.instance()));
                draft.restore(before);
            } else {
                return true;
            }
        }
        zero.ifPresent(draft::restore);
        return zero.isPresent();
    }

    /** With the difference {@code r + A*d} of the sides at a move d: the least d for which it is zero, if there is one. */
    private static boolean move(Formula.Relation relation, List<Member.Entry> entries, Draft draft) {
        try {
            List<Rational> rest = difference(relation, draft.instance(), draft);
            List<List<Rational>> columns = new ArrayList<>();
            for (Member.Entry entry : entries)
                columns.add(minus(difference(relation, draft.with(entry, draft.number(entry).plus(Rational.ONE)), draft), rest));
            LinearSystem normal = new LinearSystem(rest.size());
            for (int i = 0; i < rest.size(); i++) {
                List<Rational> row = new ArrayList<>();
                for (int j = 0; j < rest.size(); j++) {
                    Rational sum = Rational.ZERO;
                    for (List<Rational> column : columns) sum = sum.plus(column.get(i).times(column.get(j)));
                    row.add(sum);
                }
                normal.require(row, rest.get(i).negate());
            }
            Optional<List<Rational>> weights = normal.solve(Collections.nCopies(rest.size(), Rational.ZERO));
            if (weights.isEmpty()) return false;
            for (int k = 0; k < entries.size(); k++) {
                Rational move = Rational.ZERO;
                for (int i = 0; i < rest.size(); i++) move = move.plus(columns.get(k).get(i).times(weights.get().get(i)));
                draft.set(entries.get(k), draft.number(entries.get(k)).plus(move));
            }
            // What is not linear does not come out.
            return draft.exact().holds(relation) == Truth.HOLDS;
        } catch (NoValue irrational) {
            return false;
        }
    }

    private static List<Rational> difference(Formula.Relation relation, Instance instance, Draft draft) {
        Evaluation<Rational> exact = draft.exact(instance);
        return MATRICES.subtract(exact.evaluate(relation.left()), exact.evaluate(relation.right())).entries();
    }

    private static List<Rational> minus(List<Rational> a, List<Rational> b) {
        List<Rational> difference = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) difference.add(a.get(i).minus(b.get(i)));
        return difference;
    }
}
