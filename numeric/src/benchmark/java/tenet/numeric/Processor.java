package tenet.numeric;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** The clock of {@link CpuTime}. */
public final class Processor {
    private Processor() {
    }

    /** Measures work that is so many operations. */
    public static <R> R measure(CpuTime cpu, int operations, Callable<R> work) {
        long before = now();
        try {
            R result = work.call();
            cpu.cpuMicros += (now() - before) * 1e-3 / operations;
            return result;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
