package tenet.reports.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.numeric.algebra.NoValue;
import tenet.properties.check.Check;
import tenet.properties.experiment.Experiment;
import tenet.properties.experiment.Measurement;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Diagnostic;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;

/** {@code tenet experiment}: numbers along the motion of a claim from the start that it gives. */
@Command(name = "experiment", sortOptions = false, description = "Measures terms along the motion of a claim whose hypotheses give its start, in floating point.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenet experiment docs/experiments/completion.tenet exp.entry --until 200",
            "  tenet experiment completion.tenet exp.entry --measure 'erank(E)' --measure 'nuclear(E)' --format csv",
            "  tenet experiment completion.tenet exp.entry --descent 1/10 --until 200"})
public final class ExperimentCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE|ID", description = "A file, or a claim of the library.")
    private String argument;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Which claim of the file (default: the first).")
    private Optional<String> within = Optional.empty();

    @Option(names = "--measure", paramLabel = "TERM", description = "A number to measure (default: the sides of the conclusion).")
    private List<String> measured = new ArrayList<>();

    @Option(names = "--until", paramLabel = "TIME", defaultValue = "100", description = "The last time (default: ${DEFAULT-VALUE}).")
    private double until;

    @Option(names = "--points", paramLabel = "N", defaultValue = "20", description = "How many times to measure at (default: ${DEFAULT-VALUE}).")
    private int points;

    @Option(names = "--descent", paramLabel = "STEP", description = "Gradient descent with this step size in place of the flow.")
    private Optional<String> descent = Optional.empty();

    @Option(names = "--format", paramLabel = "table|csv", defaultValue = "table", description = "Form of the output (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Mixin
    private Help help;

    enum Format { TABLE, CSV }

    public ExperimentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        if (!(until > 0) || Double.isInfinite(until) || points < 1) throw new InvalidInput("the last time and the number of points must be positive");
        Claim claim = claim();
        try {
            List<Term> terms = terms(claim.statement());
            Experiment experiment = new Experiment(claim.statement());
            Measurement measurement = descent.isEmpty() ? experiment.along(terms, until, points)
                    : experiment.descending(terms, step(descent.get()), until, points);
            console.out().print(format == Format.CSV ? measurement.csv() : measurement.table());
            if (format == Format.CSV) measurement.doubt().ifPresent(doubt -> console.err().println("not confirmed: " + doubt));
            return Exit.MET;
        } catch (IllegalArgumentException | NoValue problem) {
            throw new InvalidInput(claim.id() + ": " + problem.getMessage());
        }
    }

    private Claim claim() throws InvalidInput {
        for (Check.Selection selection : new Inputs(Library.builtIn()).selections(List.of(argument)))
            for (Claim claim : selection.claims()) if (within.isEmpty() || within.get().equals(claim.id())) return claim;
        throw new InvalidInput(argument + " has no claim " + within.orElse(""));
    }

    private static Rational step(String text) throws InvalidInput {
        try {
            return Rational.parse(text);
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            throw new InvalidInput("the step must be a number such as 1/10, not " + text);
        }
    }

    private List<Term> terms(Statement statement) throws InvalidInput {
        if (measured.isEmpty()) return Experiment.sides(statement.conclusion());
        List<Term> terms = new ArrayList<>();
        for (String text : measured) {
            Parser.Result<Optional<Term>> read = Parser.parseTerm(text, statement.signature());
            if (read.value().isEmpty()) throw new InvalidInput(Diagnostic.render(read.diagnostics(), text));
            terms.add(read.value().get());
        }
        return terms;
    }
}
