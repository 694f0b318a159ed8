package tenet.theorems;

import java.util.List;

/**
 * An instance at which a conclusion fails, as text that replays it.
 *
 * @param values    what each parameter, variable and function was set to, in the order of the declarations
 * @param sides     what the sides of the failing relation came to there
 * @param certified how rounding was excluded: exact rational numbers, or intervals
 * @param instance  all values, one a line, as in an {@link InstanceBlock}; empty when they are not known
 */
public record Counterexample(List<Binding> values, List<Binding> sides, String certified, List<String> instance) {
    public Counterexample {
        values = List.copyOf(values);
        sides = List.copyOf(sides);
        instance = List.copyOf(instance);
    }

    /** One whose other values are not known. */
    public Counterexample(List<Binding> values, List<Binding> sides, String certified) {
        this(values, sides, certified, List.of());
    }

    /** A name or term and its value: {@code W[1] = [[1, 2], [0, 1]]}; a literal is its own value and stands alone. */
    public record Binding(String name, String value) {
        @Override
        public String toString() {
            return name.equals(value) ? value : name + " = " + value;
        }
    }
}
