package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenet.symbolic.term.Term.add;
import static tenet.symbolic.term.Term.apply;
import static tenet.symbolic.term.Term.divide;
import static tenet.symbolic.term.Term.index;
import static tenet.symbolic.term.Term.multiply;
import static tenet.symbolic.term.Term.negate;
import static tenet.symbolic.term.Term.number;
import static tenet.symbolic.term.Term.power;
import static tenet.symbolic.term.Term.subtract;
import static tenet.symbolic.term.Term.symbol;
import static tenet.symbolic.term.Term.transpose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class TruthTest {
    private static final Sort SQUARE = Sort.matrix(number(2), number(2));
    private static final Term X = symbol("x", Sort.REAL);
    private static final Term Y = symbol("y", Sort.REAL);
    private static final Term A = symbol("A", SQUARE);
    private static final Term L = index("L");
    private static final Term J = index("j");
    private static final Signature SIGNATURE = new Signature(List.of(
            new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
            new Declaration.Parameter("x", List.of(), Sort.REAL, List.of()),
            new Declaration.Parameter("y", List.of(), Sort.REAL, List.of()),
            new Declaration.Variable("A", List.of(), SQUARE, Declaration.Motion.FIXED),
            new Declaration.Function("N", List.of(SQUARE), Sort.REAL, false, Optional.empty()),
            new Declaration.Definition("gram", List.of(), multiply(A, transpose(A)))));

    private static Instance at(String x, String y) {
        return Instance.EMPTY.with("L", 3).with("x", Value.scalar(Rational.parse(x))).with("y", Value.scalar(Rational.parse(y)))
                .with("A", Value.matrix(new String[] {"1", "2"}, new String[] {"3", "4"}))
                .with("N", new FunctionModel.WeightedNorm(Value.matrix(new String[] {"1", "1"}, new String[] {"1", "1"}), Optional.of(Rational.ONE)));
    }

    private static <E> Outcome<E> in(Algebra<E> algebra, Instance instance, Formula formula) {
        return new Evaluation<>(algebra, SIGNATURE, instance).evaluate(formula);
    }

    private static Formula compare(Term left, Comparison comparison, Term right) {
        return new Formula.Relation(comparison, left, right);
    }

    @Test
    void exact_truth_of_each_comparison() {
        for (int sign = -1; sign <= 1; sign++)
            for (Comparison comparison : Comparison.values()) {
                Truth expected = comparison.holdsForSign(sign) ? Truth.HOLDS : Truth.VIOLATED;
                Instance instance = at("1/3", Rational.of(1, 3).minus(Rational.of(sign, 1_000_000_000_000_000_000L)).toString());
                assertEquals(expected, in(new Rationals(), instance, compare(X, comparison, Y)).truth(), sign + " " + comparison);
            }
    }

    @Test
    void intervals_are_certain_or_do_not_know() {
        Instance apart = at("1/3", "1/2");
        assertEquals(Truth.HOLDS, in(new Intervals(), apart, compare(X, Comparison.LESS, Y)).truth());
        assertEquals(Truth.VIOLATED, in(new Intervals(), apart, compare(X, Comparison.EQUAL, Y)).truth());
        assertEquals(Truth.VIOLATED, in(new Intervals(), apart, compare(X, Comparison.AT_LEAST, Y)).truth());
        Instance same = at("1/3", "1/3");
        assertEquals(Truth.UNKNOWN, in(new Intervals(), same, compare(X, Comparison.EQUAL, Y)).truth());
        // Doubles are exact in intervals.
        assertEquals(Truth.HOLDS, in(new Intervals(), at("3/8", "3/8"), compare(X, Comparison.EQUAL, Y)).truth());
    }

    @Test
    void underflow_does_not_violate_a_true_inequality() {
        // The sum of singular values of diag(x, 0) is x; x <= sqrt(2) |diag(x, 0)| though x^2 underflows.
        Term diagonal = new Term.MatrixLiteral(List.of(List.of(X, number(0)), List.of(number(0), number(0))));
        Formula bound = compare(X, Comparison.AT_MOST, multiply(apply(Operator.SQUARE_ROOT, number(2)), apply(Operator.NORM, diagonal)));
        Instance tiny = at("5.6e-163", "0");
        assertNotEquals(Truth.VIOLATED, in(new Intervals(), tiny, bound).truth());
        assertNotEquals(Truth.VIOLATED, in(new Doubles(), tiny, bound).truth());
        assertEquals(Truth.HOLDS, in(new Intervals(), at("56", "0"), bound).truth());
        // The same bound without the root of 2 squared is exact.
        Formula squares = compare(power(X, number(2)), Comparison.AT_MOST, power(apply(Operator.NORM, diagonal), number(2)));
        assertEquals(Truth.HOLDS, in(new Rationals(), tiny, squares).truth());
    }

    @Test
    void doubles_do_not_take_rounding_for_a_violation() {
        Instance tenths = at("1/10", "2/10");
        Formula sum = compare(subtract(add(X, Y), number(Rational.parse("0.3"))), Comparison.EQUAL, number(0));
        assertEquals(Truth.UNKNOWN, in(new Doubles(), tenths, sum).truth());
        assertEquals(Truth.HOLDS, in(new Rationals(), tenths, sum).truth());
        assertEquals(Truth.VIOLATED, in(new Doubles(), at("1/10", "3/10"), sum).truth());
    }

    @Test
    void doubles_do_not_trust_the_sign_of_a_cancelling_determinant() {
        // Exactly 0, but 0.1 is no double: the computed determinant is a rounding error of products near 10^23.
        Term m = new Term.MatrixLiteral(List.of(List.of(X, multiply(number(3), X)), List.of(Y, multiply(number(3), Y))));
        Formula singular = compare(apply(Operator.DETERMINANT, m), Comparison.EQUAL, number(0));
        for (String x : List.of("100000000000.1", "123456789876.7", "333333333333.3")) {
            assertNotEquals(Truth.VIOLATED, in(new Doubles(), at(x, "200000000000.7"), singular).truth());
            assertEquals(Truth.HOLDS, in(new Rationals(), at(x, "200000000000.7"), singular).truth());
        }
    }

    @Test
    void a_term_without_value_is_unknown_and_says_why() {
        Instance instance = at("0", "-1");
        for (Term term : List.of(divide(number(1), X), apply(Operator.SQUARE_ROOT, Y), apply(Operator.LOGARITHM, X),
                apply(Operator.ENTRY, A, L, number(1)), symbol("missing", Sort.REAL))) {
            Outcome<Rational> outcome = in(new Rationals(), instance, compare(term, Comparison.EQUAL, number(1)));
            assertEquals(Truth.UNKNOWN, outcome.truth());
            assertEquals(Doubt.Kind.UNDEFINED, outcome.doubt().orElseThrow().kind());
        }
        Outcome<Rational> irrational = in(new Rationals(), at("2", "1"), compare(apply(Operator.SQUARE_ROOT, X), Comparison.LESS, number(2)));
        assertEquals(Doubt.Kind.NOT_REPRESENTABLE, irrational.doubt().orElseThrow().kind());
    }

    @Test
    void sizes_and_indices_beyond_reason_are_unknown() {
        Instance huge = at("1", "1").with("L", 4_000_000_000L);
        Range all = new Range("j", number(1), L);
        for (Term term : List.of(apply(Operator.TRACE, apply(Operator.IDENTITY, L)), symbol("x", Sort.REAL, L), multiply(L, L, L),
                Term.big(tenet.symbolic.term.BigOperator.SUM, all, multiply(X, X)), power(number(2), L),
                apply(Operator.TRACE, apply(Operator.IDENTITY, number(50_000)))))
            assertEquals(Truth.UNKNOWN, in(new Rationals(), huge, compare(term, Comparison.LESS, number(-1))).truth(), term.toString());
        assertEquals(Truth.UNKNOWN, in(new Rationals(), huge, new Formula.ForAll(all, compare(J, Comparison.GREATER, number(0)))).truth());
    }

    @Test
    void matrices_without_rows_are_fine() {
        Sort none = Sort.matrix(subtract(L, number(3)), subtract(L, number(3)));
        Signature signature = new Signature(List.of(new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
                new Declaration.Parameter("M", List.of(), none, List.of())));
        Term m = symbol("M", none);
        Instance instance = Instance.EMPTY.with("L", 3).with("M", new Value.Matrix<>(0, 0, List.of()));
        Formula all = new Formula.And(List.of(compare(apply(Operator.DETERMINANT, m), Comparison.EQUAL, number(1)),
                compare(apply(Operator.TRACE, m), Comparison.EQUAL, number(0)), compare(apply(Operator.NORM, m), Comparison.EQUAL, number(0)),
                compare(power(multiply(m, transpose(m)), number(Rational.of(1, 2))), Comparison.EQUAL, m)));
        for (Algebra<?> algebra : List.<Algebra<?>>of(new Rationals(), new Intervals()))
            assertEquals(Truth.HOLDS, new Evaluation<>(algebra, signature, instance).holds(all), algebra.toString());
        assertEquals(Doubt.Kind.TOO_CLOSE, new Evaluation<>(new Doubles(), signature, instance).evaluate(all).doubt().orElseThrow().kind());
    }

    @Test
    void a_violated_part_outweighs_an_unknown_one() {
        Formula undefined = compare(divide(number(1), X), Comparison.EQUAL, number(1));
        Formula wrong = compare(Y, Comparison.GREATER, number(0));
        Formula right = compare(Y, Comparison.LESS, number(0));
        assertEquals(Truth.VIOLATED, in(new Rationals(), at("0", "-1"), new Formula.And(List.of(undefined, wrong, right))).truth());
        assertEquals(Truth.UNKNOWN, in(new Rationals(), at("0", "-1"), new Formula.And(List.of(right, undefined))).truth());
        assertEquals(Truth.HOLDS, in(new Rationals(), at("0", "-1"), new Formula.And(List.of())).truth());
    }

    @Test
    void a_quantifier_over_a_range_names_the_index_that_decides() {
        Formula all = new Formula.ForAll(new Range("j", number(1), L), compare(multiply(J, X), Comparison.LESS, number(6)));
        Outcome<Rational> outcome = in(new Rationals(), at("2", "0"), all);
        assertEquals(Truth.VIOLATED, outcome.truth());
        assertEquals(0, outcome.margin());
        Outcome.Deciding<Rational> deciding = outcome.deciding().orElseThrow();
        assertEquals(Map.of("j", 3L), deciding.at());
        assertEquals(Value.number(6), deciding.left());
        // The tightest relation is shown when all hold.
        Outcome<Rational> holds = in(new Rationals(), at("3/2", "0"), all);
        assertEquals(1.5, holds.margin());
        assertEquals(Map.of("j", 3L), holds.deciding().orElseThrow().at());
        Formula except = new Formula.ForAll(new Range("j", number(1), L).without(number(3)), compare(multiply(J, X), Comparison.LESS, number(6)));
        assertEquals(Truth.HOLDS, in(new Rationals(), at("2", "0"), except).truth());
        Formula empty = new Formula.ForAll(new Range("j", number(5), L), compare(X, Comparison.EQUAL, number(99)));
        assertEquals(Truth.HOLDS, in(new Rationals(), at("2", "0"), empty).truth());
    }

    @Test
    void an_open_range_is_refuted_or_not_exhausted() {
        Range open = new Range("j", number(0), Optional.empty(), Optional.empty());
        Formula below = new Formula.ForAll(open, compare(J, Comparison.LESS, number(10)));
        assertEquals(Truth.VIOLATED, in(new Rationals(), at("1", "1"), below).truth());
        Outcome<Rational> natural = in(new Rationals(), at("1", "1"), new Formula.ForAll(open, compare(J, Comparison.AT_LEAST, number(0))));
        assertEquals(Truth.UNKNOWN, natural.truth());
        assertEquals(Doubt.Kind.NOT_EXHAUSTED, natural.doubt().orElseThrow().kind());
        assertEquals(Truth.UNKNOWN, new Evaluation<>(new Rationals(), SIGNATURE, at("1", "1")).trying(5).holds(below));
    }

    @Test
    void a_quantifier_over_matrices_is_tried_on_probes() {
        Term m = symbol("M", SQUARE);
        Term norm = new Term.Call("N", List.of(m), Sort.REAL);
        Formula even = new Formula.ForEvery("M", SQUARE, compare(new Term.Call("N", List.of(negate(m)), Sort.REAL), Comparison.EQUAL, norm));
        Formula small = new Formula.ForEvery("M", SQUARE, compare(norm, Comparison.LESS, number(5)));
        Evaluation<Rational> evaluation = new Evaluation<>(new Rationals(), SIGNATURE, at("1", "1"));
        assertEquals(Doubt.Kind.UNTESTED, evaluation.evaluate(even).doubt().orElseThrow().kind());
        Probes probes = (name, shape) -> List.of(Value.matrix(new String[] {"1", "-2"}, new String[] {"0", "3"}), Value.number(7));
        assertEquals(Doubt.Kind.NOT_EXHAUSTED, evaluation.probing(probes).evaluate(even).doubt().orElseThrow().kind());
        assertEquals(Truth.VIOLATED, evaluation.probing(probes).holds(small));
    }

    @Test
    void matrices_are_equal_entry_by_entry() {
        Term gram = symbol("gram", SQUARE);
        Term same = new Term.MatrixLiteral(List.of(List.of(number(5), number(11)), List.of(number(11), number(25))));
        Term other = new Term.MatrixLiteral(List.of(List.of(number(5), number(11)), List.of(number(11), number(24))));
        Instance instance = at("1", "1");
        assertEquals(Truth.HOLDS, in(new Rationals(), instance, compare(gram, Comparison.EQUAL, same)).truth());
        Outcome<Rational> differs = in(new Rationals(), instance, compare(gram, Comparison.EQUAL, other));
        assertEquals(Truth.VIOLATED, differs.truth());
        assertEquals(-1, differs.margin());
        assertEquals(Truth.HOLDS, in(new Rationals(), instance, compare(gram, Comparison.UNEQUAL, other)).truth());
        assertEquals(Truth.VIOLATED, in(new Rationals(), instance, compare(gram, Comparison.UNEQUAL, same)).truth());
    }

    @Test
    void initially_speaks_of_the_start() {
        PrimitiveTerms primitives = new PrimitiveTerms(SIGNATURE);
        State<Interval> start = State.of(new Intervals(), at("1", "1"));
        State<Interval> now = start.moved(Map.of("x", Map.of(List.of(), Value.scalar(new Interval(-3, -2)))));
        Formula positive = compare(X, Comparison.GREATER, number(0));
        Evaluation<Interval> evaluation = new Evaluation<>(primitives, now).startingAt(start);
        assertEquals(Truth.VIOLATED, evaluation.holds(positive));
        assertEquals(Truth.HOLDS, evaluation.holds(new Formula.Initially(positive)));
        assertEquals(Truth.VIOLATED, new Evaluation<>(primitives, now).holds(new Formula.Initially(positive)));
        assertEquals(Truth.UNKNOWN, evaluation.holds(compare(X, Comparison.LESS, number(Rational.parse("-2.5")))));
        assertTrue(evaluation.evaluate(compare(X, Comparison.AT_MOST, number(-2))).margin() >= 0);
    }
}
