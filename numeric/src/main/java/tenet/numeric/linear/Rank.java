package tenet.numeric.linear;

import tenet.symbolic.term.Rational;

/** The rank of a matrix. */
public final class Rank {
    private Rank() {
    }

    /** By exact elimination. */
    public static int exact(Value.Matrix<Rational> matrix) {
        return Elimination.rank(matrix);
    }
}
