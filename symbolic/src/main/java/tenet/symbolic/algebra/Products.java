package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Multiplication of monomials: exponents of equal atoms add where that is right, words concatenate and reduce. Trusted. */
final class Products {
    private final Facts facts;
    private final Words words;
    private final FreshNames names;

    Products(Facts facts, FreshNames names) {
        this.facts = facts;
        this.words = new Words(facts);
        this.names = names;
    }

    NormalForm times(NormalForm a, NormalForm b) {
        Optional<NormalForm> product = a.times(b);
        if (product.isPresent()) return product.get();
        List<NormalForm> parts = new ArrayList<>();
        for (var x : a.terms().entrySet())
            for (var y : b.terms().entrySet()) parts.add(times(x.getKey(), y.getKey()).scaled(x.getValue().times(y.getValue())));
        return NormalForm.sum(parts);
    }

    private NormalForm times(Monomial a, Monomial b) {
        Monomial right = renamedApart(b);
        Monomial left = renamedApart(a);
        List<Range> binders = new ArrayList<>(left.binders());
        binders.addAll(right.binders());
        Products inside = this;
        if (!binders.isEmpty()) {
            Facts inner = facts;
            for (Range range : binders) inner = inner.within(range);
            inside = new Products(inner, names);
        }
        List<Monomial.Power> factors = new ArrayList<>(left.scalars().values());
        factors.addAll(right.scalars().values());
        List<Letter> word = new ArrayList<>(left.word());
        word.addAll(right.word());
        Words.Reduced reduced = inside.words.reduce(word);
        factors.addAll(reduced.scalars());
        return inside.gather(binders, factors, reduced.word());
    }

    /** The monomial of these factors, its coefficient pulled out, binders that nothing mentions counted. */
    NormalForm gather(List<Range> binders, List<Monomial.Power> factors, List<Letter> word) {
        TreeMap<String, Monomial.Power> scalars = new TreeMap<>();
        Rational coefficient = Rational.ONE;
        List<Monomial.Power> later = new ArrayList<>();
        for (Monomial.Power factor : factors) add(scalars, factor);
        List<Term> completed = completeProducts(scalars);
        for (var iterator = scalars.values().iterator(); iterator.hasNext(); ) {
            Monomial.Power power = iterator.next();
            if (power.exponent().isZero()) iterator.remove();
            else if (power.atom() instanceof Term.Number(Rational value) && integer(power) != 0) {
                coefficient = coefficient.times(value.power(integer(power)));
                iterator.remove();
            } else if (power.atom() instanceof Term.Apply(Operator operator, List<Term> arguments, var s)
                    && (reducible(operator, power, arguments) || polynomial(operator, power, arguments))) {
                later.add(power);
                iterator.remove();
            }
        }
        NormalForm result = NormalForm.of(new Monomial(List.of(), scalars, word), coefficient);
        // abs(x)^2 = x^2 and norm(x)^2 for a compound x: the square is a polynomial of simpler atoms. A base that became an
        // atom under a fractional power is a polynomial again once its exponent is natural.
        for (Monomial.Power power : later) {
            if (polynomial(((Term.Apply) power.atom()).operator(), power, ((Term.Apply) power.atom()).arguments())) {
                NormalForm base = new Normalizer(facts, names).of(power.atom());
                for (int i = 0; i < integer(power); i++) result = times(result, base);
                continue;
            }
            Term inner = ((Term.Apply) power.atom()).argument(0);
            int exponent = integer(power);
            Normalizer normalizer = new Normalizer(facts, names);
            NormalForm square = ((Term.Apply) power.atom()).operator() == Operator.ABSOLUTE
                    ? times(normalizer.of(inner), normalizer.of(inner)) : normalizer.trace(Term.multiply(Term.transpose(inner), inner));
            for (int i = 0; i < exponent / 2; i++) result = times(result, square);
            if (exponent % 2 != 0) result = times(result, NormalForm.of(Monomial.of(power.atom(), IndexPolynomial.ONE), Rational.ONE));
        }
        for (Term product : completed) result = times(result, new Normalizer(facts, names).of(product));
        if (binders.isEmpty()) return result;
        NormalForm bound = NormalForm.ZERO;
        for (var entry : result.terms().entrySet()) {
            Monomial monomial = entry.getKey();
            for (Range range : binders.reversed()) monomial = monomial.withBinder(range);
            bound = bound.plus(NormalForm.of(monomial.canonical(), entry.getValue()));
        }
        return bound;
    }

    /** {@code f(x) * prod(n in a..b except x, f(n)) = prod(n in a..b, f(n))}: takes such pairs out and returns the full products. */
    private List<Term> completeProducts(TreeMap<String, Monomial.Power> scalars) {
        List<Term> completed = new ArrayList<>();
        for (Monomial.Power power : List.copyOf(scalars.values()))
            if (power.atom() instanceof Term.Big(BigOperator operator, Range range, Term body, Sort sort) && operator == BigOperator.PRODUCT
                    && range.except().isPresent() && integer(power) >= 1 && contains(range)) {
                Term factor = Substitution.of(range.index(), range.except().get()).apply(body);
                for (int i = 0; i < integer(power); i++) {
                    Monomial.Power other = scalars.get(factor.toString());
                    if (other == null || integer(other) < 1) break;
                    decrease(scalars, factor.toString());
                    decrease(scalars, power.atom().toString());
                    completed.add(Term.big(operator, new Range(range.index(), range.low(), range.high()), body));
                }
            }
        return completed;
    }

    private boolean contains(Range range) {
        IndexPolynomial index = IndexPolynomial.of(range.except().orElseThrow());
        return facts.indices().atLeast(index, IndexPolynomial.of(range.low())) && facts.indices().atLeast(IndexPolynomial.of(range.high()), index);
    }

    private static void decrease(TreeMap<String, Monomial.Power> scalars, String key) {
        Monomial.Power power = scalars.get(key);
        IndexPolynomial less = power.exponent().minus(IndexPolynomial.ONE);
        if (less.isZero()) scalars.remove(key);
        else scalars.put(key, new Monomial.Power(power.atom(), less));
    }

    private static int integer(Monomial.Power power) {
        return power.exponent().asConstant().filter(Rational::isInteger).map(value -> value.numerator().intValueExact()).orElse(0);
    }

    private static boolean polynomial(Operator operator, Monomial.Power power, List<Term> arguments) {
        if (integer(power) < 1) return false;
        return operator == Operator.ADD || operator == Operator.POWER && arguments.getFirst().sort().isScalar()
                && arguments.get(1) instanceof Term.Number(Rational e) && e.isInteger() && e.signum() > 0;
    }

    private static boolean reducible(Operator operator, Monomial.Power power, List<Term> arguments) {
        if (integer(power) < 2) return false;
        return operator == Operator.ABSOLUTE
                || operator == Operator.NORM && !(arguments.getFirst().sort() instanceof Sort.Tensor) && compound(arguments.getFirst());
    }

    /** Norms of single letters stay; norms of sums and products of matrices are expanded when squared. */
    static boolean compound(Term term) {
        return switch (term) {
            case Term.Apply(Operator operator, var arguments, var sort) ->
                    operator == Operator.ADD || operator == Operator.MULTIPLY || operator == Operator.NEGATE;
            case Term.Big big -> big.operator() == BigOperator.SUM;
            default -> false;
        };
    }

    private void add(TreeMap<String, Monomial.Power> scalars, Monomial.Power factor) {
        String key = factor.atom().toString();
        Monomial.Power present = scalars.get(key);
        if (present == null) {
            scalars.put(key, factor);
        } else if (mayAdd(factor.atom(), present.exponent(), factor.exponent())) {
            scalars.put(key, new Monomial.Power(factor.atom(), present.exponent().plus(factor.exponent())));
        } else {
            // x^a x^b is not known to be x^(a+b): keep the second power as an atom of its own.
            Term opaque = Term.apply(Operator.POWER, factor.atom(), factor.exponent().toTerm());
            add(scalars, new Monomial.Power(opaque, IndexPolynomial.ONE));
        }
    }

    /** Natural exponents always add; non-negative ones over a non-negative base; all over a positive one; integers over a non-zero one. */
    private boolean mayAdd(Term atom, IndexPolynomial a, IndexPolynomial b) {
        boolean integers = integral(a) && integral(b);
        boolean nonNegative = facts.indices().entailsNonNegative(a) && facts.indices().entailsNonNegative(b);
        if (integers && nonNegative) return true;
        if (facts.positive(atom)) return true;
        return integers && facts.nonZero(atom) || nonNegative && facts.nonNegative(atom);
    }

    /** Whether the exponent takes integer values only. */
    static boolean integral(IndexPolynomial exponent) {
        return exponent.terms().entrySet().stream().allMatch(entry -> entry.getValue().isInteger()
                && entry.getKey().powers().values().stream().allMatch(power -> power > 0));
    }

    /** The monomial with its bound indices under names that nothing else has. */
    Monomial renamedApart(Monomial monomial) {
        if (monomial.binders().isEmpty()) return monomial;
        Map<String, Term> renaming = new HashMap<>();
        for (Range range : monomial.binders()) renaming.put(range.index(), Term.index(names.next()));
        return monomial.rename(renaming);
    }
}
