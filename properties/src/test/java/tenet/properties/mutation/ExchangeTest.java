package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.term.Rational;
import tenet.theorems.Contradiction;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;

class ExchangeTest {
    private static final Fate SURVIVED = new Fate.Survived(600, 300, 0, OptionalDouble.empty(), "");
    private static final Exchange EXCHANGE = new Exchange(List.of(at(3), at(97)), 32);

    private static Instance at(long x) {
        return Instance.EMPTY.with("x", List.of(), Value.scalar(Rational.of(x)));
    }

    private static Fate fate(String change, Fate sofar) throws InvalidInput {
        Claim claim = SourceReader.parse("mine.tenet", """
                theorem far "False between 96 and 98 alone, when the right side is one more"
                  param x : real
                  given low: x <= 97
                  show (x - 97)^2 >= 0
                """, Optional.empty(), Library.EMPTY).document().claims().getFirst();
        return EXCHANGE.fate(Mutants.of(claim).stream().filter(mutant -> mutant.change().equals(change)).findFirst().orElseThrow(), sofar);
    }

    @Test
    void what_refutes_one_mutant_refutes_another_that_survived() throws InvalidInput {
        assertThat(fate("(x - 97)^2 >= 0 -> (x - 97)^2 > 0", SURVIVED)).isInstanceOfSatisfying(Fate.Killed.class, killed -> {
            assertThat(killed.counterexample().values()).anySatisfy(binding -> assertThat(binding).hasToString("x = 97"));
            assertThat(killed.tries()).isEqualTo(602);
        });
        assertThat(fate("(x - 97)^2 >= 0 -> (x - 97)^2 > 0", new Fate.Vacuous("no instance"))).isInstanceOf(Fate.Killed.class);
    }

    @Test
    void a_mutant_that_holds_there_keeps_its_fate() throws InvalidInput {
        assertThat(fate("without low", SURVIVED)).isSameAs(SURVIVED);
        assertThat(fate("low: x <= 97 -> x >= 97", SURVIVED)).isSameAs(SURVIVED);
    }

    @Test
    void a_counterexample_to_what_was_proved_is_an_internal_error() throws InvalidInput {
        Fate proved = new Fate.Proved(false, List.of(), "");
        assertThat(fate("without low", proved)).isSameAs(proved);
        assertThatThrownBy(() -> fate("(x - 97)^2 >= 0 -> (x - 97)^2 > 0", proved)).isInstanceOf(Contradiction.class).hasMessageContaining("far");
    }

    @Test
    void an_instance_against_the_hypotheses_refutes_nothing() throws InvalidInput {
        // At 97 its conclusion fails; its hypothesis is x <= 96.
        assertThat(new Exchange(List.of(at(97)), 32).fate(strict(96), SURVIVED)).isSameAs(SURVIVED);
        assertThat(new Exchange(List.of(at(97)), 32).fate(strict(97), SURVIVED)).isInstanceOf(Fate.Killed.class);
    }

    private static Mutant strict(int most) throws InvalidInput {
        Claim claim = SourceReader.parse("mine.tenet", """
                theorem strict "A square above zero"
                  param x : real
                  given low: x <= %d
                  show (x - 97)^2 > 0
                """.formatted(most), Optional.empty(), Library.EMPTY).document().claims().getFirst();
        return Mutant.of(claim, Mutant.Kind.TIGHTENED, "as it is", claim.statement());
    }
}
