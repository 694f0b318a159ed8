package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tenet.symbolic.term.Rational;

/**
 * A number, matrix or tensor with entries in some algebra; {@code Value<Rational>} is an exact value. A vector is a
 * matrix with one column, and a 1 x 1 matrix may stand for a number and back.
 */
public sealed interface Value<E> {
    /** The entries, last index fastest. */
    List<E> entries();

    /** Sizes by mode: none for a number, rows and columns for a matrix. */
    List<Integer> shape();

    record Scalar<E>(E number) implements Value<E> {
        @Override
        public List<E> entries() {
            return List.of(number);
        }

        @Override
        public List<Integer> shape() {
            return List.of();
        }
    }

    record Matrix<E>(int rows, int columns, List<E> entries) implements Value<E> {
        public Matrix {
            entries = List.copyOf(entries);
            if (rows < 0 || columns < 0 || entries.size() != rows * columns)
                throw new IllegalArgumentException(entries.size() + " entries for a " + rows + " x " + columns + " matrix");
        }

        /** The entry in this row and column, counted from 0. */
        public E at(int row, int column) {
            return entries.get(row * columns + column);
        }

        @Override
        public List<Integer> shape() {
            return List.of(rows, columns);
        }
    }

    record Tensor<E>(List<Integer> shape, List<E> entries) implements Value<E> {
        public Tensor {
            shape = List.copyOf(shape);
            entries = List.copyOf(entries);
            if (entries.size() != size(shape))
                throw new IllegalArgumentException(entries.size() + " entries for a tensor of shape " + shape);
        }
    }

    static <E> Value<E> scalar(E number) {
        return new Scalar<>(number);
    }

    /** A column vector. */
    static <E> Value<E> vector(List<E> entries) {
        return new Matrix<>(entries.size(), 1, entries);
    }

    static Value<Rational> number(long number) {
        return new Scalar<>(Rational.of(number));
    }

    /** A matrix from rows of texts such as {@code "1/2"}, exactly. */
    static Value<Rational> matrix(String[]... rows) {
        List<Rational> entries = new ArrayList<>();
        for (String[] row : rows) for (String entry : row) entries.add(Rational.parse(entry));
        return new Matrix<>(rows.length, rows[0].length, entries);
    }

    /** The value of this shape: a number for no modes, a matrix for two; for a tensor of order 2 use the constructor. */
    static <E> Value<E> of(List<Integer> shape, List<E> entries) {
        return switch (shape.size()) {
            case 0 -> new Scalar<>(entries.getFirst());
            case 2 -> new Matrix<>(shape.get(0), shape.get(1), entries);
            default -> new Tensor<>(shape, entries);
        };
    }

    /** The number of entries of a shape. */
    static int size(List<Integer> shape) {
        int size = 1;
        for (int i = 0; i < shape.size(); i++) size = Math.multiplyExact(size, shape.get(i));
        return size;
    }

    /** The same kind and shape with other entries, in order. */
    default <F> Value<F> with(List<F> entries) {
        return switch (this) {
            case Scalar<E> ignored -> new Scalar<>(entries.getFirst());
            case Matrix<E> matrix -> new Matrix<>(matrix.rows(), matrix.columns(), entries);
            case Tensor<E> tensor -> new Tensor<>(tensor.shape(), entries);
        };
    }

    default <F> Value<F> map(Function<? super E, ? extends F> change) {
        if (this instanceof Scalar<E>(E number)) return new Scalar<>(change.apply(number));
        List<E> from = entries();
        List<F> to = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) to.add(change.apply(from.get(i)));
        return with(to);
    }

    /** Whether this is a number or a 1 x 1 matrix. */
    default boolean isNumber() {
        return this instanceof Scalar<E> || this instanceof Matrix<E>(int rows, int columns, var ignored) && rows == 1 && columns == 1;
    }
}
