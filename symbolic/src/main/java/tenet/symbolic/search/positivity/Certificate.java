package tenet.symbolic.search.positivity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenet.symbolic.term.Rational;

/**
 * Shows that a list of constraints has no real solution: wherever they hold each item is nonnegative (a multiple of an
 * equality is 0) and at least one is positive, yet as polynomials the items sum to 0. Positivstellensatz; the products
 * without squares are those of Farkas and Handelman, with squares those of Schmüdgen.
 */
public record Certificate(List<Item> items) {
    public Certificate {
        items = List.copyOf(items);
    }

    public sealed interface Item {
    }

    /**
     * {@code weight · g_i · g_j · … · q²}, nonnegative where the inequalities {@code g} hold.
     *
     * @param weight      positive
     * @param constraints places of inequalities in the list, with repetition; none for the empty product 1
     * @param square      {@code q}; absent for the factor 1
     */
    public record Product(Rational weight, List<Integer> constraints, Optional<Polynomial> square) implements Item {
        public Product {
            constraints = List.copyOf(constraints);
        }

        /** Whether the item is positive, not only nonnegative: all its factors are. */
        public boolean isStrict(List<Constraint> all) {
            return square.isEmpty() && constraints.stream().allMatch(place -> all.get(place).isStrict());
        }

        @Override
        public String toString() {
            return weight + constraints.stream().map(place -> "*[" + place + "]").collect(Collectors.joining())
                    + square.map(q -> "*(" + q + ")^2").orElse("");
        }
    }

    /** {@code multiplier · h} for the equality {@code h = 0} at a place in the list; the multiplier is arbitrary. */
    public record Multiple(int equality, Polynomial multiplier) implements Item {
        @Override
        public String toString() {
            return "(" + multiplier + ")*[" + equality + "]";
        }
    }

    @Override
    public String toString() {
        return items.stream().map(Object::toString).collect(Collectors.joining(" + ")) + " = 0";
    }
}
