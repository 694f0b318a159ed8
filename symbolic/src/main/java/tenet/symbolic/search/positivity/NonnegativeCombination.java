package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenet.symbolic.term.Rational;

/**
 * Finds nonnegative weights under which columns sum to 0 while the strict ones weigh 1 together. The support is found
 * in doubles by the active-set method for nonnegative least squares, which makes strict progress where the simplex
 * method would stall (the problem is a cone, so every vertex is degenerate); the weights on it are then solved exactly.
 * Source: Lawson and Hanson, Solving Least Squares Problems, chapter 23; Leichner, Dantzig and Davis,
 * "A strictly improving linear programming Phase I algorithm", 1993.
 */
final class NonnegativeCombination {
    private static final double SOLVED = 1e-8;
    private static final double OPTIMAL = 1e-9;

    private final List<Column> columns;
    private final int[][] places;
    private final double[][] values;
    private final double[] scale;
    /** Inner products of a column with all columns, for the columns that were ever chosen; empty for others. */
    private final double[][] inner;
    private final int rows;
    private final Deadline deadline;

    private NonnegativeCombination(List<Column> columns, Map<Monomial, Integer> rowOf, Deadline deadline) {
        this.columns = columns;
        this.deadline = deadline;
        rows = rowOf.size() + 1;
        places = new int[columns.size()][];
        values = new double[columns.size()][];
        scale = new double[columns.size()];
        inner = new double[columns.size()][0];
        for (int j = 0; j < columns.size(); j++) number(j, rowOf);
        equilibrate();
    }

    /** @return weights by place of the column, each positive */
    static Optional<Map<Integer, Rational>> find(List<Column> all, int most, Deadline deadline) {
        List<Integer> kept = Signs.survivors(all);
        if (kept.size() > most) kept = simplest(all, kept, most);
        List<Column> columns = kept.stream().map(all::get).toList();
        if (columns.stream().noneMatch(Column::strict)) return Optional.empty();
        Map<Monomial, Integer> rowOf = new HashMap<>();
        columns.forEach(column -> column.form().terms().keySet().forEach(m -> rowOf.computeIfAbsent(m, k -> rowOf.size() + 1)));
        List<Integer> support = new NonnegativeCombination(columns, rowOf, deadline).support();
        List<Integer> places = kept;
        return exact(columns, support, rowOf, deadline).map(weights -> {
            Map<Integer, Rational> named = new TreeMap<>();
            weights.forEach((column, weight) -> named.put(places.get(column), weight));
            return named;
        });
    }

    /** The simplest columns; half of the room is for products without squares, which are fewer and reach further. */
    private static List<Integer> simplest(List<Column> all, List<Integer> kept, int most) {
        List<Integer> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing(place -> all.get(place).complexity()));
        List<Integer> products = sorted.stream().filter(place -> all.get(place).square().isEmpty()).limit(most / 2).toList();
        Set<Integer> chosen = new TreeSet<>(products);
        sorted.stream().filter(place -> !chosen.contains(place)).limit(most - products.size()).toList().forEach(chosen::add);
        return List.copyOf(chosen);
    }

    private void number(int j, Map<Monomial, Integer> rowOf) {
        Column column = columns.get(j);
        int size = column.form().terms().size() + (column.strict() ? 1 : 0);
        places[j] = new int[size];
        values[j] = new double[size];
        int n = 0;
        for (var term : column.form().terms().entrySet()) {
            places[j][n] = rowOf.get(term.getKey());
            values[j][n++] = term.getValue().toDouble();
        }
        // What strict weights are measured by does not matter in the end; here it is set so that they are comparable.
        if (column.strict()) values[j][n] = 1;
    }

    /** Scales rows and columns towards entries of size 1, so that no unit of the data is special; then columns to length 1. */
    private void equilibrate() {
        for (int pass = 0; pass < 4; pass++) {
            double[] logs = new double[rows];
            int[] counts = new int[rows];
            for (int j = 0; j < places.length; j++) {
                double own = 0;
                int monomials = 0;
                for (int i = 0; i < places[j].length; i++) {
                    if (places[j][i] == 0) continue;
                    own += Math.log(Math.abs(values[j][i]));
                    monomials++;
                }
                if (monomials == 0) continue;
                double factor = Math.exp(-own / monomials);
                for (int i = 0; i < places[j].length; i++) {
                    if (places[j][i] == 0) continue;
                    values[j][i] *= factor;
                    logs[places[j][i]] += Math.log(Math.abs(values[j][i]));
                    counts[places[j][i]]++;
                }
            }
            for (int j = 0; j < places.length; j++) {
                for (int i = 0; i < places[j].length; i++) {
                    int row = places[j][i];
                    if (row != 0) values[j][i] *= Math.exp(-logs[row] / counts[row]);
                }
            }
        }
        for (int j = 0; j < places.length; j++) {
            double norm = norm(values[j]);
            scale[j] = norm == 0 ? 0 : 1 / norm;
            for (int i = 0; i < values[j].length; i++) values[j][i] *= scale[j];
        }
    }

    /** Columns with positive weight in a nonnegative least-squares solution; independent; empty when there is no solution. */
    private List<Integer> support() {
        int count = columns.size();
        double[] weight = new double[count];
        boolean[] passive = new boolean[count];
        boolean[] blocked = new boolean[count];
        double[] target = new double[rows];
        target[0] = 1;
        double[] residual = target.clone();
        List<Integer> chosen = new ArrayList<>();
        for (int iteration = 0; iteration < 20 * rows + 200; iteration++) {
            deadline.check();
            double size = norm(residual);
            if (size < SOLVED) return chosen;
            int best = -1;
            double steepest = OPTIMAL * size;
            for (int j = 0; j < count; j++) {
                if (passive[j] || blocked[j] || scale[j] == 0) continue;
                double slope = dot(j, residual);
                if (slope > steepest) {
                    steepest = slope;
                    best = j;
                }
            }
            if (best < 0) return List.of();
            chosen.add(best);
            passive[best] = true;
            Optional<double[]> solution = leastSquares(chosen, target);
            if (solution.isEmpty() || solution.get()[chosen.size() - 1] <= 0) {
                chosen.remove(chosen.size() - 1);
                passive[best] = false;
                blocked[best] = true;
                continue;
            }
            Arrays.fill(blocked, false);
            while (!step(chosen, passive, weight, solution.get())) {
                deadline.check();
                solution = leastSquares(chosen, target);
                if (solution.isEmpty()) return List.of();
            }
            System.arraycopy(target, 0, residual, 0, rows);
            for (int j : chosen) addTo(residual, j, -weight[j]);
        }
        return List.of();
    }

    /** Moves towards the solution as far as weights stay nonnegative; true when it got there. Else at least one column is let go. */
    private static boolean step(List<Integer> chosen, boolean[] passive, double[] weight, double[] solution) {
        double length = 1;
        // What ends the move is zero then, whatever rounding leaves of it: no move is made twice.
        int first = -1;
        for (int k = 0; k < solution.length; k++) {
            double now = weight[chosen.get(k)];
            if (solution[k] > 0) continue;
            double until = now == solution[k] ? 0 : now / (now - solution[k]);
            if (first < 0 || until < length) first = k;
            length = Math.min(length, until);
        }
        boolean arrived = true;
        for (int k = solution.length - 1; k >= 0; k--) {
            int j = chosen.get(k);
            boolean hit = solution[k] <= 0;
            weight[j] += length * (solution[k] - weight[j]);
            if (k == first || hit && weight[j] <= 1e-12) {
                weight[j] = 0;
                passive[j] = false;
                chosen.remove(k);
            }
            arrived &= !hit;
        }
        return arrived;
    }

    /** Normal equations by Cholesky with one step of refinement; empty when the columns are all but dependent. */
    private Optional<double[]> leastSquares(List<Integer> chosen, double[] target) {
        int n = chosen.size();
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] products = inner(chosen.get(i));
            for (int k = 0; k <= i; k++) gram[i][k] = products[chosen.get(k)];
        }
        if (!Dense.cholesky(gram, 1e-11)) return Optional.empty();
        double[] solution = new double[n];
        double[] residual = target.clone();
        for (int round = 0; round < 2; round++) {
            double[] right = new double[n];
            for (int i = 0; i < n; i++) right[i] = dot(chosen.get(i), residual);
            Dense.solve(gram, right);
            for (int i = 0; i < n; i++) {
                solution[i] += right[i];
                addTo(residual, chosen.get(i), -right[i]);
            }
        }
        return Optional.of(solution);
    }

    private double[] inner(int column) {
        if (inner[column].length == 0) {
            double[] dense = new double[rows];
            addTo(dense, column, 1);
            inner[column] = new double[columns.size()];
            for (int j = 0; j < inner[column].length; j++) inner[column][j] = dot(j, dense);
        }
        return inner[column];
    }

    private double dot(int column, double[] dense) {
        double total = 0;
        for (int i = 0; i < places[column].length; i++) total += values[column][i] * dense[places[column][i]];
        return total;
    }

    private void addTo(double[] dense, int column, double factor) {
        for (int i = 0; i < places[column].length; i++) dense[places[column][i]] += factor * values[column][i];
    }

    private static double norm(double[] vector) {
        double total = 0;
        for (double v : vector) total += v * v;
        return Math.sqrt(total);
    }

    private static Optional<Map<Integer, Rational>> exact(List<Column> columns, List<Integer> support,
                                                          Map<Monomial, Integer> rowOf, Deadline deadline) {
        if (support.isEmpty()) return Optional.empty();
        List<Map<Integer, Rational>> equations = new ArrayList<>();
        List<Rational> right = new ArrayList<>();
        for (int r = 0; r <= rowOf.size(); r++) {
            equations.add(new TreeMap<>());
            right.add(r == 0 ? Rational.ONE : Rational.ZERO);
        }
        for (int k = 0; k < support.size(); k++) {
            Column column = columns.get(support.get(k));
            if (column.strict()) equations.get(0).put(k, Rational.ONE);
            int unknown = k;
            column.form().terms().forEach((m, coefficient) -> equations.get(rowOf.get(m)).put(unknown, coefficient));
        }
        return LinearSystem.of(support.size(), equations, right, deadline).flatMap(system -> {
            Rational[] solution = system.solution(free -> Rational.ZERO);
            Map<Integer, Rational> weights = new TreeMap<>();
            for (int k = 0; k < solution.length; k++) {
                if (solution[k].signum() < 0) return Optional.empty();
                if (solution[k].signum() > 0) weights.put(support.get(k), solution[k]);
            }
            return Optional.of(weights);
        });
    }
}
