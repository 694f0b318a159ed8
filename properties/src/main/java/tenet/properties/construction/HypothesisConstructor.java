package tenet.properties.construction;

/**
 * Makes hypotheses of one kind true. What it builds is verified afterwards, so a constructor may be wrong without harm
 * other than rejected instances; it must only not change entries that are settled.
 */
public interface HypothesisConstructor {
    /** The kind of hypothesis, as a report names it: {@code balanced chain}. */
    String name();

    /** Whether the statement has hypotheses of this kind. */
    boolean applies(Premises premises);

    /**
     * Changes the draft so that they hold, settling the entries that they depend on.
     *
     * @throws tenet.numeric.algebra.NoValue when something it needs has no exact value: the draft is taken as it is
     */
    void construct(Draft draft);
}
