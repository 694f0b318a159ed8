package tenet.properties.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/** Exact matrices and vectors of every kind that claims about matrices tell apart. */
public record MatrixDraws(Draws draws) {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());
    private static final List<Rational> LARGE = List.of(Rational.of(5), Rational.of(10), Rational.of(20), Rational.of(50), Rational.of(100));

    /** Any value of this shape (no sizes: a number). Most vectors have a rational norm. */
    public Value<Rational> value(List<Integer> shape) {
        return switch (shape.size()) {
            case 0 -> Value.scalar(draws.rational());
            case 2 -> matrix(shape.get(0), shape.get(1));
            default -> Value.of(shape, entries(Value.size(shape), draws::rational));
        };
    }

    /** A value of this shape with entries within the bounds. */
    public Value<Rational> within(List<Integer> shape, Bounds bounds) {
        return bounds.isNone() ? value(shape) : Value.of(shape, entries(Value.size(shape), () -> draws.within(bounds)));
    }

    public Value.Matrix<Rational> matrix(int rows, int columns) {
        int size = rows * columns;
        int least = Math.min(rows, columns);
        if (size == 0) return new Value.Matrix<>(rows, columns, List.of());
        Choices choices = draws.choices();
        if (least == 1) return new Value.Matrix<>(rows, columns, choices.once(6) ? entries(size, draws::rational) : draws.rationalNorm(size));
        return switch (choices.below(12)) {
            case 0 -> MATRICES.zero(rows, columns);
            case 1 -> diagonal(rows, columns, Collections.nCopies(least, draws.rational()));
            case 2 -> diagonal(rows, columns, entries(least, draws::rational));
            case 3 -> MATRICES.product(new Value.Matrix<>(rows, 1, entries(rows, draws::rational)),
                    new Value.Matrix<>(1, columns, entries(columns, draws::rational)));
            case 4 -> aligned(orthogonal(rows), Collections.nCopies(least, draws.rational()), orthogonal(columns));
            case 5 -> aligned(orthogonal(rows), entries(least, draws::rational), orthogonal(columns));
            case 6 -> new Value.Matrix<>(rows, columns, draws.rationalNorm(size));
            default -> new Value.Matrix<>(rows, columns, entries(size, draws::rational));
        };
    }

    /** A rational orthogonal matrix: a product of at most two reflections, with signs. The identity is the simplest. */
    public Value.Matrix<Rational> orthogonal(int size) {
        Value.Matrix<Rational> product = signs(size);
        for (int left = draws.choices().below(3); left > 0 && size > 1; left--) product = MATRICES.product(reflection(size), product);
        return product;
    }

    private Value.Matrix<Rational> signs(int size) {
        return diagonal(size, size, entries(size, () -> draws.choices().once(4) ? Rational.MINUS_ONE : Rational.ONE));
    }

    /**
     * Householder's reflection {@code I - 2 x x^T / x^T x} at a small integer vector, or at one that is nearly an axis: then the
     * bases are nearly the axes, and a large singular value is nearly an entry.
     */
    private Value.Matrix<Rational> reflection(int size) {
        List<Rational> entries = new ArrayList<>(entries(size, () -> Rational.of(draws.choices().below(4) - 1)));
        if (draws.choices().once(8)) entries.set(draws.choices().below(size), LARGE.get(draws.choices().below(LARGE.size())));
        if (entries.stream().allMatch(Rational::isZero)) entries.set(0, Rational.ONE);
        Value<Rational> x = Value.vector(entries);
        Value<Rational> square = MATRICES.scale(Rational.of(-2).divide(MATRICES.squaredNorm(x)), MATRICES.product(column(x), row(x)));
        return MATRICES.matrix(MATRICES.add(MATRICES.identity(size), square));
    }

    private static Value.Matrix<Rational> column(Value<Rational> x) {
        return new Value.Matrix<>(x.entries().size(), 1, x.entries());
    }

    private static Value.Matrix<Rational> row(Value<Rational> x) {
        return new Value.Matrix<>(1, x.entries().size(), x.entries());
    }

    /** {@code left * S * right^T} with S rectangular and diagonal, zero beyond the given diagonal. */
    public static Value.Matrix<Rational> aligned(Value.Matrix<Rational> left, List<Rational> diagonal, Value.Matrix<Rational> right) {
        Value.Matrix<Rational> middle = diagonal(left.columns(), right.columns(), diagonal);
        return MATRICES.product(MATRICES.product(left, middle), MATRICES.matrix(MATRICES.transpose(right)));
    }

    /** The rectangular diagonal matrix, filled up with zeros. */
    public static Value.Matrix<Rational> diagonal(int rows, int columns, List<Rational> diagonal) {
        List<Rational> entries = new ArrayList<>(Collections.nCopies(rows * columns, Rational.ZERO));
        for (int i = 0; i < Math.min(diagonal.size(), Math.min(rows, columns)); i++) entries.set(i * columns + i, diagonal.get(i));
        return new Value.Matrix<>(rows, columns, entries);
    }

    public static List<Rational> entries(int size, Supplier<Rational> draw) {
        List<Rational> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) entries.add(draw.get());
        return entries;
    }
}
