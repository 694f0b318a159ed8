package tenet.reports.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells how far one long task got and how fast it goes: a bar on a terminal, elsewhere a line now and then. */
final class Meter implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintStream err;
    private final String task;
    private final String unit;
    private final long total;
    private final ProgressBar bar;
    private final long started = System.nanoTime();
    private long lastLine = started;

    /** @param unit what is counted, in the plural */
    Meter(Console console, String task, String unit, long total) {
        this.err = console.err();
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.bar = !console.progress() ? null : new ProgressBarBuilder().setTaskName(task).setInitialMax(total).showSpeed()
                .setUnit(" " + unit, 1).setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), 78)).build();
    }

    /** So much is done altogether. */
    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        } else if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            err.println(task + ": " + done + " of " + total + " " + unit + ", " + Math.round(done / seconds()) + " a second");
        }
    }

    /** Since the start. */
    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Since the start, for reading. */
    String time() {
        return String.format(Locale.ROOT, "%.2f s", seconds());
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }
}
