package tenet.symbolic.search.positivity;

/** Small dense symmetric matrices in doubles; only guesses come from here, never certainty. */
final class Dense {
    private Dense() {
    }

    /**
     * Replaces the lower triangle of {@code matrix} by its Cholesky factor.
     *
     * @param relative the least pivot, as a share of the diagonal entry
     * @return false when a pivot is smaller, the matrix then being spoilt
     */
    static boolean cholesky(double[][] matrix, double relative) {
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            double diagonal = row[i];
            for (int j = 0; j < i; j++) {
                double[] other = matrix[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) sum -= row[k] * other[k];
                row[j] = sum / other[j];
            }
            double pivot = diagonal;
            for (int k = 0; k < i; k++) pivot -= row[k] * row[k];
            if (!(pivot > relative * Math.abs(diagonal)) || !Double.isFinite(pivot)) return false;
            row[i] = Math.sqrt(pivot);
        }
        return true;
    }

    /** Solves in place with a factor made by {@link #cholesky}. */
    static void solve(double[][] factor, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) sum -= factor[i][k] * right[k];
            right[i] = sum / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < n; k++) sum -= factor[k][i] * right[k];
            right[i] = sum / factor[i][i];
        }
    }

    static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) copy[i] = matrix[i].clone();
        return copy;
    }

    /** The inverse of a positive definite matrix from its Cholesky factor. */
    static double[][] inverse(double[][] factor) {
        int n = factor.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
            solve(factor, inverse[i]);
        }
        return inverse;
    }

    /** Eigenvalues with eigenvectors in the columns of {@code vectors}. */
    record Spectrum(double[] values, double[][] vectors) {
    }

    /** Cyclic Jacobi rotations. */
    static Spectrum spectrum(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = copy(symmetric);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) v[i][i] = 1;
        for (int sweep = 0; sweep < 40; sweep++) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    all += a[i][j] * a[i][j];
                    if (i != j) off += a[i][j] * a[i][j];
                }
            }
            if (off <= 1e-28 * all) break;
            for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) rotate(a, v, p, q);
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = a[i][i];
        return new Spectrum(values, v);
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) return;
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double kp = v[k][p];
            double kq = v[k][q];
            v[k][p] = c * kp - s * kq;
            v[k][q] = s * kp + c * kq;
        }
    }
}
