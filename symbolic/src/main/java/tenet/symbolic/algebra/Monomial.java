package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.HashSet;
import java.util.TreeMap;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * A product of powers of commuting scalar atoms and a word of matrices, summed over some bound indices:
 * {@code sum over the binders of  prod atom^exponent * word}. In canonical form (see {@link #canonical}) equal
 * monomials have equal keys.
 */
final class Monomial implements Comparable<Monomial> {
    /** A scalar atom in normal form and its exponent. */
    record Power(Term atom, IndexPolynomial exponent) {
    }

    static final Monomial UNIT = new Monomial(List.of(), new TreeMap<>(), List.of());

    private final List<Range> binders;
    private final TreeMap<String, Power> scalars;
    private final List<Letter> word;
    private String key;

    Monomial(List<Range> binders, TreeMap<String, Power> scalars, List<Letter> word) {
        this.binders = List.copyOf(binders);
        this.scalars = scalars;
        this.word = List.copyOf(word);
    }

    static Monomial of(Term atom, IndexPolynomial exponent) {
        TreeMap<String, Power> scalars = new TreeMap<>();
        scalars.put(atom.toString(), new Power(atom, exponent));
        return new Monomial(List.of(), scalars, List.of());
    }

    static Monomial of(List<Letter> word) {
        return new Monomial(List.of(), new TreeMap<>(), word);
    }

    List<Range> binders() {
        return binders;
    }

    TreeMap<String, Power> scalars() {
        return scalars;
    }

    List<Letter> word() {
        return word;
    }

    boolean isScalar() {
        return word.isEmpty();
    }

    Monomial withWord(List<Letter> letters) {
        return new Monomial(binders, scalars, letters);
    }

    Monomial withBinder(Range range) {
        List<Range> all = new ArrayList<>(binders);
        all.addFirst(range);
        return new Monomial(all, scalars, word);
    }

    Monomial withoutBinder(Range range) {
        List<Range> rest = new ArrayList<>(binders);
        rest.remove(range);
        return new Monomial(rest, scalars, word);
    }

    /** The scalar factors that mention an index of the binders, under them, or the others. */
    Monomial part(boolean bound) {
        TreeMap<String, Power> part = new TreeMap<>(scalars);
        part.values().removeIf(power -> bound != binders.stream().anyMatch(range ->
                Names.occursFree(range.index(), power.atom()) || power.exponent().mentions(range.index())));
        return new Monomial(bound ? binders : List.of(), part, bound ? word : List.of());
    }

    boolean mentions(String name) {
        for (Power power : scalars.values())
            if (Names.occursFree(name, power.atom()) || power.exponent().mentions(name)) return true;
        for (Letter letter : word) if (Names.occursFree(name, letter.toTerm())) return true;
        for (Range range : binders)
            if (Names.occursFree(name, range.low()) || Names.occursFree(name, range.high())
                    || range.except().filter(e -> Names.occursFree(name, e)).isPresent()) return true;
        return false;
    }

    /** The same monomial with its binders renamed. */
    Monomial rename(Map<String, Term> names) {
        if (names.isEmpty()) return this;
        Substitution renaming = new Substitution(names);
        List<Range> ranges = new ArrayList<>();
        for (Range range : binders) {
            String index = names.get(range.index()) instanceof Term.Symbol symbol ? symbol.name() : range.index();
            ranges.add(new Range(index, renaming.apply(range.low()), range.upper().map(renaming::apply), range.except().map(renaming::apply)));
        }
        TreeMap<String, Power> atoms = new TreeMap<>();
        for (Power power : scalars.values()) {
            Term atom = renaming.apply(power.atom());
            atoms.put(atom.toString(), new Power(atom, rename(power.exponent(), renaming)));
        }
        return new Monomial(ranges, atoms, word.stream().map(letter -> letter.rename(names)).toList());
    }

    private static IndexPolynomial rename(IndexPolynomial exponent, Substitution renaming) {
        if (exponent.asConstant().isPresent()) return exponent;
        return IndexPolynomial.exponent(renaming.apply(exponent.toTerm()), denominator -> { }).orElseThrow();
    }

    /** Binders in a canonical order under the names {@code #s1, #s2, ...}: the least key over all orders (up to three). */
    Monomial canonical() {
        if (binders.isEmpty()) return this;
        Monomial best = null;
        for (List<Range> order : binders.size() <= 3 ? permutations(binders) : List.of(binders)) {
            if (!closed(order)) continue;
            Map<String, Term> names = new HashMap<>();
            for (int i = 0; i < order.size(); i++) names.put(order.get(i).index(), Term.index("#s" + (i + 1)));
            Monomial candidate = new Monomial(order, scalars, word).rename(names);
            if (best == null || candidate.key().compareTo(best.key()) < 0) best = candidate;
        }
        return best == null ? this : best;
    }

    /** No range may speak of an index bound after it. */
    private static boolean closed(List<Range> order) {
        Set<String> later = new HashSet<>();
        for (Range range : order.reversed()) {
            later.add(range.index());
            for (Term bound : List.of(range.low(), range.high(), range.except().orElse(range.low())))
                if (Names.free(bound).stream().anyMatch(later::contains)) return false;
        }
        return true;
    }

    private static List<List<Range>> permutations(List<Range> items) {
        if (items.size() <= 1) return List.of(items);
        List<List<Range>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<Range> rest = new ArrayList<>(items);
            Range first = rest.remove(i);
            for (List<Range> tail : permutations(rest)) {
                List<Range> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    /** The term of this monomial with a coefficient; {@code identity} stands for the empty word of a matrix. */
    Term toTerm(Rational coefficient, Term identity) {
        List<Term> factors = new ArrayList<>();
        Rational size = coefficient.abs();
        if (!size.equals(Rational.ONE)) factors.add(Term.number(size));
        for (Power power : scalars.values())
            factors.add(power.exponent().equals(IndexPolynomial.ONE) ? power.atom()
                    : Term.apply(Operator.POWER, power.atom(), power.exponent().toTerm()));
        if (!word.isEmpty()) word.forEach(letter -> factors.add(letter.toTerm()));
        else if (!identity.sort().isScalar()) factors.add(identity);
        Term term = factors.isEmpty() ? Term.number(1) : factors.size() == 1 ? factors.getFirst() : Term.apply(Operator.MULTIPLY, factors);
        for (Range range : binders.reversed()) term = Term.big(BigOperator.SUM, range, term);
        return coefficient.signum() < 0 ? Term.negate(term) : term;
    }

    String key() {
        if (key == null) {
            StringBuilder text = new StringBuilder();
            for (Range range : binders) text.append('[').append(range).append(']');
            scalars.forEach((atom, power) -> text.append('{').append(atom).append("}^{").append(power.exponent()).append('}'));
            key = text.append('|').append(Letter.key(word)).toString();
        }
        return key;
    }

    @Override
    public int compareTo(Monomial other) {
        return key().compareTo(other.key());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial && key().equals(monomial.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return key();
    }
}
