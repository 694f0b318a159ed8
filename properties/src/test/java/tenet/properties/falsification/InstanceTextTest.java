package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

class InstanceTextTest {
    private static Value<Rational> matrix(String... entries) {
        return new Value.Matrix<>(2, 2, java.util.Arrays.stream(entries).map(Rational::parse).toList());
    }

    @Test
    void members_functions_and_rates_are_told_in_the_order_of_declaration() {
        Instance instance = Instance.EMPTY.with("sigma", Value.scalar(Rational.of(3, 2))).withRate("sigma", List.of(), Value.number(-2))
                .with("u", Value.vector(List.of(Rational.ONE, Rational.ZERO)))
                .with("W", List.of(2), Value.matrix(new String[] {"1", "-1/2"}, new String[] {"0", "4"})).with("W", List.of(1), Value.number(7))
                .with("d", List.of(10), Value.number(3)).with("d", List.of(9), Value.number(1)).with("L", 2)
                .with("loss", new FunctionModel.Quadratic(matrix("1", "0", "3", "0"), matrix("0", "0", "-1", "0"), matrix("0", "5", "0", "-1/2")));
        assertThat(InstanceText.block(instance, CLAIMS.statement("sv-dynamics").signature())).isEqualTo("""
                instance
                  L = 2
                  d[9] = 1
                  d[10] = 3
                  W[1] = 7
                  W[2] = [[1, -1/2], [0, 4]]
                  loss(X) = 1/2*(X[1,1]^2 + 3*(X[2,1] + 1)^2) + 5*X[1,2] + (-1/2)*X[2,2]
                  u = [1; 0]
                  sigma = 3/2
                  sigma' = -2
                """);
    }

    @Test
    void norms_are_told_by_their_formula() {
        var signature = CLAIMS.statement("norm-lower").signature();
        assertThat(InstanceText.lines(Instance.EMPTY.with("N", new FunctionModel.WeightedNorm(matrix("1", "2", "1", "1"), Optional.of(Rational.of(1, 2)))), signature))
                .containsExactly("N(X) = (|X[1,1]|^(1/2) + 2*|X[1,2]|^(1/2) + |X[2,1]|^(1/2) + |X[2,2]|^(1/2))^2");
        assertThat(InstanceText.lines(Instance.EMPTY.with("N", new FunctionModel.WeightedNorm(matrix("1", "0", "3", "1"), Optional.empty())), signature))
                .containsExactly("N(X) = max(|X[1,1]|, 3*|X[2,1]|, |X[2,2]|)");
    }
}
