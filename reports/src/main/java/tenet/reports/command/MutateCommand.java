package tenet.reports.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenet.properties.check.Check;
import tenet.properties.mutation.Judgements;
import tenet.properties.mutation.MutantCheck;
import tenet.properties.mutation.Mutants;
import tenet.reports.json.MutantsJson;
import tenet.reports.text.Colours;
import tenet.reports.text.MutantCounts;
import tenet.reports.text.MutantTable;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.kernel.Theorem;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/** {@code tenet mutate}: which changes of a claim make it false. */
@Command(name = "mutate", sortOptions = false,
        description = "Changes one thing in a claim at a time, and tells which changes make it false.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet mutate tf.component-norm            which hypotheses and constants matter",
            "  tenet mutate mine.tenet --survivors       only what no counterexample was found for",
            "  tenet mutate 'rc.*' --at-least 95         exit 1 when fewer are killed",
            "",
            "A mutant drops a hypothesis, perturbs a constant or an exponent, or flips or",
            "tightens a relation. It is killed by a certified counterexample; one that is",
            "proved is true; one that survives is news: a hypothesis that may not be needed,",
            "a constant with slack. False claims are not mutated.",
            "NAME.mutants beside NAME.tenet tells what people know of survivors, in lines",
            "  claim | change | true, false or open | why"})
public final class MutateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE|ID|GLOB", description = "As for check; '*' for the whole library, which takes hours.")
    private List<String> arguments = List.of();

    @Mixin
    private Sampling sampling;

    @Option(names = "--tries", paramLabel = "N", defaultValue = "600", description = "Samples to try on a mutant (default: ${DEFAULT-VALUE}).")
    private int tries;

    @Option(names = "--time-limit", paramLabel = "TIME", defaultValue = "20s", converter = TimeLimit.class,
            description = "Of processor time, for the samples on one mutant and for the search for its proof each (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit;

    @Option(names = "--threads", paramLabel = "N", description = "Mutants to look at at once (default: one per processor).")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--survivors", description = "Leave out the mutants that were killed.")
    private boolean survivors;

    @Option(names = "--at-least", paramLabel = "PERCENT", description = "Exit with 1 when a smaller share of the mutants that are not proved, vacuous or judged true is killed.")
    private Optional<Double> least = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "Form of the report (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Help help;

    public MutateCommand(Console console) {
        this.console = console;
    }

    enum Format {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InvalidInput, InterruptedException {
        MutantCheck.Settings settings;
        try {
            settings = new MutantCheck.Settings(sampling.seed(), tries, timeLimit, threads.orElse(Math.max(1, Runtime.getRuntime().availableProcessors())), sampling.horizon());
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidInput(outOfRange.getMessage());
        }
        OutputFiles.requireWritable(output);
        Library library = Library.builtIn();
        List<Check.Selection> selections = new Inputs(library).selections(arguments).stream()
                .map(selection -> new Check.Selection(selection.source(), selection.claims().stream().filter(MutateCommand::isMutated).toList())).toList();
        if (selections.stream().allMatch(selection -> selection.claims().isEmpty()))
            throw new InvalidInput("nothing to mutate: false claims are not mutated");
        Map<Source, Judgements> judgements = judgements(library, selections);
        Map<String, List<MutantCheck.Result>> results = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        try (StopRequest stop = new StopRequest(Thread.currentThread()::interrupt)) {
            boolean complete = run(library, selections, judgements, settings, stop, results, text);
            // A request to stop that came after the last mutant must not interrupt the writing.
            Thread.interrupted();
            return write(complete, results, text);
        }
    }

    /** What is written beside each file; lines about mutants that do not exist are told of. */
    private Map<Source, Judgements> judgements(Library library, List<Check.Selection> selections) throws InvalidInput {
        Map<Source, Judgements> judgements = new IdentityHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Check.Selection selection : selections) {
            if (selection.claims().isEmpty()) continue;
            try {
                judgements.put(selection.source(), new Judgements(SourceReader.judgements(selection.source(), library)));
            } catch (InvalidInput problem) {
                problems.add(problem.getMessage());
            }
        }
        if (!problems.isEmpty()) throw new InvalidInput(String.join("\n", problems));
        judgements.forEach((source, judged) -> judged.strays(source).forEach(console.err()::println));
        return judgements;
    }

    private int write(boolean complete, Map<String, List<MutantCheck.Result>> results, StringBuilder text) throws InvalidInput {
        List<MutantCheck.Result> all = new ArrayList<>();
        results.values().forEach(all::addAll);
        MutantCounts counts = MutantCounts.of(all);
        String total = MutantTable.total(results.size(), counts) + (complete ? "" : "; stopped before the end") + " (seed " + sampling.seed() + ")\n";
        OutputFiles.write(output, switch (format) {
            case TEXT -> output.isEmpty() ? total : text + total;
            case JSON -> MutantsJson.text(sampling.seed(), complete, results);
        }, console.out());
        if (output.isPresent()) console.err().print(total);
        List<String> contradictions = all.stream().flatMap(result -> result.contradiction().stream()).toList();
        contradictions.forEach(console.err()::println);
        boolean tooFew = least.isPresent() && counts.share() < least.get();
        if (tooFew) console.err().println("tenet: fewer are killed than --at-least " + least.get() + " asks for");
        return !complete || !contradictions.isEmpty() || tooFew ? Exit.SHORT : Exit.MET;
    }

    /** Whether it got to the end: whoever stops it gets what is known by then. */
    private boolean run(Library library, List<Check.Selection> selections, Map<Source, Judgements> judgements, MutantCheck.Settings settings,
                        StopRequest stop, Map<String, List<MutantCheck.Result>> results, StringBuilder text) throws InterruptedException {
        int mutants = selections.stream().flatMap(selection -> selection.claims().stream()).mapToInt(claim -> Mutants.of(claim).size()).sum();
        try (Progress progress = Progress.of(console, "mutate", "mutants", mutants)) {
            Map<String, Theorem> theorems = MutantCheck.theorems(library, selections.stream().map(Check.Selection::source).toList());
            for (Check.Selection selection : selections) {
                if (selection.claims().isEmpty()) continue;
                MutantCheck check = new MutantCheck(library, theorems, selection.source(), judgements.get(selection.source()), settings);
                for (Claim claim : selection.claims()) {
                    List<MutantCheck.Result> sofar = Collections.synchronizedList(new ArrayList<>());
                    try {
                        tell(claim, check.run(claim, result -> {
                            sofar.add(result);
                            progress.step(claim.id());
                        }), results, text);
                    } catch (InterruptedException interrupted) {
                        if (!stop.asked()) throw interrupted;
                        tell(claim, List.copyOf(sofar), results, text);
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void tell(Claim claim, List<MutantCheck.Result> fates, Map<String, List<MutantCheck.Result>> results, StringBuilder text) {
        results.put(claim.id(), fates);
        String block = new MutantTable(output.isPresent() ? Colours.NONE : console.colours()).claim(claim, fates, survivors) + "\n";
        text.append(block);
        if (format == Format.TEXT && output.isEmpty()) console.out().print(block);
    }

    private static boolean isMutated(Claim claim) {
        return switch (claim.kind()) {
            case THEOREM, TRUE_VARIANT, CONJECTURE, LEMMA -> true;
            case FALSE_CLAIM -> false;
        };
    }
}
