package tenet.symbolic.term;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Replaces unindexed symbols by terms, everywhere at once, in shapes too. Bound indices are renamed where a
 * replacement would be captured.
 */
public record Substitution(Map<String, Term> replacements) {
    public static final Substitution NONE = new Substitution(Map.of());

    public Substitution {
        replacements = Map.copyOf(replacements);
    }

    public static Substitution of(String name, Term replacement) {
        return new Substitution(Map.of(name, replacement));
    }

    /** @throws IllTyped when a replacement does not fit the place of its symbol */
    public Term apply(Term term) {
        if (replacements.isEmpty()) return term;
        return switch (term) {
            case Term.Symbol symbol when symbol.indices().isEmpty() && replacements.containsKey(symbol.name()) -> {
                Term replacement = replacements.get(symbol.name());
                if (!Sort.fits(replacement.sort(), apply(symbol.sort())))
                    throw new IllTyped(replacement + ", a " + replacement.sort() + ", cannot stand for " + symbol.name()
                            + ", a " + apply(symbol.sort()));
                yield replacement;
            }
            case Term.Symbol symbol ->
                    new Term.Symbol(symbol.name(), symbol.indices().stream().map(this::apply).toList(), apply(symbol.sort()));
            case Term.Big big -> {
                Scoped scoped = under(big.range(), big.body());
                yield Term.big(big.operator(), scoped.range(), scoped.body());
            }
            case Term.Contract contract -> {
                Scoped scoped = under(contract.range(), contract.body());
                yield new Term.Contract(apply(contract.tensor()), scoped.range(), scoped.body());
            }
            case Term.Call call -> new Term.Call(call.function(), call.arguments().stream().map(this::apply).toList(), apply(call.sort()));
            default -> term.map(this::apply);
        };
    }

    public Sort apply(Sort sort) {
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> sort;
            case Sort.Matrix(Term rows, Term columns) -> Sort.matrix(apply(rows), apply(columns));
            case Sort.Tensor(Range modes, Term size) -> {
                Scoped scoped = under(modes, size);
                yield new Sort.Tensor(scoped.range(), scoped.body());
            }
        };
    }

    /** A range and the term it scopes over, after substitution. */
    private record Scoped(Range range, Term body) {
    }

    private Scoped under(Range range, Term body) {
        Entered entered = enter(range, () -> Names.free(body));
        return new Scoped(entered.range(), entered.inside().apply(body));
    }

    /** The range after substitution, its index renamed when needed, and the substitution to use inside its scope. */
    public record Entered(Range range, Substitution inside) {
    }

    /** @param inside the names that occur free in what the range scopes over; asked for only when the index is renamed */
    public Entered enter(Range range, Supplier<Set<String>> inside) {
        Map<String, Term> inner = new LinkedHashMap<>(replacements);
        inner.remove(range.index());
        Set<String> taken = new LinkedHashSet<>();
        inner.forEach((name, replacement) -> {
            taken.add(name);
            taken.addAll(Names.free(replacement));
        });
        if (taken.contains(range.index())) taken.addAll(inside.get());
        String index = Names.renamed(range.index(), taken);
        if (!index.equals(range.index())) inner.put(range.index(), Term.index(index));
        Range renamed = new Range(index, apply(range.low()), range.upper().map(this::apply), range.except().map(this::apply));
        return new Entered(renamed, new Substitution(inner));
    }
}
