package tenet.reports.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tenet.theorems.InvalidInput;

/** What a command writes where {@code --output} says. */
final class OutputFiles {
    private OutputFiles() {
    }

    /** Writes to the file, or to the stream when there is none. @throws InvalidInput when the file cannot be written */
    static void write(Optional<Path> output, String text, PrintStream otherwise) throws InvalidInput {
        if (output.isEmpty()) {
            otherwise.print(text);
            otherwise.flush();
            return;
        }
        try {
            Files.writeString(output.get(), text);
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write " + output.get() + ": " + unwritable.getMessage());
        }
    }

    /** Better before a long run than after it. @throws InvalidInput when a file cannot be written */
    static void requireWritable(Optional<Path> output) throws InvalidInput {
        if (output.isEmpty()) return;
        Path file = output.get().toAbsolutePath();
        if (Files.isDirectory(file)) throw new InvalidInput("cannot write " + output.get() + ": it is a directory");
        if (!Files.isDirectory(file.getParent())) throw new InvalidInput("cannot write " + output.get() + ": there is no directory " + file.getParent());
        if (!Files.isWritable(Files.exists(file) ? file : file.getParent()))
            throw new InvalidInput("cannot write " + output.get() + ": permission denied");
    }
}
