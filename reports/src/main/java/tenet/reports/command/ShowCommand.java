package tenet.reports.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.kernel.Certificate;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/** {@code tenet show}: a claim as its author wrote it, with its theory, its source and its stored derivation. */
@Command(name = "show", sortOptions = false, description = "Shows claims as they are written, with their theory and their source.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenet show mf.balancedness", "  tenet show 'tf.*'", "  tenet show mine.tenet"})
public final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID|GLOB|FILE", description = "A claim of the library, a pattern of ids, or a file.")
    private String argument;

    @Mixin
    private Help help;

    public ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        Library library = Library.builtIn();
        List<Source.Entry> entries;
        if (Inputs.isFile(argument)) {
            Source source = SourceReader.read(Path.of(argument), library);
            entries = source.document().claims().stream().map(claim -> new Source.Entry(source, claim)).toList();
            if (entries.isEmpty()) console.out().print(source.text());
        } else {
            entries = new Inputs(library).entries(argument);
        }
        Set<String> theories = new LinkedHashSet<>();
        for (Source.Entry entry : entries) {
            if (!theories.isEmpty() || entry != entries.getFirst()) console.out().println();
            show(entry, library, theories);
        }
        return Exit.MET;
    }

    private void show(Source.Entry entry, Library library, Set<String> theoriesShown) {
        PrintStream out = console.out();
        Claim claim = entry.claim();
        out.println(console.colours().bold(claim.id()) + "  " + claim.title());
        out.println(claim.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + claim.variantOf().map(of -> " of " + of).orElse("") + ", expects "
                + claim.expectation().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "  "
                + console.colours().dim(claim.place().file() + ":" + claim.place().line()));
        claim.citation().ifPresent(citation -> out.println("source: " + citation.source() + " ("
                + citation.status().name().toLowerCase(Locale.ROOT) + ")"));
        out.println(entry.source().certificate(claim.id()).map(ShowCommand::derivation).orElse("no stored derivation"));
        claim.notes().forEach(note -> out.println("# " + note));
        claim.theory().filter(theoriesShown::add).ifPresent(theory -> {
            out.println();
            theoryText(theory, entry.source(), library).forEach(out::println);
        });
        out.println();
        Excerpt.of(entry.source(), claim.place()).forEach(out::println);
        List<String> variants = new ArrayList<>();
        for (Claim other : entry.source().document().claims())
            if (other.variantOf().filter(claim.id()::equals).isPresent()) variants.add(other.id());
        if (!variants.isEmpty()) {
            out.println();
            out.println("variants: " + String.join(", ", variants));
        }
    }

    private static List<String> theoryText(String name, Source source, Library library) {
        return Stream.concat(Stream.of(source), library.stating(name).stream())
                .flatMap(candidate -> candidate.document().theories().stream().filter(theory -> theory.name().equals(name))
                        .map(theory -> Excerpt.of(candidate, theory.place())))
                .findFirst().orElse(List.of());
    }

    private static String derivation(Certificate certificate) {
        Set<String> lemmas = new LinkedHashSet<>();
        for (Certificate.Step step : certificate.steps())
            if (step.rule().equals("lemma")) step.label().ifPresent(lemmas::add);
        return "stored derivation of " + certificate.steps().size() + " steps"
                + (lemmas.isEmpty() ? "" : ", by " + String.join(", ", lemmas)) + " (not checked here: tenet check)";
    }
}
