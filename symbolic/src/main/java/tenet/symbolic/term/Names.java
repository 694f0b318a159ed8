package tenet.symbolic.term;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that occur in terms, and names that do not. */
public final class Names {
    private Names() {
    }

    /** Every symbol and function name in the term that is not bound inside it, its shape included. */
    public static Set<String> free(Term term) {
        Set<String> names = new LinkedHashSet<>();
        collect(term, names);
        return names;
    }

    public static boolean occursFree(String name, Term term) {
        return free(term).contains(name);
    }

    /** {@code wanted}, or {@code wanted} with the first number that makes it differ from all taken names. */
    public static String fresh(String wanted, Collection<String> taken) {
        if (!taken.contains(wanted)) return wanted;
        for (int number = 1; ; number++) if (!taken.contains(wanted + "_" + number)) return wanted + "_" + number;
    }

    /**
     * A name for a bound variable whose own name would capture something: with two underscores, which no declared name
     * has, so that it captures nothing either when definitions and equations of motion are written out later.
     */
    public static String renamed(String wanted, Collection<String> taken) {
        if (!taken.contains(wanted)) return wanted;
        for (int number = 1; ; number++) if (!taken.contains(wanted + RENAMED + number)) return wanted + RENAMED + number;
    }

    /** What a declared name may not contain. */
    public static final String RENAMED = "__";

    private static void collect(Term term, Set<String> names) {
        switch (term) {
            case Term.Symbol symbol -> {
                names.add(symbol.name());
                symbol.indices().forEach(index -> collect(index, names));
                collect(symbol.sort(), names);
            }
            case Term.Big big -> scoped(big.range(), big.body(), names);
            case Term.Contract contract -> {
                collect(contract.tensor(), names);
                scoped(contract.range(), contract.body(), names);
            }
            case Term.Call call -> {
                names.add(call.function());
                call.arguments().forEach(argument -> collect(argument, names));
            }
            case Term.Gradient gradient -> {
                names.add(gradient.function());
                collect(gradient.at(), names);
            }
            default -> term.children().forEach(child -> collect(child, names));
        }
    }

    private static void scoped(Range range, Term body, Set<String> names) {
        Set<String> inner = new LinkedHashSet<>();
        collect(body, inner);
        inner.remove(range.index());
        names.addAll(inner);
        collect(range.low(), names);
        range.upper().ifPresent(bound -> collect(bound, names));
        range.except().ifPresent(bound -> collect(bound, names));
    }

    private static void collect(Sort sort, Set<String> names) {
        switch (sort) {
            case Sort.Int(), Sort.Real() -> { }
            case Sort.Matrix(Term rows, Term columns) -> {
                collect(rows, names);
                collect(columns, names);
            }
            case Sort.Tensor(Range modes, Term size) -> scoped(modes, size, names);
        }
    }
}
