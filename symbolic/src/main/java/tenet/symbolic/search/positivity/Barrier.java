package tenet.symbolic.search.positivity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/**
 * Looks in doubles for symmetric matrices that satisfy the equations of a {@link Gram} with the least eigenvalue
 * {@code t} as large as possible: Newton's method on the logarithmic barrier of {@code X - t I}, which ends near the
 * centre of the solutions, away from the boundary whenever they allow it.
 * Source: Boyd and Vandenberghe, Convex Optimization, sections 10.3 and 11.4.
 */
final class Barrier {
    private static final double TRACE = 200;
    private static final double SHARPEST = 1e10;

    /** Matrices by block, and their least eigenvalue. */
    record Result(double[][][] matrices, double least) {
    }

    private final int[] sizes;
    private final List<Gram.Entry> entries;
    private final int[][] places;
    private final double[][] values;
    private final double[] right;
    private final int rows;
    private final Deadline deadline;
    private double[][] normalFactor = new double[0][];

    /** @param independent the equations to use, none implied by others */
    Barrier(Gram gram, List<Integer> independent, Deadline deadline) {
        this.deadline = deadline;
        entries = gram.entries;
        sizes = new int[gram.blocks.size()];
        for (int b = 0; b < sizes.length; b++) sizes[b] = gram.blocks.get(b).size();
        rows = independent.size();
        places = new int[rows][];
        values = new double[rows][];
        right = new double[rows + 1];
        for (int r = 0; r < rows; r++) {
            Map<Integer, Rational> row = gram.rows.get(independent.get(r));
            places[r] = row.keySet().stream().mapToInt(Integer::intValue).toArray();
            values[r] = row.values().stream().mapToDouble(Rational::toDouble).toArray();
            double norm = Math.sqrt(Arrays.stream(values[r]).map(v -> v * v).sum());
            for (int k = 0; k < values[r].length; k++) values[r][k] /= norm;
            right[r] = gram.right.get(independent.get(r)).toDouble() / norm;
        }
    }

    /** Empty when there is no positive semidefinite solution as far as doubles can tell. */
    Optional<Result> solve() {
        double[][][] y = start();
        if (y.length == 0) return Optional.empty();
        double t = 0;
        for (double[][] block : y) for (double v : Dense.spectrum(block).values()) t = Math.min(t, v);
        t -= 1;
        double trace = 0;
        for (double[][] block : y) {
            for (int i = 0; i < block.length; i++) {
                block[i][i] -= t;
                trace += block[i][i];
            }
        }
        int order = Arrays.stream(sizes).sum() + 1;
        right[rows] = Math.max(TRACE, 10 * trace);
        double slack = right[rows] - trace;
        for (double sharpness = 1; sharpness <= SHARPEST; sharpness *= 6) {
            boolean centred = false;
            for (int step = 0; step < 30 && !centred; step++) {
                deadline.check();
                Direction direction = newton(y, slack, t, sharpness);
                if (direction == null) return result(y, t);
                double length = length(y, slack, direction, sharpness);
                if (length == 0) return result(y, t);
                y = moved(y, direction.matrices, length);
                slack += length * direction.slack;
                t += length * direction.level;
                centred = direction.decrement < 0.1;
            }
            double gap = order / sharpness;
            // On the central path the optimum exceeds the level by at most the gap.
            if (centred && t + 2 * gap < -1e-7) return Optional.empty();
            if (t > 0 && gap < 0.3 * t) break;
        }
        return result(y, t);
    }

    private static Optional<Result> result(double[][][] y, double t) {
        if (t < -1e-3) return Optional.empty();
        for (double[][] block : y) for (int i = 0; i < block.length; i++) block[i][i] += t;
        return Optional.of(new Result(y, t));
    }

    private record Direction(double[][][] matrices, double slack, double level, double decrement) {
    }

    /** The solution of least norm; no blocks when the equations cannot be solved. */
    private double[][][] start() {
        double[][] normal = new double[rows][rows];
        double[][][][] dense = new double[rows][][][];
        for (int r = 0; r < rows; r++) {
            dense[r] = zero();
            addRow(dense[r], r, 1);
            for (int k = 0; k <= r; k++) normal[r][k] = apply(k, dense[r]);
        }
        if (!Dense.cholesky(normal, 1e-12)) return new double[0][][];
        normalFactor = normal;
        double[] multipliers = Arrays.copyOf(right, rows);
        Dense.solve(normal, multipliers);
        double[][][] x = zero();
        for (int r = 0; r < rows; r++) addRow(x, r, multipliers[r]);
        return x;
    }

    /** The Newton step of {@code -sharpness t - log det Y - log slack} under the equations; null when doubles give out. */
    private Direction newton(double[][][] y, double slack, double t, double sharpness) {
        int all = rows + 1;
        double[][] schur = new double[all][all];
        double[] level = new double[all];
        double[] residual = new double[all];
        double[] image = new double[all];
        for (int r = 0; r < rows; r++) {
            deadline.check();
            double[][][] curved = curved(y, r);
            for (int k = 0; k <= r; k++) schur[r][k] = apply(k, curved);
            schur[rows][r] = trace(curved);
            image[r] = apply(r, y);
            for (int k = 0; k < places[r].length; k++) if (entries.get(places[r][k]).isDiagonal()) level[r] += values[r][k];
            residual[r] = right[r] - image[r] - level[r] * t;
        }
        schur[rows][rows] = slack * slack;
        image[rows] = slack + trace(y);
        for (double[][] block : y) for (double[] row : block) for (double v : row) schur[rows][rows] += v * v;
        residual[rows] = right[rows] - image[rows];
        double[][] factor = Dense.copy(schur);
        for (int r = 0; r < all; r++) factor[r][r] *= 1 + 1e-14;
        if (!Dense.cholesky(factor, 1e-16)) return null;
        double[] u = new double[all];
        for (int r = 0; r < all; r++) u[r] = image[r] - residual[r];
        u = refined(schur, factor, u);
        double[] w = refined(schur, factor, level);
        double up = 0;
        double along = 0;
        for (int r = 0; r < all; r++) {
            up += level[r] * u[r];
            along += level[r] * w[r];
        }
        double dt = (sharpness - up) / along;
        double[][][] dual = zero();
        for (int r = 0; r < rows; r++) addRow(dual, r, u[r] + dt * w[r]);
        double traceDual = u[rows] + dt * w[rows];
        for (double[][] block : dual) for (int i = 0; i < block.length; i++) block[i][i] += traceDual;
        double decrement = Math.pow(1 - slack * traceDual, 2);
        double[][][] step = new double[y.length][][];
        for (int b = 0; b < y.length; b++) {
            double[][] product = times(y[b], dual[b]);
            // ‖Y^{-1/2} dY Y^{-1/2}‖² = tr((I - Y Z)²)
            for (int i = 0; i < product.length; i++) {
                for (int j = 0; j < product.length; j++) {
                    decrement += ((i == j ? 1 : 0) - product[i][j]) * ((i == j ? 1 : 0) - product[j][i]);
                }
            }
            double[][] full = times(product, y[b]);
            step[b] = new double[sizes[b]][sizes[b]];
            for (int i = 0; i < sizes[b]; i++) {
                for (int j = 0; j < sizes[b]; j++) step[b][i][j] = y[b][i][j] - (full[i][j] + full[j][i]) / 2;
            }
        }
        if (!Double.isFinite(dt) || !Double.isFinite(decrement)) return null;
        // Near the boundary the equations for the multipliers lose digits; the step itself must not.
        for (int round = 0; round < 2; round++) {
            double[] missing = new double[rows];
            for (int r = 0; r < rows; r++) missing[r] = residual[r] - level[r] * dt - apply(r, step);
            Dense.solve(normalFactor, missing);
            for (int r = 0; r < rows; r++) addRow(step, r, missing[r]);
        }
        return new Direction(step, residual[rows] - trace(step), dt, Math.sqrt(Math.max(0, decrement)));
    }

    /** Solves with the factor of a slightly different matrix and corrects for the difference. */
    private static double[] refined(double[][] lower, double[][] factor, double[] right) {
        double[] solution = new double[right.length];
        double[] rest = right.clone();
        for (int round = 0; round < 3; round++) {
            Dense.solve(factor, rest);
            for (int i = 0; i < rest.length; i++) solution[i] += rest[i];
            if (round == 2) break;
            for (int i = 0; i < rest.length; i++) {
                rest[i] = right[i];
                for (int j = 0; j < rest.length; j++) rest[i] -= (j <= i ? lower[i][j] : lower[j][i]) * solution[j];
            }
        }
        return solution;
    }

    /** A step that keeps the matrices positive definite and lowers the barrier; 0 when there is none. */
    private double length(double[][][] y, double slack, Direction direction, double sharpness) {
        double now = barrier(y, slack);
        for (double length = 1; length > 1e-9; length *= 0.6) {
            double next = barrier(moved(y, direction.matrices, length), slack + length * direction.slack);
            if (next - sharpness * length * direction.level <= now + 1e-9 * Math.abs(now)) return length;
        }
        return 0;
    }

    private static double barrier(double[][][] y, double slack) {
        if (slack <= 0) return Double.POSITIVE_INFINITY;
        double total = -Math.log(slack);
        for (double[][] block : y) {
            double[][] factor = Dense.copy(block);
            if (!Dense.cholesky(factor, 0)) return Double.POSITIVE_INFINITY;
            for (int i = 0; i < factor.length; i++) total -= 2 * Math.log(factor[i][i]);
        }
        return total;
    }

    private static double[][][] moved(double[][][] y, double[][][] step, double length) {
        double[][][] next = new double[y.length][][];
        for (int b = 0; b < y.length; b++) {
            next[b] = Dense.copy(y[b]);
            for (int i = 0; i < next[b].length; i++) {
                for (int j = 0; j < next[b].length; j++) next[b][i][j] += length * step[b][i][j];
            }
        }
        return next;
    }

    /** {@code Y A_r Y} for the matrix of an equation. */
    private double[][][] curved(double[][][] y, int r) {
        double[][][] result = zero();
        for (int k = 0; k < places[r].length; k++) {
            Gram.Entry entry = entries.get(places[r][k]);
            double[][] block = result[entry.block()];
            double[] left = y[entry.block()][entry.row()];
            double[] rightRow = y[entry.block()][entry.column()];
            double half = values[r][k] / 2;
            for (int i = 0; i < block.length; i++) {
                double a = half * left[i];
                double c = half * rightRow[i];
                for (int j = 0; j < block.length; j++) block[i][j] += a * rightRow[j] + c * left[j];
            }
        }
        return result;
    }

    private double apply(int r, double[][][] x) {
        double total = 0;
        for (int k = 0; k < places[r].length; k++) {
            Gram.Entry entry = entries.get(places[r][k]);
            total += values[r][k] * x[entry.block()][entry.row()][entry.column()];
        }
        return total;
    }

    private void addRow(double[][][] x, int r, double factor) {
        for (int k = 0; k < places[r].length; k++) {
            Gram.Entry entry = entries.get(places[r][k]);
            double half = factor * values[r][k] / 2;
            x[entry.block()][entry.row()][entry.column()] += half;
            x[entry.block()][entry.column()][entry.row()] += half;
        }
    }

    private static double trace(double[][][] x) {
        double total = 0;
        for (double[][] block : x) for (int i = 0; i < block.length; i++) total += block[i][i];
        return total;
    }

    private double[][][] zero() {
        double[][][] zero = new double[sizes.length][][];
        for (int b = 0; b < sizes.length; b++) zero[b] = new double[sizes[b]][sizes[b]];
        return zero;
    }

    private static double[][] times(double[][] left, double[][] right) {
        int n = left.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = left[i][k];
                for (int j = 0; j < n; j++) product[i][j] += factor * right[k][j];
            }
        }
        return product;
    }
}
