package tenet.symbolic.search.positivity;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.term.Rational;

/**
 * A nonnegative expression that may be given a weight.
 *
 * @param constraints the inequalities multiplied, by place
 * @param square      a factor that is squared
 * @param form        the normal form of the product modulo the equalities
 * @param strict      whether it is positive, not only nonnegative
 */
record Column(List<Integer> constraints, Optional<Polynomial> square, Polynomial form, boolean strict) {
    Certificate.Product weighted(Rational weight) {
        return new Certificate.Product(weight, constraints, square);
    }

    /** How much there is to read: simple columns come first. */
    int complexity() {
        return 4 * form.degree() + constraints.size() + 2 * square.map(q -> q.terms().size()).orElse(0) + form.terms().size();
    }
}
