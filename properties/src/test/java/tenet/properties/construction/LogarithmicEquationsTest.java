package tenet.properties.construction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenet.properties.exact.Choices;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

class LogarithmicEquationsTest {
    private static final Document DOCUMENT = Parser.parse("logarithms.tenet", """
            theory tied
              param n : nat >= 1, <= 2
              param a[k in 1..n] : real
              param b, c : real > 0
              param x[k in 1..n] : real > 0
            theorem tied.powers
              given tie: for k in 1..n: 1/2*log(x[k]) - a[k]*log(c) = log(b)
              show sum(k in 1..n, log(x[k])) = 2*n*log(b) + 2*log(c)*sum(k in 1..n, a[k])
            false claim tied.once
              given tie: for k in 1..n: 1/2*log(x[k]) - a[k]*log(c) = log(b)
              show sum(k in 1..n, log(x[k])) = 2*n*log(b) + log(c)*sum(k in 1..n, a[k])
            """, name -> Optional.empty()).value();

    private static Statement statement(String id) {
        return DOCUMENT.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
    }

    @Test
    void numbers_whose_logarithms_are_tied_are_drawn_and_verified() {
        Sampler sampler = new Sampler(statement("tied.powers"), List.of());
        List<Sample> samples = IntStream.range(0, 100).mapToObj(number -> sampler.draw(Choices.fresh(1, number))).toList();
        assertThat(samples.stream().filter(sample -> sample.standing() == Sample.Standing.ACCEPTED)).hasSizeGreaterThan(20);
    }

    @Test
    void a_false_tie_is_refuted_and_the_true_one_is_not() {
        Settings settings = new Settings(1, 200, Duration.ofMinutes(1), 1);
        Attack wrong = Falsifier.attack(statement("tied.once"), List.of(), settings);
        assertThat(wrong.simplest()).isPresent();
        assertThat(Falsifier.attack(statement("tied.powers"), List.of(), settings).simplest()).isEmpty();
    }
}
