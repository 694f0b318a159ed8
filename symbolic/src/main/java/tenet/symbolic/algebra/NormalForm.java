package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** A sum of monomials with non-zero rational coefficients. Two terms of one sort with equal normal forms are equal. */
public final class NormalForm {
    static final NormalForm ZERO = new NormalForm(new TreeMap<>());
    static final NormalForm ONE = of(Monomial.UNIT, Rational.ONE);

    private final TreeMap<Monomial, Rational> terms;

    private NormalForm(TreeMap<Monomial, Rational> terms) {
        this.terms = terms;
    }

    static NormalForm of(Monomial monomial, Rational coefficient) {
        TreeMap<Monomial, Rational> terms = new TreeMap<>();
        if (!coefficient.isZero()) terms.put(monomial, coefficient);
        return new NormalForm(terms);
    }

    static NormalForm constant(Rational value) {
        return of(Monomial.UNIT, value);
    }

    Map<Monomial, Rational> terms() {
        return Collections.unmodifiableMap(terms);
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    NormalForm plus(NormalForm other) {
        TreeMap<Monomial, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Rational::plus));
        sum.values().removeIf(Rational::isZero);
        return new NormalForm(sum);
    }

    NormalForm scaled(Rational factor) {
        if (factor.isZero()) return ZERO;
        TreeMap<Monomial, Rational> scaled = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> scaled.put(monomial, coefficient.times(factor)));
        return new NormalForm(scaled);
    }

    /** The only monomial with its coefficient, when there is exactly one. */
    Optional<Map.Entry<Monomial, Rational>> single() {
        return terms.size() == 1 ? Optional.of(Map.entry(terms.firstKey(), terms.firstEntry().getValue())) : Optional.empty();
    }

    /** The value of a constant scalar. */
    public Optional<Rational> asConstant() {
        if (terms.isEmpty()) return Optional.of(Rational.ZERO);
        return single().filter(entry -> entry.getKey().equals(Monomial.UNIT)).map(Map.Entry::getValue);
    }

    /** The summands as scalar atoms with natural powers, when they all are; empty otherwise. For polynomial reasoning. */
    public Optional<Map<Map<Term, Integer>, Rational>> asPolynomial() {
        Map<Map<Term, Integer>, Rational> polynomial = new java.util.LinkedHashMap<>();
        for (var entry : terms.entrySet()) {
            Monomial monomial = entry.getKey();
            if (!monomial.isScalar()) return Optional.empty();
            Map<Term, Integer> powers = new java.util.LinkedHashMap<>();
            // A sum is an atom without the factors that come out of it.
            if (!monomial.binders().isEmpty()) powers.put(monomial.part(true).canonical().toTerm(Rational.ONE, Term.number(1)), 1);
            for (Monomial.Power power : monomial.part(false).scalars().values()) {
                Optional<Rational> exponent = power.exponent().asConstant();
                if (exponent.isPresent() && exponent.get().isInteger() && exponent.get().signum() > 0)
                    powers.merge(power.atom(), exponent.get().numerator().intValueExact(), Integer::sum);
                else powers.merge(Term.apply(Operator.POWER, power.atom(), power.exponent().toTerm()), 1, Integer::sum);
            }
            polynomial.merge(powers, entry.getValue(), Rational::plus);
        }
        return Optional.of(polynomial);
    }

    /** A term of the given sort with this normal form. */
    public Term toTerm(Sort sort) {
        if (terms.isEmpty()) return Term.zero(sort instanceof Sort.Int ? Sort.REAL : sort);
        Term identity = sort instanceof Sort.Matrix(Term rows, Term ignored) ? Term.apply(Operator.IDENTITY, rows) : Term.number(1);
        List<Term> parts = new ArrayList<>();
        terms.forEach((monomial, coefficient) -> parts.add(monomial.toTerm(coefficient, identity)));
        return parts.size() == 1 ? parts.getFirst() : Term.apply(Operator.ADD, parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalForm form && terms.equals(form.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
