package tenet.symbolic.term;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Replaces unindexed symbols by terms, and members of families by terms in their indices, everywhere at once, in
 * shapes too. Bound indices are renamed where a replacement would be captured.
 */
public record Substitution(Map<String, Term> replacements, Map<String, Family> families) {
    public static final Substitution NONE = new Substitution(Map.of());

    /** A term for each member of a family: {@code indices -> body}. */
    public record Family(List<String> indices, Term body) {
        public Family {
            indices = List.copyOf(indices);
        }

        Term at(List<Term> values) {
            Map<String, Term> here = new LinkedHashMap<>();
            for (int i = 0; i < indices.size(); i++) here.put(indices.get(i), values.get(i));
            return new Substitution(here).apply(body);
        }

        /** The names that its body does not bind. */
        public Set<String> free() {
            Set<String> names = Names.free(body);
            indices.forEach(names::remove);
            return names;
        }
    }

    public Substitution {
        replacements = Map.copyOf(replacements);
        families = Map.copyOf(families);
    }

    public Substitution(Map<String, Term> replacements) {
        this(replacements, Map.of());
    }

    public static Substitution of(String name, Term replacement) {
        return new Substitution(Map.of(name, replacement));
    }

    /** @throws IllTyped when a replacement does not fit the place of its symbol */
    public Term apply(Term term) {
        if (replacements.isEmpty() && families.isEmpty()) return term;
        return switch (term) {
            case Term.Symbol symbol when symbol.indices().isEmpty() && replacements.containsKey(symbol.name()) ->
                    fitting(replacements.get(symbol.name()), symbol);
            case Term.Symbol symbol when families.get(symbol.name()) instanceof Family family && family.indices().size() == symbol.indices().size() ->
                    fitting(family.at(symbol.indices().stream().map(this::apply).toList()), symbol);
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

    private Term fitting(Term replacement, Term.Symbol symbol) {
        if (!Sort.fits(replacement.sort(), apply(symbol.sort())))
            throw new IllTyped(replacement + ", a " + replacement.sort() + ", cannot stand for " + symbol + ", a " + apply(symbol.sort()));
        return replacement;
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
        Set<String> taken = new Substitution(inner, families).names();
        if (taken.contains(range.index())) taken.addAll(inside.get());
        String index = Names.renamed(range.index(), taken);
        if (!index.equals(range.index())) inner.put(range.index(), Term.index(index));
        Range renamed = new Range(index, apply(range.low()), range.upper().map(this::apply), range.except().map(this::apply));
        return new Entered(renamed, new Substitution(inner, families));
    }

    /** Every name that is replaced or that a replacement mentions. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(replacements.keySet());
        names.addAll(families.keySet());
        replacements.values().forEach(term -> names.addAll(Names.free(term)));
        families.values().forEach(family -> names.addAll(family.free()));
        return names;
    }
}
