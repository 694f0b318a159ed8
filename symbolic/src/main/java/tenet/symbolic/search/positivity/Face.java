package tenet.symbolic.search.positivity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/**
 * When every solution of a Gram problem is singular, the vectors that all of them annihilate are read off a central
 * solution, taken for simple rationals, and divided out, so that what remains can be rounded.
 */
final class Face {
    private static final double CLOSE = 1e-3;

    private Face() {
    }

    /** Smaller blocks; empty when no null vector stands out or none is near simple rationals. */
    static Optional<List<Gram.Block>> restrict(List<Gram.Block> blocks, double[][][] matrices) {
        List<Dense.Spectrum> spectra = Arrays.stream(matrices).map(Dense::spectrum).toList();
        double threshold = threshold(spectra);
        if (threshold == 0) return Optional.empty();
        List<Gram.Block> smaller = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            Optional<List<Polynomial>> basis = complement(blocks.get(b).basis(), spectra.get(b), threshold);
            if (basis.isEmpty()) return Optional.empty();
            if (!basis.get().isEmpty()) smaller.add(blocks.get(b).with(basis.get()));
        }
        return Optional.of(smaller);
    }

    /** A number in the widest gap among the eigenvalues, below 1e-3; 0 when there is no clear gap. */
    private static double threshold(List<Dense.Spectrum> spectra) {
        double[] sorted = spectra.stream().flatMapToDouble(s -> Arrays.stream(s.values())).map(v -> Math.max(v, 1e-12)).sorted().toArray();
        double widest = 20;
        double threshold = 0;
        for (int i = 0; i < sorted.length; i++) {
            double next = i + 1 < sorted.length ? sorted[i + 1] : 1;
            if (sorted[i] < 1e-3 && next / sorted[i] > widest) {
                widest = next / sorted[i];
                threshold = Math.sqrt(next * sorted[i]);
            }
        }
        return threshold;
    }

    private static Optional<List<Polynomial>> complement(List<Polynomial> basis, Dense.Spectrum spectrum, double threshold) {
        int n = basis.size();
        List<double[]> kernel = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            if (spectrum.values()[k] > threshold) continue;
            double[] vector = new double[n];
            for (int i = 0; i < n; i++) vector[i] = spectrum.vectors()[i][k];
            kernel.add(vector);
        }
        int[] pivots = echelon(kernel, n);
        boolean[] isPivot = new boolean[n];
        for (int pivot : pivots) isPivot[pivot] = true;
        List<Polynomial> rest = new ArrayList<>();
        for (int free = 0; free < n; free++) {
            if (isPivot[free]) continue;
            Polynomial element = basis.get(free);
            for (int r = 0; r < pivots.length; r++) {
                Optional<Rational> share = simple(kernel.get(r)[free], CLOSE);
                if (share.isEmpty()) return Optional.empty();
                element = element.minus(basis.get(pivots[r]).scaled(share.get()));
            }
            rest.add(element);
        }
        return Optional.of(rest);
    }

    /** Reduced echelon form in place with the largest pivots; the pivot columns. */
    private static int[] echelon(List<double[]> rows, int width) {
        int[] pivots = new int[rows.size()];
        for (int r = 0; r < pivots.length; r++) {
            int bestRow = r;
            int bestColumn = 0;
            for (int i = r; i < pivots.length; i++) {
                for (int j = 0; j < width; j++) {
                    if (Math.abs(rows.get(i)[j]) > Math.abs(rows.get(bestRow)[bestColumn]) * (1 + 1e-6)) {
                        bestRow = i;
                        bestColumn = j;
                    }
                }
            }
            java.util.Collections.swap(rows, r, bestRow);
            double[] chosen = rows.get(r);
            double scale = chosen[bestColumn];
            for (int j = 0; j < width; j++) chosen[j] /= scale;
            for (int i = 0; i < pivots.length; i++) {
                double factor = rows.get(i)[bestColumn];
                if (i == r || factor == 0) continue;
                for (int j = 0; j < width; j++) rows.get(i)[j] -= factor * chosen[j];
                rows.get(i)[bestColumn] = 0;
            }
            pivots[r] = bestColumn;
        }
        return pivots;
    }

    /** The rational of least denominator, up to 64, within {@code close}. */
    static Optional<Rational> simple(double value, double close) {
        for (int denominator = 1; denominator <= 64; denominator++) {
            double numerator = Math.rint(value * denominator);
            if (Math.abs(numerator / denominator - value) <= close / denominator) {
                return Optional.of(new Rational(BigInteger.valueOf((long) numerator), BigInteger.valueOf(denominator)));
            }
        }
        return Optional.empty();
    }
}
