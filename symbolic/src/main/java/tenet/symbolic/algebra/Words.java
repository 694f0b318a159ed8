package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
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
 * Laws of words in matrices: neighbouring stretches of one chain merge, {@code W[b] * chain(W, b-1, a) = chain(W, b, a)};
 * {@code u (v u)^m = (u v)^m u}; {@code M adj(M) = det(M) I}; a closed (1 x 1) stretch is a scalar; traces are cyclic and
 * invariant under transposition. Trusted. Source: associativity, and the unfolding laws of iterated products.
 */
final class Words {
    /** Chains of a fixed length up to this are written out. */
    private static final int WRITTEN_OUT = 8;

    private final Facts facts;

    Words(Facts facts) {
        this.facts = facts;
    }

    /** A word in normal form and the scalars that came out of it. */
    record Reduced(List<Monomial.Power> scalars, List<Letter> word) {
    }

    Reduced reduce(List<Letter> letters) {
        if (letters.size() == 1 && letters.getFirst().isTensor()) return new Reduced(List.of(), letters);
        List<Monomial.Power> scalars = new ArrayList<>();
        List<Letter> word = merge(letters, scalars);
        List<List<Letter>> stretches = cut(word);
        List<Letter> open = new ArrayList<>();
        for (List<Letter> stretch : stretches)
            if (one(stretch.getFirst().rows()) && one(stretch.getLast().columns())) scalars.add(closed(stretch));
            else open.addAll(stretch);
        return new Reduced(scalars, open);
    }

    /** Applies the merging laws until none applies. */
    private List<Letter> merge(List<Letter> letters, List<Monomial.Power> scalars) {
        List<Letter> word = new ArrayList<>();
        letters.forEach(letter -> word.addAll(written(letter)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i + 1 < word.size() && !changed; i++) {
                Optional<List<Letter>> merged = mergePair(word.get(i), word.get(i + 1), scalars);
                if (merged.isPresent()) {
                    replace(word, i, i + 2, merged.get());
                    changed = true;
                }
            }
            for (int i = 0; i < word.size() && !changed; i++)
                if (word.get(i) instanceof Letter.Power power) changed = movePower(word, i, power);
        }
        return word;
    }

    private static void replace(List<Letter> word, int from, int to, List<Letter> by) {
        word.subList(from, to).clear();
        word.addAll(from, by);
    }

    /** A chain of known length as its members; an empty one as nothing. */
    List<Letter> written(Letter letter) {
        if (letter instanceof Letter.Power(List<Letter> base, IndexPolynomial exponent) && exponent.isZero()) return List.of();
        if (!(letter instanceof Letter.Segment segment)) return List.of(letter);
        Optional<Rational> length = segment.high().minus(segment.low()).plus(IndexPolynomial.ONE).asConstant();
        if (length.isEmpty() || length.get().signum() < 0 || length.get().compareTo(Rational.of(WRITTEN_OUT)) > 0) return List.of(letter);
        List<Letter> members = new ArrayList<>();
        for (int i = 0; i < length.get().numerator().intValue(); i++) {
            Term member = segment.member(segment.high().minus(IndexPolynomial.constant(i)));
            members.addAll(letterOf(member));
        }
        return segment.transposed() ? Letter.transpose(members) : members;
    }

    /** The body of a chain at an index, as letters; it is a single monomial or an opaque matrix. */
    private static List<Letter> letterOf(Term member) {
        return switch (member) {
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.TRANSPOSE ->
                    List.of(new Letter.Atom(arguments.getFirst(), true));
            default -> List.of(new Letter.Atom(member, false));
        };
    }

    private Optional<List<Letter>> mergePair(Letter a, Letter b, List<Monomial.Power> scalars) {
        if (a instanceof Letter.Segment s && b instanceof Letter.Segment t && s.sameFamily(t)) {
            Letter.Segment upper = s.transposed() ? t : s;
            Letter.Segment lower = s.transposed() ? s : t;
            if (upper.low().minus(IndexPolynomial.ONE).equals(lower.high()) && valid(upper) && valid(lower))
                return Optional.of(written(new Letter.Segment(s.index(), s.body(), upper.high(), lower.low(), s.transposed())));
        }
        if (a instanceof Letter.Segment s && b instanceof Letter.Atom) return absorb(s, b, false);
        if (a instanceof Letter.Atom && b instanceof Letter.Segment s) return absorb(s, a, true);
        if (a instanceof Letter.Power(List<Letter> base, var m) && b instanceof Letter.Power(List<Letter> other, var n)
                && Letter.same(base, other) && natural(m) && natural(n))
            return Optional.of(written(new Letter.Power(base, m.plus(n))));
        if (a instanceof Letter.Atom x && b instanceof Letter.Atom y) return adjugatePair(x, y, scalars);
        if (a instanceof Letter.Segment || b instanceof Letter.Segment) return adjugatePair(opaque(a), opaque(b), scalars);
        return Optional.empty();
    }

    private static Letter.Atom opaque(Letter letter) {
        return switch (letter) {
            case Letter.Atom atom -> atom;
            case Letter.Segment s -> new Letter.Atom(new Letter.Segment(s.index(), s.body(), s.high(), s.low(), false).toTerm(), s.transposed());
            case Letter.Power power -> new Letter.Atom(power.toTerm(), false);
        };
    }

    /** {@code M adj(M)} and {@code adj(M) M} are {@code det(M)} times the identity; {@code M inv(M)} is the identity. */
    private Optional<List<Letter>> adjugatePair(Letter.Atom x, Letter.Atom y, List<Monomial.Power> scalars) {
        if (x.transposed() != y.transposed()) return Optional.empty();
        for (Letter.Atom[] pair : new Letter.Atom[][] {{x, y}, {y, x}})
            if (pair[1].base() instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                    && arguments.getFirst().toString().equals(pair[0].base().toString())) {
                Term determinant = Term.apply(Operator.DETERMINANT, pair[0].base());
                if (operator == Operator.ADJUGATE) {
                    scalars.add(new Monomial.Power(determinant, IndexPolynomial.ONE));
                    return Optional.of(List.of());
                }
                if (operator == Operator.INVERSE && facts.nonZero(determinant)) return Optional.of(List.of());
            }
        return Optional.empty();
    }

    private Optional<List<Letter>> absorb(Letter.Segment segment, Letter letter, boolean before) {
        if (!valid(segment)) return Optional.empty();
        // Untransposed, a letter before the segment continues it upwards; transposed, downwards.
        boolean upwards = before != segment.transposed();
        IndexPolynomial next = upwards ? segment.high().plus(IndexPolynomial.ONE) : segment.low().minus(IndexPolynomial.ONE);
        List<Letter> member = letterOf(segment.member(next));
        List<Letter> wanted = segment.transposed() ? Letter.transpose(member) : member;
        if (!Letter.same(wanted, List.of(letter))) return Optional.empty();
        return Optional.of(written(new Letter.Segment(segment.index(), segment.body(), upwards ? next : segment.high(),
                upwards ? segment.low() : next, segment.transposed())));
    }

    /** A chain makes sense when it is at least empty. */
    private boolean valid(Letter.Segment segment) {
        return facts.indices().entailsNonNegative(segment.high().minus(segment.low()).plus(IndexPolynomial.ONE));
    }

    private boolean natural(IndexPolynomial exponent) {
        return facts.indices().entailsNonNegative(exponent);
    }

    /** Joins a power with copies of its base beside it, and moves it to the left past a suffix of its base. */
    private boolean movePower(List<Letter> word, int at, Letter.Power power) {
        if (!natural(power.exponent())) return false;
        List<Letter> base = power.base();
        List<Letter> before = word.subList(0, at);
        List<Letter> after = word.subList(at + 1, word.size());
        List<Letter> more = written(new Letter.Power(base, power.exponent().plus(IndexPolynomial.ONE)));
        Optional<List<Letter>> rest = dropPrefix(after, base);
        if (rest.isPresent()) return become(word, before, more, rest.get());
        rest = dropSuffix(before, base);
        if (rest.isPresent()) return become(word, rest.get(), more, after);
        for (int size = 1; size < base.size(); size++) {
            List<Letter> suffix = base.subList(base.size() - size, base.size());
            rest = dropSuffix(before, suffix);
            if (rest.isEmpty()) continue;
            List<Letter> moved = new ArrayList<>(suffix);
            moved.addAll(base.subList(0, base.size() - size));
            moved = new ArrayList<>(List.of(new Letter.Power(List.copyOf(moved), power.exponent())));
            moved.addAll(suffix);
            return become(word, rest.get(), moved, after);
        }
        return false;
    }

    private static boolean become(List<Letter> word, List<Letter> before, List<Letter> middle, List<Letter> after) {
        List<Letter> all = new ArrayList<>(before);
        all.addAll(middle);
        all.addAll(after);
        word.clear();
        word.addAll(all);
        return true;
    }

    /** The word without these first letters, which may be peeled off chains; empty when it does not begin with them. */
    private Optional<List<Letter>> dropPrefix(List<Letter> word, List<Letter> letters) {
        List<Letter> rest = new ArrayList<>(word);
        for (Letter wanted : letters) {
            if (rest.isEmpty()) return Optional.empty();
            Letter first = rest.removeFirst();
            if (Letter.same(List.of(first), List.of(wanted))) continue;
            if (!(first instanceof Letter.Segment segment) || !nonEmpty(segment)) return Optional.empty();
            // The first factor has the highest index, or the lowest one when transposed.
            IndexPolynomial end = segment.transposed() ? segment.low() : segment.high();
            if (!isMember(segment, end, wanted)) return Optional.empty();
            rest.addAll(0, written(segment.transposed()
                    ? new Letter.Segment(segment.index(), segment.body(), segment.high(), end.plus(IndexPolynomial.ONE), true)
                    : new Letter.Segment(segment.index(), segment.body(), end.minus(IndexPolynomial.ONE), segment.low(), false)));
        }
        return Optional.of(rest);
    }

    private Optional<List<Letter>> dropSuffix(List<Letter> word, List<Letter> letters) {
        return dropPrefix(Letter.transpose(word), Letter.transpose(letters)).map(Letter::transpose);
    }

    private static boolean isMember(Letter.Segment segment, IndexPolynomial at, Letter wanted) {
        List<Letter> member = letterOf(segment.member(at));
        return Letter.same(segment.transposed() ? Letter.transpose(member) : member, List.of(wanted));
    }

    private boolean nonEmpty(Letter.Segment segment) {
        return facts.indices().entailsNonNegative(segment.high().minus(segment.low()));
    }

    /** Cuts a word where the inner size is the number one. */
    private static List<List<Letter>> cut(List<Letter> word) {
        List<List<Letter>> stretches = new ArrayList<>();
        List<Letter> current = new ArrayList<>();
        for (Letter letter : word) {
            if (!current.isEmpty() && one(letter.rows())) {
                stretches.add(current);
                current = new ArrayList<>();
            }
            current.add(letter);
        }
        if (!current.isEmpty()) stretches.add(current);
        return stretches;
    }

    private static boolean one(Term size) {
        return size.equals(Term.number(1));
    }

    /** The trace of a non-empty square word, as scalar factors. */
    List<Monomial.Power> trace(List<Letter> letters) {
        List<Monomial.Power> scalars = new ArrayList<>();
        List<Letter> word = merge(letters, scalars);
        for (int i = 0; i < word.size(); i++)
            if (one(word.get(i).rows())) {
                List<Letter> rotated = rotate(word, i);
                cut(rotated).forEach(stretch -> scalars.add(closed(stretch)));
                return scalars;
            }
        if (word.isEmpty()) throw new IllegalStateException("the trace of an identity needs its size");
        scalars.add(closed(word));
        return scalars;
    }

    private static List<Letter> rotate(List<Letter> word, int by) {
        List<Letter> rotated = new ArrayList<>(word.subList(by, word.size()));
        rotated.addAll(word.subList(0, by));
        return rotated;
    }

    /** The scalar atom of a closed word: the least among its rotations and their transposes, after merging. */
    private Monomial.Power closed(List<Letter> word) {
        List<Letter> best = least(word);
        if (best.size() == 2 && Letter.same(List.of(best.get(0).transpose()), List.of(best.get(1)))) {
            Term base = List.of(best.get(0), best.get(0).transpose()).stream().map(Letter::toTerm)
                    .filter(term -> !(term instanceof Term.Apply(Operator op, var a, var s) && op == Operator.TRANSPOSE)).findFirst()
                    .orElse(best.get(0).toTerm());
            return new Monomial.Power(Term.apply(Operator.NORM, base), IndexPolynomial.constant(2));
        }
        return new Monomial.Power(pairing(best).orElseGet(() -> new Term.Apply(Operator.TRACE, List.of(Letter.toTerm(best)), Sort.REAL)),
                IndexPolynomial.ONE);
    }

    private List<Letter> least(List<Letter> original) {
        List<Letter> best = null;
        for (List<Letter> form : List.of(original, Letter.transpose(original)))
            for (int i = 0; i < form.size(); i++) {
                List<Monomial.Power> scalars = new ArrayList<>();
                List<Letter> merged = merge(rotate(form, i), scalars);
                // A rotation that lets an adjugate meet its matrix changes the factors: not a form of this word.
                if (!scalars.isEmpty() || merged.isEmpty()) continue;
                if (best == null || merged.size() < best.size()
                        || merged.size() == best.size() && Letter.key(merged).compareTo(Letter.key(best)) < 0) best = merged;
            }
        return best == null ? original : best;
    }

    /** {@code v(m)^T contract(T, n except m, v(n))} is the full pairing of T with the outer product of the v. */
    private Optional<Term> pairing(List<Letter> word) {
        if (word.size() != 2) return Optional.empty();
        for (int i = 0; i < 2; i++)
            if (word.get(i) instanceof Letter.Atom(Term.Contract contract, boolean ignored)) {
                Term free = contract.range().except().orElseThrow();
                boolean within = facts.indices().atLeast(IndexPolynomial.of(free), IndexPolynomial.of(contract.range().low()))
                        && facts.indices().atLeast(IndexPolynomial.of(contract.range().high()), IndexPolynomial.of(free));
                if (!within) continue;
                Term member = Substitution.of(contract.range().index(), free).apply(contract.body());
                Letter other = word.get(1 - i);
                Letter.Atom untransposed = other instanceof Letter.Atom(Term base, boolean t) ? new Letter.Atom(base, false) : null;
                if (untransposed != null && untransposed.base().toString().equals(member.toString())) {
                    Range full = new Range(contract.range().index(), contract.range().low(), contract.range().high());
                    return Optional.of(Term.apply(Operator.INNER, contract.tensor(), Term.big(BigOperator.OUTER, full, contract.body())));
                }
            }
        return Optional.empty();
    }
}
