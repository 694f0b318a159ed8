package tenet.properties.construction;

import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.properties.exact.Roots;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/**
 * The difference of the sides of a relation as a polynomial of degree two in one entry, all others fixed:
 * {@code square * x^2 + slope * x + constant}. Found by interpolation and tested at a fourth point.
 */
record AlongEntry(Member.Entry entry, Rational square, Rational slope, Rational constant) {
    /** Empty when it is no such polynomial, or has no exact value. */
    static Optional<AlongEntry> of(Member.Entry entry, Formula.Relation relation, Draft draft) {
        try {
            Rational zero = at(0, entry, relation, draft);
            Rational one = at(1, entry, relation, draft);
            Rational minus = at(-1, entry, relation, draft);
            Rational half = Rational.of(1, 2);
            Rational square = one.plus(minus).times(half).minus(zero);
            Rational slope = one.minus(minus).times(half);
            Rational three = square.times(Rational.of(9)).plus(slope.times(Rational.of(3))).plus(zero);
            return at(3, entry, relation, draft).equals(three) ? Optional.of(new AlongEntry(entry, square, slope, zero)) : Optional.empty();
        } catch (NoValue irrational) {
            return Optional.empty();
        }
    }

    private static Rational at(int value, Member.Entry entry, Formula.Relation relation, Draft draft) {
        return draft.difference(relation, draft.with(entry, Rational.of(value)));
    }

    boolean isConstant() {
        return square.isZero() && slope.isZero();
    }

    boolean isLinear() {
        return square.isZero() && !slope.isZero();
    }

    /** Where the derivative vanishes; only for a square that is not zero. */
    Rational centre() {
        return slope.divide(square.times(Rational.of(-2)));
    }

    /**
     * Where the value is {@code target} or, if that has no rational solution, just beyond on the side asked for: to within a part in 2^bits
     * of the distance from the centre. Empty when the parabola never gets there.
     *
     * @param above whether values above the target are asked for
     * @param right which of the two solutions
     */
    Optional<Rational> reaching(Rational target, boolean above, boolean right, int bits) {
        Rational squared = target.minus(constant).divide(square).plus(centre().times(centre()));
        if (squared.signum() < 0) return Optional.empty();
        Rational distance = Roots.near(squared, above == square.signum() > 0, bits);
        return Optional.of(right ? centre().plus(distance) : centre().minus(distance));
    }
}
