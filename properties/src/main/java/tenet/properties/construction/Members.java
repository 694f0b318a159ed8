package tenet.properties.construction;

import java.util.Comparator;
import java.util.List;

/** The order of the members of a family. */
public final class Members {
    /** By the indices, first index first. */
    public static final Comparator<List<Integer>> ORDER = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++)
            if (!a.get(i).equals(b.get(i))) return Integer.compare(a.get(i), b.get(i));
        return Integer.compare(a.size(), b.size());
    };

    private Members() {
    }
}
