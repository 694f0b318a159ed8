package tenet.properties.falsification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that run trials until their time is up. What has not ended by then is abandoned, whatever it does. */
final class Workers implements AutoCloseable {
    /** Shorter waits would cost more than they tell. */
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

    private final ExecutorService threads;
    private final List<Thread> started = new CopyOnWriteArrayList<>();
    private final ProcessorTime time;

    /** @param patience by the clock the limit is so many times as long */
    Workers(int count, Duration limit, int patience) {
        this.time = ProcessorTime.of(limit, patience);
        ThreadFactory factory = Thread.ofPlatform().daemon().name("attack-", 0).factory();
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = factory.newThread(task);
            started.add(thread);
            return thread;
        });
    }

    /** The share of the time that is left, in nanoseconds; not positive after the deadline. */
    long left() {
        return time.left(started);
    }

    /** The results in order, up to the first task that did not end in time. */
    <T> List<T> inOrder(List<Callable<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>();
        if (left() <= 0) return results;
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) futures.add(threads.submit(task));
        try {
            for (Future<T> future : futures) {
                Optional<T> result = inTime(future);
                if (result.isEmpty()) break;
                results.add(result.get());
            }
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
        return results;
    }

    /** The result, or nothing when the time is up first. */
    private <T> Optional<T> inTime(Future<T> future) throws InterruptedException {
        while (true) {
            long left = left();
            if (left <= 0 && !future.isDone()) return Optional.empty();
            try {
                return Optional.of(future.get(Math.max(left, SHORTEST_WAIT), TimeUnit.NANOSECONDS));
            } catch (TimeoutException early) {
                // Perhaps the threads had not all of a processor meanwhile.
            } catch (ExecutionException failure) {
                throw unchecked(failure.getCause());
            }
        }
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
