package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Roots;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
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
        for (Member member : vectors(relation, draft)) {
            Value<Rational> value = draft.value(member);
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

    private static List<Member> vectors(Formula.Relation relation, Draft draft) {
        List<Member> vectors = new ArrayList<>();
        for (Declaration declaration : draft.premises().statement().signature().declarations()) {
            if (declaration instanceof Declaration.Flow || !draft.premises().isChosen(declaration.name())) continue;
            if (!Names.occursFree(declaration.name(), relation.left()) && !Names.occursFree(declaration.name(), relation.right())) continue;
            draft.instance().values().getOrDefault(declaration.name(), Map.of()).keySet().stream().sorted(Members.ORDER)
                    .map(indices -> new Member(declaration.name(), indices)).filter(member -> isVector(draft.value(member))).forEach(vectors::add);
        }
        return vectors;
    }

    private static boolean isVector(Value<Rational> value) {
        return value.entries().size() > 1 && (value.shape().size() == 1 || value.shape().size() == 2 && value.shape().get(1) == 1);
    }
}
