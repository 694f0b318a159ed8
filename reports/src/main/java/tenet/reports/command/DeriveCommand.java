package tenet.reports.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.check.Methods;
import tenet.reports.text.Colours;
import tenet.reports.text.TextReport;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.typeset.LatexDerivation;
import tenet.symbolic.typeset.TextDerivation;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Glob;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Source;

/** {@code tenet derive}: the checked derivation of a claim, for reading. */
@Command(name = "derive", sortOptions = false,
        description = "Writes the kernel-checked derivation of a claim: every line is a step of its certificate.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet derive mf.balancedness",
            "  tenet derive mf.balancedness --format latex --output balancedness.tex",
            "  tenet derive mf.balancedness --format coq --output balancedness.v",
            "  tenet derive mine.tenet my.claim      one claim of a file",
            "  tenet derive mine.tenet --format latex --document > mine.tex"})
public final class DeriveCommand implements Callable<Integer> {
    private final Console console;
    private final Methods methods;

    @Parameters(index = "0", paramLabel = "ID|GLOB|FILE", description = "A claim of the library, a pattern of ids, or a file.")
    private String argument;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID|GLOB", description = "Which claims of the file (default: all theorems).")
    private Optional<String> within = Optional.empty();

    @Option(names = "--format", paramLabel = "text|latex|coq", defaultValue = "text", description = "Form of the derivation (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--document", description = "With latex: a document of its own instead of fragments to \\input.")
    private boolean document;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to a file.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Limits limits;

    @Mixin
    private Help help;

    public DeriveCommand(Console console, Methods methods) {
        this.console = console;
        this.methods = methods;
    }

    enum Format {
        TEXT, LATEX, COQ;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InvalidInput, InterruptedException {
        Library library = Library.builtIn();
        List<Check.Selection> selections = chosen(new Inputs(library).selections(List.of(argument)));
        Report report = new Check(library, selections, limits.settings(false, Optional.of(Claim.Expectation.PROVED)), methods).run(finding -> { });
        List<String> derivations = new ArrayList<>();
        boolean all = true;
        for (Finding finding : report.findings()) {
            Optional<Evidence.Proof> proof = finding.evidence(Evidence.Proof.class).stream().findFirst();
            if (proof.isPresent()) derivations.add(derivation(library, finding.claim(), proof.get()));
            all &= proof.isPresent();
            if (proof.isEmpty() && report.findings().size() > 1) console.err().println(finding.id() + ": no derivation was found; 'tenet check' says more");
            else if (proof.isEmpty()) console.err().print(new TextReport(new Report(report.seed(), List.of(finding), List.of()), Colours.NONE).text());
        }
        if (format == Format.COQ && derivations.size() > 1) throw new InvalidInput("a Coq file holds one derivation: choose one claim");
        if (!derivations.isEmpty()) OutputFiles.write(output, text(derivations), console.out());
        if (!report.faulty().isEmpty()) return Exit.INTERNAL;
        return all ? Exit.MET : Exit.SHORT;
    }

    /** The claims of a selection that a derivation may be asked of. */
    private List<Check.Selection> chosen(List<Check.Selection> selections) throws InvalidInput {
        List<Check.Selection> chosen = new ArrayList<>();
        boolean named = within.isPresent() || !Inputs.isFile(argument) && !argument.contains("*") && !argument.contains("?");
        for (Check.Selection selection : selections)
            chosen.add(new Check.Selection(selection.source(), selection.claims().stream()
                    .filter(claim -> within.isEmpty() || new Glob(within.get()).matches(claim.id()))
                    .filter(claim -> named || claim.kind() == Claim.Kind.THEOREM || claim.kind() == Claim.Kind.TRUE_VARIANT).toList()));
        if (chosen.stream().allMatch(selection -> selection.claims().isEmpty()))
            throw new InvalidInput(argument + " has no " + within.map(id -> "claim " + id).orElse("theorem"));
        for (Check.Selection selection : chosen)
            for (Claim claim : selection.claims()) requireDerivable(claim);
        return chosen;
    }

    private static void requireDerivable(Claim claim) throws InvalidInput {
        switch (claim.kind()) {
            case LEMMA -> throw new InvalidInput(claim.id() + " is a lemma, taken as given with its source; it has no derivation");
            case FALSE_CLAIM -> throw new InvalidInput(claim.id() + " is stated as false; 'tenet check' shows its counterexample");
            case THEOREM, TRUE_VARIANT, CONJECTURE -> { }
        }
    }

    private String derivation(Library library, Claim claim, Evidence.Proof proof) throws InvalidInput {
        return switch (format) {
            case TEXT -> TextDerivation.text(claim, proof.certificate(), proof.theorem().lemmas());
            case LATEX -> LatexDerivation.fragment(claim, proof.certificate(), proof.theorem().lemmas());
            case COQ -> CoqFiles.text(library, source(library, claim), claim.statement(), proof.certificate());
        };
    }

    private Source source(Library library, Claim claim) throws InvalidInput {
        for (Check.Selection selection : chosen(new Inputs(library).selections(List.of(argument))))
            if (selection.claims().contains(claim)) return selection.source();
        throw new IllegalStateException(claim.id() + " is in no source");
    }

    private String text(List<String> derivations) {
        String text = format == Format.LATEX && document ? LatexDerivation.document(argument, derivations) : String.join("\n", derivations);
        return text.endsWith("\n") ? text : text + "\n";
    }
}
