package tenet.symbolic.search.positivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.symbolic.search.positivity.Certificate.Item;
import tenet.symbolic.search.positivity.Certificate.Multiple;
import tenet.symbolic.search.positivity.Certificate.Product;
import tenet.symbolic.term.Rational;

class RefutationProperties {
    private static final Budget BUDGET = Budget.of(Duration.ofSeconds(20));

    /** Hypotheses, and a consequence of theirs by construction, negated. */
    private static List<Constraint> contradictory(long seed, int hypotheses, int summands, boolean withEquality) {
        var random = new Random(seed);
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < hypotheses; i++) constraints.add(Constraint.nonnegative(linear(random)));
        Polynomial consequence = Polynomial.ZERO;
        for (int k = 0; k < summands; k++) {
            Polynomial summand = Polynomial.constant(Rational.of(1 + random.nextInt(5), 1 + random.nextInt(3)));
            boolean square = hypotheses == 0 || random.nextBoolean();
            if (square) summand = summand.times(linear(random).squared());
            for (int f = square ? 1 : 0; f < 2 && hypotheses > 0; f++) {
                summand = summand.times(constraints.get(random.nextInt(hypotheses)).polynomial());
            }
            consequence = consequence.plus(summand);
        }
        if (withEquality) {
            Polynomial equality = linear(random).times(linear(random)).plus(linear(random));
            constraints.add(Constraint.zero(equality));
            consequence = consequence.plus(equality.times(linear(random)));
        }
        constraints.add(Constraint.positive(consequence.negate()));
        return constraints;
    }

    private static Polynomial linear(Random random) {
        Polynomial sum = Polynomial.constant(random.nextInt(5) - 2);
        for (int i = 0; i < 3; i++) sum = sum.plus(Polynomial.variable(i).scaled(Rational.of(random.nextInt(5) - 2)));
        return sum;
    }

    // The search is heuristic: about one such problem in 800 defeats it, one in 50 with an equality. So the seed is fixed.
    @Property(tries = 60, seed = "20")
    void sums_of_products_and_squares_are_recognised(@ForAll long seed, @ForAll @IntRange(max = 3) int hypotheses,
                                                     @ForAll @IntRange(min = 1, max = 4) int summands) {
        var constraints = contradictory(seed, hypotheses, summands, false);
        Optional<Certificate> found = Refutation.find(constraints, BUDGET);
        assertThat(found).isPresent();
        assertThat(Refutation.verify(constraints, found.get())).isTrue();
    }

    @Example
    void so_are_nearly_all_modulo_an_equality() {
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            var constraints = contradictory(seed, seed % 3, 1 + seed % 4, true);
            Optional<Certificate> certificate = Refutation.find(constraints, BUDGET);
            if (certificate.isEmpty()) continue;
            found++;
            assertThat(Refutation.verify(constraints, certificate.get())).isTrue();
        }
        assertThat(found).isGreaterThanOrEqualTo(56);
    }

    @Property(tries = 60)
    void a_certificate_with_one_weight_changed_is_rejected(@ForAll long seed, @ForAll @IntRange(max = 3) int hypotheses,
                                                           @ForAll @IntRange(min = 1, max = 40) int factor) {
        var constraints = contradictory(seed, hypotheses, 2, false);
        var certificate = Refutation.find(constraints, BUDGET);
        Assume.that(certificate.isPresent());
        for (int i = 0; i < certificate.get().items().size(); i++) {
            List<Item> items = new ArrayList<>(certificate.get().items());
            items.set(i, switch (items.get(i)) {
                case Product product -> new Product(product.weight().times(Rational.of(factor, 41)),
                        product.constraints(), product.square());
                case Multiple multiple -> new Multiple(multiple.equality(), multiple.multiplier().plus(Polynomial.ONE));
            });
            boolean nothing = Refutation.value(constraints, certificate.get().items().get(i)).isZero();
            assertThat(Refutation.verify(constraints, new Certificate(items))).isEqualTo(nothing);
        }
    }

    /** Constraints that hold at a point of the generator's choosing. */
    @Property(tries = 30)
    void what_has_a_solution_is_never_refuted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
        var random = new Random(seed);
        Rational[] point = new Rational[3];
        for (int i = 0; i < 3; i++) point[i] = Rational.of(random.nextInt(41) - 20, 7);
        List<Constraint> constraints = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Polynomial any = linear(random).times(linear(random));
            Polynomial active = any.minus(Polynomial.constant(any.evaluate(point)));
            constraints.add(switch (k % 3) {
                case 0 -> Constraint.nonnegative(active);
                case 1 -> Constraint.positive(active.plus(Polynomial.constant(Rational.of(1, 9))));
                default -> Constraint.zero(active);
            });
        }
        assertThat(constraints).allMatch(constraint -> constraint.holds(point));
        assertThat(Refutation.find(constraints, Budget.of(Duration.ofMillis(300)))).isEmpty();
    }
}
