package tenet.symbolic.kernel;

import java.util.List;
import java.util.TreeSet;
import tenet.symbolic.formula.Statement;

/** Theorems that nobody checked, for tests of what is done with theorems. */
public final class AssumedTheorem {
    private AssumedTheorem() {
    }

    public static Theorem of(Statement statement, String... lemmas) {
        return new Theorem(statement, new TreeSet<>(List.of(lemmas)), 1);
    }
}
