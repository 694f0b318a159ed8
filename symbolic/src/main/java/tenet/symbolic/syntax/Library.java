package tenet.symbolic.syntax;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tenet.symbolic.claim.Document;

/**
 * What a file may use without stating it.
 *
 * @param theories theories by name
 * @param claims   whether a claim or lemma of this id may be cited
 */
public record Library(Function<String, Optional<Document.Theory>> theories, Predicate<String> claims) {
    public static final Library NONE = new Library(name -> Optional.empty(), id -> false);
}
