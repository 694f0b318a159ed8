package tenet.reports.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenet.properties.check.Check;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Glob;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/** What the arguments of a command name: files, ids of the library, patterns of ids. */
final class Inputs {
    private final Library library;

    Inputs(Library library) {
        this.library = library;
    }

    /**
     * The claims named, file by file in the order of the arguments, each claim once; the whole library when nothing is named.
     *
     * @throws InvalidInput with every problem of every argument
     */
    List<Check.Selection> selections(List<String> arguments) throws InvalidInput {
        if (arguments.isEmpty()) return library.sources().stream().map(Check.Selection::all).toList();
        Map<String, Source> sources = new LinkedHashMap<>();
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String argument : arguments) {
            try {
                if (argument.isBlank()) throw new InvalidInput("an empty argument names no claim");
                if (isFile(argument)) {
                    if (sources.containsKey(argument)) continue;
                    Source source = SourceReader.read(Path.of(argument), library);
                    if (source.document().claims().isEmpty())
                        throw new InvalidInput(argument + " has no claims; 'tenet new FILE' writes a file to start from");
                    sources.put(argument, source);
                    claims.put(argument, source.document().claims());
                } else {
                    for (Source.Entry entry : entries(argument)) {
                        sources.putIfAbsent(entry.source().name(), entry.source());
                        List<Claim> chosen = claims.computeIfAbsent(entry.source().name(), name -> new ArrayList<>());
                        if (!chosen.contains(entry.claim())) chosen.add(entry.claim());
                    }
                }
            } catch (InvalidInput problem) {
                problems.add(problem.getMessage());
            }
        }
        if (!problems.isEmpty()) throw new InvalidInput(String.join("\n", problems));
        return sources.keySet().stream().map(name -> new Check.Selection(sources.get(name), claims.get(name))).toList();
    }

    /** The claims of the library that an id or a pattern names. */
    List<Source.Entry> entries(String argument) throws InvalidInput {
        List<Source.Entry> found = argument.contains("*") || argument.contains("?")
                ? library.matching(new Glob(argument)) : library.find(argument).stream().toList();
        if (!found.isEmpty()) return found;
        List<String> suggestions = library.suggestions(argument);
        throw new InvalidInput("no claim " + argument + " in the library"
                + (suggestions.isEmpty() ? "; 'tenet list' shows all" : "; did you mean " + String.join(" or ", suggestions) + "?"));
    }

    /** Whether an argument is meant as a file: it exists, or looks like a path. */
    static boolean isFile(String argument) {
        try {
            return argument.endsWith(".tenet") || argument.contains("/") || argument.contains("\\")
                    || Files.exists(Path.of(argument));
        } catch (java.nio.file.InvalidPathException notAPath) {
            return false;
        }
    }
}
