package tenet.reports.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenet.reports.text.Columns;
import tenet.theorems.InvalidInput;
import tenet.theorems.Verdict;

/** {@code tenet explain}: what a word of the report means. */
@Command(name = "explain", sortOptions = false, description = "Says what a verdict means and what helps.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenet explain SUPPORTED", "  tenet explain"})
public final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "VERDICT", defaultValue = "", description = "A verdict (default: all).")
    private String word;

    @Mixin
    private Help help;

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        String wanted = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (!wanted.isEmpty() && Arrays.stream(Verdict.values()).noneMatch(verdict -> verdict.name().equals(wanted)))
            throw new InvalidInput("'" + word + "' is not a verdict; they are "
                    + Arrays.stream(Verdict.values()).map(Verdict::name).collect(Collectors.joining(", ")));
        for (Verdict verdict : Verdict.values())
            if (wanted.isEmpty() || verdict.name().equals(wanted))
                console.out().print(Columns.row(verdict.name(), 10, "", 0, verdict.meaning()));
        return Exit.MET;
    }
}
