package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tenet.symbolic.term.Rational;

/** Linear equations over the rationals in echelon form: which unknowns are determined by the others, and how. */
final class LinearSystem {
    private record Row(int pivot, Map<Integer, Rational> others, Rational right) {
    }

    private final int unknowns;
    private final List<Row> echelon;
    private final List<Integer> independent;

    private LinearSystem(int unknowns, List<Row> echelon, List<Integer> independent) {
        this.unknowns = unknowns;
        this.echelon = echelon;
        this.independent = independent;
    }

    /**
     * Eliminates.
     *
     * @param rows  each equation: coefficients by unknown
     * @param right the right-hand sides
     * @return empty when the equations contradict each other
     */
    static Optional<LinearSystem> of(int unknowns, List<Map<Integer, Rational>> rows, List<Rational> right, Deadline deadline) {
        List<Row> echelon = new ArrayList<>();
        List<Integer> independent = new ArrayList<>();
        Map<Integer, Integer> columnCount = new HashMap<>();
        rows.forEach(row -> row.keySet().forEach(column -> columnCount.merge(column, 1, Integer::sum)));
        for (int r = 0; r < rows.size(); r++) {
            deadline.check();
            Map<Integer, Rational> row = new TreeMap<>(rows.get(r));
            row.values().removeIf(Rational::isZero);
            Rational value = right.get(r);
            // An echelon row holds no earlier pivot, so one pass in order removes them all.
            for (Row known : echelon) {
                Rational factor = row.remove(known.pivot);
                if (factor == null) continue;
                Rational minus = factor.negate();
                known.others.forEach((column, coefficient) -> add(row, column, coefficient.times(minus)));
                value = value.plus(known.right.times(minus));
            }
            if (row.isEmpty()) {
                if (!value.isZero()) return Optional.empty();
                continue;
            }
            // The unknown that occurs in the fewest equations causes the least fill-in.
            int pivot = row.keySet().stream().min(Comparator.comparing(columnCount::get)).orElseThrow();
            Rational scale = row.remove(pivot).inverse();
            row.replaceAll((column, coefficient) -> coefficient.times(scale));
            echelon.add(new Row(pivot, row, value.times(scale)));
            independent.add(r);
        }
        return Optional.of(new LinearSystem(unknowns, echelon, independent));
    }

    private static void add(Map<Integer, Rational> row, int column, Rational value) {
        Rational sum = row.merge(column, value, Rational::plus);
        if (sum.isZero()) row.remove(column);
    }

    /** The places of equations that imply the others and do not depend on each other. */
    List<Integer> independent() {
        return independent;
    }

    /** The solution that takes the undetermined unknowns from {@code free}. */
    Rational[] solution(IntFunction<Rational> free) {
        Rational[] values = new Rational[unknowns];
        boolean[] determined = new boolean[unknowns];
        for (Row row : echelon) determined[row.pivot] = true;
        for (int i = 0; i < unknowns; i++) if (!determined[i]) values[i] = free.apply(i);
        for (int r = echelon.size() - 1; r >= 0; r--) {
            Row row = echelon.get(r);
            Rational value = row.right;
            for (var other : row.others.entrySet()) value = value.minus(other.getValue().times(values[other.getKey()]));
            values[row.pivot] = value;
        }
        return values;
    }
}
