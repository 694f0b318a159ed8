package tenet.properties.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single changes that make recorded choices simpler. Whether what is built from them is simpler, too, has to be seen. */
public final class ScriptEdits {
    /** The longest block of choices that is worth taking out at once. */
    public static final int LARGEST_BLOCK = 8;

    private ScriptEdits() {
    }

    /** With zeros in place of up to {@code size} choices of a group from the place {@code from} on. */
    public static Script zeroed(Script script, String group, int from, int size) {
        List<Integer> choices = new ArrayList<>(script.group(group));
        for (int i = from; i < Math.min(from + size, choices.size()); i++) choices.set(i, 0);
        return script.with(group, choices);
    }

    /** Without up to {@code size} choices of a group from the place {@code from} on: those behind them move up. */
    public static Script without(Script script, String group, int from, int size) {
        List<Integer> choices = new ArrayList<>(script.group(group));
        if (from < choices.size()) choices.subList(from, Math.min(from + size, choices.size())).clear();
        return script.with(group, choices);
    }

    /** Smaller values for one choice, in the order in which to try them. */
    public static List<Integer> below(int value) {
        return List.of(1, value / 2, value - 1);
    }

    /** With a smaller value, above zero, for one choice; empty where it is none. */
    public static Optional<Script> lowered(Script script, String group, int place, int value) {
        List<Integer> choices = new ArrayList<>(script.group(group));
        if (value <= 0 || place >= choices.size() || value >= choices.get(place)) return Optional.empty();
        choices.set(place, value);
        return Optional.of(script.with(group, choices));
    }
}
