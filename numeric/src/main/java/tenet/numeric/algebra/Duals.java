package tenet.numeric.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tenet.symbolic.term.Rational;

/**
 * Numbers with their first derivatives in some directions (forward differentiation). A sign is certain only for
 * values other than zero, and for the zero that does not move; kinks (abs, min, max) need to know their side.
 */
public record Duals<E>(Algebra<E> base, int directions) implements Algebra<Dual<E>> {
    public Dual<E> constant(E value) {
        return new Dual<>(value, Collections.nCopies(directions, base.zero()));
    }

    /** The number that changes in one direction, counted from 0. */
    public Dual<E> variable(E value, int direction) {
        List<E> slopes = new ArrayList<>(Collections.nCopies(directions, base.zero()));
        slopes.set(direction, base.one());
        return new Dual<>(value, slopes);
    }

    private Dual<E> chain(E value, Dual<E> a, UnaryOperator<E> slope) {
        List<E> slopes = new ArrayList<>(directions);
        for (int i = 0; i < directions; i++) slopes.add(slope.apply(a.slopes().get(i)));
        return new Dual<>(value, slopes);
    }

    private Dual<E> chain(E value, Dual<E> a, Dual<E> b, BinaryOperator<E> slope) {
        List<E> slopes = new ArrayList<>(directions);
        for (int i = 0; i < directions; i++) slopes.add(slope.apply(a.slopes().get(i), b.slopes().get(i)));
        return new Dual<>(value, slopes);
    }

    /** Whether every slope is certainly zero. */
    private boolean isConstant(Dual<E> a) {
        for (int i = 0; i < directions; i++) {
            OptionalInt sign = base.sign(a.slopes().get(i));
            if (sign.isEmpty() || sign.getAsInt() != 0) return false;
        }
        return true;
    }

    @Override
    public Dual<E> of(Rational value) {
        return constant(base.of(value));
    }

    @Override
    public Dual<E> add(Dual<E> a, Dual<E> b) {
        return chain(base.add(a.value(), b.value()), a, b, base::add);
    }

    @Override
    public Dual<E> subtract(Dual<E> a, Dual<E> b) {
        return chain(base.subtract(a.value(), b.value()), a, b, base::subtract);
    }

    @Override
    public Dual<E> negate(Dual<E> a) {
        return chain(base.negate(a.value()), a, base::negate);
    }

    @Override
    public Dual<E> multiply(Dual<E> a, Dual<E> b) {
        return chain(base.multiply(a.value(), b.value()), a, b,
                (x, y) -> base.add(base.multiply(x, b.value()), base.multiply(a.value(), y)));
    }

    @Override
    public Dual<E> divide(Dual<E> a, Dual<E> b) {
        E quotient = base.divide(a.value(), b.value());
        return chain(quotient, a, b, (x, y) -> base.divide(base.subtract(x, base.multiply(quotient, y)), b.value()));
    }

    @Override
    public Dual<E> power(Dual<E> a, Rational exponent) {
        E power = base.power(a.value(), exponent);
        if (isConstant(a)) return constant(power);
        if (exponent.isZero()) return one();
        E slope = base.multiply(base.of(exponent), base.power(a.value(), exponent.minus(Rational.ONE)));
        return chain(power, a, x -> base.multiply(slope, x));
    }

    @Override
    public Dual<E> sqrt(Dual<E> a) {
        E root = base.sqrt(a.value());
        if (isConstant(a)) return constant(root);
        E twice = base.add(root, root);
        return chain(root, a, x -> base.divide(x, twice));
    }

    @Override
    public Dual<E> exp(Dual<E> a) {
        E exp = base.exp(a.value());
        return chain(exp, a, x -> base.multiply(exp, x));
    }

    @Override
    public Dual<E> log(Dual<E> a) {
        return chain(base.log(a.value()), a, x -> base.divide(x, a.value()));
    }

    @Override
    public Dual<E> abs(Dual<E> a) {
        return side(a) >= 0 ? a : negate(a);
    }

    @Override
    public Dual<E> min(Dual<E> a, Dual<E> b) {
        return side(subtract(a, b)) <= 0 ? a : b;
    }

    @Override
    public Dual<E> max(Dual<E> a, Dual<E> b) {
        return side(subtract(a, b)) >= 0 ? a : b;
    }

    private int side(Dual<E> a) {
        return sign(a).orElseThrow(() -> new NotRepresentable("the slope at a kink (abs, min or max)"));
    }

    @Override
    public OptionalInt sign(Dual<E> a) {
        OptionalInt sign = base.sign(a.value());
        return sign.isPresent() && sign.getAsInt() == 0 && !isConstant(a) ? OptionalInt.empty() : sign;
    }

    @Override
    public double low(Dual<E> a) {
        return base.low(a.value());
    }

    @Override
    public double high(Dual<E> a) {
        return base.high(a.value());
    }
}
