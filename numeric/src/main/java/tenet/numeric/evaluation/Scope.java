package tenet.numeric.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenet.numeric.linear.Value;

/** The bound names around a term, innermost first: indices with their integers, and variables of quantifiers. */
record Scope<E>(String name, long index, Optional<Value<E>> value, Optional<Scope<E>> outer) {
    static <E> Optional<Scope<E>> index(String name, long index, Optional<Scope<E>> outer) {
        return Optional.of(new Scope<>(name, index, Optional.empty(), outer));
    }

    static <E> Optional<Scope<E>> value(String name, Value<E> value, Optional<Scope<E>> outer) {
        return Optional.of(new Scope<>(name, 0, Optional.of(value), outer));
    }

    static <E> Optional<Scope<E>> find(String name, Optional<Scope<E>> scope) {
        Optional<Scope<E>> here = scope;
        while (here.isPresent() && !here.get().name.equals(name)) here = here.get().outer;
        return here;
    }

    /** Whether no variable of a quantifier is bound, only indices. */
    static <E> boolean isOfIndices(Optional<Scope<E>> scope) {
        for (Optional<Scope<E>> here = scope; here.isPresent(); here = here.get().outer) if (here.get().value.isPresent()) return false;
        return true;
    }

    /** The same indices, for another algebra. */
    static <E, F> Optional<Scope<F>> copyOfIndices(Optional<Scope<E>> scope) {
        return scope.flatMap(here -> index(here.name, here.index, copyOfIndices(here.outer)));
    }

    /** The bound indices, for a report. */
    static <E> Map<String, Long> indices(Optional<Scope<E>> scope) {
        Map<String, Long> indices = new TreeMap<>();
        for (Optional<Scope<E>> here = scope; here.isPresent(); here = here.get().outer)
            if (here.get().value.isEmpty()) indices.putIfAbsent(here.get().name, here.get().index);
        return indices;
    }
}
