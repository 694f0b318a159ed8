package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;

class ComplexityTest {
    private static final Signature SIGNATURE = CLAIMS.statement("balancedness").signature();

    private static Complexity of(long depth, Value<Rational> first) {
        return Complexity.of(Instance.EMPTY.with("L", depth).with("W", List.of(1), first), SIGNATURE);
    }

    @Test
    void smaller_parameters_come_first_then_zeros_then_short_and_positive_numbers() {
        List<Complexity> ascending = List.of(of(2, Value.number(0)), of(2, Value.number(1)), of(2, Value.number(-1)), of(2, Value.number(2)),
                of(2, Value.scalar(Rational.of(1, 2))), of(2, Value.scalar(Rational.of(-17, 5))), of(3, Value.number(0)));
        assertThat(ascending).isSorted();
        assertThat(ascending.stream().distinct()).hasSameSizeAs(ascending);
    }
}
