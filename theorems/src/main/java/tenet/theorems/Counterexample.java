package tenet.theorems;

import java.util.List;

/**
 * An instance at which a conclusion fails, as text that replays it.
 *
 * @param values    what each parameter, variable and function was set to, in the order of the declarations
 * @param sides     what the sides of the failing relation came to there
 * @param certified how rounding was excluded: exact rational numbers, or intervals
 */
public record Counterexample(List<Binding> values, List<Binding> sides, String certified) {
    public Counterexample {
        values = List.copyOf(values);
        sides = List.copyOf(sides);
    }

    /** A name or term and its value: {@code W[1] = [[1, 2], [0, 1]]}; a literal is its own value and stands alone. */
    public record Binding(String name, String value) {
        @Override
        public String toString() {
            return name.equals(value) ? value : name + " = " + value;
        }
    }
}
