package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tenet.numeric.evaluation.Probes;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/** Values to try for {@code for X : real[2,2]} quantifiers, the same on every instance: zero, unit matrices, sums of them. */
public final class StandardProbes {
    public static final Probes PROBES = (name, shape) -> values(shape);

    /** More unit matrices than these are not tried. */
    private static final int MOST_UNITS = 9;

    private StandardProbes() {
    }

    private static List<Value<Rational>> values(List<Integer> shape) {
        if (shape.isEmpty())
            return List.<Value<Rational>>of(Value.number(0), Value.number(1), Value.number(-1), Value.number(2), Value.scalar(Rational.of(-1, 2)), Value.number(-3));
        int size = Value.size(shape);
        List<Value<Rational>> values = new ArrayList<>();
        List<Rational> zero = Collections.nCopies(size, Rational.ZERO);
        values.add(of(shape, zero));
        for (int i = 0; i < Math.min(size, MOST_UNITS); i++) {
            List<Rational> unit = new ArrayList<>(zero);
            unit.set(i, Rational.ONE);
            values.add(of(shape, unit));
        }
        values.add(of(shape, Collections.nCopies(size, Rational.MINUS_ONE)));
        List<Rational> mixed = new ArrayList<>();
        for (int i = 0; i < size; i++) mixed.add(Rational.of(i % 2 == 0 ? i + 1 : -i - 2, 1 + i % 3));
        values.add(of(shape, mixed));
        return values;
    }

    private static Value<Rational> of(List<Integer> shape, List<Rational> entries) {
        return shape.size() == 2 ? Value.of(shape, entries) : new Value.Tensor<>(shape, entries);
    }
}
