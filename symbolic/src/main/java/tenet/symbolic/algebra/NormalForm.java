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
    /** Sums of fewer monomials are not worth packing. */
    private static final int FEW = 16;

    /** One of the two, and the other one once it was asked for; packed is empty when it cannot be. */
    private TreeMap<Monomial, Rational> terms;
    private Optional<Polynomial> packed;

    private NormalForm(TreeMap<Monomial, Rational> terms) {
        this.terms = terms;
    }

    private NormalForm(Polynomial packed) {
        this.packed = Optional.of(packed);
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
        if (terms == null) terms = packed.orElseThrow().terms();
        return Collections.unmodifiableMap(terms);
    }

    private Optional<Polynomial> packed() {
        if (packed == null) packed = Polynomial.of(terms);
        return packed;
    }

    private int size() {
        return terms == null ? packed.orElseThrow().size() : terms.size();
    }

    public boolean isZero() {
        return size() == 0;
    }

    NormalForm plus(NormalForm other) {
        return sum(List.of(this, other));
    }

    static NormalForm sum(List<NormalForm> summands) {
        if (summands.stream().mapToInt(NormalForm::size).max().orElse(0) > FEW) {
            Optional<Polynomial> sum = summands.stream().map(NormalForm::packed).reduce((a, b) -> a.flatMap(p -> b.flatMap(p::plus))).orElseThrow();
            if (sum.isPresent()) return new NormalForm(sum.get());
        }
        TreeMap<Monomial, Rational> sum = new TreeMap<>();
        for (NormalForm summand : summands) summand.terms().forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Rational::plus));
        sum.values().removeIf(Rational::isZero);
        return new NormalForm(sum);
    }

    NormalForm scaled(Rational factor) {
        if (factor.equals(Rational.ONE)) return this;
        if (factor.isZero()) return ZERO;
        if (size() > FEW) {
            Optional<NormalForm> scaled = times(constant(factor));
            if (scaled.isPresent()) return scaled.get();
        }
        TreeMap<Monomial, Rational> scaled = new TreeMap<>();
        terms().forEach((monomial, coefficient) -> scaled.put(monomial, coefficient.times(factor)));
        return new NormalForm(scaled);
    }

    /** The product, when it is one of many monomials and no laws but those of a ring are at work; see {@link Products}. */
    Optional<NormalForm> times(NormalForm other) {
        if ((long) size() * other.size() <= FEW) return Optional.empty();
        return packed().flatMap(p -> other.packed().flatMap(p::times)).map(NormalForm::new);
    }

    /** The only monomial with its coefficient, when there is exactly one. */
    Optional<Map.Entry<Monomial, Rational>> single() {
        return size() == 1 ? terms().entrySet().stream().findFirst() : Optional.empty();
    }

    /** The value of a constant scalar. */
    public Optional<Rational> asConstant() {
        if (isZero()) return Optional.of(Rational.ZERO);
        return single().filter(entry -> entry.getKey().equals(Monomial.UNIT)).map(Map.Entry::getValue);
    }

    /** The summands as scalar atoms with natural powers, when they all are; empty otherwise. For polynomial reasoning. */
    public Optional<Map<Map<Term, Integer>, Rational>> asPolynomial() {
        Map<Map<Term, Integer>, Rational> polynomial = new java.util.LinkedHashMap<>();
        for (var entry : terms().entrySet()) {
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
        if (isZero()) return Term.zero(sort instanceof Sort.Int ? Sort.REAL : sort);
        Term identity = sort instanceof Sort.Matrix(Term rows, Term ignored) ? Term.apply(Operator.IDENTITY, rows) : Term.number(1);
        List<Term> parts = new ArrayList<>();
        terms().forEach((monomial, coefficient) -> parts.add(monomial.toTerm(coefficient, identity)));
        return parts.size() == 1 ? parts.getFirst() : Term.apply(Operator.ADD, parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalForm form && size() == form.size()
                && (size() > FEW ? plus(form.scaled(Rational.MINUS_ONE)).isZero() : terms().equals(form.terms()));
    }

    @Override
    public int hashCode() {
        return terms().hashCode();
    }

    @Override
    public String toString() {
        return terms().toString();
    }
}
