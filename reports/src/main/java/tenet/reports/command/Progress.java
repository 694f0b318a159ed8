package tenet.reports.command;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells how far a long run got: a bar on a terminal, elsewhere a line now and then. */
final class Progress implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintStream err;
    private final String things;
    private final int total;
    private final ProgressBar bar;
    private int done;
    private long lastLine = System.nanoTime();

    private Progress(PrintStream err, String things, int total, ProgressBar bar) {
        this.err = err;
        this.things = things;
        this.total = total;
        this.bar = bar;
    }

    static Progress of(Console console, int total) {
        return of(console, "check", "claims", total);
    }

    /** @param things what is counted: {@code claims} */
    static Progress of(Console console, String task, String things, int total) {
        ProgressBar bar = !console.progress() ? null : new ProgressBarBuilder().setTaskName(task).setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), 78)).build();
        return new Progress(console.err(), things, total, bar);
    }

    /** One more is done. */
    synchronized void step(String id) {
        done++;
        if (bar != null) {
            bar.setExtraMessage(id.length() > 24 ? id.substring(0, 24) : id);
            bar.step();
        } else if (done < total && System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            err.println(done + " of " + total + " " + things);
            lastLine = System.nanoTime();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) bar.close();
    }
}
