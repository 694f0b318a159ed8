package tenet.symbolic.search.positivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.symbolic.search.positivity.Certificate.Multiple;
import tenet.symbolic.search.positivity.Certificate.Product;
import tenet.symbolic.term.Rational;

class RefutationTest {
    private static final String[] DISTANCE_FROM_IDENTITY = {"s > 0", "s^2 = (b-1)^2 + (c-1)^2 + d^2"};

    private static void assertProved(Problem problem, String goal) {
        Optional<Certificate> proof = problem.proof(goal);
        assertThat(proof).as(goal).isPresent();
        assertThat(Refutation.verify(problem.against(goal), proof.get())).as(proof.get().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b >= 1 - s", "c >= 1 - s", "d^2 <= s^2", "d <= s", "d + s >= 0"})
    void a_norm_bounds_each_entry(String goal) {
        assertProved(Problem.given(DISTANCE_FROM_IDENTITY), goal);
    }

    @Test
    void a_positive_determinant_bounds_the_product_of_the_other_entries() {
        assertProved(Problem.given("b - (1-s) >= 0", "c - (1-s) >= 0", "1 - s > 0", "a*d - b*c >= 0"), "a*d >= (1-s)^2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t*e >= a*d", "t*s >= a*d", "t*s + a*d >= 0"})
    void absolute_values_bound_products(String goal) {
        assertProved(Problem.given("t >= 0", "e >= 0", "t^2 = a^2", "e^2 = d^2", "s >= e"), goal);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x^2 + y^2 >= 2*x*y", "(x+y)^2 >= 4*x*y", "x^3 + y^3 + z^3 >= 3*x*y*z", "(x+y)*(y+z)*(z+x) >= 8*x*y*z",
        "x^4 + y^4 + z^4 + w^4 >= 4*x*y*z*w"})
    void arithmetic_means_bound_geometric_means(String goal) {
        assertProved(Problem.given("x >= 0", "y >= 0", "z >= 0", "w >= 0"), goal);
    }

    @Test
    void inequalities_chain() {
        assertProved(Problem.given("x <= y", "y < z"), "x < z");
        assertProved(Problem.given("x <= y", "y <= z", "z <= u", "u = v + 1/3"), "x <= v + 1/3");
        assertProved(Problem.given("a >= b", "k >= 0"), "k*a >= k*b");
        assertProved(Problem.given("a > b", "k > 0"), "k*a > k*b");
    }

    @Test
    void equalities_carry_bounds_through_substitution() {
        assertProved(Problem.given("u^2 <= n*g", "n = y*k", "r = L*u"), "r^2 <= L^2*y*k*g");
    }

    @Test
    void square_roots_are_monotone() {
        assertProved(Problem.given("m >= 0", "m^2 = x", "x >= y^2", "y >= 0"), "m >= y");
        assertProved(Problem.given("m >= 0", "m^2 = 2"), "m > 7/5");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2*x^4 + 2*x^3*y - x^2*y^2 + 5*y^4 >= 0",
        "(x^4*y^2 + x^2*y^4 - 3*x^2*y^2 + 1)*(x^2 + y^2 + 1) >= 0",
        "x^4*y^2 + x^2*y^4 - 3*x^2*y^2 + 1 >= 0",
        "(a^2+b^2+c^2)*(x^2+y^2+z^2) >= (a*x+b*y+c*z)^2",
        "a^2*(a-b)*(a-c) + b^2*(b-a)*(b-c) + c^2*(c-a)*(c-b) >= 0",
        "x^2 + 5*y^2 + 3*z^2 - 3*x*y - 2*y*z + 1 > 0"})
    void sums_of_squares_are_found(String goal) {
        assertProved(Problem.given(), goal);
    }

    @Test
    void a_simplex_bounds_the_product() {
        assertProved(Problem.given("x >= 0", "y >= 0", "z >= 0", "x + y + z = 1"), "27*x*y*z <= 1");
    }

    @Test
    void a_square_that_was_written_is_seen_though_it_is_multiplied_out() {
        Problem problem = Problem.given("y >= 0");
        Polynomial root = problem.constraint("x*(x + 1)*(x + 2) - 500000 = 0").polynomial();
        List<Constraint> against = problem.against("(x*(x + 1)*(x + 2) - 500000)^2 + y >= 0");
        Certificate found = Refutation.find(against, List.of(root), Budget.ORDINARY).orElseThrow();
        assertThat(Refutation.verify(against, found)).isTrue();
        List<Constraint> toomuch = problem.against("(x*(x + 1)*(x + 2) - 500000)^2 + y >= 1");
        assertThat(Refutation.find(toomuch, List.of(root), Budget.ORDINARY)).isEmpty();
    }

    @Test
    void contradictory_equalities_are_refuted() {
        var constraints = Problem.given("x*y = 1", "x = 0").constraints();
        var certificate = Refutation.find(constraints, Budget.ORDINARY);
        assertThat(certificate).isPresent();
        assertThat(Refutation.verify(constraints, certificate.get())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x >= 0 | x >= 1",
        "x^2 = 2 ; x >= 0 | x >= 3/2",
        "x >= 0 ; y >= 0 | x^2 + y^2 >= 3*x*y",
        "x^2 + y^2 = 1 | x*y <= 49/100",
        "s > 0 ; s < 1 ; s^2 = (b-1)^2 + (c-1)^2 + d^2 ; t >= 0 ; t^2 = a^2 | t*s >= (1-s)^2",
        "u^2 <= n*g ; n = y*k ; r = L*u | r^2 <= L*y*k*g",
        "a >= b | k*a >= k*b"})
    void what_is_false_is_not_proved(String hypotheses, String goal) {
        assertThat(Problem.given(hypotheses.split(";")).proof(goal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 > 0", "-1 >= 0", "1 = 0", "x - x > 0", "0 >= 1/3"})
    void a_false_constant_is_refuted(String constraint) {
        var constraints = Problem.given(constraint, "y >= 0").constraints();
        var certificate = Refutation.find(constraints, Budget.ORDINARY);
        assertThat(certificate).isPresent();
        assertThat(Refutation.verify(constraints, certificate.get())).isTrue();
    }

    @Test
    void no_constraints_are_no_contradiction() {
        assertThat(Refutation.find(List.of(), Budget.ORDINARY)).isEmpty();
    }

    @Test
    void absolute_values_satisfy_the_triangle_inequality() {
        assertProved(Problem.given("p >= 0", "q >= 0", "r >= 0", "p^2 = a^2 + b^2", "q^2 = x^2 + y^2", "r^2 = (a+x)^2 + (b+y)^2"),
                "p + q >= r");
    }

    @Test
    void the_entry_bound_follows_from_its_lemmas_at_once() {
        assertProved(Problem.given("b >= 1-s", "c >= 1-s", "s < 1", "a*d >= b*c", "t >= 0", "e >= 0", "t^2 = a^2", "e^2 = d^2",
                "s >= e"), "t*s >= (1-s)^2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x >= 1000000 ; y >= 1/1000 | x*y >= 1000",
        "x^2 <= 1/1000000 | x <= 1/1000",
        "x >= 0.3141592653 ; y >= 2.71828182845904 | x*y >= 0.85"})
    void coefficients_may_have_any_size(String hypotheses, String goal) {
        assertProved(Problem.given(hypotheses.split(";")), goal);
    }

    @Test
    void nothing_is_found_without_time() {
        assertThat(Refutation.find(Problem.given().against("x^2 >= 0"), Budget.of(Duration.ZERO))).isEmpty();
    }

    @Test
    void an_interrupted_thread_stops_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        var found = Refutation.find(Problem.given().against("x^2 >= 0"), Budget.ORDINARY);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void a_certificate_needs_a_strict_item() {
        // x² - x² = 0 holds for all x and contradicts nothing.
        Polynomial x = Polynomial.variable(0);
        var constraints = List.of(Constraint.nonnegative(x.squared().negate()));
        var items = new Certificate(List.of(new Product(Rational.ONE, List.of(), Optional.of(x)),
                new Product(Rational.ONE, List.of(0), Optional.empty())));
        assertThat(Refutation.verify(constraints, items)).isFalse();
        assertThat(Refutation.verify(List.of(Constraint.positive(x.squared().negate())), items)).isTrue();
    }

    @Test
    void a_certificate_may_not_multiply_an_equality_as_if_it_were_an_inequality() {
        Polynomial one = Polynomial.ONE;
        var asProduct = new Certificate(List.of(new Product(Rational.ONE, List.of(), Optional.empty()),
                new Product(Rational.ONE, List.of(0), Optional.empty())));
        assertThat(Refutation.verify(List.of(Constraint.zero(one.negate())), asProduct)).isFalse();
        var asMultiple = new Certificate(List.of(new Product(Rational.ONE, List.of(), Optional.empty()), new Multiple(0, one)));
        assertThat(Refutation.verify(List.of(Constraint.zero(one.negate())), asMultiple)).isTrue();
        assertThat(Refutation.verify(List.of(Constraint.nonnegative(one.negate())), asMultiple)).isFalse();
        assertThat(Refutation.verify(List.of(), asMultiple)).isFalse();
    }

    @Test
    void weights_must_be_positive() {
        var constraints = List.of(Constraint.nonnegative(Polynomial.ONE));
        var certificate = new Certificate(List.of(new Product(Rational.ONE, List.of(), Optional.empty()),
                new Product(Rational.MINUS_ONE, List.of(0), Optional.empty())));
        assertThat(Refutation.verify(constraints, certificate)).isFalse();
    }
}
