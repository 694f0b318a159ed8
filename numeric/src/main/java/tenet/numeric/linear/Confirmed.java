package tenet.numeric.linear;

import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import tenet.numeric.algebra.NotRepresentable;

/**
 * Spectra in floating point that two independent implementations agree on, Hipparchus' and EJML's: where they do not, no
 * number is given. Both are backward stable, so that each value is within a few {@code n * 2^-52} of the truth, relative
 * to the largest; {@value #SLACK} times that is allowed between them.
 */
final class Confirmed {
    private static final double SLACK = 64;
    private static final double NOISE = 0x1p-52;

    private Confirmed() {
    }

    /** @param values singular values of the matrix, in any order @throws NotRepresentable when EJML finds others, telling both */
    static void singularValues(double[][] matrix, double[] values) {
        var svd = DecompositionFactory_DDRM.svd(matrix.length, matrix[0].length, false, false, true);
        if (!svd.decompose(new DMatrixRMaj(matrix))) throw new NotRepresentable("the singular values of a matrix: the second iteration failed");
        agree("singular value", values, Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues()), Math.max(matrix.length, matrix[0].length));
    }

    /** @param values eigenvalues of the symmetric matrix, in any order @throws NotRepresentable when EJML finds others */
    static void eigenvalues(double[][] matrix, double[] values) {
        int n = matrix.length;
        var eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) throw new NotRepresentable("the eigenvalues of a matrix: the second iteration failed");
        double[] others = new double[n];
        for (int i = 0; i < n; i++) others[i] = eigen.getEigenvalue(i).getReal();
        agree("eigenvalue", values, others, n);
    }

    /** @param size the larger size of the matrix */
    static void agree(String what, double[] first, double[] second, int size) {
        double[] a = first.clone();
        double[] b = second.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        for (double value : a) largest = Math.max(largest, Math.abs(value));
        if (a.length != b.length) throw new NotRepresentable("two decompositions disagree: " + a.length + " and " + b.length + " values");
        for (int i = 0; i < a.length; i++)
            if (!(Math.abs(a[i] - b[i]) <= SLACK * NOISE * size * largest))
                throw new NotRepresentable(String.format(Locale.ROOT, "two decompositions disagree: a %s is %.17g or %.17g", what, a[i], b[i]));
    }
}
