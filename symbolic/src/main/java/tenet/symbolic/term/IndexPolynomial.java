package tenet.symbolic.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A polynomial with rational coefficients in integer symbols, negative powers allowed: the canonical form of indices,
 * shapes ({@code d[l-1]}) and symbolic exponents ({@code 2 - 2/L}). A monomial is a sorted map from the text of a
 * symbol to its power; equal polynomials are equal objects.
 */
public final class IndexPolynomial implements Comparable<IndexPolynomial> {
    public static final IndexPolynomial ZERO = constant(Rational.ZERO);
    public static final IndexPolynomial ONE = constant(Rational.ONE);

    private final TreeMap<Monomial, Rational> terms;
    private String text;

    private IndexPolynomial(TreeMap<Monomial, Rational> terms) {
        this.terms = terms;
    }

    /** A product of integer powers of symbols. */
    public record Monomial(Map<String, Integer> powers, Map<String, Term> symbols) implements Comparable<Monomial> {
        static final Monomial UNIT = new Monomial(Map.of(), Map.of());

        public boolean isUnit() {
            return powers.isEmpty();
        }

        Monomial times(Monomial other) {
            if (other.isUnit()) return this;
            if (isUnit()) return other;
            TreeMap<String, Integer> product = new TreeMap<>(powers);
            TreeMap<String, Term> all = new TreeMap<>(symbols);
            other.powers.forEach((name, power) -> product.merge(name, power, Math::addExact));
            all.putAll(other.symbols);
            product.values().removeIf(power -> power == 0);
            all.keySet().retainAll(product.keySet());
            return new Monomial(Collections.unmodifiableMap(product), Collections.unmodifiableMap(all));
        }

        private int degree() {
            int degree = 0;
            for (int power : powers.values()) degree += power;
            return degree;
        }

        private String key() {
            return powers.toString();
        }

        @Override
        public int compareTo(Monomial other) {
            if (this == other) return 0;
            int byDegree = Integer.compare(other.degree(), degree());
            return byDegree != 0 ? byDegree : key().compareTo(other.key());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Monomial(Map<String, Integer> theirs, Map<String, Term> ignored) && powers.equals(theirs);
        }

        @Override
        public int hashCode() {
            return powers.hashCode();
        }
    }

    public static IndexPolynomial constant(Rational value) {
        TreeMap<Monomial, Rational> terms = new TreeMap<>();
        if (!value.isZero()) terms.put(Monomial.UNIT, value);
        return new IndexPolynomial(terms);
    }

    public static IndexPolynomial constant(long value) {
        return constant(Rational.of(value));
    }

    /** The polynomial of an integer term; total on integer terms. */
    public static IndexPolynomial of(Term term) {
        return exponent(term, denominator -> {
            throw new IllTyped("an index cannot contain the quotient by " + denominator);
        }).orElseThrow(() -> new IllTyped(term + " is not an integer term"));
    }

    /**
     * The polynomial of a scalar term built from integer symbols and rational numbers by sums, products, natural
     * powers and division by a monomial; empty for any other term. Each denominator is reported: the reading is
     * right only where it is not zero.
     */
    public static Optional<IndexPolynomial> exponent(Term term, Consumer<Term> denominators) {
        return switch (term) {
            case Term.Number(Rational value) -> Optional.of(constant(value));
            case Term.Symbol symbol when symbol.sort() instanceof Sort.Int -> Optional.of(atom(symbol));
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> switch (operator) {
                case ADD -> arguments.stream().map(argument -> exponent(argument, denominators))
                        .reduce(Optional.of(ZERO), (a, b) -> a.flatMap(x -> b.map(x::plus)));
                case MULTIPLY -> arguments.stream().map(argument -> exponent(argument, denominators))
                        .reduce(Optional.of(ONE), (a, b) -> a.flatMap(x -> b.map(x::times)));
                case NEGATE -> exponent(arguments.getFirst(), denominators).map(x -> x.scaled(Rational.MINUS_ONE));
                case DIVIDE -> {
                    Optional<IndexPolynomial> top = exponent(arguments.get(0), denominators);
                    Optional<IndexPolynomial> bottom = exponent(arguments.get(1), denominators).flatMap(IndexPolynomial::inverse);
                    if (top.isPresent() && bottom.isPresent() && !(arguments.get(1) instanceof Term.Number)) denominators.accept(arguments.get(1));
                    yield top.flatMap(x -> bottom.map(x::times));
                }
                case POWER -> arguments.get(1) instanceof Term.Number(Rational power) && power.isInteger()
                        && power.signum() >= 0 && power.compareTo(Rational.of(64)) <= 0
                        ? exponent(arguments.get(0), denominators).map(x -> x.power(power.numerator().intValue()))
                        : opaque(term);
                default -> opaque(term);
            };
            default -> opaque(term);
        };
    }

    /** Other integer terms (a sum over a range, an absolute value) are symbols to this algebra. */
    private static Optional<IndexPolynomial> opaque(Term term) {
        return term.sort() instanceof Sort.Int ? Optional.of(atom(term)) : Optional.empty();
    }

    /** True when two integer terms are the same polynomial. */
    public static boolean equal(Term a, Term b) {
        return a.equals(b) || of(a).equals(of(b));
    }

    private static IndexPolynomial atom(Term term) {
        TreeMap<Monomial, Rational> terms = new TreeMap<>();
        String key = term.toString();
        terms.put(new Monomial(Map.of(key, 1), Map.of(key, term)), Rational.ONE);
        return new IndexPolynomial(terms);
    }

    public IndexPolynomial plus(IndexPolynomial other) {
        TreeMap<Monomial, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Rational::plus));
        sum.values().removeIf(Rational::isZero);
        return new IndexPolynomial(sum);
    }

    public IndexPolynomial minus(IndexPolynomial other) {
        return plus(other.scaled(Rational.MINUS_ONE));
    }

    public IndexPolynomial scaled(Rational factor) {
        return times(constant(factor));
    }

    public IndexPolynomial times(IndexPolynomial other) {
        TreeMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((m, a) -> other.terms.forEach((n, b) -> product.merge(m.times(n), a.times(b), Rational::plus)));
        product.values().removeIf(Rational::isZero);
        return new IndexPolynomial(product);
    }

    public IndexPolynomial power(int exponent) {
        IndexPolynomial product = ONE;
        for (int i = 0; i < exponent; i++) product = product.times(this);
        return product;
    }

    /** The reciprocal of a monomial; empty otherwise. */
    public Optional<IndexPolynomial> inverse() {
        if (terms.size() != 1) return Optional.empty();
        Monomial monomial = terms.firstKey();
        TreeMap<String, Integer> powers = new TreeMap<>();
        monomial.powers().forEach((name, power) -> powers.put(name, Math.negateExact(power)));
        TreeMap<Monomial, Rational> inverse = new TreeMap<>();
        inverse.put(new Monomial(Collections.unmodifiableMap(powers), monomial.symbols()), terms.firstEntry().getValue().inverse());
        return Optional.of(new IndexPolynomial(inverse));
    }

    /** The value, when this is a constant. */
    public Optional<Rational> asConstant() {
        if (terms.isEmpty()) return Optional.of(Rational.ZERO);
        return terms.size() == 1 && terms.firstKey().isUnit() ? Optional.of(terms.firstEntry().getValue()) : Optional.empty();
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    /** Monomials and their non-zero coefficients, highest degree first. */
    public Map<Monomial, Rational> terms() {
        return Collections.unmodifiableMap(terms);
    }

    /** True when the symbol (by its printed name) occurs. */
    public boolean mentions(String name) {
        return terms.keySet().stream().flatMap(m -> m.symbols().values().stream()).anyMatch(symbol -> Names.occursFree(name, symbol));
    }

    /** The canonical term of this polynomial; an integer term when all coefficients and powers allow. */
    public Term toTerm() {
        List<Term> positive = new ArrayList<>();
        List<Term> negative = new ArrayList<>();
        List<Term> constants = new ArrayList<>();
        terms.forEach((monomial, coefficient) -> {
            Term term = toTerm(monomial, coefficient);
            if (monomial.isUnit()) constants.add(term);
            else if (coefficient.signum() > 0) positive.add(term);
            else negative.add(term);
        });
        // A positive constant leads when every other summand is negative: 2 - 2/L, but l - 1.
        if (positive.isEmpty() && !constants.isEmpty() && !negative.isEmpty() && constants.getFirst() instanceof Term.Number(Rational c) && c.signum() > 0) {
            positive.addAll(constants);
            constants.clear();
        }
        positive.addAll(negative);
        positive.addAll(constants);
        if (positive.isEmpty()) return Term.number(0);
        return raw(Operator.ADD, positive);
    }

    private static Term toTerm(Monomial monomial, Rational coefficient) {
        if (monomial.isUnit()) return Term.number(coefficient);
        List<Term> top = new ArrayList<>();
        List<Term> bottom = new ArrayList<>();
        Rational size = coefficient.abs();
        if (!size.equals(Rational.ONE)) top.add(Term.number(size));
        monomial.powers().forEach((name, power) -> {
            Term symbol = monomial.symbols().get(name);
            (power > 0 ? top : bottom).add(Math.abs(power) == 1 ? symbol
                    : new Term.Apply(Operator.POWER, List.of(symbol, Term.number(Math.abs(power))), Sort.INT));
        });
        Term term = top.isEmpty() ? Term.number(1) : raw(Operator.MULTIPLY, top);
        if (!bottom.isEmpty()) term = raw(Operator.DIVIDE, List.of(term, raw(Operator.MULTIPLY, bottom)));
        return coefficient.signum() < 0 ? raw(Operator.NEGATE, List.of(term)) : term;
    }

    /** Builds without canonicalising again. */
    private static Term raw(Operator operator, List<Term> arguments) {
        if (arguments.size() == 1 && operator != Operator.NEGATE) return arguments.getFirst();
        return new Term.Apply(operator, arguments, operator.resultSort(arguments));
    }

    @Override
    public int compareTo(IndexPolynomial other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexPolynomial polynomial && terms.equals(polynomial.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        if (text == null) text = toTerm().toString();
        return text;
    }
}
