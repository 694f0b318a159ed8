package tenet.properties.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/** Linear equations over the rational numbers, solved exactly by Gauss-Jordan elimination. */
public final class LinearSystem {
    private final int unknowns;
    private final List<List<Rational>> rows = new ArrayList<>();

    public LinearSystem(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Adds the equation {@code coefficients . x = constant}. */
    public void require(List<Rational> coefficients, Rational constant) {
        if (coefficients.size() != unknowns) throw new IllegalArgumentException(coefficients.size() + " coefficients for " + unknowns + " unknowns");
        List<Rational> row = new ArrayList<>(coefficients);
        row.add(constant);
        rows.add(row);
    }

    /** The solution that has these values in the unknowns that the equations leave free; empty when there is none. */
    public Optional<List<Rational>> solve(List<Rational> free) {
        List<List<Rational>> reduced = new ArrayList<>(rows.stream().<List<Rational>>map(ArrayList::new).toList());
        List<Integer> pivots = new ArrayList<>();
        for (int column = 0; column < unknowns && pivots.size() < reduced.size(); column++) {
            int rank = pivots.size();
            int pivot = rank;
            while (pivot < reduced.size() && reduced.get(pivot).get(column).isZero()) pivot++;
            if (pivot == reduced.size()) continue;
            java.util.Collections.swap(reduced, pivot, rank);
            List<Rational> row = reduced.get(rank);
            Rational inverse = row.get(column).inverse();
            row.replaceAll(entry -> entry.isZero() ? entry : entry.times(inverse));
            for (int i = 0; i < reduced.size(); i++) if (i != rank) eliminate(reduced.get(i), row, column);
            pivots.add(column);
        }
        for (List<Rational> row : reduced.subList(pivots.size(), reduced.size())) if (!row.getLast().isZero()) return Optional.empty();
        List<Rational> solution = new ArrayList<>(free);
        for (int i = 0; i < pivots.size(); i++) {
            Rational value = reduced.get(i).getLast();
            for (int column = 0; column < unknowns; column++)
                if (!pivots.contains(column)) value = value.minus(reduced.get(i).get(column).times(free.get(column)));
            solution.set(pivots.get(i), value);
        }
        return Optional.of(List.copyOf(solution));
    }

    private static void eliminate(List<Rational> row, List<Rational> by, int column) {
        Rational factor = row.get(column);
        if (factor.isZero()) return;
        for (int k = 0; k < row.size(); k++)
            if (!by.get(k).isZero()) row.set(k, row.get(k).minus(factor.times(by.get(k))));
    }
}
