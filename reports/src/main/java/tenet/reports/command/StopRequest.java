package tenet.reports.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** While open, Ctrl-C does not end the process at once: the command hears of it, and has until {@link #close} to write what it has. */
final class StopRequest implements AutoCloseable {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::await);
    private final Runnable whenAsked;

    StopRequest() {
        this(() -> { });
    }

    /** @param whenAsked run once, when the user asks: it may interrupt what the command waits for */
    StopRequest(Runnable whenAsked) {
        this.whenAsked = whenAsked;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private void await() {
        asked.set(true);
        whenAsked.run();
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    boolean asked() {
        return asked.get();
    }

    @Override
    public void close() {
        closed.countDown();
        // In a shutdown hooks cannot be removed, and need not be.
        if (!asked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException stopping) {
                asked.set(true);
            }
        }
    }
}
