package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.check.Methods;
import tenet.properties.check.Settings;
import tenet.properties.replay.CounterexampleFolder;
import tenet.reports.ci.JunitReport;
import tenet.reports.ci.SarifReport;
import tenet.reports.json.JsonReport;
import tenet.reports.text.Colours;
import tenet.reports.text.TextReport;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Report;

/** {@code tenet check}: a verdict for every claim named. */
@Command(name = "check", sortOptions = false,
        description = "Proves and attacks claims, and says what came of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet check                       the whole built-in library",
            "  tenet check mine.tenet            the claims of a file",
            "  tenet check 'mf.*' --seed 7       some claims of the library, other samples",
            "  tenet check mine.tenet --require proved --format junit --output report.xml",
            "  tenet check mine.tenet --replay   the counterexamples of earlier runs alone",
            "",
            "Exit status: 0 all expectations met, 1 a claim fell short, 2 the input was",
            "wrong, 3 internal error. 'tenet explain VERDICT' says what a verdict means."})
public final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Methods methods;

    @Parameters(arity = "0..*", paramLabel = "FILE|ID|GLOB",
            description = "Files, ids of the library, or patterns of ids; '-' and '_' are the same. None: the whole library.")
    private List<String> arguments = List.of();

    @Mixin
    private Limits limits;

    @Option(names = "--format", paramLabel = "text|json|junit|sarif", defaultValue = "text", description = "Form of the report (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--require", paramLabel = "proved|certified|supported",
            description = "The least that every theorem must reach, besides what its file expects.")
    private Optional<Requirement> requirement = Optional.empty();

    @Option(names = "--replay", description = "Only judge the instances written in the files and stored beside them; no samples, no proofs.")
    private boolean replay;

    @Option(names = "--no-store", description = "Do not store counterexamples in " + CounterexampleFolder.NAME + " beside the file.")
    private boolean forget;

    @Option(names = "--save-certificates", description = "Store the derivations found for FILE.tenet in FILE.cert.")
    private boolean save;

    @Mixin
    private Help help;

    public CheckCommand(Console console, Methods methods) {
        this.console = console;
        this.methods = methods;
    }

    enum Format {
        TEXT, JSON, JUNIT, SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    enum Requirement {
        PROVED(Claim.Expectation.PROVED), CERTIFIED(Claim.Expectation.CERTIFIED), SUPPORTED(Claim.Expectation.SUPPORTED),
        /** Another word for certified. */
        ENCLOSED(Claim.Expectation.CERTIFIED),
        /** Another word for supported. */
        TESTED(Claim.Expectation.SUPPORTED);

        private final Claim.Expectation expectation;

        Requirement(Claim.Expectation expectation) {
            this.expectation = expectation;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InvalidInput, InterruptedException {
        Settings settings = limits.settings(true, requirement.map(least -> least.expectation));
        Library library = Library.builtIn();
        List<Check.Selection> selections = new Inputs(library).selections(arguments);
        OutputFiles.requireWritable(output);
        CertificateFiles certificates = new CertificateFiles(console.err());
        certificates.tellStrays(selections);
        if (replay) return new Replays(console, methods).run(selections, settings.horizon());
        Check check = new Check(library, selections, settings, methods);
        Report report = run(check);
        print(report);
        if (!forget) store(selections, report);
        if (save) certificates.save(selections, report);
        for (Finding finding : report.faulty()) {
            console.err().println("tenet: internal error in " + finding.id() + "; see the report");
            if (console.stackTraces()) finding.evidence(Evidence.Fault.class).forEach(fault -> fault.cause().printStackTrace(console.err()));
        }
        if (!report.faulty().isEmpty()) return Exit.INTERNAL;
        return report.met() ? Exit.MET : Exit.SHORT;
    }

    private void store(List<Check.Selection> selections, Report report) {
        for (Check.Selection selection : selections) {
            try {
                CounterexampleFolder.store(selection.source(), report);
            } catch (IOException unwritable) {
                console.err().println("tenet: counterexamples of " + selection.source().name() + " are not stored: " + unwritable.getMessage());
            }
        }
    }

    /** Whoever stops the run gets what is known by then. */
    private Report run(Check check) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Thread atExit = new Thread(() -> {
            if (!ended.getAndSet(true)) {
                try {
                    print(check.soFar());
                } catch (InvalidInput unwritable) {
                    console.err().println("tenet: " + unwritable.getMessage());
                }
            }
        });
        Runtime.getRuntime().addShutdownHook(atExit);
        try (Progress progress = Progress.of(console, check.size())) {
            return check.run(finding -> progress.step(finding.id()));
        } finally {
            if (!ended.getAndSet(true)) Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void print(Report report) throws InvalidInput {
        String text = switch (format) {
            case TEXT -> new TextReport(report, output.isPresent() ? Colours.NONE : console.colours()).text();
            case JSON -> JsonReport.text(report);
            case JUNIT -> JunitReport.text(report);
            case SARIF -> SarifReport.text(report);
        };
        OutputFiles.write(output, text, console.out());
        if (output.isPresent()) console.err().println(new TextReport(report, Colours.NONE).lastLine());
    }
}
