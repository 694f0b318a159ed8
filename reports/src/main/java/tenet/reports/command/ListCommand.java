package tenet.reports.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenet.reports.text.Columns;
import tenet.symbolic.claim.Claim;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** {@code tenet list}: the claims of the library. */
@Command(name = "list", sortOptions = false, description = "Lists the claims of the built-in library.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenet list", "  tenet list 'mf.*'"})
public final class ListCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "ID|GLOB", defaultValue = "*", description = "Which ones (default: all).")
    private String pattern;

    @Mixin
    private Help help;

    public ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        List<Source.Entry> entries = new Inputs(Library.builtIn()).entries(pattern);
        String file = "";
        for (Source.Entry entry : entries) {
            if (!file.equals(entry.source().name())) {
                if (!file.isEmpty()) console.out().println();
                file = entry.source().name();
                console.out().println(console.colours().dim(file));
            }
            Claim claim = entry.claim();
            console.out().print(Columns.row(claim.id(), 36, claim.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), 12, claim.title()));
        }
        return Exit.MET;
    }
}
