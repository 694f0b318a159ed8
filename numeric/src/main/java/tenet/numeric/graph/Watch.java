package tenet.numeric.graph;

/** Hears how far a long run got, and may end it. */
@FunctionalInterface
public interface Watch {
    /** Hears nothing, ends nothing. */
    Watch NONE = done -> true;

    /**
     * Called now and then, at least some times a second.
     *
     * @param done how much is done, in units of the run: edges, bytes
     * @return whether to go on; a run that is ended returns what it has
     */
    boolean goOn(long done);
}
