package tenet.reports.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tenet.theorems.InvalidInput;

/** Files that a command is going to write. */
final class OutputFiles {
    private OutputFiles() {
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
