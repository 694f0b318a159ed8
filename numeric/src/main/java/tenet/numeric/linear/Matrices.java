package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

/** Arithmetic of values over an algebra. Shapes that do not fit are {@link Undefined}. */
public record Matrices<E>(Algebra<E> algebra) {
    private static final Rational TWO = Rational.of(2);

    @SuppressWarnings("unchecked")
    private static <E> E[] room(int size) {
        return (E[]) new Object[size];
    }

    /** The number in a scalar or 1 x 1 matrix. */
    public E number(Value<E> value) {
        if (value instanceof Value.Scalar<E>(E number)) return number;
        if (value.isNumber()) return value.entries().getFirst();
        throw new Undefined("a number is needed, not the shape " + value.shape());
    }

    /** The matrix; a number is a 1 x 1 matrix. */
    public Value.Matrix<E> matrix(Value<E> value) {
        return switch (value) {
            case Value.Matrix<E> matrix -> matrix;
            case Value.Scalar<E>(E number) -> new Value.Matrix<>(1, 1, List.of(number));
            case Value.Tensor<E> tensor -> throw new Undefined("a matrix is needed, not a tensor of shape " + tensor.shape());
        };
    }

    public Value<E> add(Value<E> a, Value<E> b) {
        if (a instanceof Value.Scalar<E>(E x) && b instanceof Value.Scalar<E>(E y)) return new Value.Scalar<>(algebra.add(x, y));
        return combine(a, b, false);
    }

    public Value<E> subtract(Value<E> a, Value<E> b) {
        if (a instanceof Value.Scalar<E>(E x) && b instanceof Value.Scalar<E>(E y)) return new Value.Scalar<>(algebra.subtract(x, y));
        return combine(a, b, true);
    }

    private Value<E> combine(Value<E> a, Value<E> b, boolean minus) {
        requireSame(a, b);
        List<E> left = a.entries();
        List<E> right = b.entries();
        E[] sum = room(left.size());
        for (int i = 0; i < sum.length; i++)
            sum[i] = minus ? algebra.subtract(left.get(i), right.get(i)) : algebra.add(left.get(i), right.get(i));
        return a.with(List.of(sum));
    }

    private static void requireSame(Value<?> a, Value<?> b) {
        if (!a.shape().equals(b.shape()) && !(a.isNumber() && b.isNumber()))
            throw new Undefined("the shapes " + a.shape() + " and " + b.shape() + " differ");
    }

    public Value<E> negate(Value<E> a) {
        if (a instanceof Value.Scalar<E>(E x)) return new Value.Scalar<>(algebra.negate(x));
        return a.map(algebra::negate);
    }

    public Value<E> scale(E factor, Value<E> a) {
        if (a instanceof Value.Scalar<E>(E x)) return new Value.Scalar<>(algebra.multiply(factor, x));
        return a.map(x -> algebra.multiply(factor, x));
    }

    public Value<E> divide(Value<E> a, E divisor) {
        if (a instanceof Value.Scalar<E>(E x)) return new Value.Scalar<>(algebra.divide(x, divisor));
        return a.map(x -> algebra.divide(x, divisor));
    }

    /** The product; a scalar multiplies anything. */
    public Value<E> multiply(Value<E> a, Value<E> b) {
        if (a instanceof Value.Scalar<E>(E x)) return scale(x, b);
        if (b instanceof Value.Scalar<E>(E y)) return scale(y, a);
        return product(matrix(a), matrix(b));
    }

    public Value.Matrix<E> product(Value.Matrix<E> a, Value.Matrix<E> b) {
        if (a.columns() != b.rows())
            throw new Undefined("the inner sizes " + a.columns() + " and " + b.rows() + " of a product differ");
        E[] c = room(a.rows() * b.columns());
        for (int i = 0; i < a.rows(); i++)
            for (int j = 0; j < b.columns(); j++) {
                E sum = algebra.zero();
                for (int k = 0; k < a.columns(); k++) {
                    E term = algebra.multiply(a.at(i, k), b.at(k, j));
                    sum = k == 0 ? term : algebra.add(sum, term);
                }
                c[i * b.columns() + j] = sum;
            }
        return new Value.Matrix<>(a.rows(), b.columns(), List.of(c));
    }

    public Value<E> transpose(Value<E> a) {
        if (a instanceof Value.Scalar<E>) return a;
        Value.Matrix<E> m = matrix(a);
        if (m.rows() == 1 || m.columns() == 1) return new Value.Matrix<>(m.columns(), m.rows(), m.entries());
        E[] t = room(m.entries().size());
        for (int i = 0; i < m.rows(); i++) for (int j = 0; j < m.columns(); j++) t[j * m.rows() + i] = m.at(i, j);
        return new Value.Matrix<>(m.columns(), m.rows(), List.of(t));
    }

    public E trace(Value<E> a) {
        Value.Matrix<E> m = square(a);
        E sum = algebra.zero();
        for (int i = 0; i < m.rows(); i++) sum = algebra.add(sum, m.at(i, i));
        return sum;
    }

    /** The sum of products of entries. */
    public E inner(Value<E> a, Value<E> b) {
        requireSame(a, b);
        E sum = algebra.zero();
        for (int i = 0; i < a.entries().size(); i++)
            sum = algebra.add(sum, algebra.multiply(a.entries().get(i), b.entries().get(i)));
        return sum;
    }

    /** The root of the sum of squares of the entries. */
    public E norm(Value<E> a) {
        return a.isNumber() ? algebra.abs(number(a)) : algebra.sqrt(squaredNorm(a));
    }

    /** The sum of squares of the entries. */
    public E squaredNorm(Value<E> a) {
        E sum = algebra.zero();
        for (int i = 0; i < a.entries().size(); i++) sum = algebra.add(sum, algebra.power(a.entries().get(i), TWO));
        return sum;
    }

    public Value.Matrix<E> zero(int rows, int columns) {
        E[] entries = room(rows * columns);
        Arrays.fill(entries, algebra.zero());
        return new Value.Matrix<>(rows, columns, List.of(entries));
    }

    public Value.Matrix<E> identity(int size) {
        E[] entries = room(size * size);
        Arrays.fill(entries, algebra.zero());
        for (int i = 0; i < size; i++) entries[i * size + i] = algebra.one();
        return new Value.Matrix<>(size, size, List.of(entries));
    }

    /** Repeated multiplication; the identity for exponent 0. */
    public Value.Matrix<E> power(Value<E> base, int exponent) {
        Value.Matrix<E> square = square(base);
        if (exponent == 0) return identity(square.rows());
        Value.Matrix<E> result = null;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) result = result == null ? square : product(result, square);
            if (rest > 1) square = product(square, square);
        }
        return result;
    }

    public Value.Matrix<E> square(Value<E> value) {
        Value.Matrix<E> matrix = matrix(value);
        if (matrix.rows() != matrix.columns()) throw new Undefined("a square matrix is needed, not " + matrix.shape());
        return matrix;
    }

    public E determinant(Value<E> value) {
        return new Elimination<>(this).determinant(square(value));
    }

    /** The transposed matrix of cofactors. */
    public Value.Matrix<E> adjugate(Value<E> value) {
        Value.Matrix<E> m = square(value);
        int n = m.rows();
        if (n == 1) return identity(1);
        E[] adjugate = room(n * n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                E minor = determinant(minor(m, i, j));
                adjugate[j * n + i] = (i + j) % 2 == 0 ? minor : algebra.negate(minor);
            }
        return new Value.Matrix<>(n, n, List.of(adjugate));
    }

    /** @throws Undefined when the matrix is singular */
    public Value<E> inverse(Value<E> value) {
        if (value instanceof Value.Scalar<E>(E number)) return new Value.Scalar<>(algebra.divide(algebra.one(), number));
        Value.Matrix<E> m = square(value);
        if (m.rows() <= 3) return divide(adjugate(m), determinant(m));
        return new Elimination<>(this).inverse(m);
    }

    /** The outer product of vectors, first vector first. */
    public Value.Tensor<E> outer(List<Value<E>> vectors) {
        List<E> entries = List.of(algebra.one());
        List<Integer> shape = new ArrayList<>();
        for (int n = 0; n < vectors.size(); n++) {
            List<E> vector = vectors.get(n).entries();
            shape.add(vector.size());
            List<E> next = new ArrayList<>(entries.size() * vector.size());
            for (E entry : entries) for (E factor : vector) next.add(n == 0 ? factor : algebra.multiply(entry, factor));
            entries = next;
        }
        return new Value.Tensor<>(shape, entries);
    }

    /** The tensor contracted with a vector on each mode but one, whose place in the list is ignored. */
    public Value.Matrix<E> contract(Value.Tensor<E> tensor, List<Value<E>> vectors, int free) {
        List<Integer> shape = tensor.shape();
        if (vectors.size() != shape.size()) throw new Undefined("a tensor of order " + shape.size() + " meets " + vectors.size() + " vectors");
        List<E> entries = tensor.entries();
        if (entries.isEmpty()) return zero(shape.get(free), 1);
        // Modes behind the free one go last to first, so that the last mode is always the contracted one.
        for (int mode = shape.size() - 1; mode > free; mode--) {
            List<E> vector = fitting(vectors.get(mode), shape.get(mode));
            List<E> next = new ArrayList<>();
            for (int i = 0; i < entries.size(); i += vector.size()) next.add(dot(entries, i, 1, vector));
            entries = next;
        }
        for (int mode = 0; mode < free; mode++) {
            List<E> vector = fitting(vectors.get(mode), shape.get(mode));
            int stride = entries.size() / vector.size();
            List<E> next = new ArrayList<>();
            for (int i = 0; i < stride; i++) next.add(dot(entries, i, stride, vector));
            entries = next;
        }
        return new Value.Matrix<>(shape.get(free), 1, entries);
    }

    /**
     * The matricization of a tensor: the listed modes, counted from 0, index the rows, the others the columns, each in
     * their order with the last one fastest.
     *
     * @throws Undefined when there is no such mode
     */
    public Value.Matrix<E> matricize(Value.Tensor<E> tensor, Set<Integer> rowModes) {
        List<Integer> shape = tensor.shape();
        for (int mode : rowModes) if (mode < 0 || mode >= shape.size()) throw new Undefined("there is no mode " + mode + " in a tensor of order " + shape.size());
        int rows = 1;
        int columns = 1;
        for (int mode = 0; mode < shape.size(); mode++) {
            if (rowModes.contains(mode)) rows = Math.multiplyExact(rows, shape.get(mode));
            else columns = Math.multiplyExact(columns, shape.get(mode));
        }
        E[] entries = room(rows * columns);
        int[] at = new int[shape.size()];
        for (int i = 0; i < entries.length; i++) {
            int row = 0;
            int column = 0;
            for (int mode = 0; mode < at.length; mode++) {
                if (rowModes.contains(mode)) row = row * shape.get(mode) + at[mode];
                else column = column * shape.get(mode) + at[mode];
            }
            entries[row * columns + column] = tensor.entries().get(i);
            for (int mode = at.length - 1; mode >= 0 && ++at[mode] == shape.get(mode); mode--) at[mode] = 0;
        }
        return new Value.Matrix<>(rows, columns, List.of(entries));
    }

    private static <E> List<E> fitting(Value<E> vector, int size) {
        if (vector.entries().size() != size) throw new Undefined("a mode of size " + size + " meets a vector of size " + vector.entries().size());
        return vector.entries();
    }

    private E dot(List<E> entries, int start, int stride, List<E> vector) {
        E sum = algebra.multiply(entries.get(start), vector.getFirst());
        for (int k = 1; k < vector.size(); k++)
            sum = algebra.add(sum, algebra.multiply(entries.get(start + k * stride), vector.get(k)));
        return sum;
    }

    static <E> Value.Matrix<E> minor(Value.Matrix<E> m, int row, int column) {
        List<E> entries = new ArrayList<>();
        for (int i = 0; i < m.rows(); i++)
            for (int j = 0; j < m.columns(); j++) if (i != row && j != column) entries.add(m.at(i, j));
        return new Value.Matrix<>(m.rows() - 1, m.columns() - 1, entries);
    }
}
