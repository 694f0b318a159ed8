package tenet.reports.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.check.Methods;
import tenet.properties.check.Settings;
import tenet.reports.folder.ReportFolder;
import tenet.reports.folder.Typesetter;
import tenet.reports.model.Book;
import tenet.reports.model.Curves;
import tenet.reports.motion.MotionStudy;
import tenet.reports.text.TextReport;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Report;

/** {@code tenet report}: a check, written down for readers. */
@Command(name = "report", sortOptions = false,
        description = "Checks claims and writes pages, an article, fragments to \\input, and data into a folder.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet report --output out              the whole library; open out/index.html",
            "  tenet report mine.tenet --output out   the claims of a file",
            "  tenet report 'mf.*' --output out       some claims of the library",
            "",
            "The PDF needs latexmk and pdflatex; without them the LaTeX is written all",
            "the same. Exit status as of 'tenet check'."})
public final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final Methods methods;

    @Parameters(arity = "0..*", paramLabel = "FILE|ID|GLOB",
            description = "Files, ids of the library, or patterns of ids. None: the whole library.")
    private List<String> arguments = List.of();

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "The folder to write; made when there is none.")
    private Path output;

    @Mixin
    private Limits limits;

    @Mixin
    private Help help;

    public ReportCommand(Console console, Methods methods) {
        this.console = console;
        this.methods = methods;
    }

    @Override
    public Integer call() throws InvalidInput, InterruptedException {
        Settings settings = limits.settings(true, Optional.empty());
        Library library = Library.builtIn();
        List<Check.Selection> selections = new Inputs(library).selections(arguments);
        ReportFolder folder = ReportFolder.at(output);
        Check check = new Check(library, selections, settings, methods);
        Map<Claim, Optional<Curves>> curves = new ConcurrentHashMap<>();
        Report report;
        try (Progress progress = Progress.of(console, check.size())) {
            report = check.run(finding -> {
                curves.put(finding.claim(), MotionStudy.of(finding.claim(), settings.seed(), settings.horizon()));
                progress.step(finding.id());
            });
        }
        long checked = System.nanoTime();
        Optional<String> problem;
        try {
            problem = folder.write(Book.of(report, finding -> curves.getOrDefault(finding.claim(), Optional.empty())),
                    Typesetter.onPath(System.getenv().getOrDefault("PATH", "")));
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write " + output + ": " + unwritable.getMessage());
        }
        problem.ifPresent(sentence -> console.err().println("tenet: " + sentence));
        console.out().println("wrote " + output.resolve("index.html") + (problem.isEmpty() ? " and " + output.resolve("tenet.pdf") : "")
                + " in " + Math.round((System.nanoTime() - checked) / 1e9) + " s");
        console.out().println(new TextReport(report, console.colours()).lastLine());
        for (Finding finding : report.faulty()) {
            console.err().println("tenet: internal error in " + finding.id() + "; see the report");
            if (console.stackTraces()) finding.evidence(Evidence.Fault.class).forEach(fault -> fault.cause().printStackTrace(console.err()));
        }
        if (!report.faulty().isEmpty()) return Exit.INTERNAL;
        return report.met() ? Exit.MET : Exit.SHORT;
    }
}
