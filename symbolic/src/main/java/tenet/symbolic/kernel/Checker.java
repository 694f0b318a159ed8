package tenet.symbolic.kernel;

import java.util.Map;
import tenet.symbolic.formula.Statement;

/**
 * Decides whether a certificate derives a statement. Stateless: the same statement, certificate, lemmas and cited
 * theorems give the same answer.
 */
public final class Checker {
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;

    /**
     * @param lemmas   the named lemmas that may be used without proof, by id
     * @param theorems theorems that may be cited, by id
     */
    public Checker(Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        this.lemmas = Map.copyOf(lemmas);
        this.theorems = Map.copyOf(theorems);
    }

    /** What came of a check. */
    public sealed interface Result {
        record Proved(Theorem theorem) implements Result {
        }

        /** @param step the number of the first wrong step; 0 when the certificate as a whole does not fit */
        record Rejected(int step, String rule, String message) implements Result {
        }
    }

    public Result check(Statement statement, Certificate certificate) {
        throw new IllegalStateException("under construction");
    }
}
