package tenet.reports.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tenet completion}: a script for the shell. */
@Command(name = "completion", sortOptions = false, description = "Prints a completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(tenet completion)", "  tenet completion > ~/.local/share/bash-completion/completions/tenet"})
public final class CompletionCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Help help;

    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(AutoComplete.bash("tenet", spec.root().commandLine()));
    }
}
