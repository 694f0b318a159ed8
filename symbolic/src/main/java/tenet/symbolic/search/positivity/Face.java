package tenet.symbolic.search.positivity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.term.Rational;

/**
 * When every solution of a Gram problem is singular, the vectors that all of them annihilate are read off a central
 * solution, taken for simple rationals, and divided out, so that what remains can be rounded.
 */
final class Face {
    private static final double[] CLOSE = {1e-3, 1e-2};
    private static final double NOTHING = 1e-7;

    private Face() {
    }

    /** Smaller blocks, the likeliest first; none when no null vector stands out or none is near simple rationals. */
    static Set<List<Gram.Block>> guesses(List<Gram.Block> blocks, double[][][] matrices) {
        List<Dense.Spectrum> spectra = Arrays.stream(matrices).map(Dense::spectrum).toList();
        Set<List<Gram.Block>> guesses = new LinkedHashSet<>();
        for (double threshold : thresholds(spectra)) {
            for (double close : CLOSE) {
                List<Gram.Block> smaller = new ArrayList<>();
                for (int b = 0; b < blocks.size(); b++) {
                    // A block whose null vectors cannot be read stays as it is: reducing the others may separate them.
                    List<Polynomial> basis = complement(blocks.get(b).basis(), spectra.get(b), threshold, close)
                            .orElse(blocks.get(b).basis());
                    if (!basis.isEmpty()) smaller.add(blocks.get(b).with(basis));
                }
                if (!smaller.equals(blocks)) guesses.add(smaller);
            }
        }
        return guesses;
    }

    /** Numbers in the wide gaps among the eigenvalues below 1e-2, the widest gap first. */
    private static List<Double> thresholds(List<Dense.Spectrum> spectra) {
        double[] sorted = spectra.stream().flatMapToDouble(spectrum -> Arrays.stream(spectrum.values()))
                .map(value -> Math.max(value, NOTHING)).sorted().toArray();
        record Gap(double ratio, double middle) {
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            double next = i + 1 < sorted.length ? sorted[i + 1] : 1;
            double ratio = next / sorted[i];
            if (sorted[i] < 1e-2 && ratio > 8) gaps.add(new Gap(ratio, Math.sqrt(next * sorted[i])));
        }
        return gaps.stream().sorted(Comparator.comparing(Gap::ratio).reversed()).limit(4).map(Gap::middle).toList();
    }

    private static Optional<List<Polynomial>> complement(List<Polynomial> basis, Dense.Spectrum spectrum,
                                                          double threshold, double close) {
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
                Optional<Rational> share = simple(kernel.get(r)[free], close);
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
            Collections.swap(rows, r, bestRow);
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
