package tenet.reports.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.check.Methods;
import tenet.reports.text.TextReport;
import tenet.symbolic.claim.Claim;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Source;
import tenet.theorems.Verdict;

/** {@code tenet prove}: searches for derivations and stores them; for whoever maintains the library. */
@Command(name = "prove", sortOptions = false,
        description = "Searches for derivations of theorems, without sampling, and stores them beside the claims.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet prove mine.tenet --update       writes mine.cert",
            "  tenet prove --update                  writes the certificates of the library (in a clone of Tenet)"})
public final class ProveCommand implements Callable<Integer> {
    private final Console console;
    private final Methods methods;

    @Parameters(arity = "0..*", paramLabel = "FILE|ID|GLOB", description = "As for check. None: the whole library.")
    private List<String> arguments = List.of();

    @Mixin
    private Limits limits;

    @Option(names = "--update", description = "Store what was found.")
    private boolean update;

    @Option(names = "--again", description = "Search also for what has a stored certificate.")
    private boolean again;

    @Option(names = "--library", paramLabel = "DIR", defaultValue = "theorems/src/main/resources/tenet/library",
            description = "Where the sources of the library are (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Mixin
    private Help help;

    public ProveCommand(Console console, Methods methods) {
        this.console = console;
        this.methods = methods;
    }

    @Override
    public Integer call() throws InvalidInput, InterruptedException {
        Library builtIn = Library.builtIn();
        Library library = again ? new Library(builtIn.sources().stream().map(Source::bare).toList()) : builtIn;
        // With what is stored: certificates of claims that were not asked for stay.
        List<Check.Selection> stored = new Inputs(builtIn).selections(arguments);
        List<Check.Selection> selections = stored.stream().map(selection -> new Check.Selection(again ? selection.source().bare() : selection.source(),
                selection.claims().stream().filter(ProveCommand::provable).toList())).toList();
        List<Check.Selection> own = stored.stream().filter(selection -> Files.isRegularFile(Path.of(selection.source().name()))).toList();
        List<Check.Selection> ours = stored.stream().filter(selection -> !own.contains(selection)).toList();
        if (update && !ours.isEmpty() && !Files.isDirectory(folder))
            throw new InvalidInput("there is no " + folder + " here; run this in a clone of Tenet, or name it with --library");
        CertificateFiles files = new CertificateFiles(console.err());
        files.tellStrays(own);
        Check check = new Check(library, selections, limits.settings(false, Optional.of(Claim.Expectation.PROVED)), methods);
        Report report;
        try (Progress progress = Progress.of(console, check.size())) {
            report = check.run(finding -> progress.step(finding.id()));
        }
        console.out().print(new TextReport(report, console.colours()).text());
        if (update) {
            files.save(own, report);
            files.saveLibrary(ours, report, folder);
        }
        if (!report.faulty().isEmpty()) return Exit.INTERNAL;
        return report.findings().stream().allMatch(finding -> finding.verdict() == Verdict.PROVED) ? Exit.MET : Exit.SHORT;
    }

    private static boolean provable(Claim claim) {
        return switch (claim.kind()) {
            case THEOREM, TRUE_VARIANT, CONJECTURE -> true;
            case FALSE_CLAIM, LEMMA -> false;
        };
    }
}
