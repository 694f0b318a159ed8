package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Normal forms of powers and reciprocals: laws of exponents where the signs of the bases allow. Trusted. */
final class Powers {
    private final Normalizer normalizer;
    private final Facts facts;
    private final Products products;

    Powers(Normalizer normalizer, Facts facts, Products products) {
        this.normalizer = normalizer;
        this.facts = facts;
        this.products = products;
    }

    NormalForm ofPower(NormalForm base, Term exponentTerm) {
        List<Term> denominators = new ArrayList<>();
        Optional<IndexPolynomial> exponent = IndexPolynomial.exponent(exponentTerm, denominators::add);
        if (exponent.isEmpty()) exponent = normalizer.of(exponentTerm).asConstant().map(IndexPolynomial::constant);
        boolean defined = denominators.stream().allMatch(d -> facts.nonZero(normalizer.normal(d)));
        if (exponent.isEmpty() || !defined) return normalizer.atom(Term.power(base.toTerm(Sort.REAL), normalizer.normal(exponentTerm)));
        Optional<Rational> constant = exponent.get().asConstant();
        if (constant.isPresent() && constant.get().isInteger()) {
            int n = constant.get().numerator().intValueExact();
            if (n < 0) {
                Optional<NormalForm> inverse = inverse(base);
                if (inverse.isPresent()) return natural(inverse.get(), -n);
            } else if (n <= Normalizer.WRITTEN_OUT) {
                return natural(base, n);
            }
        }
        return symbolicPower(base, exponent.get());
    }

    NormalForm natural(NormalForm base, int exponent) {
        NormalForm product = exponent == 0 ? NormalForm.ONE : base;
        for (int i = 1; i < exponent; i++) product = products.times(product, base);
        return product;
    }

    /** Distributes a power over a single monomial where that is right; otherwise the base becomes an atom. */
    NormalForm symbolicPower(NormalForm base, IndexPolynomial exponent) {
        boolean natural = Products.integral(exponent) && facts.indices().entailsNonNegative(exponent);
        boolean nonNegative = facts.indices().entailsNonNegative(exponent);
        var single = base.single();
        if (single.isPresent() && single.get().getKey().binders().isEmpty() && single.get().getKey().isScalar()
                && (natural || single.get().getValue().signum() > 0)) {
            Monomial monomial = single.get().getKey();
            boolean distributes = natural && monomial.scalars().values().stream().allMatch(power -> naturalExponent(power.exponent()))
                    || monomial.scalars().values().stream().allMatch(power -> facts.positive(power.atom()))
                    || nonNegative && monomial.scalars().values().stream().allMatch(power ->
                    facts.nonNegative(power.atom()) && facts.indices().entailsNonNegative(power.exponent()));
            if (distributes) {
                List<Monomial.Power> factors = new ArrayList<>();
                if (!single.get().getValue().equals(Rational.ONE))
                    factors.add(new Monomial.Power(Term.number(single.get().getValue()), exponent));
                for (Monomial.Power power : monomial.scalars().values())
                    factors.add(new Monomial.Power(power.atom(), power.exponent().times(exponent)));
                return products.gather(List.of(), factors, List.of());
            }
        }
        return NormalForm.of(Monomial.of(base.toTerm(Sort.REAL), exponent), Rational.ONE);
    }

    boolean naturalExponent(IndexPolynomial exponent) {
        return Products.integral(exponent) && facts.indices().entailsNonNegative(exponent);
    }

    /** The reciprocal of a non-zero monomial, or of a non-zero sum taken as an atom. */
    Optional<NormalForm> inverse(NormalForm form) {
        if (form.isZero()) return Optional.empty();
        var single = form.single();
        if (single.isPresent() && single.get().getKey().binders().isEmpty() && single.get().getKey().isScalar()) {
            Monomial monomial = single.get().getKey();
            if (!monomial.scalars().values().stream().allMatch(power -> facts.nonZero(power.atom()))) return Optional.empty();
            List<Monomial.Power> factors = new ArrayList<>();
            for (Monomial.Power power : monomial.scalars().values())
                factors.add(new Monomial.Power(power.atom(), power.exponent().scaled(Rational.MINUS_ONE)));
            return Optional.of(products.gather(List.of(), factors, List.of()).scaled(single.get().getValue().inverse()));
        }
        Term atom = form.toTerm(Sort.REAL);
        if (!facts.nonZero(atom)) return Optional.empty();
        return Optional.of(NormalForm.of(Monomial.of(atom, IndexPolynomial.constant(-1)), Rational.ONE));
    }

    NormalForm ofMatrixPower(Term base, Term exponentTerm) {
        List<Term> denominators = new ArrayList<>();
        Optional<IndexPolynomial> exponent = IndexPolynomial.exponent(exponentTerm, denominators::add);
        NormalForm form = normalizer.of(base);
        boolean defined = denominators.stream().allMatch(d -> facts.nonZero(normalizer.normal(d)));
        if (exponent.isPresent() && defined && naturalExponent(exponent.get())) {
            Optional<Rational> constant = exponent.get().asConstant();
            if (constant.isPresent() && constant.get().compareTo(Rational.of(Normalizer.WRITTEN_OUT)) <= 0)
                return natural(form, constant.get().numerator().intValueExact());
            Optional<List<Letter>> word = Normalizer.plainWord(form);
            List<Letter> letters = word.orElseGet(() -> List.of(new Letter.Atom(form.toTerm(base.sort()), false)));
            return normalizer.wordOf(List.of(new Letter.Power(letters, exponent.get())));
        }
        Term exponentNormal = exponent.isPresent() && defined ? exponent.get().toTerm() : normalizer.normal(exponentTerm);
        return normalizer.atom(Term.power(form.toTerm(base.sort()), exponentNormal));
    }
}
