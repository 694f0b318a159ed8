package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** The terms that a step gives for what an imported statement declares, taken in the order of declaration. Trusted. */
final class Arguments {
    private final Setting setting;
    private final Map<String, Term> values = new LinkedHashMap<>();
    private final Map<String, Substitution.Family> families = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> changed = new TreeSet<>();

    Arguments(Setting setting) {
        this.setting = setting;
    }

    /** A term in indices of its own, which no step fixes, and their ranges. */
    record Taken(Term value, List<Range> ranges) {
        Facts within(Facts facts) {
            for (Range range : ranges) facts = facts.within(range);
            return facts;
        }
    }

    /** The term for a name. @throws Rejection when there is none of the declared sort */
    Taken take(String name, List<Range> indices, Sort sort) {
        String key = setting.step.arguments().keySet().stream().filter(argument -> Certificate.named(argument).equals(name)).findFirst()
                .orElseThrow(() -> new Rejection("it needs a term for " + name));
        List<String> given = Certificate.indices(key);
        if (given.size() != indices.size()) throw new Rejection(name + " takes " + indices.size() + " indices, not " + given.size());
        Term value = setting.step.arguments().get(key);
        // Both sides in names of their own: the declared indices and the given ones are not those of this step.
        Map<String, Term> there = new LinkedHashMap<>(values);
        Map<String, Term> here = new LinkedHashMap<>();
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Substitution bounds = new Substitution(there, families);
            Range range = indices.get(i);
            ranges.add(new Range("#a" + i, bounds.apply(range.low()), range.upper().map(bounds::apply), range.except().map(bounds::apply)));
            there.put(indices.get(i).index(), Term.index("#a" + i));
            here.put(given.get(i), Term.index("#a" + i));
        }
        Sort wanted = new Substitution(there, families).apply(sort);
        Term own = new Substitution(here).apply(value);
        if (!Sort.fits(own.sort(), wanted))
            throw new Rejection(value + ", a " + value.sort() + ", cannot stand for " + name + ", a " + wanted);
        keys.add(key);
        if (indices.isEmpty()) values.put(name, value);
        else families.put(name, new Substitution.Family(given, value));
        // A family that is not declared alike is another one, even when it has the same members.
        if (!(value instanceof Term.Symbol symbol && symbol.name().equals(name) && symbol.indices().isEmpty())) changed.add(name);
        return new Taken(own, ranges);
    }

    /** That the step gives nothing else. */
    void requireNoOthers() {
        setting.arguments(keys);
    }

    Substitution substitution() {
        return new Substitution(values, families);
    }

    /** The names that mean something else here than in the imported statement. */
    Set<String> changed() {
        return changed;
    }
}
