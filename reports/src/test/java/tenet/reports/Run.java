package tenet.reports;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tenet.properties.check.Methods;
import tenet.reports.command.Console;
import tenet.reports.text.Colours;

/** A run of the command line, without colours, and what it wrote. */
record Run(int status, String out, String err) {
    static Run of(Methods methods, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(new Console(stream(out), stream(err), Colours.NONE, false, false), methods,
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
