package tenet.properties.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenet.properties.exact.Choices;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

/** Matrices within a distance of another, and orthogonal ones of a given determinant. */
class NearbyMatricesTest {
    private static long accepted(String text) {
        var result = Parser.parse("near.tenet", text, theory -> java.util.Optional.empty());
        assertThat(result.diagnostics()).isEmpty();
        Statement statement = result.value().claims().getFirst().statement();
        Sampler sampler = new Sampler(statement, List.of(), false);
        return IntStream.range(0, 100).filter(number -> sampler.draw(Choices.fresh(1, number)).standing() == Sample.Standing.ACCEPTED).count();
    }

    @Test
    void a_matrix_is_moved_to_within_the_distance_asked_for() {
        assertThat(accepted("""
                theorem t
                  param n : nat >= 2
                  param s : real > 0
                  var Q, Z : real[n, n]
                  given near: norm(Z - Q) <= s
                  show norm(Z) <= norm(Q) + s
                """)).isGreaterThan(95);
    }

    @Test
    void what_a_definition_takes_out_of_a_matrix_does_not_count() {
        assertThat(accepted("""
                theorem t
                  param s : real > 0
                  var W : real[3, 3]
                  let Q = [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
                  let u = [[1], [0], [0]]
                  given near: norm(W - W[1,1]*u*u^T - Q) < s
                  show norm(W) >= 0
                """)).isGreaterThan(95);
    }

    @Test
    void half_of_the_orthogonal_matrices_have_determinant_minus_one() {
        assertThat(accepted("""
                theorem t
                  param n : nat >= 1
                  var Q : real[n, n]
                  given orthogonal: Q^T*Q = identity(n)
                  given turned: det(Q) = -1
                  show norm(Q)^2 = n
                """)).isGreaterThan(95);
    }

    @Test
    void an_inequality_that_is_quadratic_in_everything_is_made_true() {
        assertThat(accepted("""
                theorem t
                  param a, b, c : real > 0
                  given large: a^2*b^2 <= c^2
                  given small: b^2 >= 3*a^2
                  show a*b <= c
                """)).isGreaterThan(80);
    }

    @Test
    void a_unit_vector_turns_to_an_axis_where_an_equation_asks_for_it() {
        assertThat(accepted("""
                theorem t
                  var Q : real[2, 2]
                  var u : real[2]
                  given exchange: Q = [[0, 1], [1, 0]]
                  given unit: norm(u) = 1
                  given hollow: u^T*Q*u = 0
                  show norm(Q*u) = 1
                """)).isGreaterThan(95);
    }
}
