package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.search.positivity.Certificate.Item;
import tenet.symbolic.search.positivity.Certificate.Multiple;
import tenet.symbolic.search.positivity.Certificate.Product;
import tenet.symbolic.term.Rational;

/**
 * Looks for a certificate that constraints contradict each other over the reals. To prove {@code p >= 0} refute the
 * hypotheses together with {@code -p > 0}. Numbers in doubles guide the search; what is returned was checked exactly.
 */
public final class Refutation {
    /** The linear passes in the order of cost; from the second on each is followed by a pass with sums of squares. */
    private static final List<Stage> LINEAR = List.of(new Stage(1, 0, 0, 0), new Stage(2, 1, 0, 2), new Stage(2, 1, 1, 2),
            new Stage(3, 2, 1, 2), new Stage(4, 2, 2, 4));

    private final List<Constraint> constraints;
    private final Budget budget;
    private final Deadline deadline;

    private final List<Polynomial> roots;

    private Refutation(List<Constraint> constraints, List<Polynomial> roots, Budget budget) {
        this.constraints = constraints;
        this.roots = roots;
        this.budget = budget;
        this.deadline = new Deadline(budget);
    }

    /**
     * Searches in stages of growing degree and stops at the first success.
     *
     * @return empty when nothing was found within the budget or the thread was interrupted; the constraints may or may
     *         not have a solution then
     */
    public static Optional<Certificate> find(List<Constraint> constraints, Budget budget) {
        return find(constraints, List.of(), budget);
    }

    /** @param roots polynomials whose squares are tried before others: those that somebody wrote */
    public static Optional<Certificate> find(List<Constraint> constraints, List<Polynomial> roots, Budget budget) {
        try {
            return new Refutation(List.copyOf(constraints), List.copyOf(roots), budget).search();
        } catch (Deadline.Passed passed) {
            return Optional.empty();
        }
    }

    private Optional<Certificate> search() {
        if (Models.exists(constraints, deadline)) return Optional.empty();
        var ideal = new EqualityIdeal(constraints, deadline);
        var candidates = new Candidates(constraints, roots, ideal, deadline);
        for (int stage = 0; stage < LINEAR.size(); stage++) {
            List<Column> columns = candidates.columns(LINEAR.get(stage));
            Optional<Certificate> found = NonnegativeCombination.find(columns, budget.columns(), deadline)
                    .flatMap(weights -> certificate(products(columns, weights), ideal));
            if (found.isPresent()) return found;
            if (stage == 0) continue;
            found = new SumOfSquares(candidates, ideal, stage - 1, deadline).find().flatMap(items -> certificate(items, ideal));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static List<Product> products(List<Column> columns, Map<Integer, Rational> weights) {
        List<Product> products = new ArrayList<>();
        weights.forEach((place, weight) -> products.add(columns.get(place).weighted(weight)));
        return products;
    }

    /** Adds the multiples of equalities that bring the products to 0. */
    private Optional<Certificate> certificate(List<Product> products, EqualityIdeal ideal) {
        List<Product> tidy = Tidy.products(products);
        List<Item> items = new ArrayList<>(tidy);
        Polynomial sum = Polynomial.sum(tidy.stream().map(product -> value(constraints, product)).toList());
        ideal.cofactors(sum).forEach((place, cofactor) -> items.add(new Multiple(place, cofactor.negate())));
        var certificate = new Certificate(items);
        return verify(constraints, certificate) ? Optional.of(certificate) : Optional.empty();
    }

    /**
     * Whether the certificate shows that the constraints contradict each other: weights are positive, products multiply
     * inequalities only, multiples belong to equalities, some product is strict, and the sum is the polynomial 0. Exact.
     */
    public static boolean verify(List<Constraint> constraints, Certificate certificate) {
        boolean strict = false;
        List<Polynomial> values = new ArrayList<>();
        for (Item item : certificate.items()) {
            if (!isSound(constraints, item)) return false;
            strict |= item instanceof Product product && product.isStrict(constraints);
            values.add(value(constraints, item));
        }
        return strict && Polynomial.sum(values).isZero();
    }

    private static boolean isSound(List<Constraint> constraints, Item item) {
        return switch (item) {
            case Product product -> product.weight().signum() > 0 && product.constraints().stream().allMatch(
                    place -> place >= 0 && place < constraints.size() && !constraints.get(place).isEquality());
            case Multiple multiple -> multiple.equality() >= 0 && multiple.equality() < constraints.size()
                    && constraints.get(multiple.equality()).isEquality();
        };
    }

    /** The polynomial that an item stands for. */
    static Polynomial value(List<Constraint> constraints, Item item) {
        return switch (item) {
            case Product product -> {
                Polynomial value = Polynomial.constant(product.weight());
                for (int place : product.constraints()) value = value.times(constraints.get(place).polynomial());
                yield product.square().isPresent() ? value.times(product.square().get().squared()) : value;
            }
            case Multiple multiple -> multiple.multiplier().times(constraints.get(multiple.equality()).polynomial());
        };
    }
}
