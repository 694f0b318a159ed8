package tenet.symbolic.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The packed arithmetic does what the plain one does, or nothing. */
class PackedPolynomialProperties {
    /** Powers of atoms by their numbers, and integer coefficients: the plain arithmetic, written for this test. */
    private record Plain(Map<Map<Integer, Integer>, BigInteger> terms) {
        Plain plus(Plain other) {
            Map<Map<Integer, Integer>, BigInteger> sum = new HashMap<>(terms);
            other.terms.forEach((powers, c) -> sum.merge(powers, c, BigInteger::add));
            sum.values().removeIf(c -> c.signum() == 0);
            return new Plain(sum);
        }

        Plain times(Plain other) {
            Map<Map<Integer, Integer>, BigInteger> product = new HashMap<>();
            terms.forEach((p, a) -> other.terms.forEach((q, b) -> {
                Map<Integer, Integer> powers = new HashMap<>(p);
                q.forEach((atom, power) -> powers.merge(atom, power, Integer::sum));
                product.merge(powers, a.multiply(b), BigInteger::add);
            }));
            product.values().removeIf(c -> c.signum() == 0);
            return new Plain(product);
        }

        TreeMap<Monomial, Rational> monomials() {
            TreeMap<Monomial, Rational> monomials = new TreeMap<>();
            terms.forEach((powers, c) -> {
                TreeMap<String, Monomial.Power> scalars = new TreeMap<>();
                powers.forEach((atom, power) -> scalars.put(atom(atom).toString(), new Monomial.Power(atom(atom), IndexPolynomial.constant(power))));
                monomials.put(new Monomial(List.of(), scalars, List.of()), Rational.of(c));
            });
            return monomials;
        }

        boolean fits() {
            return terms.values().stream().allMatch(c -> c.bitLength() <= 62)
                    && terms.keySet().stream().allMatch(powers -> powers.values().stream().mapToInt(p -> p).sum() <= 127);
        }
    }

    private static Term atom(int number) {
        Term symbol = Term.symbol("x" + number, Sort.REAL);
        return number % 3 != 0 ? symbol : Term.apply(Operator.ENTRY, Term.symbol("W" + number, Sort.matrix(Term.number(2), Term.number(2))), Term.number(1), Term.number(2));
    }

    /** Few atoms fill an array, many do not; now and then a coefficient or a power does not fit. */
    @Provide
    Arbitrary<Plain> polynomials() {
        return Arbitraries.randomValue(random -> {
            int atoms = List.of(2, 3, 30).get(random.nextInt(3));
            Map<Map<Integer, Integer>, BigInteger> terms = new HashMap<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Map<Integer, Integer> powers = new HashMap<>();
                for (int k = random.nextInt(4); k > 0; k--) powers.put(random.nextInt(atoms), random.nextInt(40) == 0 ? 127 : 1 + random.nextInt(3));
                long coefficient = random.nextInt(20) == 0 ? random.nextLong() >> random.nextInt(1, 4) : random.nextInt(-9, 10);
                if (coefficient != 0) terms.put(powers, BigInteger.valueOf(coefficient));
            }
            return new Plain(terms);
        });
    }

    @Property(tries = 150)
    void packing_loses_nothing(@ForAll("polynomials") Plain a) {
        Optional<Polynomial> packed = Polynomial.of(a.monomials());
        assertThat(packed.isPresent()).isEqualTo(a.fits());
        packed.ifPresent(p -> {
            assertThat(p.terms()).isEqualTo(a.monomials());
            assertThat(p.size()).isEqualTo(a.terms().size());
        });
    }

    @Property(tries = 150)
    void a_packed_sum_is_the_sum(@ForAll("polynomials") Plain a, @ForAll("polynomials") Plain b) {
        packed(a).flatMap(p -> packed(b).flatMap(p::plus)).ifPresent(sum -> assertThat(sum.terms()).isEqualTo(a.plus(b).monomials()));
    }

    @Property(tries = 200)
    void a_packed_product_is_the_product(@ForAll("polynomials") Plain a, @ForAll("polynomials") Plain b) {
        packed(a).flatMap(p -> packed(b).flatMap(p::times)).ifPresent(product -> assertThat(product.terms()).isEqualTo(a.times(b).monomials()));
    }

    @Property(tries = 50)
    void what_cancels_is_gone(@ForAll("polynomials") Plain a) {
        Plain opposite = a.times(new Plain(Map.of(Map.of(), BigInteger.ONE.negate())));
        packed(a).ifPresent(p -> packed(opposite).ifPresent(q -> assertThat(p.plus(q).orElseThrow().size()).isZero()));
    }

    @Property(tries = 40)
    void normal_forms_of_products_are_the_same_either_way(@ForAll("polynomials") Plain a, @ForAll("polynomials") Plain b) {
        Normalizer normalizer = new Normalizer(Facts.of(IndexFacts.NONE));
        NormalForm whole = normalizer.of(Term.multiply(term(a), term(b)));
        NormalForm byParts = NormalForm.ZERO;
        for (var part : a.terms().entrySet())
            for (var other : b.terms().entrySet())
                byParts = byParts.plus(normalizer.of(term(new Plain(Map.of(part.getKey(), part.getValue())).times(new Plain(Map.of(other.getKey(), other.getValue()))))));
        assertThat(whole).isEqualTo(byParts);
        assertThat(whole.terms()).isEqualTo(a.times(b).monomials());
    }

    @Example
    void a_coefficient_beyond_a_word_is_refused_and_found_the_long_way() {
        long large = Long.MAX_VALUE / 2;
        Plain a = new Plain(Map.of(Map.of(1, 1), BigInteger.valueOf(large), Map.of(2, 1), BigInteger.ONE));
        assertThat(packed(a).orElseThrow().times(packed(a).orElseThrow())).isEmpty();
        assertThat(packed(a).orElseThrow().plus(packed(a).orElseThrow())).isPresent();
        Plain more = a.plus(a).plus(new Plain(Map.of(Map.of(1, 1), BigInteger.ONE)));
        assertThat(packed(a).flatMap(p -> p.plus(p)).flatMap(twice -> packed(new Plain(Map.of(Map.of(1, 1), BigInteger.TWO))).flatMap(twice::plus))).isEmpty();
        assertThat(more.terms()).containsEntry(Map.of(1, 1), BigInteger.valueOf(Long.MAX_VALUE));
    }

    @Example
    void atoms_with_laws_of_their_own_are_not_packed() {
        Term x = Term.symbol("x", Sort.REAL);
        for (Term atom : List.of(Term.apply(Operator.ABSOLUTE, x), Term.number(2), Term.add(x, Term.number(1)), Term.power(x, Term.number(2)),
                Term.apply(Operator.NORM, Term.symbol("W", Sort.matrix(Term.number(2), Term.number(2))))))
            assertThat(Polynomial.of(Map.of(Monomial.of(atom, IndexPolynomial.ONE), Rational.ONE))).as(atom.toString()).isEmpty();
        assertThat(Polynomial.of(Map.of(Monomial.of(x, IndexPolynomial.constant(-1)), Rational.ONE))).isEmpty();
        assertThat(Polynomial.of(Map.of(Monomial.of(x, IndexPolynomial.constant(Rational.of(1, 2))), Rational.ONE))).isEmpty();
        assertThat(Polynomial.of(Map.of(Monomial.of(x, IndexPolynomial.of(Term.index("n"))), Rational.ONE))).isEmpty();
        assertThat(Polynomial.of(Map.of(Monomial.of(x, IndexPolynomial.ONE), Rational.of(1, 2)))).isEmpty();
        assertThat(Polynomial.of(Map.of(Monomial.of(x, IndexPolynomial.ONE), Rational.ONE))).isPresent();
    }

    private static Optional<Polynomial> packed(Plain plain) {
        return Polynomial.of(plain.monomials());
    }

    private static Term term(Plain plain) {
        List<Term> parts = new ArrayList<>(List.of(Term.number(0)));
        plain.terms().forEach((powers, c) -> {
            List<Term> factors = new ArrayList<>(List.of(Term.number(Rational.of(c))));
            powers.forEach((atom, power) -> factors.add(Term.power(atom(atom), Term.number(power))));
            parts.add(factors.size() == 1 ? factors.getFirst() : Term.apply(Operator.MULTIPLY, factors));
        });
        return parts.size() == 1 ? parts.getFirst() : Term.apply(Operator.ADD, parts);
    }
}
