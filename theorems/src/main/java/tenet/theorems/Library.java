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
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;

/**
 * Files whose claims and theories may be called by their ids from any other file. The built-in library is the folder
 * {@code tenet/library} of this module, in the order of its {@code index}; a file may use the theories of those before it.
 */
public final class Library {
    public static final Library EMPTY = new Library(List.of());
    private static final String FOLDER = "/tenet/library/";

    private final List<Source> sources;
    private final List<Source.Entry> entries;

    /** @throws IllegalArgumentException when two claims have the same id */
    public Library(List<Source> sources) {
        this.sources = List.copyOf(sources);
        this.entries = sources.stream()
                .flatMap(source -> source.document().claims().stream().map(claim -> new Source.Entry(source, claim))).toList();
        Map<String, Source> seen = new LinkedHashMap<>();
        for (Source.Entry entry : entries) {
            Source other = seen.put(entry.claim().id(), entry.source());
            if (other != null)
                throw new IllegalArgumentException(entry.claim().id() + " is in " + other.name() + " and in " + entry.source().name());
        }
    }

    /** The library that comes with Tenet. @throws IllegalStateException when it is broken, which a test excludes */
    public static Library builtIn() {
        List<Source> sources = new ArrayList<>();
        for (String name : index()) {
            String text = resource(name).orElseThrow(() -> new IllegalStateException("the index lists " + name + ", which is missing"));
            Optional<String> certificates = resource(SourceReader.certificateName(name));
            try {
                sources.add(SourceReader.parse(name, text, certificates, new Library(sources)));
            } catch (InvalidInput broken) {
                throw new IllegalStateException("the built-in library is broken:\n" + broken.getMessage(), broken);
            }
        }
        return new Library(sources);
    }

    /** The files of the built-in library, in the order in which they are read. */
    public static List<String> index() {
        return resource("index").orElseThrow(() -> new IllegalStateException("the library has no index"))
                .lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    public List<Source> sources() {
        return sources;
    }

    /** Every claim, in the order of the files. */
    public List<Source.Entry> entries() {
        return entries;
    }

    /** The claim of this id; {@code -} and {@code _} are the same. */
    public Optional<Source.Entry> find(String id) {
        return entries.stream().filter(entry -> entry.claim().id().equals(id)).findFirst()
                .or(() -> entries.stream().filter(entry -> Glob.same(entry.claim().id(), id)).findFirst());
    }

    /** The claims whose id the pattern matches, in the order of the files. */
    public List<Source.Entry> matching(Glob pattern) {
        return entries.stream().filter(entry -> pattern.matches(entry.claim().id())).toList();
    }

    /** What a file means by an id: its own claim, or else one of the library. */
    public Optional<Source.Entry> resolve(Source source, String id) {
        return source.claim(id).map(claim -> new Source.Entry(source, claim))
                .or(() -> entries.stream().filter(entry -> entry.claim().id().equals(id)).findFirst());
    }

    /** The theories that any file may use, by name. */
    public Map<String, Document.Theory> theories() {
        Map<String, Document.Theory> theories = new LinkedHashMap<>();
        for (Source source : sources) source.document().theories().forEach(theory -> theories.put(theory.name(), theory));
        return theories;
    }

    /** The named lemmas that a file may use: those of the library and its own. */
    public Map<String, Statement> lemmas(Source source) {
        Map<String, Statement> lemmas = new LinkedHashMap<>();
        entries.stream().map(Source.Entry::claim).filter(claim -> claim.kind() == Claim.Kind.LEMMA)
                .forEach(lemma -> lemmas.put(lemma.id(), lemma.statement()));
        source.document().claims().stream().filter(claim -> claim.kind() == Claim.Kind.LEMMA)
                .forEach(lemma -> lemmas.put(lemma.id(), lemma.statement()));
        return lemmas;
    }

    /** The ids most like one that does not exist, best first; none when nothing is near. */
    public List<String> suggestions(String id) {
        return entries.stream().map(entry -> entry.claim().id())
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
