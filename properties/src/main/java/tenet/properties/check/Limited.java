package tenet.properties.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tenet.properties.falsification.ProcessorTime;

/**
 * Work with a time limit on a thread of its own. The thread is interrupted at the limit; if it does not listen it is
 * left behind as a daemon, so that neither the check nor the end of the program waits for it.
 */
public final class Limited {
    /** Deep terms are walked recursively. */
    private static final long STACK_BYTES = 256L << 20;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

    private Limited() {
    }

    /**
     * The result of the work, or nothing when it did not end within the limit by the clock. Work that ends in the moment of grace
     * after its interruption still counts: it says how far it got.
     *
     * @throws ExecutionException   with what the work threw
     * @throws InterruptedException when the caller is interrupted; the work then is too
     */
    public static <R> Optional<R> call(String name, Duration limit, Callable<R> work) throws ExecutionException, InterruptedException {
        return call(name, limit, 1, work);
    }

    /**
     * The same with a limit of the processor time of the work's own thread, so that the result hardly depends on what else the machine does.
     *
     * @param patience by the clock the limit is so many times as long
     */
    public static <R> Optional<R> call(String name, Duration limit, int patience, Callable<R> work) throws ExecutionException, InterruptedException {
        FutureTask<R> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, name, STACK_BYTES);
        thread.setDaemon(true);
        ProcessorTime time = ProcessorTime.of(limit, patience);
        thread.start();
        try {
            for (long left = limit.toNanos(); left > 0; left = time.left(List.of(thread))) {
                try {
                    return Optional.of(task.get(Math.max(left, SHORTEST_WAIT), TimeUnit.NANOSECONDS));
                } catch (TimeoutException early) {
                    // Perhaps the thread had not all of a processor meanwhile.
                }
            }
            thread.interrupt();
            try {
                return Optional.of(task.get(GRACE.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException deaf) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            thread.interrupt();
            throw stopped;
        }
    }
}
