package tenet.symbolic.kernel;

import java.util.SortedSet;
import java.util.TreeSet;
import tenet.symbolic.formula.Statement;

/**
 * A statement that {@link Checker} has seen a correct derivation of. Trusted: the constructor is visible to the kernel
 * alone, so holding a {@code Theorem} means that the statement follows from the rules and the listed lemmas.
 */
public final class Theorem {
    private final Statement statement;
    private final SortedSet<String> lemmas;
    private final int steps;

    Theorem(Statement statement, SortedSet<String> lemmas, int steps) {
        this.statement = statement;
        this.lemmas = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(lemmas));
        this.steps = steps;
    }

    public Statement statement() {
        return statement;
    }

    /** The named lemmas it rests on, those of cited theorems included. */
    public SortedSet<String> lemmas() {
        return lemmas;
    }

    /** The number of steps of its derivation. */
    public int steps() {
        return steps;
    }

    @Override
    public String toString() {
        return "theorem " + statement.id() + ": " + statement.conclusion();
    }
}
