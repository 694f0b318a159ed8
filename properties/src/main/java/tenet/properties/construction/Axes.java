package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Roots;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/**
 * A last resort for an equation that vectors cannot be solved for any more, such as {@code u^T*Q*u = 0} after {@code norm(u) = 1}: a
 * vector turns to an axis and keeps its length, where that makes the equation true and breaks none that was made true before.
 */
final class Axes {
    private Axes() {
    }

    /** Whether a vector could be turned so. */
    static boolean turn(Formula.Relation relation, List<Formula.Relation> made, Draft draft) {
        for (Member member : draft.members(List.of(relation.left(), relation.right()))) {
            Value<Rational> value = draft.value(member);
            if (!isVector(value)) continue;
            Rational square = value.entries().stream().map(entry -> entry.times(entry)).reduce(Rational.ZERO, Rational::plus);
            Optional<Rational> length = Roots.square(square);
            if (length.isEmpty() || square.isZero()) continue;
            Instance before = draft.instance();
            for (int axis = 0; axis < value.entries().size(); axis++) {
                List<Rational> entries = new ArrayList<>(Collections.nCopies(value.entries().size(), Rational.ZERO));
                entries.set(axis, length.get());
                draft.set(member, value.with(entries));
                var exact = draft.exact();
                if (exact.holds(relation) == Truth.HOLDS && made.stream().allMatch(other -> exact.holds(other) == Truth.HOLDS)) return true;
            }
            draft.restore(before);
        }
        return false;
    }

    private static boolean isVector(Value<Rational> value) {
        return value.entries().size() > 1 && (value.shape().size() == 1 || value.shape().size() == 2 && value.shape().get(1) == 1);
    }
}
