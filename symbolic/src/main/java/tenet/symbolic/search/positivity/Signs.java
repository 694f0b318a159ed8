package tenet.symbolic.search.positivity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops columns that no cancellation can use: when a monomial has the same sign wherever it occurs, the columns that
 * hold it weigh 0, and so on. For squares this prunes along the Newton polytope.
 */
final class Signs {
    private Signs() {
    }

    /** The places of the columns that remain, in order. */
    static List<Integer> survivors(List<Column> columns) {
        Map<Monomial, int[]> counts = new HashMap<>();
        Map<Monomial, Set<Integer>> holders = new HashMap<>();
        for (int j = 0; j < columns.size(); j++) {
            int place = j;
            columns.get(j).form().terms().forEach((monomial, coefficient) -> {
                counts.computeIfAbsent(monomial, m -> new int[2])[coefficient.signum() > 0 ? 0 : 1]++;
                holders.computeIfAbsent(monomial, m -> new HashSet<>()).add(place);
            });
        }
        boolean[] gone = new boolean[columns.size()];
        Deque<Monomial> lonely = new ArrayDeque<>();
        counts.forEach((monomial, count) -> {
            if (count[0] == 0 || count[1] == 0) lonely.add(monomial);
        });
        while (!lonely.isEmpty()) {
            for (int j : holders.get(lonely.remove())) {
                if (gone[j]) continue;
                gone[j] = true;
                columns.get(j).form().terms().forEach((monomial, coefficient) -> {
                    int[] count = counts.get(monomial);
                    int side = coefficient.signum() > 0 ? 0 : 1;
                    if (--count[side] == 0) lonely.add(monomial);
                });
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) if (!gone[j]) kept.add(j);
        return kept;
    }
}
