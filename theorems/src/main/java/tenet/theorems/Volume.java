package tenet.theorems;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;

/**
 * A file of a library. What it states is known from its headings; it is read when somebody first asks for more, since most commands
 * need a few files only, and reading all takes longer than what they do.
 */
final class Volume {
    /** At the beginning of a line; a test holds them against what the parser finds. */
    private static final Pattern HEADING = Pattern.compile(
            "^(theory|theorem|lemma|conjecture|false[ \\t]+claim|true[ \\t]+variant)[ \\t]+([\\p{L}\\p{N}_.-]+)", Pattern.MULTILINE);

    private final String name;
    private final Set<String> claims = new LinkedHashSet<>();
    private final Set<String> lemmas = new LinkedHashSet<>();
    private final Set<String> theories = new LinkedHashSet<>();
    private final Supplier<Source> reading;
    private Optional<Source> source = Optional.empty();

    private Volume(String name, Supplier<Source> reading) {
        this.name = name;
        this.reading = reading;
    }

    /** A file that was read. */
    static Volume of(Source source) {
        Volume volume = new Volume(source.name(), () -> source);
        for (Claim claim : source.document().claims()) {
            volume.claims.add(claim.id());
            if (claim.kind() == Claim.Kind.LEMMA) volume.lemmas.add(claim.id());
        }
        for (Document.Theory theory : source.document().theories()) volume.theories.add(theory.name());
        return volume;
    }

    /** @param reading called once, by whichever thread asks first; it may ask for files before this one */
    static Volume later(String name, String text, Supplier<Source> reading) {
        Volume volume = new Volume(name, reading);
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            String id = heading.group(2);
            switch (heading.group(1)) {
                case "theory" -> volume.theories.add(id);
                case "lemma" -> {
                    volume.claims.add(id);
                    volume.lemmas.add(id);
                }
                default -> volume.claims.add(id);
            }
        }
        return volume;
    }

    String name() {
        return name;
    }

    /** The ids of its claims, lemmas included, in order. */
    Set<String> claims() {
        return claims;
    }

    Set<String> lemmas() {
        return lemmas;
    }

    Set<String> theories() {
        return theories;
    }

    synchronized Source source() {
        if (source.isEmpty()) source = Optional.of(reading.get());
        return source.get();
    }

    /** @throws IllegalStateException when the file has no such claim, contrary to its headings */
    Source.Entry entry(String id) {
        return source().claim(id).map(claim -> new Source.Entry(source(), claim))
                .orElseThrow(() -> new IllegalStateException(name + " has a heading of " + id + ", and no such claim"));
    }
}
