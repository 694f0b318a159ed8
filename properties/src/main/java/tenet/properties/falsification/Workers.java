package tenet.properties.falsification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that run trials until a deadline. What has not ended by then is abandoned, whatever it does. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;
    private final long deadline;

    Workers(int count, Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
        this.threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name("attack-", 0).factory());
    }

    /** The share of the time that is left, in nanoseconds; not positive after the deadline. */
    long left() {
        return deadline - System.nanoTime();
    }

    /** The results in order, up to the first task that did not end in time. */
    <T> List<T> inOrder(List<Callable<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>();
        if (left() <= 0) return results;
        for (Future<T> future : threads.invokeAll(tasks, left(), TimeUnit.NANOSECONDS)) {
            try {
                results.add(future.get());
            } catch (CancellationException late) {
                return results;
            } catch (ExecutionException failure) {
                throw unchecked(failure.getCause());
            }
        }
        return results;
    }

    /** The result, when it comes in time. */
    <T> Optional<T> one(Callable<T> task) throws InterruptedException {
        return inOrder(List.of(task)).stream().findFirst();
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) throw error;
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
