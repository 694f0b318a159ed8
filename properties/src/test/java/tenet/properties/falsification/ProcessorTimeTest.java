package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static final long AN_HOUR_AGO = System.nanoTime() - Duration.ofHours(1).toNanos();

    /** A thread that waits, with what is left of the limit for it. */
    private static long left(ProcessorTime time) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            waits.countDown();
            try {
                done.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        waits.await();
        try {
            return time.left(List.of(thread));
        } finally {
            done.countDown();
        }
    }

    @Test
    void a_thread_that_waits_has_its_time_left() throws InterruptedException {
        assertThat(left(new ProcessorTime(Duration.ofMinutes(1), 1000, AN_HOUR_AGO))).isPositive();
    }

    @Test
    void by_the_clock_patience_ends() throws InterruptedException {
        assertThat(left(new ProcessorTime(Duration.ofMinutes(1), 1, AN_HOUR_AGO))).isNotPositive();
        assertThat(left(new ProcessorTime(Duration.ofMinutes(1), 59, AN_HOUR_AGO))).isNotPositive();
    }

    @Test
    void a_thread_that_works_spends_its_time() {
        // The thread of the tests has worked for more than a nanosecond.
        assertThat(new ProcessorTime(Duration.ofNanos(1), 1, System.nanoTime() + Duration.ofHours(1).toNanos()).left(List.of(Thread.currentThread()))).isNotPositive();
    }
}
