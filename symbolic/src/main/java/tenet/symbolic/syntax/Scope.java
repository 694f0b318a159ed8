package tenet.symbolic.syntax;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Sort;

/**
 * The names that a piece of text may use.
 *
 * @param bound     indices and quantified names, innermost last, with their sorts
 * @param poisoned  names whose declaration has been reported as wrong: nothing more is said about them
 * @param absent    names that are not usable here although they exist elsewhere, and why
 * @param shadowing whether a bound name may hide another; certificates are made by machines that know what they do
 */
record Scope(Signature signature, Map<String, Sort> bound, Set<String> poisoned, Map<String, String> absent, boolean shadowing) {
    static Scope of(Signature signature) {
        return new Scope(signature, Map.of(), Set.of(), Map.of(), false);
    }

    Scope with(Signature other) {
        return new Scope(other, bound, poisoned, absent, shadowing);
    }

    Scope poison(Collection<String> names) {
        Set<String> all = new HashSet<>(poisoned);
        all.addAll(names);
        return new Scope(signature, bound, all, absent, shadowing);
    }

    Scope absent(Map<String, String> names) {
        Map<String, String> all = new LinkedHashMap<>(absent);
        all.putAll(names);
        return new Scope(signature, bound, poisoned, all, shadowing);
    }

    Scope bind(String name, Sort sort) {
        Map<String, Sort> inner = new LinkedHashMap<>(bound);
        inner.put(name, sort);
        return new Scope(signature, inner, poisoned, absent, shadowing);
    }

    Scope withShadowing() {
        return new Scope(signature, bound, poisoned, absent, true);
    }

    /** Adds a declaration. @throws IllTyped when its name is taken */
    Scope declare(List<? extends Declaration> more) {
        return with(signature.with(more));
    }

    /** Why the name cannot be declared or bound here; empty when it can. */
    Optional<String> taken(String name) {
        if (Spelling.reserved().contains(name)) return Optional.of("'" + name + "' is a built-in function");
        if (shadowing) return Optional.empty();
        if (signature.find(name).isPresent()) return Optional.of("'" + name + "' is declared already");
        if (bound.containsKey(name)) return Optional.of("'" + name + "' is in use here already");
        return Optional.empty();
    }

    /** Every name that may stand here. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(bound.keySet());
        signature.declarations().forEach(declaration -> names.add(declaration.name()));
        return names;
    }
}
