package tenet.theorems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;

/**
 * Files whose claims and theories may be called by their ids from any other file. The built-in library is the folder
 * {@code tenet/library} of this module, in the order of its {@code index}; a file may use the theories of those before it.
 */
public final class Library {
    public static final Library EMPTY = new Library(List.of());
    private static final String FOLDER = "/tenet/library/";

    private final List<Volume> volumes;
    private Optional<Map<String, Theorem>> elementary = Optional.empty();

    /** @throws IllegalArgumentException when two claims have the same id */
    public Library(List<Source> sources) {
        this(sources.stream().map(Volume::of), "");
    }

    private Library(Stream<Volume> volumes, String folder) {
        this.volumes = volumes.toList();
        Map<String, Volume> seen = new LinkedHashMap<>();
        for (Volume volume : this.volumes)
            for (String id : volume.claims()) {
                Volume other = seen.put(id, volume);
                if (other != null)
                    throw new IllegalArgumentException(id + " is in " + folder + other.name() + " and in " + folder + volume.name());
            }
    }

    /** The library that comes with Tenet; its files are read when something in them is asked for. */
    public static Library builtIn() {
        List<Volume> volumes = new ArrayList<>();
        for (String name : index()) {
            String text = resource(name).orElseThrow(() -> new IllegalStateException("the index lists " + name + ", which is missing"));
            List<Volume> before = List.copyOf(volumes);
            volumes.add(Volume.later(name, text, () -> builtIn(name, text, new Library(before.stream(), FOLDER))));
        }
        return new Library(volumes.stream(), FOLDER);
    }

    /** @throws IllegalStateException when the file is broken, which a test excludes */
    private static Source builtIn(String name, String text, Library before) {
        try {
            return SourceReader.parse(name, text, resource(SourceReader.certificateName(name)), before);
        } catch (InvalidInput broken) {
            throw new IllegalStateException("the built-in library is broken:\n" + broken.getMessage(), broken);
        }
    }

    /** The files of the built-in library, in the order in which they are read. */
    public static List<String> index() {
        return resource("index").orElseThrow(() -> new IllegalStateException("the library has no index"))
                .lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    public List<Source> sources() {
        return volumes.stream().map(Volume::source).toList();
    }

    /** Whether a file is one of these. */
    public boolean owns(Source source) {
        return volumes.stream().anyMatch(volume -> volume.name().equals(source.name()) && volume.source().equals(source));
    }

    /** Every claim, in the order of the files. */
    public List<Source.Entry> entries() {
        return matching(id -> true);
    }

    /** Whether there is a claim of this id; {@code -} and {@code _} are the same. */
    public boolean has(String id) {
        return volumes.stream().anyMatch(volume -> volume.claims().contains(id))
                || volumes.stream().anyMatch(volume -> volume.claims().stream().anyMatch(known -> Glob.same(known, id)));
    }

    /** The claim of this id; {@code -} and {@code _} are the same. */
    public Optional<Source.Entry> find(String id) {
        return exactly(id).or(() -> matching(known -> Glob.same(known, id)).stream().findFirst());
    }

    private Optional<Source.Entry> exactly(String id) {
        return volumes.stream().filter(volume -> volume.claims().contains(id)).findFirst().map(volume -> volume.entry(id));
    }

    /** The claims whose id the pattern matches, in the order of the files. */
    public List<Source.Entry> matching(Glob pattern) {
        return matching(pattern::matches);
    }

    private List<Source.Entry> matching(Predicate<String> asked) {
        return volumes.stream().flatMap(volume -> volume.claims().stream().filter(asked).map(volume::entry)).toList();
    }

    /**
     * Theorems that belong to no family, by id: those of the files that are in no folder, as their stored certificates prove them. They
     * state what is used everywhere, such as the inequality of Cauchy and Schwarz. Claims of the library itself name what they rest on;
     * for those of other files a search may cite these unasked.
     */
    public synchronized Map<String, Theorem> elementary() {
        if (elementary.isEmpty()) elementary = Optional.of(Map.copyOf(proved(volumes.stream().filter(volume -> !volume.name().contains("/")).toList())));
        return elementary.get();
    }

    private Map<String, Theorem> proved(List<Volume> chosen) {
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        for (Volume volume : chosen)
            for (String id : volume.claims()) {
                Source.Entry entry = volume.entry(id);
                if (entry.claim().kind() != Claim.Kind.THEOREM) continue;
                entry.source().certificate(id).ifPresent(certificate -> {
                    if (new Checker(lemmas(entry.source()), theorems).check(entry.claim().statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem))
                        theorems.put(id, theorem);
                });
            }
        return theorems;
    }

    /** What a file means by an id: its own claim, or else one of the library. */
    public Optional<Source.Entry> resolve(Source source, String id) {
        return source.claim(id).map(claim -> new Source.Entry(source, claim))
                .or(() -> exactly(id));
    }

    /** A theory that any file may use. */
    public Optional<Document.Theory> theory(String name) {
        return stating(name).flatMap(source -> source.document().theories().stream().filter(theory -> theory.name().equals(name)).findFirst());
    }

    /** The file that states a theory; of two the later. */
    public Optional<Source> stating(String theory) {
        return volumes.reversed().stream().filter(volume -> volume.theories().contains(theory)).findFirst().map(Volume::source);
    }

    /** The named lemmas that a file may use: those of the library and its own. */
    public Map<String, Statement> lemmas(Source source) {
        Map<String, Statement> lemmas = new LinkedHashMap<>();
        for (Volume volume : volumes) volume.lemmas().forEach(id -> lemmas.put(id, volume.entry(id).claim().statement()));
        source.document().claims().stream().filter(claim -> claim.kind() == Claim.Kind.LEMMA)
                .forEach(lemma -> lemmas.put(lemma.id(), lemma.statement()));
        return lemmas;
    }

    /** The ids most like one that does not exist, best first; none when nothing is near. */
    public List<String> suggestions(String id) {
        return volumes.stream().flatMap(volume -> volume.claims().stream())
                .filter(known -> distance(id, known) <= Math.max(2, id.length() / 3) || id.length() > 2 && known.contains(id))
                .sorted(Comparator.comparingInt((String known) -> distance(id, known)).thenComparing(Comparator.naturalOrder()))
                .limit(3).toList();
    }

    /** The number of letters to insert, remove or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** The text of a file of the built-in library. */
    static Optional<String> resource(String name) {
        try (InputStream stream = Library.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? Optional.empty() : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("cannot read " + name + " of the library", broken);
        }
    }
}
