package tenet.numeric.evaluation;

import java.util.Arrays;

/**
 * Products of matrices that lie row by row in one array. Wide ones are computed on copies of their rows: only of separate
 * arrays, read at equal indices, does the compiler see that they do not overlap, and use the vector unit. The sums run in
 * the order of the inner index. One object serves one thread.
 */
final class MatrixProduct {
    /** Narrower products are not worth the copies. */
    private static final int WIDE = 12;

    private double[][] right = new double[0][0];
    private double[] first = new double[0];
    private double[] second = new double[0];

    /** Writes the m x k matrix at a times the k x n matrix at b; the result overlaps neither. */
    void multiply(double[] x, int out, int a, int b, int m, int k, int n) {
        if (n < WIDE || m == 1) {
            narrow(x, out, a, b, m, k, n);
            return;
        }
        copy(x, b, k, n);
        double[] p = first;
        double[] q = second;
        int i = 0;
        for (; i + 2 <= m; i += 2) {
            int s = a + i * k;
            int t = s + k;
            Arrays.fill(p, 0);
            Arrays.fill(q, 0);
            int l = 0;
            for (; l + 4 <= k; l += 4)
                addFour(p, q, right[l], right[l + 1], right[l + 2], right[l + 3], x[s + l], x[s + l + 1], x[s + l + 2], x[s + l + 3],
                        x[t + l], x[t + l + 1], x[t + l + 2], x[t + l + 3]);
            for (; l < k; l++) {
                add(p, x[s + l], right[l]);
                add(q, x[t + l], right[l]);
            }
            System.arraycopy(p, 0, x, out + i * n, n);
            System.arraycopy(q, 0, x, out + i * n + n, n);
        }
        if (i < m) {
            int s = a + i * k;
            Arrays.fill(p, 0);
            for (int l = 0; l < k; l++) add(p, x[s + l], right[l]);
            System.arraycopy(p, 0, x, out + i * n, n);
        }
    }

    private void copy(double[] x, int b, int k, int n) {
        // The loops run to the length of the rows.
        if (first.length != n || right.length < k) {
            right = new double[k][n];
            first = new double[n];
            second = new double[n];
        }
        for (int l = 0; l < k; l++) System.arraycopy(x, b + l * n, right[l], 0, n);
    }

    private static void add(double[] p, double f, double[] b) {
        for (int j = 0; j < p.length; j++) p[j] += f * b[j];
    }

    private static void addFour(double[] p, double[] q, double[] b0, double[] b1, double[] b2, double[] b3,
                                double f0, double f1, double f2, double f3, double g0, double g1, double g2, double g3) {
        // Summed from the right, one after another: sums of pairs are not vectorized.
        for (int j = 0; j < p.length; j++) {
            double u = b0[j];
            double v = b1[j];
            double w = b2[j];
            double z = b3[j];
            p[j] = f3 * z + (f2 * w + (f1 * v + (f0 * u + p[j])));
            q[j] = g3 * z + (g2 * w + (g1 * v + (g0 * u + q[j])));
        }
    }

    /** Some rows and columns at a time in registers. */
    private static void narrow(double[] x, int out, int a, int b, int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            int row = a + i * k;
            int to = out + i * n;
            boolean two = i + 1 < m;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                if (two) twoRows(x, to + j, row, b + j, k, n);
                else fourColumns(x, to + j, row, b + j, k, n);
            }
            for (; j + 2 <= n; j += 2) {
                twoColumns(x, to + j, row, b + j, k, n);
                if (two) twoColumns(x, to + n + j, row + k, b + j, k, n);
            }
            if (j < n) {
                oneColumn(x, to + j, row, b + j, k, n);
                if (two) oneColumn(x, to + n + j, row + k, b + j, k, n);
            }
            if (two) i++;
        }
    }

    private static void twoRows(double[] x, int to, int row, int b, int k, int n) {
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double d0 = 0;
        double d1 = 0;
        double d2 = 0;
        double d3 = 0;
        for (int l = 0, place = b; l < k; l++, place += n) {
            double factor = x[row + l];
            double other = x[row + k + l];
            double b0 = x[place];
            double b1 = x[place + 1];
            double b2 = x[place + 2];
            double b3 = x[place + 3];
            c0 += factor * b0;
            c1 += factor * b1;
            c2 += factor * b2;
            c3 += factor * b3;
            d0 += other * b0;
            d1 += other * b1;
            d2 += other * b2;
            d3 += other * b3;
        }
        x[to] = c0;
        x[to + 1] = c1;
        x[to + 2] = c2;
        x[to + 3] = c3;
        x[to + n] = d0;
        x[to + n + 1] = d1;
        x[to + n + 2] = d2;
        x[to + n + 3] = d3;
    }

    private static void fourColumns(double[] x, int to, int row, int b, int k, int n) {
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        for (int l = 0, place = b; l < k; l++, place += n) {
            double factor = x[row + l];
            c0 += factor * x[place];
            c1 += factor * x[place + 1];
            c2 += factor * x[place + 2];
            c3 += factor * x[place + 3];
        }
        x[to] = c0;
        x[to + 1] = c1;
        x[to + 2] = c2;
        x[to + 3] = c3;
    }

    private static void twoColumns(double[] x, int to, int row, int b, int k, int n) {
        double c0 = 0;
        double c1 = 0;
        for (int l = 0, place = b; l < k; l++, place += n) {
            double factor = x[row + l];
            c0 += factor * x[place];
            c1 += factor * x[place + 1];
        }
        x[to] = c0;
        x[to + 1] = c1;
    }

    private static void oneColumn(double[] x, int to, int row, int b, int k, int n) {
        double sum = 0;
        for (int l = 0; l < k; l++) sum += x[row + l] * x[b + l * n];
        x[to] = sum;
    }
}
