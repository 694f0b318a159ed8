package tenet.properties.exact;

import java.util.ArrayList;
import java.util.List;
import tenet.numeric.algebra.NotRepresentable;
import tenet.symbolic.term.Rational;

/** Exact numbers and vectors, with the edge cases where claims break: 0, 1, -1, equal, tiny, large. */
public record Draws(Choices choices) {
    private static final List<Rational> SIMPLE = simple(5);
    private static final List<Rational> FRACTIONS = fractions();
    private static final List<Rational> EXTREME = List.of(Rational.of(10), Rational.of(1, 10), Rational.of(100), Rational.of(1, 100),
            Rational.of(1000), Rational.of(1, 1000));

    /** The draws for one thing, recorded under its name. */
    public Draws in(String name) {
        return new Draws(choices.in(name));
    }

    /** Any rational number, simple as a rule; where a search has moved it, its multiple. */
    public Rational rational() {
        return drawn().times(Move.factor(choices.moved()));
    }

    private Rational drawn() {
        return switch (choices.below(8)) {
            case 0 -> Rational.ZERO;
            case 1 -> sign(Rational.ONE);
            case 2, 3, 4 -> sign(Rational.of(1 + choices.below(5)));
            case 5, 6 -> SIMPLE.get(choices.below(SIMPLE.size()));
            default -> sign(choices.once(4) ? EXTREME.get(choices.below(EXTREME.size()))
                    : Rational.of(1 + choices.below(30), 1 + choices.below(12)));
        };
    }

    /** A number that is not negative. */
    public Rational nonNegative() {
        return rational().abs();
    }

    /** A number above zero. */
    public Rational positive() {
        Rational value = nonNegative();
        return value.isZero() ? Rational.ONE : value;
    }

    private Rational sign(Rational value) {
        return choices.below(2) == 1 ? value.negate() : value;
    }

    /** A number within the bounds, the ends often; an arbitrary number of no bearing when there is none. */
    public Rational within(Bounds bounds) {
        if (bounds.isNone()) return rational();
        if (bounds.high().isEmpty()) return bounds.low().get().plus(bounds.lowOpen() ? positive() : nonNegative());
        if (bounds.low().isEmpty()) return bounds.high().get().minus(bounds.highOpen() ? positive() : nonNegative());
        Rational low = bounds.low().get();
        Rational length = bounds.high().get().minus(low);
        // The ends stand first among the fractions: leave out the open ones.
        int first = bounds.lowOpen() && bounds.highOpen() ? 2 : bounds.lowOpen() ? 1 : 0;
        Rational fraction = FRACTIONS.get(first + choices.below(FRACTIONS.size() - first));
        if (bounds.lowOpen() && !bounds.highOpen() && fraction.isZero()) fraction = Rational.ONE;
        if (bounds.highOpen() && fraction.equals(Rational.ONE)) fraction = bounds.lowOpen() ? Rational.of(1, 2) : Rational.ZERO;
        return low.plus(fraction.times(length));
    }

    /** A vector of rational length: a rational number times a {@link #unit}. */
    public List<Rational> rationalNorm(int size) {
        Rational length = rational();
        return unit(size).stream().map(length::times).toList();
    }

    /**
     * A rational vector of length one, by stereographic projection; the first unit vector is the simplest.
     *
     * @throws NotRepresentable for size 0, where there is none
     */
    public List<Rational> unit(int size) {
        if (size < 1) throw new NotRepresentable("a unit vector of size " + size);
        int pole = choices.below(size);
        boolean down = choices.below(2) == 1;
        Rational squares = Rational.ZERO;
        List<Rational> plane = new ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            Rational t = choices.below(4) == 0 ? Rational.ZERO : SIMPLE.get(choices.below(choices.once(3) ? SIMPLE.size() : 11));
            plane.add(t);
            squares = squares.plus(t.times(t));
        }
        Rational scale = squares.plus(Rational.ONE).inverse();
        Rational top = Rational.ONE.minus(squares).times(scale);
        List<Rational> unit = new ArrayList<>();
        for (Rational t : plane) unit.add(t.plus(t).times(scale));
        unit.add(pole, down ? top.negate() : top);
        return unit;
    }

    /** All p/q with p and q at most {@code largest}, the simplest first, with both signs. */
    private static List<Rational> simple(int largest) {
        List<Rational> simple = new ArrayList<>(List.of(Rational.ZERO));
        for (int size = 1; size <= largest; size++)
            for (int other = 1; other <= size; other++)
                for (Rational value : List.of(Rational.of(size, other), Rational.of(other, size)))
                    if (!simple.contains(value)) simple.addAll(List.of(value, value.negate()));
        return List.copyOf(simple);
    }

    private static List<Rational> fractions() {
        List<Rational> fractions = new ArrayList<>(List.of(Rational.ZERO, Rational.ONE));
        for (int q = 2; q <= 5; q++)
            for (int p = 1; p < q; p++) if (!fractions.contains(Rational.of(p, q))) fractions.add(Rational.of(p, q));
        fractions.addAll(List.of(Rational.of(1, 10), Rational.of(9, 10), Rational.of(1, 100), Rational.of(99, 100), Rational.of(1, 1000)));
        return List.copyOf(fractions);
    }
}
