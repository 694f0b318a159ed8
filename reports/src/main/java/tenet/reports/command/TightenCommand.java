package tenet.reports.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.falsification.Counterexample;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Settings;
import tenet.properties.tightening.Constant;
import tenet.properties.tightening.Tightening;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.Rational;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;

/** {@code tenet tighten}: how far a constant may go. */
@Command(name = "tighten", sortOptions = false,
        description = "Moves a constant of a claim both ways until samples refute the claim, and tells how far they allow it to go.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet tighten rc.unobserved-lower.two --constant 2",
            "  tenet tighten rc.norm-lower --constant 7 --tries 3000",
            "  tenet tighten mine.tenet my.bound --constant c      with 'let c = 3' in the file",
            "",
            "What samples allow need not be true; what they block is false, and the instance",
            "that blocks it is printed."})
public final class TightenCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..2", paramLabel = "[FILE] ID", description = "A claim of the library, or a file and the id of a claim in it.")
    private List<String> arguments = List.of();

    @Option(names = "--constant", required = true, paramLabel = "C",
            description = "A number in the conclusion (7; its second occurrence: 7#2), or a name that is defined to be a number.")
    private String name;

    @Mixin
    private Sampling sampling;

    @Option(names = "--tries", paramLabel = "N", defaultValue = "1000", description = "Samples to try at each value (default: ${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--time-limit", paramLabel = "TIME", defaultValue = "20s", converter = TimeLimit.class,
            description = "For each value (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit;

    @Mixin
    private Help help;

    public TightenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        Library library = Library.builtIn();
        List<Claim> claims = new Inputs(library).selections(arguments.subList(0, 1)).stream().map(Check.Selection::claims).flatMap(List::stream)
                .filter(each -> arguments.size() == 1 || each.id().equals(arguments.get(1))).toList();
        if (claims.size() != 1)
            throw new InvalidInput(claims.isEmpty() ? "there is no claim " + arguments.getLast() + " in " + arguments.getFirst()
                    : arguments.getFirst() + " has " + claims.size() + " claims; name one: " + String.join(", ", claims.stream().map(Claim::id).toList()));
        Claim claim = claims.getFirst();
        Constant constant = Constant.of(claim, name);
        Settings settings;
        try {
            settings = new Settings(sampling.seed(), tries, timeLimit, Math.max(1, Runtime.getRuntime().availableProcessors()), sampling.horizon(), 200);
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidInput(outOfRange.getMessage());
        }
        Tightening tightening = new Tightening(claim, constant, settings);
        console.out().println(claim.id() + "  " + Printer.print(claim.statement().conclusion()));
        var refuted = tightening.refuted();
        if (refuted.isPresent()) {
            console.out().println("  refuted as it stands, with " + constant.value() + ":");
            instance(refuted.get(), constant.at(constant.value()));
            return Exit.SHORT;
        }
        for (boolean upwards : new boolean[] {true, false}) direction(tightening.limit(upwards), upwards, constant);
        console.out().println("(" + tries + " samples at each value, seed " + sampling.seed() + ")");
        return Exit.MET;
    }

    private void direction(Tightening.Limit limit, boolean upwards, Constant constant) {
        String way = upwards ? "raised" : "lowered";
        if (limit.blocked().isEmpty()) {
            console.out().println("  may be " + way + " at least to " + number(limit.allowed()) + ": no sample blocks it");
            return;
        }
        Rational blocked = limit.blocked().get();
        console.out().println((limit.allowed().equals(constant.value()) ? "  cannot be " + way + " from " + constant.value()
                : "  samples allow it to be " + way + " from " + constant.value() + " to " + number(limit.allowed())) + "; this blocks " + number(blocked) + ":");
        instance(limit.instance().orElseThrow(), constant.at(blocked));
    }

    private void instance(Counterexample counterexample, Statement statement) {
        var told = CounterexampleText.told(counterexample, statement);
        new InstanceBlock(statement.id(), "", 1, told.instance()).text().lines().forEach(line -> console.out().println("    " + line));
        told.sides().forEach(side -> console.out().println("    # " + side));
    }

    private static String number(Rational value) {
        String exact = value.toString();
        String rounded = String.format(Locale.ROOT, "%.5g", value.toDouble());
        return exact.length() <= 8 ? exact : "about " + rounded;
    }
}
