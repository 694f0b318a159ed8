package tenet.properties.exact;

import java.math.BigInteger;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/** Square roots of rational numbers, exact where they are rational. */
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

    /**
     * A rational number near the square root: the root where it is rational, else off by less than a part in 2^bits, above or below it.
     *
     * @throws ArithmeticException when the number is negative
     */
    public static Rational near(Rational value, boolean above, int bits) {
        Optional<Rational> exact = square(value);
        if (exact.isPresent()) return exact.get();
        // sqrt(p/q) = sqrt(p*q)/q, with so many binary places that a step of the last one is small beside the root.
        BigInteger radicand = value.numerator().multiply(value.denominator());
        int places = Math.max(0, bits + 1 - radicand.bitLength() / 2);
        BigInteger floor = radicand.shiftLeft(2 * places).sqrt();
        return new Rational(above ? floor.add(BigInteger.ONE) : floor, value.denominator().shiftLeft(places));
    }
}
