package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Random terms over a fixed signature, and random instances of it. */
final class RandomTerms {
    static final Term N = Term.number(2);
    private static final Sort SQUARE = Sort.matrix(N, N);
    private static final Sort WIDE = Sort.matrix(N, Term.number(3));
    private static final Sort VECTOR = Sort.matrix(N, Term.number(1));
    private static final Range DEPTH = new Range("l", Term.number(1), Term.number(3));
    static final Signature SIGNATURE = new Signature(List.of(
            new Declaration.Variable("x", List.of(), Sort.REAL, Declaration.Motion.FIXED),
            new Declaration.Variable("y", List.of(), Sort.REAL, Declaration.Motion.FIXED),
            new Declaration.Variable("A", List.of(), SQUARE, Declaration.Motion.FIXED),
            new Declaration.Variable("B", List.of(), WIDE, Declaration.Motion.FIXED),
            new Declaration.Variable("v", List.of(), VECTOR, Declaration.Motion.FIXED),
            new Declaration.Variable("W", List.of(DEPTH), SQUARE, Declaration.Motion.FIXED),
            new Declaration.Function("loss", List.of(SQUARE), Sort.REAL, true, java.util.Optional.empty())));

    private final RandomGenerator random;

    RandomTerms(long seed) {
        this.random = new Random(seed);
    }

    Instance instance() {
        Instance instance = Instance.EMPTY.with("x", Value.scalar(rational())).with("y", Value.scalar(rational()))
                .with("A", matrix(2, 2)).with("B", matrix(2, 3)).with("v", matrix(2, 1));
        for (int l = 1; l <= 3; l++) instance = instance.with("W", List.of(l), matrix(2, 2));
        return instance.with("loss", new FunctionModel.Quadratic(matrix(2, 2), matrix(2, 2), matrix(2, 2)));
    }

    private Value<Rational> matrix(int rows, int columns) {
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) entries.add(rational());
        return new Value.Matrix<>(rows, columns, entries);
    }

    private Rational rational() {
        return Rational.of(random.nextInt(-4, 5), random.nextInt(1, 4));
    }

    Term scalar(int depth) {
        if (depth == 0) return switch (random.nextInt(4)) {
            case 0 -> Term.symbol("x", Sort.REAL);
            case 1 -> Term.symbol("y", Sort.REAL);
            case 2 -> Term.number(rational());
            default -> Term.apply(Operator.ENTRY, Term.symbol("B", WIDE), Term.number(random.nextInt(1, 3)), Term.number(random.nextInt(1, 4)));
        };
        int d = depth - 1;
        return switch (random.nextInt(20)) {
            case 0 -> Term.add(scalar(d), scalar(d));
            case 1 -> Term.subtract(scalar(d), scalar(d));
            case 2, 3 -> Term.multiply(scalar(d), scalar(d));
            case 4 -> Term.divide(scalar(d), Term.add(Term.power(scalar(d), N), Term.number(1)));
            case 5 -> Term.power(scalar(d), Term.number(random.nextInt(0, 4)));
            case 6 -> Term.apply(Operator.SQUARE_ROOT, Term.power(scalar(d), N));
            case 7 -> Term.apply(Operator.MAXIMUM, scalar(d), scalar(d));
            case 8 -> Term.apply(Operator.ABSOLUTE, scalar(d));
            case 9 -> Term.apply(Operator.TRACE, square(d));
            case 10 -> Term.apply(Operator.DETERMINANT, square(d));
            case 11 -> Term.power(Term.apply(Operator.NORM, random.nextBoolean() ? square(d) : wide(d)), Term.number(random.nextInt(1, 4)));
            case 12 -> Term.apply(Operator.INNER, wide(d), wide(d));
            case 13 -> Term.apply(Operator.ENTRY, square(d), Term.number(random.nextInt(1, 3)), Term.number(random.nextInt(1, 3)));
            case 14 -> Term.big(random.nextBoolean() ? BigOperator.SUM : BigOperator.PRODUCT, DEPTH, Term.apply(Operator.TRACE, Term.multiply(layer(), square(d))));
            case 15 -> new Term.Call("loss", List.of(square(d)), Sort.REAL);
            case 16 -> Term.apply(Operator.MINIMUM, scalar(d), scalar(d), scalar(0));
            case 17 -> Term.apply(Operator.INNER, vector(d), vector(0));
            case 18 -> Term.apply(Operator.EXPONENTIAL, Term.divide(scalar(0), Term.number(5)));
            default -> Term.negate(scalar(d));
        };
    }

    private static Term layer() {
        return Term.symbol("W", SQUARE, Term.index("l"));
    }

    private Term square(int depth) {
        if (depth == 0) return random.nextBoolean() ? Term.symbol("A", SQUARE) : Term.symbol("W", SQUARE, Term.number(random.nextInt(1, 4)));
        int d = depth - 1;
        return switch (random.nextInt(10)) {
            case 0 -> Term.add(square(d), square(d));
            case 1, 2 -> Term.multiply(square(d), square(d));
            case 3 -> Term.transpose(square(d));
            case 4 -> Term.multiply(wide(d), Term.transpose(wide(d)));
            case 5 -> Term.multiply(scalar(d), square(d));
            case 6 -> Term.big(BigOperator.CHAIN, random.nextBoolean() ? DEPTH : new Range("l", N, Term.number(random.nextInt(1, 4))), layer());
            case 7 -> new Term.Gradient("loss", square(d));
            case 8 -> Term.power(square(d), Term.number(random.nextInt(0, 4)));
            default -> Term.apply(Operator.INVERSE, Term.add(Term.multiply(square(0), Term.transpose(square(0))), Term.apply(Operator.IDENTITY, N)));
        };
    }

    private Term wide(int depth) {
        if (depth == 0) return Term.symbol("B", WIDE);
        return random.nextBoolean() ? Term.multiply(square(depth - 1), Term.symbol("B", WIDE)) : Term.subtract(wide(depth - 1), Term.symbol("B", WIDE));
    }

    private Term vector(int depth) {
        return depth == 0 ? Term.symbol("v", VECTOR) : Term.multiply(square(depth - 1), Term.symbol("v", VECTOR));
    }
}
