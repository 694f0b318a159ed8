package tenet.symbolic.search.positivity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The end of the time of a search, on the thread that made it; an interrupted thread has no time left (its flag stays set). The time
 * that the thread worked counts, so that what is found does not depend on the load of the machine.
 */
final class Deadline {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = now();
    private final long nanos;

    Deadline(Budget budget) {
        nanos = budget.time().toNanos();
    }

    /** @throws Passed when there is no time left */
    void check() {
        if (now() - start > nanos || Thread.currentThread().isInterrupted()) throw new Passed();
    }

    /** By the clock where the machine does not tell. */
    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Ends a search from within; {@link Refutation} turns it into an empty result. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("out of time", null, false, false);
        }
    }
}
