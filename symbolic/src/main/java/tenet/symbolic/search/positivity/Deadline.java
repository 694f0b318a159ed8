package tenet.symbolic.search.positivity;

/** The end of the time of a search; an interrupted thread has no time left (its flag stays set). */
final class Deadline {
    private final long start = System.nanoTime();
    private final long nanos;

    Deadline(Budget budget) {
        nanos = budget.time().toNanos();
    }

    /** @throws Passed when there is no time left */
    void check() {
        if (System.nanoTime() - start > nanos || Thread.currentThread().isInterrupted()) throw new Passed();
    }

    /** Ends a search from within; {@link Refutation} turns it into an empty result. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("out of time", null, false, false);
        }
    }
}
