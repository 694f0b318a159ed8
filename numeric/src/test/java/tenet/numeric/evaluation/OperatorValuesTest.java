package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The exact value of each operator on small matrices worked out by hand. */
class OperatorValuesTest {
    private static final Sort SQUARE = Sort.matrix(number(2), number(2));
    private static final Sort VECTOR = Sort.matrix(number(2), number(1));
    private static final Term A = symbol("A", SQUARE);
    private static final Term B = symbol("B", SQUARE);
    private static final Term V = symbol("v", VECTOR);
    private static final Term X = symbol("x", Sort.REAL);
    private static final Term L = index("L");
    private static final Signature SIGNATURE = new Signature(List.of(
            new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
            new Declaration.Parameter("x", List.of(), Sort.REAL, List.of()),
            new Declaration.Parameter("A", List.of(), SQUARE, List.of()),
            new Declaration.Parameter("B", List.of(), SQUARE, List.of()),
            new Declaration.Parameter("v", List.of(), VECTOR, List.of()),
            new Declaration.Variable("W", List.of(new Range("l", number(1), L)), SQUARE, Declaration.Motion.FIXED),
            new Declaration.Variable("w", List.of(new Range("n", number(1), L)), VECTOR, Declaration.Motion.FIXED),
            new Declaration.Variable("u", List.of(), Sort.REAL, Declaration.Motion.MOVING),
            new Declaration.Function("f", List.of(SQUARE), Sort.REAL, true, Optional.empty())));
    private static final Instance INSTANCE = Instance.EMPTY.with("L", 3).with("x", exact("9/4"))
            .with("A", matrix("1", "2", "3", "4")).with("B", matrix("0", "1", "-1", "1/2")).with("v", vector("3", "-4"))
            .with("W", List.of(1), matrix("1", "1", "0", "1")).with("W", List.of(2), matrix("2", "0", "0", "3"))
            .with("W", List.of(3), matrix("0", "1", "1", "0"))
            .with("w", List.of(1), vector("1", "2")).with("w", List.of(2), vector("3", "4")).with("w", List.of(3), vector("5", "6"))
            .with("u", exact("2")).withRate("u", List.of(), exact("-7"))
            .with("f", new FunctionModel.Quadratic(matrix("1", "0", "2", "1"), matrix("0", "5", "1", "4"), matrix("1", "0", "0", "0")));
    private static final Evaluation<Rational> EXACT = new Evaluation<>(new Rationals(), SIGNATURE, INSTANCE);

    private static Value<Rational> exact(String text) {
        return Value.scalar(Rational.parse(text));
    }

    private static Value<Rational> matrix(String a, String b, String c, String d) {
        return Value.matrix(new String[] {a, b}, new String[] {c, d});
    }

    private static Value<Rational> vector(String a, String b) {
        return Value.matrix(new String[] {a}, new String[] {b});
    }

    private static Value<Rational> of(Term term) {
        return EXACT.evaluate(term);
    }

    private static Term at(String family, Term index) {
        return symbol(family, family.equals("W") ? SQUARE : VECTOR, index);
    }

    @Test
    void sums_products_and_quotients() {
        assertEquals(matrix("1", "3", "2", "9/2"), of(add(A, B)));
        assertEquals(matrix("1", "1", "4", "7/2"), of(subtract(A, B)));
        assertEquals(matrix("-2", "2", "-4", "5"), of(multiply(A, B)));
        assertEquals(matrix("9/4", "9/2", "27/4", "9"), of(multiply(X, A)));
        assertEquals(matrix("1/2", "1", "3/2", "2"), of(divide(A, number(2))));
        assertEquals(exact("25"), of(multiply(transpose(V), V)));
        assertEquals(matrix("-1", "-2", "-3", "-4"), of(negate(A)));
    }

    @Test
    void powers_of_numbers() {
        assertEquals(exact("81/16"), of(power(X, number(2))));
        assertEquals(exact("27/8"), of(power(X, number(Rational.of(3, 2)))));
        assertEquals(exact("1"), of(power(number(0), number(0))));
        assertEquals(exact("4/9"), of(power(X, number(-1))));
        // An exponent with a parameter is exact as well: 2 - 2/4 at L + 1.
        assertEquals(exact("27/8"), of(power(X, subtract(number(2), divide(number(2), add(L, number(1)))))));
        assertThrows(NotRepresentable.class, () -> of(power(number(2), number(Rational.of(1, 2)))));
        assertThrows(Undefined.class, () -> of(power(number(-2), number(Rational.of(1, 2)))));
        assertThrows(Undefined.class, () -> of(divide(number(1), subtract(L, number(3)))));
    }

    @Test
    void powers_of_matrices() {
        assertEquals(matrix("7", "10", "15", "22"), of(power(A, number(2))));
        assertEquals(matrix("1", "0", "0", "1"), of(power(A, number(0))));
        Term gram = new Term.MatrixLiteral(List.of(List.of(number(5), number(4)), List.of(number(4), number(5))));
        assertEquals(matrix("2", "1", "1", "2"), of(power(gram, number(Rational.of(1, 2)))));
        assertThrows(Undefined.class, () -> of(power(A, number(Rational.of(1, 2)))));
        assertThrows(NotRepresentable.class, () -> of(power(multiply(A, transpose(A)), number(Rational.of(1, 2)))));
    }

    @Test
    void the_fractional_power_of_a_singular_gram_matrix_has_no_noise() {
        Term gram = multiply(V, transpose(V));
        // (v v^T)^(1/5) = |v|^(2/5 - 2) v v^T
        var root = new Evaluation<>(new Doubles(), SIGNATURE, INSTANCE).evaluate(power(gram, number(Rational.of(1, 5))));
        double factor = Math.pow(25, 0.2 - 1);
        double[] expected = {9 * factor, -12 * factor, -12 * factor, 16 * factor};
        for (int i = 0; i < 4; i++) assertEquals(expected[i], root.entries().get(i), 1e-14);
        assertEquals(Optional.of(matrix("9/5", "-12/5", "-12/5", "16/5")), Optional.of(of(power(gram, number(Rational.of(1, 2))))));
    }

    @Test
    void an_irrational_root_of_a_gram_matrix_is_enclosed() {
        Evaluation<Interval> enclosed = new Evaluation<>(new Intervals(), SIGNATURE, INSTANCE);
        Term root = power(multiply(A, transpose(A)), number(Rational.of(1, 2)));
        assertEquals(Truth.UNKNOWN, enclosed.holds(Formula.equal(multiply(root, root), multiply(A, transpose(A)))));
        assertEquals(Truth.VIOLATED, enclosed.holds(Formula.equal(root, A)));
        // The root of [[5, 11], [11, 25]] has trace sqrt(30 + 2 * 2).
        Interval trace = enclosed.evaluate(apply(Operator.TRACE, root)).entries().getFirst();
        assertTrue(trace.contains(Math.sqrt(34)) && trace.width() < 1e-12, trace::toString);
    }

    @Test
    void squares_of_irrational_norms_are_exact() {
        assertEquals(exact("30"), of(power(apply(Operator.NORM, A), number(2))));
        assertEquals(exact("900"), of(power(apply(Operator.NORM, A), number(4))));
        assertEquals(exact("8"), of(power(power(number(2), number(Rational.of(3, 4))), number(4))));
        assertThrows(Undefined.class, () -> of(power(power(number(-2), number(Rational.of(1, 2))), number(2))));
    }

    @Test
    void matrix_functions() {
        assertEquals(matrix("1", "3", "2", "4"), of(transpose(A)));
        assertEquals(exact("5"), of(apply(Operator.TRACE, A)));
        assertEquals(exact("-2"), of(apply(Operator.DETERMINANT, A)));
        assertEquals(matrix("4", "-2", "-3", "1"), of(apply(Operator.ADJUGATE, A)));
        assertEquals(matrix("-2", "1", "3/2", "-1/2"), of(apply(Operator.INVERSE, A)));
        assertEquals(exact("5"), of(apply(Operator.NORM, V)));
        assertEquals(exact("1"), of(apply(Operator.INNER, A, B)));
        assertEquals(exact("3"), of(apply(Operator.ENTRY, A, number(2), number(1))));
        assertEquals(exact("-4"), of(apply(Operator.ENTRY, V, number(2))));
        assertThrows(Undefined.class, () -> of(apply(Operator.ENTRY, V, L)));
        assertThrows(Undefined.class, () -> of(apply(Operator.INVERSE, multiply(V, transpose(V)))));
        assertEquals(matrix("1", "0", "0", "1"), of(apply(Operator.IDENTITY, subtract(L, number(1)))));
        assertEquals(new Value.Matrix<>(1, 3, List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO)), of(apply(Operator.ZERO, number(1), L)));
    }

    @Test
    void number_functions() {
        assertEquals(exact("3/2"), of(apply(Operator.SQUARE_ROOT, X)));
        assertEquals(exact("9/4"), of(apply(Operator.ABSOLUTE, negate(X))));
        assertEquals(exact("1"), of(apply(Operator.EXPONENTIAL, number(0))));
        assertEquals(exact("0"), of(apply(Operator.LOGARITHM, number(1))));
        assertEquals(exact("-1"), of(apply(Operator.MINIMUM, X, number(-1), L)));
        assertEquals(exact("3"), of(apply(Operator.MAXIMUM, X, number(-1), L)));
        assertThrows(Undefined.class, () -> of(apply(Operator.SQUARE_ROOT, negate(X))));
        assertThrows(NotRepresentable.class, () -> of(apply(Operator.EXPONENTIAL, X)));
        Interval e = new Evaluation<>(new Intervals(), SIGNATURE, INSTANCE).evaluate(apply(Operator.EXPONENTIAL, number(1))).entries().getFirst();
        assertTrue(e.contains(Math.E) && e.width() < 1e-14);
    }

    @Test
    void a_chain_multiplies_the_largest_index_first() {
        Range all = new Range("l", number(1), L);
        assertEquals(matrix("0", "3", "2", "2"), of(Term.big(BigOperator.CHAIN, all, at("W", index("l")))));
        Range none = new Range("l", add(L, number(1)), L);
        assertEquals(matrix("1", "0", "0", "1"), of(Term.big(BigOperator.CHAIN, none, at("W", index("l")))));
    }

    @Test
    void sums_and_products_over_ranges() {
        Range all = new Range("l", number(1), L);
        Term l = index("l");
        assertEquals(exact("14"), of(Term.big(BigOperator.SUM, all, multiply(l, l))));
        assertEquals(exact("10"), of(Term.big(BigOperator.SUM, all.without(number(2)), multiply(l, l))));
        assertEquals(exact("6"), of(Term.big(BigOperator.PRODUCT, all, l)));
        assertEquals(matrix("3", "2", "1", "4"), of(Term.big(BigOperator.SUM, all, at("W", l))));
        assertEquals(matrix("0", "0", "0", "0"), of(Term.big(BigOperator.SUM, new Range("l", number(1), number(0)), at("W", l))));
        assertEquals(exact("1"), of(Term.big(BigOperator.PRODUCT, new Range("l", number(1), number(0)), l)));
        assertThrows(Undefined.class, () -> of(Term.big(BigOperator.SUM, new Range("l", number(1), L), at("W", add(l, number(1))))));
    }

    @Test
    void tensors_are_contracted_mode_by_mode() {
        Range modes = new Range("n", number(1), L);
        Term tensor = Term.big(BigOperator.OUTER, modes, at("w", index("n")));
        var value = (Value.Tensor<Rational>) of(tensor);
        assertEquals(List.of(2, 2, 2), value.shape());
        assertEquals(Rational.of(1 * 4 * 5), value.entries().get(0b010));
        assertEquals(exact("7625"), of(power(apply(Operator.NORM, tensor), number(2))));
        // The free mode stays, the others give 25 and 61, or 5 and 61, or 5 and 25.
        Term w = at("w", index("n"));
        assertEquals(vector("1525", "3050"), of(new Term.Contract(tensor, modes.without(number(1)), w)));
        assertEquals(vector("915", "1220"), of(new Term.Contract(tensor, modes.without(number(2)), w)));
        assertEquals(vector("625", "750"), of(new Term.Contract(tensor, modes.without(number(3)), w)));
    }

    @Test
    void functions_without_body_come_from_the_instance() {
        // 1/2 (1 + 2 (3-1)^2 + 0) + 1 and its gradient
        assertEquals(exact("11/2"), of(new Term.Call("f", List.of(A), Sort.REAL)));
        assertEquals(matrix("2", "0", "4", "0"), of(new Term.Gradient("f", A)));
    }

    @Test
    void the_rate_of_a_moving_variable_comes_from_the_instance() {
        Term u = symbol("u", Sort.REAL);
        assertEquals(exact("-28"), of(new Term.Rate(power(u, number(2)))));
    }

    @Test
    void weighted_norms_agree_with_their_definition() {
        var weights = matrix("1", "2", "1", "1");
        var a = matrix("1", "-2", "0", "4");
        var rationals = new Rationals();
        assertEquals(Rational.of(9), new FunctionModel.WeightedNorm(weights, Optional.of(Rational.ONE)).value(rationals, a));
        assertEquals(Rational.of(5), new FunctionModel.WeightedNorm(weights, Optional.of(Rational.of(2))).value(rationals, a));
        assertEquals(Rational.of(4), new FunctionModel.WeightedNorm(weights, Optional.empty()).value(rationals, a));
        var half = new FunctionModel.WeightedNorm(matrix("1", "0", "0", "1"), Optional.of(Rational.of(1, 2)));
        assertEquals(Rational.of(9), half.value(rationals, a));
    }
}
