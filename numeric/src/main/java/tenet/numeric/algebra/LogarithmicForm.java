package tenet.numeric.algebra;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import tenet.symbolic.term.Rational;

/**
 * A rational number and a rational combination of logarithms: {@code number + sum_i c_i log(n_i)}.
 *
 * @param logarithms c_i, not zero, by n_i, a natural number of at least two; small prime factors stand by themselves
 */
public record LogarithmicForm(Rational number, Map<BigInteger, Rational> logarithms) {
    private static final int LARGEST_TRIED_FACTOR = 1000;

    public LogarithmicForm {
        TreeMap<BigInteger, Rational> kept = new TreeMap<>();
        logarithms.forEach((argument, factor) -> {
            if (!factor.isZero()) kept.put(argument, factor);
        });
        logarithms = java.util.Collections.unmodifiableMap(kept);
    }

    /** A rational number. */
    public static LogarithmicForm of(Rational number) {
        return new LogarithmicForm(number, Map.of());
    }

    /** The logarithm of a positive number. */
    static LogarithmicForm log(Rational positive) {
        Map<BigInteger, Rational> factors = new TreeMap<>();
        collect(positive.numerator(), Rational.ONE, factors);
        collect(positive.denominator(), Rational.MINUS_ONE, factors);
        return new LogarithmicForm(Rational.ZERO, factors);
    }

    private static void collect(BigInteger number, Rational sign, Map<BigInteger, Rational> factors) {
        BigInteger rest = number;
        for (int factor = 2; factor < LARGEST_TRIED_FACTOR && rest.compareTo(BigInteger.valueOf((long) factor * factor)) >= 0; factor++) {
            BigInteger divisor = BigInteger.valueOf(factor);
            while (rest.mod(divisor).signum() == 0) {
                rest = rest.divide(divisor);
                factors.merge(divisor, sign, Rational::plus);
            }
        }
        if (rest.bitLength() > 1) factors.merge(rest, sign, Rational::plus);
    }

    /** Whether no logarithm is in it. */
    public boolean isNumber() {
        return logarithms.isEmpty();
    }

    public LogarithmicForm plus(LogarithmicForm other) {
        if (isNumber() && other.isNumber()) return of(number.plus(other.number));
        Map<BigInteger, Rational> sum = new TreeMap<>(logarithms);
        other.logarithms.forEach((argument, factor) -> sum.merge(argument, factor, Rational::plus));
        return new LogarithmicForm(number.plus(other.number), sum);
    }

    public LogarithmicForm times(Rational factor) {
        if (isNumber()) return of(number.times(factor));
        Map<BigInteger, Rational> scaled = new TreeMap<>();
        logarithms.forEach((argument, old) -> scaled.put(argument, old.times(factor)));
        return new LogarithmicForm(number.times(factor), scaled);
    }

    /** An interval that holds it. */
    public Interval enclosed() {
        Interval sum = Interval.of(number);
        for (var entry : logarithms.entrySet())
            sum = sum.plus(Interval.of(entry.getValue()).times(Interval.of(Rational.of(entry.getKey())).log()));
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(number.toString());
        logarithms.forEach((argument, factor) -> text.append(" + ").append(factor).append("*log(").append(argument).append(')'));
        return text.toString();
    }
}
