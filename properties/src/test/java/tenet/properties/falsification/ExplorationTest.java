package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

class ExplorationTest {
    private static Statement statement(String text) {
        Parser.Result<Document> result = Parser.parse("exploration.tenet", text, theory -> Optional.empty());
        assertThat(result.diagnostics()).isEmpty();
        return result.value().claims().getFirst().statement();
    }

    private static Attack attack(Statement statement, int explored) {
        return Falsifier.attack(statement, List.of(), new Settings(1, 1, Duration.ofMinutes(5), 2, 1, 300, 0, explored));
    }

    /** Rounding cannot tell two thirds from two thirds: sides that look equal are compared exactly. */
    @Test
    void a_strict_inequality_is_refuted_where_its_sides_are_equal() {
        Statement strict = statement("""
                theorem t
                  var x, y : real
                  show x^2 + y^2 > 4/3*x*y
                """);
        assertThat(attack(strict, 0).isRefuted()).isFalse();
        Counterexample found = attack(strict, 2_000).simplest().orElseThrow();
        assertThat(found.method()).isEqualTo(Method.EXACT);
        assertThat(found.margin()).isZero();
        assertThat(attack(statement("""
                theorem t
                  var x, y : real
                  show x^2 + y^2 >= 4/3*x*y
                """), 2_000).isRefuted()).as("equality is no violation of what allows it").isFalse();
    }

    @Test
    void the_start_of_a_motion_is_explored_too() {
        String text = """
                theorem t
                  var x : real
                  var y : real
                  flow x follows -x
                  given initially start: y > 1
                  show 100*(x - 3/4)^2 + (y - 2)^2 > 1/50
                """;
        Statement statement = statement(text);
        assertThat(attack(statement, 0).isRefuted()).isFalse();
        Counterexample found = attack(statement, 8_000).simplest().orElseThrow();
        assertThat(found.time()).hasValue(0);
        assertThat(found.margin()).isNegative();
        assertThat(attack(statement(text.replace("> 1/50", "> -1/50")), 1_000).isRefuted()).isFalse();
    }
}
