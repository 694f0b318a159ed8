package tenet.symbolic.syntax;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a derivation may cite.
 *
 * @param local    hypotheses and earlier steps of the claim
 * @param claims   earlier claims and lemmas of the file
 * @param library  whether an id is known elsewhere
 * @param later    ids that the file states below
 * @param poisoned names that may have been meant as facts where the text could not be read
 */
record KnownFacts(Set<String> local, Set<String> claims, Predicate<String> library, Set<String> later, Set<String> poisoned) {
    boolean knows(String name) {
        return local.contains(name) || claims.contains(name) || library.test(name);
    }

    KnownFacts with(String name) {
        Set<String> more = new LinkedHashSet<>(local);
        more.add(name);
        return new KnownFacts(more, claims, library, later, poisoned);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(local);
        names.addAll(claims);
        return names;
    }
}
