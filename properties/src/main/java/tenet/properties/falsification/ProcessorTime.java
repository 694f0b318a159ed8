package tenet.properties.falsification;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collection;

/**
 * A limit of the time that threads work, so that what they find does not depend on what else the machine does; and, as work that
 * waits uses no processor, one by the clock some times as long. Where a machine does not tell the time of its threads, the clock counts.
 *
 * @param limit    of processor time
 * @param patience by the clock the limit is so many times as long, at least 1
 * @param began    when the work began, as {@link System#nanoTime} tells
 */
public record ProcessorTime(Duration limit, int patience, long began) {
    public ProcessorTime {
        if (patience < 1) throw new IllegalArgumentException("the patience must be at least 1, not " + patience);
    }

    /** A limit for work that begins now. */
    public static ProcessorTime of(Duration limit, int patience) {
        return new ProcessorTime(limit, patience, System.nanoTime());
    }

    /**
     * The time left to threads that work side by side and have not ended, in nanoseconds; not positive after the limit. Once so much time
     * has passed by the clock it is worth to ask again.
     */
    public long left(Collection<Thread> threads) {
        long clock = System.nanoTime() - began;
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        boolean told = times.isThreadCpuTimeSupported() && times.isThreadCpuTimeEnabled();
        long worked = 0;
        // A thread that has not begun or has ended has no time.
        for (Thread thread : threads) worked += told ? Math.max(0, times.getThreadCpuTime(thread.threadId())) : clock;
        long ceiling = patience * limit.toNanos() - clock;
        return Math.min(ceiling, limit.toNanos() - worked / Math.max(1, threads.size()));
    }
}
