package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Random terms over a fixed signature, and random exact values for its symbols: depth {@code L}, size {@code n},
 * positive {@code p} and {@code z[l]} (fourth powers, so that roots are rational), {@code a} and {@code b} of any sign,
 * square matrices {@code A} and {@code W[l]}, vectors {@code v} and {@code w[l]}.
 */
final class ClosedTerms {
    private static final Term N = Term.index("n");
    private static final Term L = Term.index("L");
    static final Sort SQUARE = Sort.matrix(N, N);
    static final Sort VECTOR = Sort.matrix(N, Term.number(1));
    private static final Range LAYERS = new Range("l", Term.number(1), L);
    static final Signature SIGNATURE = new Signature(List.of(
            new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
            new Declaration.Parameter("n", List.of(), Sort.INT, List.of()),
            new Declaration.Parameter("p", List.of(), Sort.REAL, List.of()),
            new Declaration.Parameter("a", List.of(), Sort.REAL, List.of()),
            new Declaration.Parameter("b", List.of(), Sort.REAL, List.of()),
            new Declaration.Parameter("A", List.of(), SQUARE, List.of()),
            new Declaration.Parameter("v", List.of(), VECTOR, List.of()),
            new Declaration.Variable("z", List.of(LAYERS), Sort.REAL, Declaration.Motion.FIXED),
            new Declaration.Variable("W", List.of(LAYERS), SQUARE, Declaration.Motion.FIXED),
            new Declaration.Variable("w", List.of(LAYERS), VECTOR, Declaration.Motion.FIXED)));

    private ClosedTerms() {
    }

    static Term symbol(String name, Term... indices) {
        return new Term.Symbol(name, List.of(indices), SIGNATURE.sortOf(name, List.of(indices)));
    }

    static Arbitrary<Instance> instances() {
        return Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 3), Arbitraries.longs())
                .as(ClosedTerms::instance);
    }

    private static Instance instance(int depth, int size, long seed) {
        Random random = new Random(seed);
        Instance instance = Instance.EMPTY.with("L", depth).with("n", size).with("p", Value.scalar(fourthPower(random)))
                .with("a", Value.scalar(number(random))).with("b", Value.scalar(number(random)))
                .with("A", matrix(random, size, size)).with("v", matrix(random, size, 1));
        for (int l = 1; l <= depth; l++)
            instance = instance.with("z", List.of(l), Value.scalar(fourthPower(random)))
                    .with("W", List.of(l), matrix(random, size, size)).with("w", List.of(l), matrix(random, size, 1));
        return instance;
    }

    private static Rational number(Random random) {
        return Rational.of(random.nextInt(7) - 3, 1 + random.nextInt(3));
    }

    private static Rational fourthPower(Random random) {
        return Rational.of(1 + random.nextInt(3), 1 + random.nextInt(3)).power(4);
    }

    private static Value<Rational> matrix(Random random, int rows, int columns) {
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) entries.add(number(random));
        return new Value.Matrix<>(rows, columns, entries);
    }

    /** An index that is in {@code 1..L} whenever the bound names are. */
    private static Arbitrary<Term> layer(List<String> bound) {
        List<Term> layers = new ArrayList<>(List.of(Term.number(1), L));
        bound.forEach(name -> layers.add(Term.index(name)));
        return Arbitraries.of(layers);
    }

    private static List<String> and(List<String> bound, String index) {
        List<String> more = new ArrayList<>(bound);
        more.add(index);
        return more;
    }

    /** A range within {@code 1..L}, perhaps empty, perhaps without one of its members. */
    private static Arbitrary<Range> range(String index, List<String> bound, boolean except) {
        Arbitrary<Range> range = Arbitraries.oneOf(Arbitraries.just(new Range(index, Term.number(1), L)),
                layer(bound).map(to -> new Range(index, Term.number(1), to)), layer(bound).map(from -> new Range(index, from, L)),
                layer(bound).map(to -> new Range(index, Term.number(1), Term.subtract(to, Term.number(1)))));
        return except ? Combinators.combine(range, layer(bound).optional()).as((r, point) -> point.map(r::without).orElse(r)) : range;
    }

    static Arbitrary<Term> scalar(int depth) {
        return scalar(depth, List.of());
    }

    static Arbitrary<Term> matrix(int depth) {
        return matrix(depth, List.of());
    }

    /** What is positive: its powers have any exponent. */
    private static Arbitrary<Term> positive(List<String> bound) {
        return Arbitraries.oneOf(Arbitraries.just(symbol("p")), layer(bound).map(l -> symbol("z", l)),
                Arbitraries.just(Term.big(BigOperator.PRODUCT, LAYERS, symbol("z", Term.index("l")))));
    }

    private static Arbitrary<Term> exponent() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-2, 3).map(Term::number), Arbitraries.of(Term.number(Rational.of(1, 2)),
                Term.number(Rational.of(-1, 4)), L, Term.subtract(Term.number(2), L)));
    }

    private static Arbitrary<Term> scalar(int depth, List<String> bound) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.of("a", "b", "p").map(ClosedTerms::symbol), layer(bound).map(l -> symbol("z", l)),
                layer(bound), Arbitraries.integers().between(-3, 3).map(Term::number));
        if (depth == 0) return leaf;
        Arbitrary<Term> x = Arbitraries.lazy(() -> scalar(depth - 1, bound));
        Arbitrary<Term> m = Arbitraries.lazy(() -> matrix(depth - 1, bound));
        Arbitrary<Term> u = Arbitraries.lazy(() -> vector(depth - 1, bound));
        String index = "i" + depth;
        Arbitrary<Term> inner = Arbitraries.lazy(() -> scalar(depth - 1, and(bound, index)));
        return Arbitraries.oneOf(leaf, Combinators.combine(x, x).as(Term::add), Combinators.combine(x, x).as(Term::subtract),
                Combinators.combine(x, x).as(Term::multiply), Combinators.combine(x, positive(bound)).as(Term::divide),
                Combinators.combine(x, Arbitraries.integers().between(0, 3)).as((base, k) -> Term.power(base, Term.number(k))),
                Combinators.combine(positive(bound), exponent()).as(Term::power),
                Combinators.combine(positive(bound), exponent()).as((base, k) -> Term.apply(Operator.SQUARE_ROOT, Term.power(base, k))),
                x.map(term -> Term.apply(Operator.ABSOLUTE, term)), m.map(term -> Term.apply(Operator.TRACE, term)),
                m.map(term -> Term.power(Term.apply(Operator.NORM, term), Term.number(2))),
                Combinators.combine(m, m).as((left, right) -> Term.apply(Operator.INNER, left, right)),
                Combinators.combine(u, u).as((left, right) -> Term.apply(Operator.INNER, left, right)),
                m.map(term -> Term.apply(Operator.DETERMINANT, term)),
                m.map(term -> Term.apply(Operator.ENTRY, term, Term.number(1), N)),
                Combinators.combine(range(index, bound, true), inner).as((range, body) -> Term.big(BigOperator.SUM, range, body)),
                Combinators.combine(range(index, bound, true), inner).as((range, body) -> Term.big(BigOperator.PRODUCT, range, body)));
    }

    private static Arbitrary<Term> matrix(int depth, List<String> bound) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.just(symbol("A")), layer(bound).map(l -> symbol("W", l)),
                Arbitraries.just(Term.apply(Operator.IDENTITY, N)));
        if (depth == 0) return leaf;
        Arbitrary<Term> x = Arbitraries.lazy(() -> scalar(depth - 1, bound));
        Arbitrary<Term> m = Arbitraries.lazy(() -> matrix(depth - 1, bound));
        Arbitrary<Term> u = Arbitraries.lazy(() -> vector(depth - 1, bound));
        String index = "j" + depth;
        Arbitrary<Term> inner = Arbitraries.lazy(() -> matrix(depth - 1, and(bound, index)));
        return Arbitraries.oneOf(leaf, Combinators.combine(m, m).as(Term::add), Combinators.combine(m, m).as(Term::subtract),
                Combinators.combine(m, m).as(Term::multiply), Combinators.combine(m, m).as(Term::multiply),
                Combinators.combine(x, m).as(Term::multiply), m.map(Term::transpose),
                Combinators.combine(u, u).as((left, right) -> Term.multiply(left, Term.transpose(right))),
                Combinators.combine(m, Arbitraries.integers().between(0, 3)).as((base, k) -> Term.power(base, Term.number(k))),
                Combinators.combine(range(index, bound, true), inner).as((range, body) -> Term.big(BigOperator.SUM, range, body)),
                // A chain whose range may be empty, but is not shorter than that: an end below its start has no meaning.
                Combinators.combine(layer(bound), Arbitraries.integers().between(0, 1)).as((high, less) -> Term.big(BigOperator.CHAIN,
                        new Range(index, Term.number(1), Term.subtract(high, Term.number(less))), symbol("W", Term.index(index)))),
                layer(bound).map(low -> Term.big(BigOperator.CHAIN, new Range(index, low, L), symbol("W", Term.index(index)))));
    }

    private static Arbitrary<Term> vector(int depth, List<String> bound) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.just(symbol("v")), layer(bound).map(l -> symbol("w", l)));
        return depth == 0 ? leaf : Arbitraries.oneOf(leaf,
                Combinators.combine(Arbitraries.lazy(() -> matrix(depth - 1, bound)), leaf).as(Term::multiply),
                Combinators.combine(Arbitraries.lazy(() -> scalar(depth - 1, bound)), leaf).as(Term::multiply));
    }
}
