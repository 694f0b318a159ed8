package tenet.symbolic.search.positivity;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tenet.symbolic.term.Rational;

/**
 * A sparse polynomial with rational coefficients in the variables 0, 1, 2, …; equal polynomials are equal objects.
 *
 * @param terms the nonzero coefficients, greatest monomial first
 */
public record Polynomial(SortedMap<Monomial, Rational> terms) {
    public static final Polynomial ZERO = new Polynomial(Collections.emptySortedMap());
    public static final Polynomial ONE = constant(Rational.ONE);

    public Polynomial {
        var sorted = new TreeMap<Monomial, Rational>(Collections.reverseOrder());
        terms.forEach((monomial, coefficient) -> {
            if (!coefficient.isZero()) sorted.put(monomial, coefficient);
        });
        terms = Collections.unmodifiableSortedMap(sorted);
    }

    private static TreeMap<Monomial, Rational> empty() {
        return new TreeMap<>(Collections.reverseOrder());
    }

    public static Polynomial of(Map<Monomial, Rational> terms) {
        var sorted = empty();
        sorted.putAll(terms);
        return new Polynomial(sorted);
    }

    public static Polynomial constant(Rational value) {
        return monomial(Monomial.ONE, value);
    }

    public static Polynomial constant(long value) {
        return constant(Rational.of(value));
    }

    public static Polynomial variable(int index) {
        return monomial(Monomial.variable(index), Rational.ONE);
    }

    public static Polynomial monomial(Monomial monomial, Rational coefficient) {
        var sorted = empty();
        sorted.put(monomial, coefficient);
        return new Polynomial(sorted);
    }

    public static Polynomial sum(Collection<Polynomial> summands) {
        var total = empty();
        for (Polynomial summand : summands) summand.addTo(total, Rational.ONE);
        return new Polynomial(total);
    }

    void addTo(Map<Monomial, Rational> total, Rational factor) {
        terms.forEach((monomial, coefficient) -> total.merge(monomial, coefficient.times(factor), Rational::plus));
    }

    public Polynomial plus(Polynomial other) {
        if (other.isZero()) return this;
        var total = new TreeMap<>(terms);
        other.addTo(total, Rational.ONE);
        return new Polynomial(total);
    }

    public Polynomial minus(Polynomial other) {
        var total = new TreeMap<>(terms);
        other.addTo(total, Rational.MINUS_ONE);
        return new Polynomial(total);
    }

    public Polynomial negate() {
        return scaled(Rational.MINUS_ONE);
    }

    public Polynomial scaled(Rational factor) {
        var total = empty();
        addTo(total, factor);
        return new Polynomial(total);
    }

    public Polynomial times(Polynomial other) {
        var total = empty();
        terms.forEach((left, a) -> other.terms.forEach(
                (right, b) -> total.merge(left.times(right), a.times(b), Rational::plus)));
        return new Polynomial(total);
    }

    public Polynomial times(Monomial factor, Rational coefficient) {
        var total = empty();
        terms.forEach((monomial, own) -> total.put(monomial.times(factor), own.times(coefficient)));
        return new Polynomial(total);
    }

    public Polynomial squared() {
        return times(this);
    }

    /** @param exponent at least 0; {@code p^0 = 1} */
    public Polynomial power(int exponent) {
        Polynomial result = ONE;
        for (int i = 0; i < exponent; i++) result = result.times(this);
        return result;
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    public boolean isConstant() {
        return degree() == 0;
    }

    /** The total degree; 0 for constants, the zero polynomial included. */
    public int degree() {
        return isZero() ? 0 : terms.firstKey().degree();
    }

    public Rational coefficient(Monomial monomial) {
        return terms.getOrDefault(monomial, Rational.ZERO);
    }

    /** The greatest monomial. @throws java.util.NoSuchElementException for the zero polynomial */
    Monomial leading() {
        return terms.firstKey();
    }

    /** One more than the highest variable that occurs. */
    public int width() {
        return terms.keySet().stream().mapToInt(Monomial::width).max().orElse(0);
    }

    /** @param point values of the variables, at least {@link #width()} of them */
    public Rational evaluate(Rational[] point) {
        Rational total = Rational.ZERO;
        for (var term : terms.entrySet()) {
            Rational value = term.getValue();
            for (int i = 0; i < term.getKey().width(); i++) {
                int power = term.getKey().power(i);
                if (power > 0) value = value.times(point[i].power(power));
            }
            total = total.plus(value);
        }
        return total;
    }

    @Override
    public String toString() {
        if (isZero()) return "0";
        var text = new StringBuilder();
        terms.forEach((monomial, coefficient) -> {
            if (!text.isEmpty()) text.append(coefficient.signum() < 0 ? " - " : " + ");
            else if (coefficient.signum() < 0) text.append('-');
            boolean unit = coefficient.abs().equals(Rational.ONE);
            if (!unit || monomial.degree() == 0) text.append(coefficient.abs());
            if (!unit && monomial.degree() > 0) text.append('*');
            if (monomial.degree() > 0) text.append(monomial);
        });
        return text.toString();
    }
}
