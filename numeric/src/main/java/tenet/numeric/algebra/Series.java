package tenet.numeric.algebra;

import java.util.List;

/** A power series in time, cut off: {@code c0 + c1 t + ... + cn t^n}, where n is the order. Coefficients by power. */
public record Series<E>(List<E> coefficients) {
    public Series {
        coefficients = List.copyOf(coefficients);
        if (coefficients.isEmpty()) throw new IllegalArgumentException("a series has at least its constant");
    }

    public int order() {
        return coefficients.size() - 1;
    }

    public E coefficient(int power) {
        return coefficients.get(power);
    }
}
