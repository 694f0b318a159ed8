package tenet.symbolic.search.positivity;

import tenet.symbolic.term.Rational;

/** The condition {@code p = 0}, {@code p >= 0} or {@code p > 0} on real values of the variables of {@code p}. */
public record Constraint(Polynomial polynomial, Kind kind) {
    public enum Kind { ZERO, NONNEGATIVE, POSITIVE }

    public static Constraint zero(Polynomial polynomial) {
        return new Constraint(polynomial, Kind.ZERO);
    }

    public static Constraint nonnegative(Polynomial polynomial) {
        return new Constraint(polynomial, Kind.NONNEGATIVE);
    }

    public static Constraint positive(Polynomial polynomial) {
        return new Constraint(polynomial, Kind.POSITIVE);
    }

    public boolean isEquality() {
        return kind == Kind.ZERO;
    }

    public boolean isStrict() {
        return kind == Kind.POSITIVE;
    }

    /** Whether the condition holds at a point, exactly. */
    public boolean holds(Rational[] point) {
        int sign = polynomial.evaluate(point).signum();
        return switch (kind) {
            case ZERO -> sign == 0;
            case NONNEGATIVE -> sign >= 0;
            case POSITIVE -> sign > 0;
        };
    }
}
