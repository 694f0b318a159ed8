package tenet.properties.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recorded choices, in groups: each thing that is drawn has its own, so that editing one (a width) does not shift what
 * the others mean. Zeros at the end of a group are not kept: a replay supplies them.
 */
public record Script(Map<String, List<Integer>> groups) {
    public static final Script EMPTY = new Script(Map.of());

    public Script {
        Map<String, List<Integer>> sorted = new TreeMap<>();
        groups.forEach((name, choices) -> {
            int end = choices.size();
            while (end > 0 && choices.get(end - 1) == 0) end--;
            if (end > 0) sorted.put(name, List.copyOf(choices.subList(0, end)));
        });
        groups = java.util.Collections.unmodifiableMap(sorted);
    }

    public List<Integer> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    /** This script with other choices in one group. */
    public Script with(String name, List<Integer> choices) {
        Map<String, List<Integer>> changed = new TreeMap<>(groups);
        changed.put(name, choices);
        return new Script(changed);
    }

    /** The sum of all choices and their number: smaller is simpler. */
    public long weight() {
        return groups.values().stream().flatMap(List::stream).mapToLong(choice -> choice + 1L).sum();
    }

    /** All choices, group after group. */
    public List<Integer> flat() {
        List<Integer> flat = new ArrayList<>();
        groups.values().forEach(flat::addAll);
        return flat;
    }
}
