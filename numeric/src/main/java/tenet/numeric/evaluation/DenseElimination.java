package tenet.numeric.evaluation;

import tenet.numeric.algebra.Undefined;

/** An LU decomposition with partial pivoting of a square block of an array, by rows. */
final class DenseElimination {
    private final int n;
    private final double[] lu;
    private final int[] order;
    private boolean odd;

    DenseElimination(double[] memory, int offset, int n) {
        this.n = n;
        this.lu = java.util.Arrays.copyOfRange(memory, offset, offset + n * n);
        this.order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) pivot = i;
            if (pivot != k) swap(k, pivot);
            double divisor = lu[k * n + k];
            if (divisor == 0) continue;
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i * n + k] /= divisor;
                if (factor != 0) for (int j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
            }
        }
    }

    private void swap(int k, int pivot) {
        for (int j = 0; j < n; j++) {
            double entry = lu[k * n + j];
            lu[k * n + j] = lu[pivot * n + j];
            lu[pivot * n + j] = entry;
        }
        int row = order[k];
        order[k] = order[pivot];
        order[pivot] = row;
        odd = !odd;
    }

    double determinant() {
        double product = odd ? -1 : 1;
        for (int k = 0; k < n; k++) product *= lu[k * n + k];
        return product;
    }

    /** @throws Undefined when a pivot is zero */
    void inverse(double[] out, int offset) {
        for (int k = 0; k < n; k++) if (lu[k * n + k] == 0) throw new Undefined("the inverse of a singular matrix");
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                double sum = order[i] == j ? 1 : 0;
                for (int k = 0; k < i; k++) sum -= lu[i * n + k] * column[k];
                column[i] = sum;
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = column[i];
                for (int k = i + 1; k < n; k++) sum -= lu[i * n + k] * column[k];
                column[i] = sum / lu[i * n + i];
            }
            for (int i = 0; i < n; i++) out[offset + i * n + j] = column[i];
        }
    }
}
