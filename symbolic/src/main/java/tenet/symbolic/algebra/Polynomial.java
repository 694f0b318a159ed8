package tenet.symbolic.algebra;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * A normal form in which nothing but a commutative ring is at work, packed for speed: integer coefficients in words of
 * the machine, natural powers in a byte each. Trusted. Meaning: what {@link #terms} says. Exact: a sum or product that
 * might not fit is refused, and the caller takes the long way. Terms ascend in the powers of the atoms, and those in
 * their texts; no coefficient is zero. Source: Monagan and Pearce 2009 on packed powers.
 */
final class Polynomial {
    /** Two powers up to this add up within a byte, and the first byte of a word has no sign. */
    private static final int HIGHEST_DEGREE = 127;
    /** The largest array of a product whose possible monomials have places of their own. */
    private static final int MOST_PLACES = 1 << 21;
    private static final int BYTES = 8;

    private final List<String> names;
    private final List<Term> atoms;
    private final int width;
    private final int degree;
    private final long[] powers;
    private final long[] coefficients;

    private Polynomial(List<String> names, List<Term> atoms, int degree, long[] powers, long[] coefficients) {
        this.names = names;
        this.atoms = atoms;
        this.width = width(names.size());
        this.degree = degree;
        this.powers = powers;
        this.coefficients = coefficients;
    }

    private static int width(int atoms) {
        return (atoms + BYTES - 1) / BYTES;
    }

    /** The same as these monomials with their coefficients, when they are of this kind. */
    static Optional<Polynomial> of(Map<Monomial, Rational> terms) {
        TreeMap<String, Term> found = new TreeMap<>();
        for (var term : terms.entrySet()) {
            if (!plain(term.getKey()) || !term.getValue().isInteger() || term.getValue().numerator().bitLength() > 62) return Optional.empty();
            term.getKey().scalars().forEach((name, power) -> found.put(name, power.atom()));
        }
        List<String> names = List.copyOf(found.keySet());
        List<Term> atoms = List.copyOf(found.values());
        List<Polynomial> summands = new ArrayList<>();
        for (var term : terms.entrySet()) {
            long[] packed = new long[width(names.size())];
            int degree = 0;
            for (var power : term.getKey().scalars().entrySet()) {
                int exponent = power.getValue().exponent().asConstant().orElseThrow().numerator().intValueExact();
                put(packed, 0, names.indexOf(power.getKey()), exponent);
                degree += exponent;
            }
            if (degree > HIGHEST_DEGREE) return Optional.empty();
            summands.add(new Polynomial(names, atoms, degree, packed, new long[] {term.getValue().numerator().longValueExact()}));
        }
        return summands.isEmpty() ? Optional.of(new Polynomial(names, atoms, 0, new long[0], new long[0])) : sum(summands);
    }

    /** A product of natural powers of atoms that no law but those of a ring speaks of. */
    private static boolean plain(Monomial monomial) {
        return monomial.isScalar() && monomial.binders().isEmpty() && monomial.scalars().values().stream().allMatch(power ->
                (power.atom() instanceof Term.Symbol || power.atom() instanceof Term.Apply entry && entry.operator() == Operator.ENTRY)
                        && power.exponent().asConstant().filter(e -> e.isInteger() && e.signum() > 0 && e.compareTo(Rational.of(HIGHEST_DEGREE)) <= 0).isPresent());
    }

    int size() {
        return coefficients.length;
    }

    /** The same as monomials. */
    TreeMap<Monomial, Rational> terms() {
        TreeMap<Monomial, Rational> terms = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            TreeMap<String, Monomial.Power> scalars = new TreeMap<>();
            for (int k = next(i, 0); k < names.size(); k = next(i, k + 1))
                scalars.put(names.get(k), new Monomial.Power(atoms.get(k), IndexPolynomial.constant(power(i, k))));
            terms.put(new Monomial(List.of(), scalars, List.of()), Rational.of(coefficients[i]));
        }
        return terms;
    }

    /** The sum, unless a coefficient grows too large. */
    Optional<Polynomial> plus(Polynomial other) {
        return withAtoms(other).merge(other.withAtoms(this));
    }

    /** The same polynomial with the atoms of both, which keeps the order of its terms. */
    private Polynomial withAtoms(Polynomial other) {
        if (names.equals(other.names)) return this;
        List<String> all = new ArrayList<>();
        List<Term> both = new ArrayList<>();
        int[] to = new int[names.size()];
        for (int i = 0, j = 0; i < to.length || j < other.names.size(); ) {
            int order = i == to.length ? 1 : j == other.names.size() ? -1 : names.get(i).compareTo(other.names.get(j));
            all.add(order <= 0 ? names.get(i) : other.names.get(j));
            both.add(order <= 0 ? atoms.get(i) : other.atoms.get(j));
            if (order <= 0) to[i++] = all.size() - 1;
            if (order >= 0) j++;
        }
        if (all.size() == to.length) return this;
        long[] packed = new long[size() * width(all.size())];
        for (int i = 0; i < size(); i++)
            for (int k = next(i, 0); k < to.length; k = next(i, k + 1)) put(packed, i * width(all.size()), to[k], power(i, k));
        return new Polynomial(all, both, degree, packed, coefficients);
    }

    private static Optional<Polynomial> sum(List<Polynomial> summands) {
        Deque<Polynomial> queue = new ArrayDeque<>(summands);
        while (queue.size() > 1) {
            Optional<Polynomial> sum = queue.removeFirst().merge(queue.removeFirst());
            if (sum.isEmpty()) return sum;
            queue.addLast(sum.get());
        }
        return Optional.of(queue.removeFirst());
    }

    /** The sum of two polynomials in the same atoms. */
    private Optional<Polynomial> merge(Polynomial other) {
        long[] packed = new long[powers.length + other.powers.length];
        long[] values = new long[size() + other.size()];
        int count = 0;
        for (int i = 0, j = 0; i < size() || j < other.size(); ) {
            int order = i == size() ? 1 : j == other.size() ? -1
                    : Arrays.compare(powers, i * width, (i + 1) * width, other.powers, j * width, (j + 1) * width);
            long a = order <= 0 ? coefficients[i] : 0;
            long b = order >= 0 ? other.coefficients[j] : 0;
            long sum = a + b;
            if (((a ^ sum) & (b ^ sum)) < 0 || sum == Long.MIN_VALUE) return Optional.empty();
            if (sum != 0) {
                System.arraycopy(order <= 0 ? powers : other.powers, (order <= 0 ? i : j) * width, packed, count * width, width);
                values[count++] = sum;
            }
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return Optional.of(new Polynomial(names, atoms, Math.max(degree, other.degree), Arrays.copyOf(packed, count * width), Arrays.copyOf(values, count)));
    }

    /** The product, unless a power or a coefficient might grow too large. */
    Optional<Polynomial> times(Polynomial other) {
        if (size() > other.size()) return other.times(this);
        if (degree + other.degree > HIGHEST_DEGREE || !bounded(other)) return Optional.empty();
        Polynomial a = withAtoms(other);
        Polynomial b = other.withAtoms(this);
        if (size() == 0) return Optional.of(a);
        int[] places = new int[a.names.size()];
        long box = 1;
        for (int k = 0; k < places.length && box <= MOST_PLACES; k++) box *= places[k] = a.highest(k) + b.highest(k) + 1;
        if (box <= MOST_PLACES && box <= 64 + (long) a.size() * b.size()) return Optional.of(a.dense(b, places, (int) box));
        List<Polynomial> summands = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) summands.add(b.shifted(a, i));
        return sum(summands);
    }

    /** Whether no coefficient of the product, nor a part of one, can leave the range of a long. */
    private boolean bounded(Polynomial other) {
        return fits(largest(), other.total()) || fits(other.largest(), total());
    }

    private static boolean fits(BigInteger a, BigInteger b) {
        return a.multiply(b).bitLength() <= 63;
    }

    private BigInteger largest() {
        return BigInteger.valueOf(Arrays.stream(coefficients).map(Math::abs).max().orElse(0));
    }

    private BigInteger total() {
        BigInteger total = BigInteger.ZERO;
        for (long c : coefficients) total = total.add(BigInteger.valueOf(Math.abs(c)));
        return total;
    }

    /** This times the i-th term of another polynomial in the same atoms, which keeps the order. */
    private Polynomial shifted(Polynomial other, int i) {
        long[] packed = new long[powers.length];
        for (int at = 0; at < packed.length; at += width)
            for (int word = 0; word < width; word++) packed[at + word] = powers[at + word] + other.powers[i * width + word];
        long[] values = new long[size()];
        for (int j = 0; j < values.length; j++) values[j] = coefficients[j] * other.coefficients[i];
        return new Polynomial(names, atoms, degree + other.degree, packed, values);
    }

    private int highest(int atom) {
        int highest = 0;
        for (int i = 0; i < size(); i++) highest = Math.max(highest, power(i, atom));
        return highest;
    }

    /** The product, each possible monomial with a place in one array; places ascend with the powers. */
    private Polynomial dense(Polynomial other, int[] places, int box) {
        int[] ours = positions(places);
        int[] theirs = other.positions(places);
        long[] sums = new long[box];
        for (int i = 0; i < ours.length; i++)
            for (int j = 0; j < theirs.length; j++) sums[ours[i] + theirs[j]] += coefficients[i] * other.coefficients[j];
        int count = (int) Arrays.stream(sums).filter(c -> c != 0).count();
        long[] packed = new long[count * width];
        long[] values = new long[count];
        for (int at = 0, i = 0; at < box; at++)
            if (sums[at] != 0) {
                for (int k = places.length - 1, rest = at; k >= 0; rest /= places[k--]) put(packed, i * width, k, rest % places[k]);
                values[i++] = sums[at];
            }
        return new Polynomial(names, atoms, degree + other.degree, packed, values);
    }

    private int[] positions(int[] places) {
        int[] positions = new int[size()];
        for (int i = 0; i < positions.length; i++)
            for (int k = 0; k < places.length; k++) positions[i] = positions[i] * places[k] + power(i, k);
        return positions;
    }

    /** The first atom from the given one on that the i-th term contains; the number of atoms or more when there is none. */
    private int next(int i, int from) {
        for (int k = from; k < names.size(); k = (k / BYTES + 1) * BYTES) {
            long rest = powers[i * width + k / BYTES] & -1L >>> 8 * (k % BYTES);
            if (rest != 0) return k / BYTES * BYTES + Long.numberOfLeadingZeros(rest) / BYTES;
        }
        return names.size();
    }

    private int power(int i, int atom) {
        return (int) (powers[i * width + atom / BYTES] >>> 8 * (BYTES - 1 - atom % BYTES)) & 0xff;
    }

    private static void put(long[] packed, int from, int atom, int power) {
        packed[from + atom / BYTES] |= (long) power << 8 * (BYTES - 1 - atom % BYTES);
    }
}
