package tenet.symbolic.syntax;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Random well-typed terms and formulas over {@link #SIGNATURE}, as the factories make them. */
final class TermArbitraries {
    static final Signature SIGNATURE = Samples.read("""
            theory t
              param L, n : nat >= 1
              param d[l in 0..L] : nat
              param a, b : real
              param A, B : real[n, n]
              param C : real[n, 2]
              var v : real[n]
              var W[l in 1..L] : real[n, n]
              var V[l in 1..L] : real[d[l], d[l-1]]
              var z[l in 1..L, m in 1..n] : real
              var w[l in 1..L] : real[n]
              fun f : real[n, n] -> real
              fun g : real, real -> real
            """).value().theories().getFirst().signature();

    private static final Term N = Term.index("n");

    private TermArbitraries() {
    }

    static Arbitrary<Term> integer(int depth) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.integers().between(-3, 12).map(Term::number),
                Arbitraries.of("L", "n").map(Term::index), Arbitraries.of("L", "n").map(name -> symbol("d", Term.index(name))));
        if (depth == 0) return leaf;
        Arbitrary<Term> inner = integer(depth - 1);
        return Arbitraries.oneOf(leaf, Combinators.combine(inner, inner).as(Term::add), Combinators.combine(inner, inner)
                .as(Term::subtract),
                Combinators.combine(inner, inner).as(Term::multiply), inner.map(index -> symbol("d", index)));
    }

    private static Term symbol(String name, Term... indices) {
        return new Term.Symbol(name, List.of(indices), SIGNATURE.sortOf(name, List.of(indices)));
    }

    private static Arbitrary<Range> range(String index, boolean except) {
        return Combinators.combine(integer(1), integer(1), integer(0).optional()).as((low, high, point) ->
                new Range(index, low, Optional.of(high), except ? point : Optional.empty()));
    }

    /** A scalar, real or integer. */
    static Arbitrary<Term> scalar(int depth) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.of("a", "b").map(TermArbitraries::symbol), integer(1),
                Combinators.combine(Arbitraries.integers().between(-9, 9), Arbitraries.integers().between(1, 9))
                        .as((top, bottom) -> Term.number(Rational.of(top, bottom))),
                Combinators.combine(integer(1), integer(1)).as((l, m) -> symbol("z", l, m)));
        if (depth == 0) return leaf;
        Arbitrary<Term> x = Arbitraries.lazy(() -> scalar(depth - 1));
        Arbitrary<Term> y = scalar(depth - 1);
        Arbitrary<Term> matrix = Arbitraries.lazy(() -> matrix(depth - 1));
        Arbitrary<Term> vector = Arbitraries.lazy(() -> vector(depth - 1));
        String index = "i" + depth;
        return Arbitraries.oneOf(leaf,
                many(Operator.ADD, x), many(Operator.MULTIPLY, x), many(Operator.MAXIMUM, scalarReal(x)),
                Combinators.combine(x, y).as(Term::divide), Combinators.combine(x, y).as(Term::subtract),
                Combinators.combine(scalarReal(x), y).as(Term::power), scalarReal(x).map(term -> Term.apply(Operator.NEGATE, term)),
                Arbitraries.of(Operator.ABSOLUTE, Operator.SQUARE_ROOT, Operator.EXPONENTIAL, Operator.LOGARITHM)
                        .flatMap(operator -> scalarReal(x).map(term -> Term.apply(operator, term))),
                Arbitraries.of(Operator.TRACE, Operator.DETERMINANT, Operator.NORM, Operator.NUCLEAR_NORM, Operator.SPECTRAL_NORM,
                        Operator.EFFECTIVE_RANK, Operator.RANK).flatMap(operator -> matrix.map(term -> Term.apply(operator, term))),
                Combinators.combine(Arbitraries.of(Operator.SINGULAR_VALUE, Operator.RANK_DISTANCE), matrix, integer(1))
                        .as((operator, m, k) -> Term.apply(operator, m, k)),
                Combinators.combine(matrix, scalarReal(x)).as((m, p) -> Term.apply(Operator.SCHATTEN, m, p)),
                Combinators.combine(matrix, matrix).as((p, q) -> Term.apply(Operator.INNER, p, q)),
                Combinators.combine(matrix, integer(1), integer(1)).as((m, i, j) -> Term.apply(Operator.ENTRY, m, i, j)),
                Combinators.combine(vector, integer(1)).as((u, i) -> Term.apply(Operator.ENTRY, u, i)),
                Combinators.combine(range(index, true), x).as((range, body) -> Term.big(BigOperator.SUM, range, scaled(index, body))),
                Combinators.combine(range(index, true), x).as((range, body) -> Term.big(BigOperator.PRODUCT, range,
                        scaled(index, body))),
                matrix.map(at -> new Term.Call("f", List.of(at), Sort.REAL)),
                Combinators.combine(x, y).as((p, q) -> new Term.Call("g", List.of(p, q), Sort.REAL)),
                x.map(Term.Rate::new));
    }

    /** Something real that mentions the index: integer sums of sums have no canonical form. */
    private static Term scaled(String index, Term body) {
        return Term.apply(Operator.MULTIPLY, symbol("z", Term.index(index), Term.number(1)), body);
    }

    /** Not an integer, for operators without a canonical integer form. */
    private static Arbitrary<Term> scalarReal(Arbitrary<Term> terms) {
        return terms.map(term -> term.sort() instanceof Sort.Int ? Term.apply(Operator.MULTIPLY, symbol("a"), term) : term);
    }

    private static Arbitrary<Term> many(Operator operator, Arbitrary<Term> terms) {
        return terms.list().ofMinSize(2).ofMaxSize(4).map(list -> Term.apply(operator, list));
    }

    /** An n x n matrix. */
    static Arbitrary<Term> matrix(int depth) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.of("A", "B").map(TermArbitraries::symbol), integer(1)
                .map(l -> symbol("W", l)),
                Arbitraries.just(Term.apply(Operator.IDENTITY, N)), Arbitraries.just(Term.apply(Operator.ZERO, N, N)));
        if (depth == 0) return leaf;
        Arbitrary<Term> x = Arbitraries.lazy(() -> matrix(depth - 1));
        Arbitrary<Term> number = scalar(depth - 1);
        String index = "j" + depth;
        return Arbitraries.oneOf(leaf, many(Operator.ADD, x), many(Operator.MULTIPLY, x),
                Combinators.combine(number, x).as((c, m) -> Term.apply(Operator.MULTIPLY, c, m)),
                Combinators.combine(x, number).as(Term::divide),
                Arbitraries.of(Operator.NEGATE, Operator.TRANSPOSE, Operator.ADJUGATE, Operator.INVERSE)
                        .flatMap(operator -> x.map(term -> Term.apply(operator, term))),
                Combinators.combine(x, number).as(Term::power),
                x.map(Term.Rate::new), x.map(at -> new Term.Gradient("f", at)),
                Combinators.combine(range(index, true), x).as((range, body) -> Term.big(BigOperator.SUM, range, scaled(index, body))),
                Combinators.combine(range(index, false), x).as((range, body) ->
                        Term.big(BigOperator.CHAIN, range, Term.multiply(symbol("W", Term.index(index)), body))),
                Combinators.combine(Arbitraries.of("k", "k_1", index), integer(1), integer(1)).as((k, low, high) ->
                        Term.big(BigOperator.CHAIN, new Range(k, low, high), symbol("W", Term.index(k)))),
                Combinators.combine(vector(0), vector(0)).as((p, q) -> Term.multiply(p, Term.transpose(q))));
    }

    /** A vector of size n. */
    static Arbitrary<Term> vector(int depth) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(Arbitraries.just(symbol("v")), integer(1).map(l -> symbol("w", l)));
        return depth == 0 ? leaf : Arbitraries.oneOf(leaf, Combinators.combine(matrix(depth - 1), leaf).as(Term::multiply),
                Combinators.combine(leaf, leaf).as(Term::subtract), leaf.map(u -> {
                    Term tensor = Term.big(BigOperator.OUTER, new Range("q", Term.number(1), Term.index("L")),
                            symbol("w", Term.index("q")));
                    return new Term.Contract(tensor, new Range("p", Term.number(1), Term.index("L")).without(Term.number(1)), u);
                }));
    }

    /** A 2 x 2 matrix written out. */
    static Arbitrary<Term> literal() {
        return scalar(1).list().ofSize(4).map(entries -> new Term.MatrixLiteral(List.of(entries.subList(0, 2),
                entries.subList(2, 4))));
    }

    static Arbitrary<Term> term() {
        return Arbitraries.oneOf(scalar(3), matrix(3), vector(2), literal(), integer(3));
    }

    static Arbitrary<Formula> formula(int depth) {
        Arbitrary<Formula> relation = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Comparison.values()), scalar(1), scalar(1)).as(Formula.Relation::new),
                Combinators.combine(matrix(1), matrix(1)).as(Formula::equal),
                matrix(1).map(m -> Formula.equal(m, Term.zero(m.sort()))), matrix(1).map(m -> Formula.equal(Term.zero(m.sort()), m)),
                scalar(1).list().ofMinSize(3).ofMaxSize(4).map(TermArbitraries::row));
        if (depth == 0) return relation;
        Arbitrary<Formula> inner = Arbitraries.lazy(() -> formula(depth - 1));
        return Arbitraries.oneOf(relation,
                inner.list().ofMinSize(2).ofMaxSize(3).map(Formula.And::new), Arbitraries.just(new Formula.And(List.of())),
                Combinators.combine(range("m" + depth, true), inner).as(Formula.ForAll::new),
                Combinators.combine(integer(1), inner).as((low, body) ->
                        new Formula.ForAll(new Range("m" + depth, low, Optional.empty(), Optional.empty()), body)),
                Combinators.combine(Arbitraries.of(Sort.REAL, Sort.matrix(N, N), Sort.matrix(N, Term.number(1))), inner)
                        .as((sort, body) -> new Formula.ForEvery("X" + depth, sort, body)),
                formula(0).map(Formula.Initially::new));
    }

    /** {@code x < y <= z}. */
    private static Formula row(List<Term> terms) {
        return new Formula.And(java.util.stream.IntStream.range(1, terms.size())
                .mapToObj(i -> (Formula) new Formula.Relation(Comparison.values()[i], terms.get(i - 1), terms.get(i))).toList());
    }
}
