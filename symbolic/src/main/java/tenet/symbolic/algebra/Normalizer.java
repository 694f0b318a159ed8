package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * The normal form of a primitive term. Trusted.
 *
 * <p>Meaning: the term equals its normal form wherever the facts hold and the term is defined. Laws: commutative ring
 * for scalars; free *-algebra with shapes for matrices (see {@link Words}); powers with symbolic exponents where the
 * base allows (see {@link Products}); linearity and collapse of sums, multiplicativity of products over symbolic
 * ranges; multilinearity of tensor pairings. What has no law is an atom, its parts in normal form. Failure: none; a law
 * whose side condition is not known is not applied.
 */
public final class Normalizer {
    /** Natural powers of sums, and sums and products of fixed length, are written out up to this. */
    static final int WRITTEN_OUT = 16;

    private final Facts facts;
    private final FreshNames names;
    private final Products products;
    private final Words words;
    private final Powers powers;
    private final BigOperators bigOperators;
    private final Pairings pairings;
    /** Of the terms that were met; terms that repeat a part repeat the object. */
    private final Map<Term, NormalForm> known = new IdentityHashMap<>();

    public Normalizer(Facts facts) {
        this(facts, new FreshNames());
    }

    Normalizer(Facts facts, FreshNames names) {
        this.facts = facts;
        this.names = names;
        this.products = new Products(facts, names);
        this.words = new Words(facts);
        this.powers = new Powers(this, facts, products);
        this.bigOperators = new BigOperators(this, facts, names, products, powers);
        this.pairings = new Pairings(this, names, products);
    }

    BigOperators bigOperators() {
        return bigOperators;
    }

    Pairings pairings() {
        return pairings;
    }

    /** The term in normal form, as a term again. */
    public Term normal(Term term) {
        return of(term).toTerm(term.sort());
    }

    public NormalForm of(Term term) {
        NormalForm form = known.get(term);
        if (form == null) known.put(term, form = computed(term));
        return form;
    }

    private NormalForm computed(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> NormalForm.constant(value);
            case Term.Symbol symbol -> atom(canonical(symbol));
            case Term.Apply application -> ofApplication(application);
            case Term.MatrixLiteral literal -> atom(literal.map(this::normal));
            case Term.Big big -> bigOperators.ofBig(big);
            case Term.Contract contract -> pairings.ofContract(contract);
            case Term.Call call -> atom(call.map(this::normal));
            case Term.Gradient gradient -> atom(gradient.map(this::normal));
            // A derivative speaks of other times, at which the signs known here may fail.
            case Term.Rate rate -> atom(rate.map(new Normalizer(Facts.of(facts.indices()), names)::normal));
        };
    }

    /** An atom of any sort: a scalar, or a word of one letter. */
    NormalForm atom(Term term) {
        Monomial monomial = term.sort().isScalar() ? Monomial.of(term, IndexPolynomial.ONE)
                : Monomial.of(List.of(new Letter.Atom(term, false)));
        return NormalForm.of(monomial, Rational.ONE);
    }

    private static Term canonical(Term.Symbol symbol) {
        return new Term.Symbol(symbol.name(), symbol.indices().stream().map(index -> IndexPolynomial.of(index).toTerm()).toList(), symbol.sort());
    }

    private NormalForm ofApplication(Term.Apply term) {
        List<Term> arguments = term.arguments();
        Term first = arguments.getFirst();
        return switch (term.operator()) {
            case ADD -> NormalForm.sum(arguments.stream().map(this::of).toList());
            case NEGATE -> of(first).scaled(Rational.MINUS_ONE);
            case MULTIPLY -> ofProduct(arguments);
            case DIVIDE -> {
                Optional<NormalForm> inverse = powers.inverse(of(arguments.get(1)));
                yield products.times(of(first), inverse.orElseGet(() ->
                        atom(Term.divide(Term.number(1), normal(arguments.get(1))))));
            }
            case POWER -> first.sort().isScalar() ? powers.ofPower(of(first), arguments.get(1)) : powers.ofMatrixPower(first, arguments.get(1));
            case TRANSPOSE -> transpose(of(first));
            case TRACE -> trace(first);
            case INNER -> pairings.ofInner(first, arguments.get(1));
            case NORM -> ofNorm(first);
            case DETERMINANT -> ofDeterminant(first);
            case ADJUGATE -> ofAdjugate(first);
            case ENTRY -> ofEntry(term);
            case ABSOLUTE -> ofAbsolute(first);
            case SQUARE_ROOT -> powers.ofPower(of(first), Term.number(Rational.of(1, 2)));
            case IDENTITY -> term.sort().isScalar() ? NormalForm.ONE : NormalForm.of(Monomial.UNIT, Rational.ONE);
            case ZERO -> NormalForm.ZERO;
            case INVERSE, EXPONENTIAL, LOGARITHM, MINIMUM, MAXIMUM,
                 NUCLEAR_NORM, SPECTRAL_NORM, SCHATTEN, SINGULAR_VALUE, EFFECTIVE_RANK, RANK_DISTANCE, RANK -> atom(term.map(this::normal));
        };
    }

    private NormalForm ofProduct(List<Term> factors) {
        NormalForm product = of(factors.getFirst());
        for (Term factor : factors.subList(1, factors.size())) product = products.times(product, of(factor));
        return product;
    }

    private NormalForm transpose(NormalForm form) {
        NormalForm result = NormalForm.ZERO;
        for (var entry : form.terms().entrySet()) {
            Monomial monomial = products.renamedApart(entry.getKey());
            if (monomial.word().stream().anyMatch(Letter::isTensor)) return form;
            List<Letter> word = Letter.transpose(monomial.word());
            result = result.plus(rebuilt(monomial, word, entry.getValue()));
        }
        return result;
    }

    /** The monomial with another word, reduced again in the scope of its binders. */
    private NormalForm rebuilt(Monomial monomial, List<Letter> word, Rational coefficient) {
        Normalizer inside = under(monomial.binders());
        Words.Reduced reduced = inside.words.reduce(word);
        List<Monomial.Power> factors = new ArrayList<>(monomial.scalars().values());
        factors.addAll(reduced.scalars());
        return inside.products.gather(monomial.binders(), factors, reduced.word()).scaled(coefficient);
    }

    Normalizer under(List<Range> binders) {
        if (binders.isEmpty()) return this;
        Facts inner = facts;
        for (Range range : binders) inner = inner.within(range);
        return new Normalizer(inner, names);
    }

    /** The trace, linear and cyclic. The trace of a scalar is itself. */
    NormalForm trace(Term term) {
        if (term.sort().isScalar()) return of(term);
        Term size = ((Sort.Matrix) term.sort()).rows();
        NormalForm result = NormalForm.ZERO;
        for (var entry : of(term).terms().entrySet()) {
            Monomial monomial = products.renamedApart(entry.getKey());
            if (monomial.word().isEmpty()) {
                result = result.plus(products.times(NormalForm.of(monomial, entry.getValue()), of(size)));
            } else {
                Normalizer inside = under(monomial.binders());
                List<Monomial.Power> factors = new ArrayList<>(monomial.scalars().values());
                factors.addAll(inside.words.trace(monomial.word()));
                result = result.plus(inside.products.gather(monomial.binders(), factors, List.of()).scaled(entry.getValue()));
            }
        }
        return result;
    }

    private NormalForm ofNorm(Term term) {
        if (term.sort().isScalar()) return ofAbsolute(term);
        if (term instanceof Term.Big(BigOperator operator, Range range, Term body, Sort ignored) && operator == BigOperator.OUTER)
            return of(Term.big(BigOperator.PRODUCT, range, Term.apply(Operator.NORM, body)));
        NormalForm form = of(term);
        if (form.isZero()) return NormalForm.ZERO;
        var single = form.single();
        // Scalars of known sign come out of the norm of a single vector or matrix.
        if (single.isPresent() && single.get().getKey().binders().isEmpty() && !single.get().getKey().word().isEmpty()) {
            Monomial monomial = single.get().getKey();
            boolean known = monomial.scalars().values().stream().allMatch(power -> facts.nonNegative(power.atom()));
            if (known) {
                Term word = Letter.toTerm(monomial.word());
                if (word instanceof Term.Apply(Operator operator, List<Term> inner, Sort ignored) && operator == Operator.TRANSPOSE) word = inner.getFirst();
                return products.times(NormalForm.of(monomial.withWord(List.of()), single.get().getValue().abs()), atom(Term.apply(Operator.NORM, word)));
            }
        }
        return atom(Term.apply(Operator.NORM, form.toTerm(term.sort())));
    }

    private NormalForm ofAbsolute(Term term) {
        NormalForm form = of(term);
        Term normal = form.toTerm(Sort.REAL);
        if (facts.nonNegative(normal)) return form;
        NormalForm opposite = form.scaled(Rational.MINUS_ONE);
        Term negated = opposite.toTerm(Sort.REAL);
        if (facts.nonNegative(negated)) return opposite;
        return atom(Term.apply(Operator.ABSOLUTE, normal.toString().compareTo(negated.toString()) <= 0 ? normal : negated));
    }

    private NormalForm ofDeterminant(Term term) {
        if (term.sort().isScalar()) return of(term);
        NormalForm form = of(term);
        Optional<List<Letter>> word = plainWord(form).filter(letters -> letters.stream().allMatch(Normalizer::square));
        if (word.isEmpty()) return atom(Term.apply(Operator.DETERMINANT, form.toTerm(term.sort())));
        NormalForm product = NormalForm.ONE;
        for (Letter letter : word.get())
            product = products.times(product, switch (letter) {
                case Letter.Atom(Term base, boolean ignored) -> atom(Term.apply(Operator.DETERMINANT, base));
                case Letter.Segment s -> atom(Term.apply(Operator.DETERMINANT,
                        new Letter.Segment(s.index(), s.body(), s.high(), s.low(), false).toTerm()));
                case Letter.Power(List<Letter> base, IndexPolynomial exponent) -> {
                    Term determinant = Term.apply(Operator.DETERMINANT, Letter.toTerm(base));
                    yield powers.ofPower(of(determinant), exponent.toTerm());
                }
            });
        return product;
    }

    /** Reverses products: {@code adj(A B) = adj(B) adj(A)} for square A and B. */
    private NormalForm ofAdjugate(Term term) {
        NormalForm form = of(term);
        Optional<List<Letter>> word = plainWord(form).filter(letters -> letters.stream().allMatch(Normalizer::square));
        if (word.isEmpty()) return atom(Term.apply(Operator.ADJUGATE, form.toTerm(term.sort())));
        return wordOf(adjugates(word.get()));
    }

    private static List<Letter> adjugates(List<Letter> word) {
        List<Letter> letters = new ArrayList<>();
        for (Letter letter : word.reversed())
            letters.add(switch (letter) {
                case Letter.Atom(Term base, boolean transposed) -> new Letter.Atom(Term.apply(Operator.ADJUGATE, base), transposed);
                case Letter.Segment s -> new Letter.Atom(Term.apply(Operator.ADJUGATE,
                        new Letter.Segment(s.index(), s.body(), s.high(), s.low(), false).toTerm()), s.transposed());
                case Letter.Power(List<Letter> base, IndexPolynomial exponent) -> new Letter.Power(adjugates(base), exponent);
            });
        return letters;
    }

    NormalForm wordOf(List<Letter> letters) {
        Words.Reduced reduced = words.reduce(letters);
        return products.gather(List.of(), reduced.scalars(), reduced.word());
    }

    /** The word, when the form is one word with coefficient one and nothing else. */
    static Optional<List<Letter>> plainWord(NormalForm form) {
        return form.single().filter(entry -> entry.getValue().equals(Rational.ONE) && entry.getKey().binders().isEmpty()
                && entry.getKey().scalars().isEmpty() && !entry.getKey().word().isEmpty()).map(entry -> entry.getKey().word());
    }

    private static boolean square(Letter letter) {
        return IndexPolynomial.equal(letter.rows(), letter.columns());
    }

    private NormalForm ofEntry(Term.Apply term) {
        Term matrix = term.argument(0);
        List<Term> at = term.arguments().subList(1, term.arguments().size()).stream().map(i -> IndexPolynomial.of(i).toTerm()).toList();
        NormalForm result = NormalForm.ZERO;
        for (var entry : of(matrix).terms().entrySet()) {
            Monomial monomial = entry.getKey();
            if (monomial.word().isEmpty() || !monomial.binders().isEmpty()) {
                Term whole = normal(matrix);
                List<Term> arguments = new ArrayList<>(List.of(whole));
                arguments.addAll(at);
                return atom(Term.apply(Operator.ENTRY, arguments));
            }
            Term word = Letter.toTerm(monomial.word());
            List<Term> arguments = new ArrayList<>();
            if (word instanceof Term.Apply(Operator operator, List<Term> inner, Sort ignored) && operator == Operator.TRANSPOSE && at.size() == 2) {
                arguments.add(inner.getFirst());
                arguments.addAll(at.reversed());
            } else {
                arguments.add(word);
                arguments.addAll(at);
            }
            result = result.plus(products.times(NormalForm.of(monomial.withWord(List.of()), entry.getValue()),
                    atom(Term.apply(Operator.ENTRY, arguments))));
        }
        return result;
    }
}
