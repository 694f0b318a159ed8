package tenet.reports.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenet.theorems.InvalidInput;

/** {@code tenet new}: a file to start from. */
@Command(name = "new", sortOptions = false, description = "Writes a commented file to start from, with a true and a false claim.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenet new mine.tenet", "  tenet check mine.tenet"})
public final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The file to write, named *.tenet; it must not exist.")
    private Path file;

    @Mixin
    private Help help;

    public NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        if (!file.toString().endsWith(".tenet")) throw new InvalidInput(file + " should be named " + file + ".tenet");
        try {
            Files.writeString(file, starter(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new InvalidInput(file + " exists already and was not touched");
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write " + file + ": " + reason(unwritable));
        }
        console.out().println("wrote " + file + "; now run: tenet check " + file);
        return Exit.MET;
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case java.nio.file.NoSuchFileException missing -> "there is no such directory";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            default -> problem.getMessage();
        };
    }

    /** The text of the file to start from. */
    static String starter() throws IOException {
        try (InputStream stream = NewCommand.class.getResourceAsStream("/tenet/reports/starter.tenet")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
