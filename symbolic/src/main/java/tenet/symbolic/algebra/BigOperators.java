package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Normal forms of sums, products, chains and outer products over ranges. Trusted. */
final class BigOperators {
    private final Normalizer normalizer;
    private final Facts facts;
    private final FreshNames names;
    private final Products products;
    private final Powers powers;

    BigOperators(Normalizer normalizer, Facts facts, FreshNames names, Products products, Powers powers) {
        this.normalizer = normalizer;
        this.facts = facts;
        this.names = names;
        this.products = products;
        this.powers = powers;
    }

    NormalForm ofBig(Term.Big big) {
        Range range = bounds(big.range());
        Optional<Rational> length = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low())).plus(IndexPolynomial.ONE).asConstant();
        if (length.isPresent() && length.get().signum() >= 0 && length.get().compareTo(Rational.of(Normalizer.WRITTEN_OUT)) <= 0
                && big.operator() != BigOperator.OUTER && range.except().isEmpty())
            return writtenOut(big, range, length.get().numerator().intValue());
        Range fresh = range.renamed(names.next());
        Term body = Substitution.of(range.index(), Term.index(fresh.index())).apply(big.body());
        Normalizer inside = normalizer.under(List.of(fresh));
        return switch (big.operator()) {
            case SUM -> sum(fresh, inside.of(body));
            case PRODUCT -> product(fresh, inside.of(body));
            case CHAIN -> body.sort().isScalar() ? product(fresh, inside.of(body)) : chain(fresh, inside.normal(body));
            case OUTER -> {
                Pairings.Split split = normalizer.pairings().split(range, big.body());
                yield products.times(split.scalars(), normalizer.atom(Term.big(BigOperator.OUTER, split.range(), split.vector())));
            }
        };
    }

    static Range bounds(Range range) {
        return new Range(range.index(), IndexPolynomial.of(range.low()).toTerm(), range.upper().map(high -> IndexPolynomial.of(high).toTerm()),
                range.except().map(e -> IndexPolynomial.of(e).toTerm()));
    }

    private NormalForm writtenOut(Term.Big big, Range range, int length) {
        List<NormalForm> members = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Term at = IndexPolynomial.of(range.low()).plus(IndexPolynomial.constant(i)).toTerm();
            members.add(normalizer.of(Substitution.of(range.index(), at).apply(big.body())));
        }
        if (big.operator() == BigOperator.SUM) return NormalForm.sum(members);
        NormalForm product = NormalForm.ONE;
        for (NormalForm member : members.reversed()) product = products.times(product, member);
        return product;
    }

    private NormalForm sum(Range range, NormalForm body) {
        NormalForm result = NormalForm.ZERO;
        for (var entry : body.terms().entrySet()) {
            Monomial monomial = entry.getKey();
            Optional<NormalForm> count = monomial.mentions(range.index()) ? Optional.empty() : count(range);
            result = result.plus(count.isPresent() ? products.times(NormalForm.of(monomial, entry.getValue()), count.get())
                    : NormalForm.of(monomial.withBinder(range).canonical(), entry.getValue()));
        }
        return result;
    }

    /** The number of indices of a range, when it is known not to run backwards and to contain what it leaves out. */
    private Optional<NormalForm> count(Range range) {
        IndexPolynomial length = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low())).plus(IndexPolynomial.ONE);
        if (!facts.indices().entailsNonNegative(length)) return Optional.empty();
        if (range.except().isPresent()) {
            if (!contains(range, range.except().get())) return Optional.empty();
            length = length.minus(IndexPolynomial.ONE);
        }
        return Optional.of(normalizer.of(length.toTerm()));
    }

    private boolean contains(Range range, Term index) {
        return facts.indices().atLeast(IndexPolynomial.of(index), IndexPolynomial.of(range.low()))
                && facts.indices().atLeast(IndexPolynomial.of(range.high()), IndexPolynomial.of(index));
    }

    /** The product over a range of a body already in normal form (in the scope of the range's fresh index). */
    NormalForm product(Range range, NormalForm body) {
        var single = body.single();
        if (single.isEmpty() || !single.get().getKey().binders().isEmpty()) return productAtom(range, body.toTerm(Sort.REAL));
        NormalForm result = NormalForm.ONE;
        if (!single.get().getValue().equals(Rational.ONE)) result = constantFactor(range, Term.number(single.get().getValue()), IndexPolynomial.ONE);
        Facts inside = facts.within(range);
        for (Monomial.Power power : single.get().getKey().scalars().values()) {
            boolean fixedAtom = !Names.occursFree(range.index(), power.atom());
            boolean fixedExponent = !power.exponent().mentions(range.index());
            boolean distributes = Products.integral(power.exponent()) && inside.indices().entailsNonNegative(power.exponent()) || inside.positive(power.atom());
            if (fixedAtom && fixedExponent) result = products.times(result, constantFactor(range, power.atom(), power.exponent()));
            else if (fixedExponent && distributes) result = products.times(result, raised(productAtom(range, power.atom()), power.exponent()));
            else result = products.times(result, productAtom(range, Term.power(power.atom(), power.exponent().toTerm())));
        }
        return result;
    }

    /** {@code prod(range, c^e) = c^(e count)}, when the range can be counted and the exponents multiply. */
    private NormalForm constantFactor(Range range, Term atom, IndexPolynomial exponent) {
        Optional<NormalForm> count = count(range);
        boolean multiplies = powers.naturalExponent(exponent) || facts.positive(atom);
        if (count.isPresent() && multiplies) {
            IndexPolynomial length = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low()))
                    .plus(range.except().isPresent() ? IndexPolynomial.ZERO : IndexPolynomial.ONE);
            if (atom instanceof Term.Number(Rational value) && value.equals(Rational.ONE)) return NormalForm.ONE;
            return products.gather(List.of(), List.of(new Monomial.Power(atom, exponent.times(length))), List.of());
        }
        return productAtom(range, exponent.equals(IndexPolynomial.ONE) ? atom : Term.power(atom, exponent.toTerm()));
    }

    private NormalForm raised(NormalForm atom, IndexPolynomial exponent) {
        Optional<Rational> constant = exponent.asConstant();
        if (constant.isPresent() && constant.get().isInteger() && constant.get().signum() > 0) return powers.natural(atom, constant.get().numerator().intValueExact());
        return powers.symbolicPower(atom, exponent);
    }

    /** A product that leaves out an index is the full product divided by that factor, if it is not zero. */
    private NormalForm productAtom(Range range, Term body) {
        if (range.except().isPresent()) {
            Term left = range.except().get();
            Term factor = Substitution.of(range.index(), left).apply(body);
            Optional<NormalForm> inverse = contains(range, left) ? powers.inverse(normalizer.of(factor)) : Optional.empty();
            if (inverse.isPresent())
                return products.times(productAtom(new Range(range.index(), range.low(), range.high()), body), inverse.get());
        }
        Range named = range.renamed(boundName(body));
        return normalizer.atom(Term.big(BigOperator.PRODUCT, named, Substitution.of(range.index(), Term.index(named.index())).apply(body)));
    }

    private NormalForm chain(Range range, Term body) {
        String name = boundName(body);
        Term renamed = Substitution.of(range.index(), Term.index(name)).apply(body);
        return normalizer.wordOf(List.of(new Letter.Segment(name, renamed, IndexPolynomial.of(range.high()), IndexPolynomial.of(range.low()), false)));
    }

    /** The canonical name of an index bound around a term in normal form: by the height of binders inside. */
    static String boundName(Term body) {
        return "#h" + (height(body) + 1);
    }

    private static int height(Term term) {
        int below = term.children().stream().mapToInt(BigOperators::height).max().orElse(0);
        if (term instanceof Term.Big(BigOperator operator, Range range, Term body, Sort sort)) {
            return Math.max(below, range.index().startsWith("#h") ? Integer.parseInt(range.index().substring(2)) : below);
        }
        if (term instanceof Term.Contract contract && contract.range().index().startsWith("#h"))
            return Math.max(below, Integer.parseInt(contract.range().index().substring(2)));
        return below;
    }
}
