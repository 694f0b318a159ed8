package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * What is known of integers: polynomials that are non-negative or non-zero. Decides entailment of {@code p >= 0} by
 * Fourier–Motzkin elimination over the rationals, monomials taken as independent unknowns. Trusted: sound because
 * infeasibility over the rationals implies infeasibility over the integers; incomplete, which only loses proofs.
 */
public final class IndexFacts {
    public static final IndexFacts NONE = new IndexFacts(List.of(), List.of());
    /** Elimination gives up beyond this many inequalities. */
    private static final int LIMIT = 400;

    private final List<IndexPolynomial> nonNegative;
    private final List<IndexPolynomial> nonZero;

    private IndexFacts(List<IndexPolynomial> nonNegative, List<IndexPolynomial> nonZero) {
        this.nonNegative = nonNegative;
        this.nonZero = nonZero;
    }

    public IndexFacts withNonNegative(IndexPolynomial p) {
        return new IndexFacts(plus(nonNegative, p), nonZero);
    }

    public IndexFacts withNonZero(IndexPolynomial p) {
        return new IndexFacts(nonNegative, plus(nonZero, p));
    }

    /** Adds that the range's index lies in the range. Facts about an outer index of the same name are the caller's care. */
    public IndexFacts within(Range range) {
        IndexPolynomial index = IndexPolynomial.of(Term.index(range.index()));
        IndexFacts facts = withNonNegative(index.minus(IndexPolynomial.of(range.low())));
        if (range.upper().isPresent()) facts = facts.withNonNegative(IndexPolynomial.of(range.high()).minus(index));
        if (range.except().isPresent()) facts = facts.withNonZero(index.minus(IndexPolynomial.of(range.except().get())));
        return facts;
    }

    public boolean atLeast(IndexPolynomial a, IndexPolynomial b) {
        return entailsNonNegative(a.minus(b));
    }

    public boolean unequal(IndexPolynomial a, IndexPolynomial b) {
        IndexPolynomial difference = a.minus(b);
        IndexPolynomial opposite = difference.scaled(Rational.MINUS_ONE);
        return nonZero.contains(difference) || nonZero.contains(opposite)
                || entailsNonNegative(difference.minus(IndexPolynomial.ONE)) || entailsNonNegative(opposite.minus(IndexPolynomial.ONE));
    }

    /** Whether the polynomial is certainly {@code >= 0}. */
    public boolean entailsNonNegative(IndexPolynomial p) {
        return entails(p, false);
    }

    /** Whether the polynomial is certainly {@code > 0}. */
    public boolean entailsPositive(IndexPolynomial p) {
        return entails(p, true);
    }

    private boolean entails(IndexPolynomial given, boolean strictly) {
        Optional<IndexPolynomial> cleared = given.asConstant().isPresent() ? Optional.of(given) : withoutDenominators(given);
        if (cleared.isEmpty()) return false;
        IndexPolynomial p = cleared.get();
        if (p.asConstant().isPresent()) return p.asConstant().get().signum() >= (strictly ? 1 : 0);
        boolean integral = p.terms().values().stream().allMatch(Rational::isInteger);
        // On integers the negation of p >= 0 is p <= -1; of p > 0 it is p <= 0.
        IndexPolynomial opposite = p.scaled(Rational.MINUS_ONE);
        List<Row> rows = new ArrayList<>();
        for (IndexPolynomial fact : nonNegative) rows.add(Row.of(fact, false));
        rows.add(strictly ? Row.of(opposite, false) : integral ? Row.of(opposite.minus(IndexPolynomial.ONE), false) : Row.of(opposite, true));
        return infeasible(rows);
    }

    /** Multiplied by the powers of positive symbols that make all powers natural; empty when a denominator's sign is open. */
    private Optional<IndexPolynomial> withoutDenominators(IndexPolynomial p) {
        for (var monomial : p.terms().keySet())
            for (var power : monomial.powers().entrySet())
                if (power.getValue() < 0) {
                    IndexPolynomial symbol = IndexPolynomial.of(monomial.symbols().get(power.getKey()));
                    if (!entailsNonNegative(symbol.minus(IndexPolynomial.ONE))) return Optional.empty();
                    return withoutDenominators(p.times(symbol.power(-power.getValue())));
                }
        return Optional.of(p);
    }

    /** {@code sum coefficients * unknowns + constant >= 0}, or {@code > 0} when strict. */
    private record Row(Map<IndexPolynomial.Monomial, Rational> coefficients, Rational constant, boolean strict) {
        static Row of(IndexPolynomial p, boolean strict) {
            Map<IndexPolynomial.Monomial, Rational> coefficients = new LinkedHashMap<>();
            Rational constant = Rational.ZERO;
            for (var entry : p.terms().entrySet())
                if (entry.getKey().isUnit()) constant = entry.getValue();
                else coefficients.put(entry.getKey(), entry.getValue());
            return new Row(coefficients, constant, strict);
        }

        Row combine(Rational a, Row other, Rational b) {
            Map<IndexPolynomial.Monomial, Rational> sum = new LinkedHashMap<>();
            coefficients.forEach((m, c) -> sum.put(m, c.times(a)));
            other.coefficients.forEach((m, c) -> sum.merge(m, c.times(b), Rational::plus));
            sum.values().removeIf(Rational::isZero);
            return new Row(sum, constant.times(a).plus(other.constant.times(b)), strict || other.strict);
        }

        boolean impossible() {
            return coefficients.isEmpty() && (constant.signum() < 0 || strict && constant.signum() == 0);
        }
    }

    private static boolean infeasible(List<Row> rows) {
        List<Row> system = rows;
        while (true) {
            if (system.stream().anyMatch(Row::impossible)) return true;
            var unknown = system.stream().flatMap(row -> row.coefficients().keySet().stream()).findFirst();
            if (unknown.isEmpty()) return false;
            IndexPolynomial.Monomial x = unknown.get();
            List<Row> next = new ArrayList<>();
            List<Row> lower = new ArrayList<>();
            List<Row> upper = new ArrayList<>();
            for (Row row : system) {
                Rational c = row.coefficients().get(x);
                (c == null ? next : c.signum() > 0 ? lower : upper).add(row);
            }
            for (Row low : lower)
                for (Row high : upper)
                    next.add(low.combine(high.coefficients().get(x).negate(), high, low.coefficients().get(x)));
            if (next.size() > LIMIT) return false;
            system = next.stream().distinct().toList();
        }
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
