package tenet.numeric.algebra;

import tenet.symbolic.formula.Comparison;

/** The signs that a number may have, as far as its algebra can tell. */
public record Signs(boolean negative, boolean zero, boolean positive) {
    public static final Signs ANY = new Signs(true, true, true);

    public static Signs of(int sign) {
        return new Signs(sign < 0, sign == 0, sign > 0);
    }

    /** The signs of the real numbers in [low, high]; any sign when a bound is not a number. */
    public static Signs between(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) return ANY;
        return new Signs(low < 0, low <= 0 && high >= 0, high > 0);
    }

    /** Whether the comparison of a difference with zero holds for every one of these signs. */
    public boolean alwaysHolds(Comparison comparison) {
        return (!negative || comparison.holdsForSign(-1)) && (!zero || comparison.holdsForSign(0))
                && (!positive || comparison.holdsForSign(1));
    }

    /** Whether the comparison of a difference with zero fails for every one of these signs. */
    public boolean neverHolds(Comparison comparison) {
        return alwaysHolds(comparison.negated());
    }
}
