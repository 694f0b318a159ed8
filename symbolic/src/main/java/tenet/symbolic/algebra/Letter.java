package tenet.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** A factor of a word in the free *-algebra of matrices with shapes. */
sealed interface Letter {
    /** A matrix or vector without further structure, or its transpose. The base is in normal form. */
    record Atom(Term base, boolean transposed) implements Letter {
    }

    /** The product {@code body(high) * ... * body(low)} of a family, or its transpose. */
    record Segment(String index, Term body, IndexPolynomial high, IndexPolynomial low, boolean transposed) implements Letter {
        Term member(IndexPolynomial at) {
            return Substitution.of(index, at.toTerm()).apply(body);
        }

        boolean sameFamily(Segment other) {
            return transposed == other.transposed && index.equals(other.index) && body.toString().equals(other.body.toString());
        }
    }

    /** A square word repeated a symbolic, natural number of times. */
    record Power(List<Letter> base, IndexPolynomial exponent) implements Letter {
    }

    default Letter transpose() {
        return switch (this) {
            case Atom atom when isSymmetric(atom.base()) -> atom;
            case Atom(Term base, boolean transposed) -> new Atom(base, !transposed);
            case Segment(String index, Term body, var high, var low, boolean transposed) ->
                    new Segment(index, body, high, low, !transposed);
            case Power(List<Letter> base, IndexPolynomial exponent) -> new Power(transpose(base), exponent);
        };
    }

    /** A real power of a symmetric matrix is symmetric; so is, with a natural value of the exponent, only that of one. */
    static boolean isSymmetric(Term base) {
        return base instanceof Term.Apply(Operator operator, List<Term> arguments, Sort sort) && operator == Operator.POWER
                && sort instanceof Sort.Matrix && symmetric(arguments.getFirst());
    }

    /** Whether a matrix is written so that its transpose reads the same: {@code X * X^T}. */
    private static boolean symmetric(Term matrix) {
        List<Letter> word = (matrix instanceof Term.Apply(Operator operator, List<Term> factors, Sort ignored) && operator == Operator.MULTIPLY
                ? factors : List.of(matrix)).stream().filter(factor -> !factor.sort().isScalar()).map(Letter::of).toList();
        return same(word, transpose(word));
    }

    private static Letter of(Term factor) {
        return factor instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.TRANSPOSE
                ? new Atom(arguments.getFirst(), true) : new Atom(factor, false);
    }

    static List<Letter> transpose(List<Letter> word) {
        return word.reversed().stream().map(Letter::transpose).toList();
    }

    default Term toTerm() {
        return switch (this) {
            case Atom(Term base, boolean transposed) -> transposed ? Term.transpose(base) : base;
            case Segment(String index, Term body, var high, var low, boolean transposed) -> {
                Term chain = Term.big(BigOperator.CHAIN, new Range(index, low.toTerm(), high.toTerm()), body);
                yield transposed ? Term.transpose(chain) : chain;
            }
            case Power(List<Letter> base, IndexPolynomial exponent) -> Term.apply(Operator.POWER, toTerm(base), exponent.toTerm());
        };
    }

    /** The product of a non-empty word. */
    static Term toTerm(List<Letter> word) {
        return word.size() == 1 ? word.getFirst().toTerm()
                : Term.apply(Operator.MULTIPLY, word.stream().map(Letter::toTerm).toList());
    }

    default Term rows() {
        return switch (this) {
            case Atom(Term base, boolean transposed) -> transposed ? shape(base).columns() : shape(base).rows();
            case Segment segment -> shape(segment.toTerm()).rows();
            case Power(List<Letter> base, var exponent) -> base.getFirst().rows();
        };
    }

    default Term columns() {
        return transpose().rows();
    }

    private static Sort.Matrix shape(Term term) {
        if (term.sort() instanceof Sort.Matrix matrix) return matrix;
        throw new IllegalStateException(term + " is not a matrix but a " + term.sort());
    }

    /** A tensor stands alone in its word. */
    default boolean isTensor() {
        return this instanceof Atom(Term base, boolean transposed) && base.sort() instanceof Sort.Tensor;
    }

    /** The letter with bound indices renamed. */
    default Letter rename(Map<String, Term> names) {
        Substitution renaming = new Substitution(names);
        return switch (this) {
            case Atom(Term base, boolean transposed) -> new Atom(renaming.apply(base), transposed);
            case Segment(String index, Term body, var high, var low, boolean transposed) -> new Segment(index, renaming.apply(body),
                    IndexPolynomial.of(renaming.apply(high.toTerm())), IndexPolynomial.of(renaming.apply(low.toTerm())), transposed);
            case Power(List<Letter> base, IndexPolynomial exponent) -> new Power(base.stream().map(letter -> letter.rename(names)).toList(),
                    IndexPolynomial.of(renaming.apply(exponent.toTerm())));
        };
    }

    /** Unambiguous text; equal letters have equal keys. */
    default String key() {
        return switch (this) {
            case Atom(Term base, boolean transposed) -> base + (transposed ? "^T" : "");
            case Segment(String index, Term body, var high, var low, boolean transposed) ->
                    "chain(" + index + ", " + high + ", " + low + ", " + body + ")" + (transposed ? "^T" : "");
            case Power(List<Letter> base, IndexPolynomial exponent) -> "(" + key(base) + ")^(" + exponent + ")";
        };
    }

    static String key(List<Letter> word) {
        List<String> keys = new ArrayList<>();
        word.forEach(letter -> keys.add(letter.key()));
        return String.join(" . ", keys);
    }

    static boolean same(List<Letter> a, List<Letter> b) {
        return a.size() == b.size() && key(a).equals(key(b));
    }
}
