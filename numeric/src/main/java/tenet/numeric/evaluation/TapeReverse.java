package tenet.numeric.evaluation;

import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;

/**
 * The reverse sweep of a {@link Tape}: each operation hands the slopes with respect to its result on to its operands.
 *
 * <p>Source: Griewank and Walther, Evaluating Derivatives (2008), chapter 3.
 */
final class TapeReverse {
    private TapeReverse() {
    }

    /** @param x values; @param d slopes, of which those of the operands grow */
    static void run(Step step, double[] x, double[] d) {
        int out = step.out();
        int a = step.a();
        int b = step.b();
        int size = step.size();
        double g = d[out];
        switch (step.op()) {
            case ADD -> {
                for (int i = 0; i < size; i++) {
                    d[a + i] += d[out + i];
                    d[b + i] += d[out + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < size; i++) {
                    d[a + i] += d[out + i];
                    d[b + i] -= d[out + i];
                }
            }
            case NEGATE -> {
                for (int i = 0; i < size; i++) d[a + i] -= d[out + i];
            }
            case SCALE -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += d[out + i] * x[b + i];
                    d[b + i] += x[a] * d[out + i];
                }
                d[a] += sum;
            }
            case DIVIDE -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += d[out + i] * x[out + i];
                    d[a + i] += d[out + i] / x[b];
                }
                d[b] -= sum / x[b];
            }
            case MULTIPLY -> multiply(step, x, d);
            case HADAMARD -> {
                for (int i = 0; i < size; i++) {
                    d[a + i] += d[out + i] * x[b + i];
                    d[b + i] += d[out + i] * x[a + i];
                }
            }
            case TRANSPOSE -> {
                for (int i = 0; i < step.m(); i++) for (int j = 0; j < step.n(); j++) d[a + i * step.n() + j] += d[out + j * step.m() + i];
            }
            case TRACE -> {
                for (int i = 0; i < step.m(); i++) d[a + i * (step.m() + 1)] += g;
            }
            case DETERMINANT -> determinant(step, x, d, g);
            case INVERSE -> inverse(step, x, d);
            case SQUARES -> {
                for (int i = 0; i < step.m(); i++) d[a + i] += 2 * g * x[a + i];
            }
            case INNER -> {
                for (int i = 0; i < step.m(); i++) {
                    // The same block twice must see both slopes.
                    double left = g * x[b + i];
                    double right = g * x[a + i];
                    d[a + i] += left;
                    d[b + i] += right;
                }
            }
            case OUTER -> {
                for (int i = 0; i < step.m(); i++)
                    for (int j = 0; j < step.n(); j++) {
                        double slope = d[out + i * step.n() + j];
                        d[a + i] += slope * x[b + j];
                        d[b + j] += slope * x[a + i];
                    }
            }
            case CONTRACT -> {
                for (int i = 0; i < step.m(); i++)
                    for (int j = 0; j < step.n(); j++) {
                        double slope = d[out + i * step.n() + j];
                        for (int l = 0; l < step.k(); l++) {
                            int place = a + (i * step.k() + l) * step.n() + j;
                            d[place] += slope * x[b + l];
                            d[b + l] += slope * x[place];
                        }
                    }
            }
            case POWER -> {
                if (g != 0 && step.parameter() != 0) d[a] += g * step.parameter() * slopeOfPower(x[a], step.parameter() - 1);
            }
            case NON_NEGATIVE -> d[a] += g;
            case ABSOLUTE -> {
                if (g != 0 && x[a] == 0) throw kink();
                d[a] += x[a] < 0 ? -g : g;
            }
            case ROOT -> {
                if (g != 0 && x[out] == 0) throw kink();
                if (g != 0) d[a] += g / (2 * x[out]);
            }
            case EXPONENTIAL -> d[a] += g * x[out];
            case LOGARITHM -> d[a] += g / x[a];
            case MINIMUM, MAXIMUM -> {
                if (g != 0 && x[a] == x[b]) throw kink();
                if (x[out] == x[a]) d[a] += g;
                else d[b] += g;
            }
            case COPY -> {
                for (int i = 0; i < size; i++) d[a + i] += d[out + i];
            }
        }
    }

    private static NotRepresentable kink() {
        return new NotRepresentable("the slope at a kink");
    }

    private static double slopeOfPower(double base, double exponent) {
        if (base == 0 && exponent < 0) throw kink();
        return TapeForward.power(base, exponent);
    }

    private static void multiply(Step step, double[] x, double[] d) {
        int m = step.m();
        int k = step.k();
        int n = step.n();
        for (int i = 0; i < m; i++) {
            int row = step.out() + i * n;
            for (int l = 0; l < k; l++) {
                int left = step.a() + i * k + l;
                int right = step.b() + l * n;
                double factor = x[left];
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += d[row + j] * x[right + j];
                    d[right + j] += factor * d[row + j];
                }
                d[left] += sum;
            }
        }
    }

    private static void determinant(Step step, double[] x, double[] d, double g) {
        if (g == 0) return;
        int n = step.m();
        double[] inverse = new double[n * n];
        try {
            new DenseElimination(x, step.a(), n).inverse(inverse, 0);
        } catch (Undefined singular) {
            throw new NotRepresentable("the slope of the determinant of a singular matrix");
        }
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) d[step.a() + i * n + j] += g * x[step.out()] * inverse[j * n + i];
    }

    /** {@code -X^T d X^T} for the inverse X. */
    private static void inverse(Step step, double[] x, double[] d) {
        int n = step.m();
        int out = step.out();
        double[] half = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int l = 0; l < n; l++) {
                double factor = x[out + l * n + i];
                for (int j = 0; j < n; j++) half[i * n + j] += factor * d[out + l * n + j];
            }
        for (int i = 0; i < n; i++)
            for (int l = 0; l < n; l++) {
                double factor = half[i * n + l];
                for (int j = 0; j < n; j++) d[step.a() + i * n + j] -= factor * x[out + j * n + l];
            }
    }
}
