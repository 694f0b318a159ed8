package tenet.symbolic.formula;

/** How the two sides of a relation compare. Matrices and tensors are only compared by {@link #EQUAL}. */
public enum Comparison {
    EQUAL("="), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">="), UNEQUAL("!=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** The comparison with its sides exchanged: {@code <} becomes {@code >}. */
    public Comparison reversed() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
            case UNEQUAL -> UNEQUAL;
        };
    }

    /** The comparison that holds exactly when this one fails. */
    public Comparison negated() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
            case UNEQUAL -> EQUAL;
        };
    }

    /** Whether it holds between numbers whose difference {@code left - right} has this sign. */
    public boolean holdsForSign(int sign) {
        return switch (this) {
            case EQUAL -> sign == 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
            case UNEQUAL -> sign != 0;
        };
    }
}
