package tenet.numeric.evaluation;

import java.util.Map;
import java.util.Optional;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;

/**
 * The truth of a formula on an instance, with the relation that decided it: a violated one if there is one, else one
 * that could not be told, else the one with the smallest margin.
 *
 * @param margin   the slack of the deciding relation: {@code right - left} for {@code <=} and {@code <},
 *                 {@code left - right} for {@code >=} and {@code >}, the negated largest difference of entries for
 *                 {@code =}, the largest difference for {@code !=}; so a negative margin speaks against the formula.
 *                 A lower bound of it over intervals; NaN without value; infinity when there was nothing to decide
 * @param deciding empty when no relation was evaluated (an empty range)
 * @param doubt    present exactly when the truth is unknown
 */
public record Outcome<E>(Truth truth, double margin, Optional<Deciding<E>> deciding, Optional<Doubt> doubt) {
    /**
     * A relation at these values of its bound indices, with the values of its sides.
     *
     * @param relation as written, before expansion
     */
    public record Deciding<E>(Formula.Relation relation, Map<String, Long> at, Value<E> left, Value<E> right) {
    }

    static <E> Outcome<E> vacuous() {
        return new Outcome<>(Truth.HOLDS, Double.POSITIVE_INFINITY, Optional.empty(), Optional.empty());
    }

    static <E> Outcome<E> unknown(Doubt.Kind kind, String text) {
        return new Outcome<>(Truth.UNKNOWN, Double.NaN, Optional.empty(), Optional.of(new Doubt(kind, text)));
    }

    /** The outcome of both formulas together. */
    Outcome<E> and(Outcome<E> other) {
        if (rank(truth) != rank(other.truth)) return rank(truth) < rank(other.truth) ? this : other;
        return other.margin < margin ? other : this;
    }

    /** Weakens a formula that held to one that was not refuted. */
    Outcome<E> atMost(Doubt doubt) {
        return truth == Truth.HOLDS ? new Outcome<>(Truth.UNKNOWN, margin, deciding, Optional.of(doubt)) : this;
    }

    private static int rank(Truth truth) {
        return switch (truth) {
            case VIOLATED -> 0;
            case UNKNOWN -> 1;
            case HOLDS -> 2;
        };
    }
}
