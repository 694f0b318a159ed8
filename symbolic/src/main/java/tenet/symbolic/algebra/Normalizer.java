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
import tenet.symbolic.term.Substitution;
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
    private static final int WRITTEN_OUT = 16;

    private final Facts facts;
    private final FreshNames names;
    private final Products products;
    private final Words words;
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
            case Term.Big big -> ofBig(big);
            case Term.Contract contract -> ofContract(contract);
            case Term.Call call -> atom(call.map(this::normal));
            case Term.Gradient gradient -> atom(gradient.map(this::normal));
            // A derivative speaks of other times, at which the signs known here may fail.
            case Term.Rate rate -> atom(rate.map(new Normalizer(Facts.of(facts.indices()), names)::normal));
        };
    }

    /** An atom of any sort: a scalar, or a word of one letter. */
    private NormalForm atom(Term term) {
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
                Optional<NormalForm> inverse = inverse(of(arguments.get(1)));
                yield products.times(of(first), inverse.orElseGet(() ->
                        atom(Term.divide(Term.number(1), normal(arguments.get(1))))));
            }
            case POWER -> first.sort().isScalar() ? ofPower(of(first), arguments.get(1)) : ofMatrixPower(first, arguments.get(1));
            case TRANSPOSE -> transpose(of(first));
            case TRACE -> trace(first);
            case INNER -> ofInner(first, arguments.get(1));
            case NORM -> ofNorm(first);
            case DETERMINANT -> ofDeterminant(first);
            case ADJUGATE -> ofAdjugate(first);
            case ENTRY -> ofEntry(term);
            case ABSOLUTE -> ofAbsolute(first);
            case SQUARE_ROOT -> ofPower(of(first), Term.number(Rational.of(1, 2)));
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

    private Normalizer under(List<Range> binders) {
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

    private NormalForm ofInner(Term left, Term right) {
        if (left.sort().isScalar()) return products.times(of(left), of(right));
        if (left.sort() instanceof Sort.Matrix) return trace(Term.multiply(Term.transpose(left), right));
        NormalForm result = NormalForm.ZERO;
        for (var x : of(left).terms().entrySet())
            for (var y : of(right).terms().entrySet()) {
                NormalForm scalars = products.times(NormalForm.of(x.getKey().withWord(List.of()), x.getValue()),
                        NormalForm.of(y.getKey().withWord(List.of()), y.getValue()));
                if (!x.getKey().binders().isEmpty() || !y.getKey().binders().isEmpty()) return atom(Term.apply(Operator.INNER, normal(left), normal(right)));
                result = result.plus(products.times(scalars, pairing(tensor(x.getKey()), tensor(y.getKey()))));
            }
        return result;
    }

    private static Term tensor(Monomial monomial) {
        return ((Letter.Atom) monomial.word().getFirst()).base();
    }

    /** Inner product of two tensor atoms: with an outer product it is a pairing, multilinear in the vectors. */
    private NormalForm pairing(Term a, Term b) {
        if (a instanceof Term.Big && !(b instanceof Term.Big)) return pairing(b, a);
        if (b instanceof Term.Big(BigOperator operator, Range range, Term body, Sort ignored) && operator == BigOperator.OUTER) {
            if (a instanceof Term.Big(BigOperator other, Range modes, Term vector, Sort s) && other == BigOperator.OUTER) {
                Term renamed = Substitution.of(modes.index(), Term.index(range.index())).apply(vector);
                return of(Term.big(BigOperator.PRODUCT, range, Term.apply(Operator.INNER, renamed, body)));
            }
            Split split = split(range, body);
            Term outer = Term.big(BigOperator.OUTER, split.range(), split.vector());
            return products.times(split.scalars(), atom(Term.apply(Operator.INNER, a, outer)));
        }
        boolean ordered = a.toString().compareTo(b.toString()) <= 0;
        return atom(Term.apply(Operator.INNER, ordered ? a : b, ordered ? b : a));
    }

    /** The vector of a multilinear expression without its scalar factors, and the product of those over the range. */
    private record Split(Range range, Term vector, NormalForm scalars) {
    }

    private Split split(Range range, Term body) {
        Range fresh = bounds(range).renamed(names.next());
        Term renamed = Substitution.of(range.index(), Term.index(fresh.index())).apply(body);
        Normalizer inside = under(List.of(fresh));
        NormalForm form = inside.of(renamed);
        NormalForm scalars = NormalForm.ONE;
        Term vector = form.toTerm(renamed.sort());
        if (form.single().isPresent() && form.single().get().getKey().binders().isEmpty()) {
            Monomial monomial = form.single().get().getKey();
            vector = Letter.toTerm(monomial.word());
            scalars = product(fresh, NormalForm.of(monomial.withWord(List.of()), form.single().get().getValue()));
        }
        Range named = fresh.renamed(boundName(vector));
        return new Split(named, Substitution.of(fresh.index(), Term.index(named.index())).apply(vector), scalars);
    }

    private NormalForm ofContract(Term.Contract contract) {
        NormalForm result = NormalForm.ZERO;
        Split split = split(contract.range(), contract.body());
        for (var entry : of(contract.tensor()).terms().entrySet()) {
            if (!entry.getKey().binders().isEmpty()) return atom(new Term.Contract(normal(contract.tensor()), split.range(), split.vector()));
            NormalForm scalars = products.times(NormalForm.of(entry.getKey().withWord(List.of()), entry.getValue()), split.scalars());
            result = result.plus(products.times(scalars, atom(new Term.Contract(tensor(entry.getKey()), split.range(), split.vector()))));
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
                    yield ofPower(of(determinant), exponent.toTerm());
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

    private NormalForm wordOf(List<Letter> letters) {
        Words.Reduced reduced = words.reduce(letters);
        return products.gather(List.of(), reduced.scalars(), reduced.word());
    }

    /** The word, when the form is one word with coefficient one and nothing else. */
    private static Optional<List<Letter>> plainWord(NormalForm form) {
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

    // Powers.

    private NormalForm ofPower(NormalForm base, Term exponentTerm) {
        List<Term> denominators = new ArrayList<>();
        Optional<IndexPolynomial> exponent = IndexPolynomial.exponent(exponentTerm, denominators::add);
        if (exponent.isEmpty()) exponent = of(exponentTerm).asConstant().map(IndexPolynomial::constant);
        boolean defined = denominators.stream().allMatch(d -> facts.nonZero(normal(d)));
        if (exponent.isEmpty() || !defined) return atom(Term.power(base.toTerm(Sort.REAL), normal(exponentTerm)));
        Optional<Rational> constant = exponent.get().asConstant();
        if (constant.isPresent() && constant.get().isInteger()) {
            int n = constant.get().numerator().intValueExact();
            if (n < 0) {
                Optional<NormalForm> inverse = inverse(base);
                if (inverse.isPresent()) return natural(inverse.get(), -n);
            } else if (n <= WRITTEN_OUT) {
                return natural(base, n);
            }
        }
        return symbolicPower(base, exponent.get());
    }

    private NormalForm natural(NormalForm base, int exponent) {
        NormalForm product = exponent == 0 ? NormalForm.ONE : base;
        for (int i = 1; i < exponent; i++) product = products.times(product, base);
        return product;
    }

    /** Distributes a power over a single monomial where that is right; otherwise the base becomes an atom. */
    private NormalForm symbolicPower(NormalForm base, IndexPolynomial exponent) {
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

    private boolean naturalExponent(IndexPolynomial exponent) {
        return Products.integral(exponent) && facts.indices().entailsNonNegative(exponent);
    }

    /** The reciprocal of a non-zero monomial, or of a non-zero sum taken as an atom. */
    private Optional<NormalForm> inverse(NormalForm form) {
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

    private NormalForm ofMatrixPower(Term base, Term exponentTerm) {
        List<Term> denominators = new ArrayList<>();
        Optional<IndexPolynomial> exponent = IndexPolynomial.exponent(exponentTerm, denominators::add);
        NormalForm form = of(base);
        boolean defined = denominators.stream().allMatch(d -> facts.nonZero(normal(d)));
        if (exponent.isPresent() && defined && naturalExponent(exponent.get())) {
            Optional<Rational> constant = exponent.get().asConstant();
            if (constant.isPresent() && constant.get().compareTo(Rational.of(WRITTEN_OUT)) <= 0)
                return natural(form, constant.get().numerator().intValueExact());
            Optional<List<Letter>> word = plainWord(form);
            List<Letter> letters = word.orElseGet(() -> List.of(new Letter.Atom(form.toTerm(base.sort()), false)));
            return wordOf(List.of(new Letter.Power(letters, exponent.get())));
        }
        Term exponentNormal = exponent.isPresent() && defined ? exponent.get().toTerm() : normal(exponentTerm);
        return atom(Term.power(form.toTerm(base.sort()), exponentNormal));
    }

    // Big operators.

    private NormalForm ofBig(Term.Big big) {
        Range range = bounds(big.range());
        Optional<Rational> length = IndexPolynomial.of(range.high()).minus(IndexPolynomial.of(range.low())).plus(IndexPolynomial.ONE).asConstant();
        if (length.isPresent() && length.get().signum() >= 0 && length.get().compareTo(Rational.of(WRITTEN_OUT)) <= 0
                && big.operator() != BigOperator.OUTER && range.except().isEmpty())
            return writtenOut(big, range, length.get().numerator().intValue());
        Range fresh = range.renamed(names.next());
        Term body = Substitution.of(range.index(), Term.index(fresh.index())).apply(big.body());
        Normalizer inside = under(List.of(fresh));
        return switch (big.operator()) {
            case SUM -> sum(fresh, inside.of(body));
            case PRODUCT -> product(fresh, inside.of(body));
            case CHAIN -> body.sort().isScalar() ? product(fresh, inside.of(body)) : chain(fresh, inside.normal(body));
            case OUTER -> {
                Split split = split(range, big.body());
                yield products.times(split.scalars(), atom(Term.big(BigOperator.OUTER, split.range(), split.vector())));
            }
        };
    }

    private static Range bounds(Range range) {
        return new Range(range.index(), IndexPolynomial.of(range.low()).toTerm(), range.upper().map(high -> IndexPolynomial.of(high).toTerm()),
                range.except().map(e -> IndexPolynomial.of(e).toTerm()));
    }

    private NormalForm writtenOut(Term.Big big, Range range, int length) {
        List<NormalForm> members = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Term at = IndexPolynomial.of(range.low()).plus(IndexPolynomial.constant(i)).toTerm();
            members.add(of(Substitution.of(range.index(), at).apply(big.body())));
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
        return Optional.of(of(length.toTerm()));
    }

    private boolean contains(Range range, Term index) {
        return facts.indices().atLeast(IndexPolynomial.of(index), IndexPolynomial.of(range.low()))
                && facts.indices().atLeast(IndexPolynomial.of(range.high()), IndexPolynomial.of(index));
    }

    /** The product over a range of a body already in normal form (in the scope of the range's fresh index). */
    private NormalForm product(Range range, NormalForm body) {
        var single = body.single();
        if (single.isEmpty() || !single.get().getKey().binders().isEmpty()) return productAtom(range, body.toTerm(Sort.REAL));
        NormalForm result = NormalForm.ONE;
        if (!single.get().getValue().equals(Rational.ONE)) result = constantFactor(range, Term.number(single.get().getValue()), IndexPolynomial.ONE);
        Facts inside = facts.within(range);
        for (Monomial.Power power : single.get().getKey().scalars().values()) {
            boolean fixedAtom = !tenet.symbolic.term.Names.occursFree(range.index(), power.atom());
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
        boolean multiplies = naturalExponent(exponent) || facts.positive(atom);
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
        if (constant.isPresent() && constant.get().isInteger() && constant.get().signum() > 0) return natural(atom, constant.get().numerator().intValueExact());
        return symbolicPower(atom, exponent);
    }

    /** A product that leaves out an index is the full product divided by that factor, if it is not zero. */
    private NormalForm productAtom(Range range, Term body) {
        if (range.except().isPresent()) {
            Term left = range.except().get();
            Term factor = Substitution.of(range.index(), left).apply(body);
            Optional<NormalForm> inverse = contains(range, left) ? inverse(of(factor)) : Optional.empty();
            if (inverse.isPresent())
                return products.times(productAtom(new Range(range.index(), range.low(), range.high()), body), inverse.get());
        }
        Range named = range.renamed(boundName(body));
        return atom(Term.big(BigOperator.PRODUCT, named, Substitution.of(range.index(), Term.index(named.index())).apply(body)));
    }

    private NormalForm chain(Range range, Term body) {
        String name = boundName(body);
        Term renamed = Substitution.of(range.index(), Term.index(name)).apply(body);
        return wordOf(List.of(new Letter.Segment(name, renamed, IndexPolynomial.of(range.high()), IndexPolynomial.of(range.low()), false)));
    }

    /** The canonical name of an index bound around a term in normal form: by the height of binders inside. */
    private static String boundName(Term body) {
        return "#h" + (height(body) + 1);
    }

    private static int height(Term term) {
        int below = term.children().stream().mapToInt(Normalizer::height).max().orElse(0);
        if (term instanceof Term.Big(BigOperator operator, Range range, Term body, Sort sort)) {
            return Math.max(below, range.index().startsWith("#h") ? Integer.parseInt(range.index().substring(2)) : below);
        }
        if (term instanceof Term.Contract contract && contract.range().index().startsWith("#h"))
            return Math.max(below, Integer.parseInt(contract.range().index().substring(2)));
        return below;
    }
}
