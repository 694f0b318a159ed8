package tenet.properties.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.properties.exact.Choices;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

/** What bold draws reach and others hardly ever. */
class EdgeTest {
    private static final Statement NORM = statement("""
            theorem t
              var W : real[2, 2]
              var s : real
              fun rough N : real[2, 2] -> real
              param c : real >= 1
              param m : real >= 0
              given area: det(W) >= 0
              given residual: s^2 = (W[1,2] - 1)^2 + (W[2,1] - 1)^2 + W[2,2]^2
              given away: s > 0
              given homogeneous: for X : real[2, 2], k : real: N(k*X) = abs(k)*N(X)
              given triangle: for X : real[2, 2], Y : real[2, 2]: N(X + Y) <= c*(N(X) + N(Y))
              given units: N([[1, 0], [0, 0]]) <= m and N([[0, 1], [0, 0]]) <= m and N([[0, 0], [1, 0]]) <= m and N([[0, 0], [0, 1]]) <= m
              show N(W) >= N([[1, 0], [0, 0]])/(c*s) - 7*c^2*m
            """);
    private static final String VALUES_TEXT = """
            theorem t
              var W : real[2, 2]
              var s1, s2 : real
              given product: s1*s2 = abs(det(W))
              given squares: s1^2 + s2^2 = norm(W)^2
              given order: s1 >= s2 >= 0
              show s2^2 <= W[1,2]^2 + W[2,2]^2
            """;
    private static final Statement BALANCED = statement("""
            theorem t
              param L : nat >= 2
              var W[l in 1..L] : real[2, 2]
              given balanced: for l in 1..L-1: W[l+1]^T*W[l+1] = W[l]*W[l]^T
              show det(W[1]) >= 0
            """);
    private static final Statement VALUES = statement(VALUES_TEXT);

    private static Statement statement(String text) {
        Parser.Result<Document> result = Parser.parse("edge.tenet", text, theory -> Optional.empty());
        assertThat(result.diagnostics()).isEmpty();
        return result.value().claims().getFirst().statement();
    }

    private static Statement without(String hypothesis, Statement whole) {
        List<Hypothesis> left = whole.hypotheses().stream().filter(each -> !each.name().equals(hypothesis)).toList();
        assertThat(left).hasSize(whole.hypotheses().size() - 1);
        return new Statement(whole.id(), whole.signature(), left, whole.conclusion());
    }

    /** The accepted ones among many bold draws. */
    private static List<Instance> accepted(Statement statement) {
        Sampler sampler = new Sampler(statement, List.of());
        return IntStream.range(0, 500).mapToObj(i -> sampler.draw(Choices.bold(1, i))).filter(sample -> sample.standing() == Sample.Standing.ACCEPTED)
                .map(sample -> sample.instance().orElseThrow()).toList();
    }

    private static long count(String formula, Statement statement, List<Instance> instances) {
        Formula parsed = Parser.parseFormula(formula, statement.signature()).value().orElseThrow();
        Sampler sampler = new Sampler(statement, List.of());
        return instances.stream().filter(instance -> new Evaluation<>(sampler.premises().primitives(), State.of(new Rationals(), instance)).holds(parsed) == Truth.HOLDS).count();
    }

    @Test
    void a_small_residual_and_a_determinant_of_zero_meet() {
        List<Instance> instances = accepted(NORM);
        assertThat(count("s <= 1/10 and det(W) = 0 and W[2,2] = s", NORM, instances)).isPositive();
        assertThat(count("N(W) < N([[1, 0], [0, 0]])/(c*s) - 7*c^2*m", NORM, instances)).as("the claim is true").isZero();
    }

    @Test
    void without_the_triangle_inequality_a_rough_function_vanishes_where_it_hurts() {
        String vanishing = "N(W) = 0 and N([[1, 0], [0, 0]]) = 1 and N([[0, 1], [0, 0]]) <= 1 and N([[0, 0], [0, 1]]) <= 1 and abs(W[1,1]) > 0 and m <= 1";
        Statement loose = without("triangle", NORM);
        assertThat(count(vanishing, loose, accepted(loose))).isPositive();
    }

    @Test
    void without_homogeneity_a_norm_has_a_cap() {
        Statement loose = without("homogeneous", NORM);
        assertThat(count("N(W) = 1 and N(10*W) = 1 and N([[1, 0], [0, 0]]) = 1 and s <= 1/10", loose, accepted(loose))).isPositive();
    }

    @Test
    void numbers_that_need_not_be_singular_values_are_not() {
        assertThat(count("s1*s2 = abs(det(W)) and s1 >= s2 >= 0", VALUES, accepted(VALUES))).isEqualTo(accepted(VALUES).size());
        Statement free = without("product", VALUES);
        assertThat(count("s1*s2 != abs(det(W)) and s2 > 0", free, accepted(free))).isGreaterThan(30);
        Statement unordered = without("order", VALUES);
        List<Instance> instances = accepted(unordered);
        assertThat(count("s1 < s2", unordered, instances)).isGreaterThan(30);
        assertThat(count("s2 < 0", unordered, instances)).isGreaterThan(30);
    }

    @Test
    void a_wrong_exponent_beside_a_norm_leaves_matrices_with_a_determinant_to_find() {
        for (String wrong : List.of("s1^3 + s2^2 = norm(W)^2", "s1^2 + s2^3 = norm(W)^2", "s1^2 + s2^2 = norm(W)")) {
            Statement statement = statement(VALUES_TEXT.replace("s1^2 + s2^2 = norm(W)^2", wrong));
            assertThat(count("s1 >= s2 > 0 and abs(det(W)) = s1*s2", statement, accepted(statement))).as(wrong).isGreaterThan(20);
        }
    }

    @Test
    void singular_values_far_apart_meet_observed_ones() {
        List<Instance> instances = accepted(VALUES);
        assertThat(count("W[1,2] = 1 and W[2,1] = 1 and s1 >= 20*s2 and s2 > 0", VALUES, instances)).isPositive();
        assertThat(count("W[2,2]^2 <= 6/5*s2^2 and W[1,2] > 0 and W[2,1] > 0 and s1 > s2 > 0", VALUES, instances)).isPositive();
    }

    @Test
    void a_small_number_is_kept_where_squares_sum_up_to_it_or_to_a_power_of_it() {
        for (String sum : List.of("s^1 = (W[1,2] - 1)^2 + (W[2,1] - 1)^2 + W[2,2]^2", "s^2 = (W[1,2] - 1)^2 + (W[2,1] - 1)^2 + W[2,2]^3")) {
            Statement statement = statement("""
                    theorem t
                      var W : real[2, 2]
                      var s : real
                      given residual: SUM
                      given away: s > 0
                      show W[1,1]*s >= 0
                    """.replace("SUM", sum));
            assertThat(count("s <= 1/100 and W[2,2] >= 2*s", statement, accepted(statement))).as(sum).isPositive();
        }
    }

    @Test
    void a_matrix_with_a_given_kernel_is_near_to_the_one_it_is_compared_with() {
        Statement statement = statement("""
                theorem t
                  var W, Z : real[2, 2]
                  var v : real[2]
                  given unit: norm(v) = 1
                  given kernel: Z*v = 0
                  show norm(W - Z) >= 0
                """);
        List<Instance> instances = accepted(statement);
        assertThat(instances).as("the equation is solved").hasSize(500);
        assertThat(count("Z[1,1]^2 + Z[2,2]^2 > 0", statement, instances)).isGreaterThan(300);
        assertThat(count("Z = W - W*v*v^T and W*v != 0 and Z != 0", statement, instances)).isGreaterThan(50);
    }

    @Test
    void matrices_that_commute_need_not_be_zero() {
        Statement statement = statement("""
                theorem t
                  var X, A, B : real[2, 2]
                  given swap: B*X = X*A
                  show trace(X*A) >= 0
                """);
        List<Instance> instances = accepted(statement);
        assertThat(instances).hasSizeGreaterThan(400);
        assertThat(count("det(X) != 0 and A[1,2] != 0 and A != B", statement, instances)).isPositive();
    }

    @Test
    void balanced_layers_come_near_to_observed_entries_and_their_singular_values_are_known() {
        Statement statement = statement("""
                theorem t
                  var W[l in 1..2] : real[2, 2]
                  var s1, s2 : real
                  given balanced: W[2]^T*W[2] = W[1]*W[1]^T
                  given area: det(W[2]*W[1]) > 0
                  given product: s1*s2 = det(W[2]*W[1])
                  given squares: s1^2 + s2^2 = norm(W[2]*W[1])^2
                  given order: s1 >= s2 >= 0
                  show s1 >= 0
                """);
        List<Instance> instances = accepted(statement);
        assertThat(instances).hasSizeGreaterThan(200);
        assertThat(count("s1 > s2", statement, instances)).isGreaterThan(50);
        String residual = "((W[2]*W[1])[1,2] - 1)^2 + ((W[2]*W[1])[2,1] - 1)^2 + (W[2]*W[1])[2,2]^2";
        assertThat(count(residual + " <= 1/25", statement, instances)).isPositive();
    }

    @Test
    void a_seminorm_that_vanishes_may_be_small_on_every_unit() {
        String vanishing = "N(W) = 0 and 0 < N([[1, 0], [0, 0]]) < 1/5 and N([[0, 1], [0, 0]]) + N([[0, 0], [1, 0]]) + N([[0, 0], [0, 1]]) = 1";
        assertThat(count(vanishing, NORM, accepted(NORM))).isPositive();
        assertThat(count("N(W) = abs(W[1,1]) and N(W) > 0 and N([[0, 1], [0, 0]]) = 0", NORM, accepted(NORM))).isPositive();
    }

    @Test
    void nothing_moves_under_some_losses_and_others_keep_all_rotations() {
        Statement statement = statement("""
                theorem t
                  fun loss : real[2] -> real
                  var x : real[2]
                  flow x descends loss(x)
                  show loss(x)' <= 0
                """);
        Sampler sampler = new Sampler(statement, List.of(), false);
        List<FunctionModel> losses = IntStream.range(0, 40).mapToObj(number -> sampler.draw(Choices.bold(1, number)).instance().orElseThrow().function("loss").orElseThrow()).toList();
        assertThat(losses).anySatisfy(loss -> assertThat(weights(loss)).containsOnly(Rational.ZERO));
        assertThat(losses).anySatisfy(loss -> assertThat(weights(loss)).containsOnly(Rational.ONE));
    }

    /** Of a quadratic without a linear part about zero. */
    private static List<Rational> weights(FunctionModel model) {
        assertThat(model).isInstanceOf(FunctionModel.Quadratic.class);
        FunctionModel.Quadratic quadratic = (FunctionModel.Quadratic) model;
        assertThat(quadratic.linear().entries()).containsOnly(Rational.ZERO);
        assertThat(quadratic.targets().entries()).containsOnly(Rational.ZERO);
        return quadratic.weights().entries();
    }

    /** Gram matrices with any entries, one of them one, hardly ever come of rational singular vectors. */
    @Test
    void balanced_layers_may_be_one_matrix_and_its_transpose_in_turn() {
        Sampler sampler = new Sampler(BALANCED, List.of());
        List<Instance> turned = IntStream.range(0, 200).mapToObj(i -> sampler.draw(Choices.bold(1, i)))
                .filter(sample -> sample.standing() == tenet.properties.sampling.Sample.Standing.ACCEPTED).map(sample -> sample.instance().orElseThrow())
                .filter(instance -> entry(instance, 1, 1).equals(entry(instance, 2, 2)) && entry(instance, 1, 2).equals(entry(instance, 2, 1))
                        && !entry(instance, 1, 1).equals(entry(instance, 1, 2))).toList();
        assertThat(turned.size()).isGreaterThan(10);
    }

    /** Of the layer, above the diagonal for layer and row one. */
    private static Rational entry(Instance instance, int layer, int row) {
        return instance.value("W", List.of(layer)).orElseThrow().entries().get(row);
    }

    @Test
    void the_zero_function_obeys_the_triangle_inequality_with_any_constant() {
        Sampler sampler = new Sampler(statement("""
                theorem t
                  fun rough N : real[2] -> real
                  param c : real
                  given negative: c <= 0
                  given triangle: for X : real[2], Y : real[2]: N(X + Y) <= c*(N(X) + N(Y))
                  show N([1; 0]) >= 1
                """), List.of());
        assertThat(IntStream.range(0, 200).mapToObj(i -> sampler.draw(Choices.bold(1, i))))
                .anyMatch(sample -> sample.standing() == tenet.properties.sampling.Sample.Standing.ACCEPTED);
    }
}
