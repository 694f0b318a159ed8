package tenet.properties.exact;

import java.math.BigInteger;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/** Square roots of rational numbers that are rational. */
public final class Roots {
    private Roots() {
    }

    /** Empty when the number is negative or its root irrational. */
    public static Optional<Rational> square(Rational value) {
        if (value.signum() < 0) return Optional.empty();
        BigInteger top = value.numerator().sqrt();
        BigInteger bottom = value.denominator().sqrt();
        boolean exact = top.multiply(top).equals(value.numerator()) && bottom.multiply(bottom).equals(value.denominator());
        return exact ? Optional.of(new Rational(top, bottom)) : Optional.empty();
    }
}
