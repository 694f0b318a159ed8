package tenet.reports.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tenet.reports.text.Colours;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param colours     those of {@code out}
 * @param progress    whether {@code err} is a terminal on which a line may be drawn anew
 * @param stackTraces whether internal errors are printed in full
 */
public record Console(PrintStream out, PrintStream err, Colours colours, boolean progress, boolean stackTraces) {
    /**
     * The streams of this process. Colours are for terminals, and for nobody who sets NO_COLOR or a dumb TERM; setting
     * TENET_STACK_TRACES prints internal errors in full.
     */
    public static Console system() {
        boolean plain = System.getenv().getOrDefault("NO_COLOR", "").length() > 0 || "dumb".equals(System.getenv("TERM"));
        return new Console(System.out, System.err, new Colours(!plain && isTerminal(1)), isTerminal(2),
                !System.getenv().getOrDefault("TENET_STACK_TRACES", "").isEmpty());
    }

    /** Console tells only whether both input and output are a terminal; where the system shows its files, ask them. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.isSymbolicLink(link)) return System.console() != null && System.console().isTerminal();
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (java.io.IOException unknown) {
            return false;
        }
    }
}
