package tenet.symbolic.search.positivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenet.symbolic.term.Rational;

class PolynomialProperties {
    private static Polynomial random(Random random) {
        Polynomial sum = Polynomial.ZERO;
        for (int k = 0; k < 5; k++) {
            Monomial monomial = Monomial.of(random.nextInt(3), random.nextInt(3), random.nextInt(2));
            sum = sum.plus(Polynomial.monomial(monomial, Rational.of(random.nextInt(9) - 4, 1 + random.nextInt(4))));
        }
        return sum;
    }

    private static Rational[] point(Random random) {
        Rational[] point = new Rational[3];
        for (int i = 0; i < 3; i++) point[i] = Rational.of(random.nextInt(11) - 5, 1 + random.nextInt(5));
        return point;
    }

    @Property(tries = 200)
    void evaluation_respects_sums_and_products(@ForAll long seed) {
        var random = new Random(seed);
        Polynomial p = random(random);
        Polynomial q = random(random);
        Rational[] x = point(random);
        assertThat(p.plus(q).evaluate(x)).isEqualTo(p.evaluate(x).plus(q.evaluate(x)));
        assertThat(p.minus(q).evaluate(x)).isEqualTo(p.evaluate(x).minus(q.evaluate(x)));
        assertThat(p.times(q).evaluate(x)).isEqualTo(p.evaluate(x).times(q.evaluate(x)));
        assertThat(p.power(3).evaluate(x)).isEqualTo(p.evaluate(x).power(3));
    }

    @Property(tries = 200)
    void equal_polynomials_are_equal_objects(@ForAll long seed) {
        var random = new Random(seed);
        Polynomial p = random(random);
        Polynomial q = random(random);
        assertThat(p.plus(q).times(p.minus(q))).isEqualTo(p.squared().minus(q.squared()))
                .hasSameHashCodeAs(p.squared().minus(q.squared()));
        assertThat(p.minus(p)).isEqualTo(Polynomial.ZERO);
    }

    @Property(tries = 200)
    void the_order_of_monomials_respects_products(@ForAll long seed) {
        var random = new Random(seed);
        Monomial a = Monomial.of(random.nextInt(3), random.nextInt(3), random.nextInt(3));
        Monomial b = Monomial.of(random.nextInt(3), random.nextInt(3), random.nextInt(3));
        Monomial c = Monomial.of(random.nextInt(3), random.nextInt(3), random.nextInt(3));
        assertThat(Integer.signum(a.times(c).compareTo(b.times(c)))).isEqualTo(Integer.signum(a.compareTo(b)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(a.times(c).divide(c)).isEqualTo(a);
        assertThat(Monomial.ONE).isLessThanOrEqualTo(a);
    }
}
