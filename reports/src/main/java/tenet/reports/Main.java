package tenet.reports;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenet.properties.check.Methods;
import tenet.properties.check.StandardMethods;
import tenet.reports.command.CheckCommand;
import tenet.reports.command.CompletionCommand;
import tenet.reports.command.Console;
import tenet.reports.command.DeriveCommand;
import tenet.reports.command.Exit;
import tenet.reports.command.ExperimentCommand;
import tenet.reports.command.ExplainCommand;
import tenet.reports.command.GraphCommand;
import tenet.reports.command.ListCommand;
import tenet.reports.command.MutateCommand;
import tenet.reports.command.NewCommand;
import tenet.reports.command.ProveCommand;
import tenet.reports.command.SeparationRankCommand;
import tenet.reports.command.ReportCommand;
import tenet.reports.command.ShowCommand;
import tenet.reports.command.SparsifyCommand;
import tenet.reports.command.TightenCommand;
import tenet.reports.command.VerifyRankCommand;
import tenet.reports.command.WalkCurveCommand;
import tenet.reports.command.WalkIndexCommand;
import tenet.theorems.Contradiction;
import tenet.theorems.InvalidInput;

/** The command line. */
@Command(name = "tenet", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, sortOptions = false,
        description = "States a claim of deep learning theory once; proves, tests, measures and typesets it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet check                   every claim of the built-in library",
            "  tenet new mine.tenet          a file to start from",
            "  tenet check mine.tenet        a verdict for each of its claims",
            "  tenet derive mf.balancedness  a checked derivation, step by step"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(Console.system(), new StandardMethods(), arguments));
    }

    /** Runs a command. @return the exit status */
    static int run(Console console, Methods methods, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new CheckCommand(console, methods))
                .addSubcommand(new MutateCommand(console))
                .addSubcommand(new TightenCommand(console))
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new DeriveCommand(console, methods))
                .addSubcommand(new ReportCommand(console, methods))
                .addSubcommand(new ExperimentCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ProveCommand(console, methods))
                .addSubcommand(new SparsifyCommand(console))
                .addSubcommand(new WalkIndexCommand(console))
                .addSubcommand(new WalkCurveCommand(console))
                .addSubcommand(new SeparationRankCommand(console))
                .addSubcommand(new VerifyRankCommand(console))
                .addSubcommand(new GraphCommand(console))
                .addSubcommand(new CompletionCommand(console));
        return line.setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colours().enabled()
                        ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, given) -> wrongUse(problem, console))
                .setExecutionExceptionHandler((problem, command, given) -> failed(problem, console))
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int wrongUse(ParameterException problem, Console console) {
        CommandLine command = problem.getCommandLine();
        console.err().println("tenet: " + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.INPUT;
    }

    private static int failed(Exception problem, Console console) {
        if (console.stackTraces()) problem.printStackTrace(console.err());
        return switch (problem) {
            case InvalidInput invalid -> {
                invalid.getMessage().lines().forEach(line -> console.err().println(line));
                yield Exit.INPUT;
            }
            case Contradiction contradiction -> {
                console.err().println("tenet: internal error: " + contradiction.getMessage());
                yield Exit.INTERNAL;
            }
            case Exception fault -> {
                console.err().println("tenet: internal error: " + fault.getClass().getSimpleName()
                        + (fault.getMessage() == null ? "" : ": " + fault.getMessage()));
                yield Exit.INTERNAL;
            }
        };
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tenet " + (version == null ? "(not packaged)" : version)};
        }
    }
}
