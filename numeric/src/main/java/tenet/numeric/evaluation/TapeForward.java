package tenet.numeric.evaluation;

import tenet.numeric.algebra.Undefined;

/** The values of the operations of a {@link Tape}. One object serves one thread. */
final class TapeForward {
    private final MatrixProduct product = new MatrixProduct();

    /** @throws Undefined where {@code Doubles} would throw it */
    void run(Step step, double[] x) {
        int out = step.out();
        int a = step.a();
        int b = step.b();
        int size = step.size();
        switch (step.op()) {
            case ADD -> {
                for (int i = 0; i < size; i++) x[out + i] = x[a + i] + x[b + i];
            }
            case SUBTRACT -> {
                for (int i = 0; i < size; i++) x[out + i] = x[a + i] - x[b + i];
            }
            case NEGATE -> {
                for (int i = 0; i < size; i++) x[out + i] = -x[a + i];
            }
            case SCALE -> {
                double factor = x[a];
                for (int i = 0; i < size; i++) x[out + i] = factor * x[b + i];
            }
            case DIVIDE -> {
                double divisor = x[b];
                if (divisor == 0) throw new Undefined("division by zero");
                for (int i = 0; i < size; i++) x[out + i] = x[a + i] / divisor;
            }
            case MULTIPLY -> product.multiply(x, out, a, b, step.m(), step.k(), step.n());
            case HADAMARD -> {
                for (int i = 0; i < size; i++) x[out + i] = x[a + i] * x[b + i];
            }
            case TRANSPOSE -> {
                int m = step.m();
                int n = step.n();
                for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) x[out + j * m + i] = x[a + i * n + j];
            }
            case TRACE -> {
                double sum = 0;
                for (int i = 0; i < step.m(); i++) sum += x[a + i * (step.m() + 1)];
                x[out] = sum;
            }
            case DETERMINANT -> x[out] = new DenseElimination(x, a, step.m()).determinant();
            case INVERSE -> new DenseElimination(x, a, step.m()).inverse(x, out);
            case SQUARES -> x[out] = dot(x, a, a, step.m());
            case INNER -> x[out] = dot(x, a, b, step.m());
            case OUTER -> {
                for (int i = 0; i < step.m(); i++) for (int j = 0; j < step.n(); j++) x[out + i * step.n() + j] = x[a + i] * x[b + j];
            }
            case CONTRACT -> contract(x, out, a, b, step.m(), step.k(), step.n());
            case POWER -> x[out] = power(x[a], step.parameter());
            case NON_NEGATIVE -> {
                if (x[a] < 0) throw new Undefined("the root of the negative number " + x[a]);
                x[out] = x[a];
            }
            case ABSOLUTE -> x[out] = Math.abs(x[a]);
            case ROOT -> {
                if (x[a] < 0) throw new Undefined("the square root of the negative number " + x[a]);
                x[out] = Math.sqrt(x[a]);
            }
            case EXPONENTIAL -> x[out] = Math.exp(x[a]);
            case LOGARITHM -> {
                if (x[a] <= 0) throw new Undefined("the logarithm of " + x[a] + ", which is not positive");
                x[out] = Math.log(x[a]);
            }
            case MINIMUM -> x[out] = Math.min(x[a], x[b]);
            case MAXIMUM -> x[out] = Math.max(x[a], x[b]);
            case COPY -> System.arraycopy(x, a, x, out, size);
        }
    }

    private static double dot(double[] x, int a, int b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += x[a + i] * x[b + i];
        return sum;
    }

    private static void contract(double[] x, int out, int a, int b, int m, int k, int n) {
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) sum += x[a + (i * k + l) * n + j] * x[b + l];
                x[out + i * n + j] = sum;
            }
    }

    static double power(double base, double exponent) {
        if (base < 0 && exponent != Math.rint(exponent)) throw new Undefined("the power " + exponent + " of the negative number " + base);
        if (base == 0 && exponent < 0) throw new Undefined("a negative power of zero");
        // The commonest exponent; both are correctly rounded.
        return exponent == 2 ? base * base : Math.pow(base, exponent);
    }
}
