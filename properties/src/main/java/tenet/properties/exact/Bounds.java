package tenet.properties.exact;

import java.util.Optional;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Rational;

/** An interval of rational numbers, each end present or not, included or not. */
public record Bounds(Optional<Rational> low, boolean lowOpen, Optional<Rational> high, boolean highOpen) {
    public static final Bounds NONE = new Bounds(Optional.empty(), false, Optional.empty(), false);

    public static Bounds between(Optional<Rational> low, Optional<Rational> high) {
        return new Bounds(low, false, high, false);
    }

    /** The numbers of this interval that compare so with the limit; {@code !=} is not kept. */
    public Bounds and(Comparison comparison, Rational limit) {
        return switch (comparison) {
            case EQUAL -> and(Comparison.AT_LEAST, limit).and(Comparison.AT_MOST, limit);
            case GREATER, AT_LEAST -> {
                boolean open = comparison == Comparison.GREATER;
                int side = low.map(limit::compareTo).orElse(1);
                yield side > 0 || side == 0 && open ? new Bounds(Optional.of(limit), open, high, highOpen) : this;
            }
            case LESS, AT_MOST -> {
                boolean open = comparison == Comparison.LESS;
                int side = high.map(limit::compareTo).orElse(-1);
                yield side < 0 || side == 0 && open ? new Bounds(low, lowOpen, Optional.of(limit), open) : this;
            }
            case UNEQUAL -> this;
        };
    }

    public boolean isNone() {
        return low.isEmpty() && high.isEmpty();
    }

    public boolean contains(Rational value) {
        boolean above = low.isEmpty() || compares(value, lowOpen ? Comparison.GREATER : Comparison.AT_LEAST, low.get());
        return above && (high.isEmpty() || compares(value, highOpen ? Comparison.LESS : Comparison.AT_MOST, high.get()));
    }

    private static boolean compares(Rational value, Comparison comparison, Rational limit) {
        return comparison.holdsForSign(value.compareTo(limit));
    }
}
