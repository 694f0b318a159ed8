package tenet.properties.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.SecondOpinion;
import tenet.numeric.flow.Velocity;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

class ExperimentTest {
    private static Statement statement(String text, String id) {
        Document document = Parser.parse("experiment.tenet", text, name -> Optional.empty()).value();
        return document.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow().statement();
    }

    private static Statement published(String file, String id) throws IOException {
        return statement(Files.readString(Path.of("..", "docs", "experiments", file)), id);
    }

    private static List<Term> terms(Statement statement, String... texts) {
        return java.util.Arrays.stream(texts).map(text -> Parser.parseTerm(text, statement.signature()).value().orElseThrow()).toList();
    }

    @Test
    void the_unobserved_entry_and_the_norms_grow_as_the_loss_falls_and_the_effective_rank_falls() throws IOException {
        Statement statement = published("completion.tenet", "exp.entry");
        Measurement measurement = new Experiment(statement).along(terms(statement, "loss(E)", "abs(E[1,1])", "nuclear(E)", "erank(E)"), 100, 5);
        assertThat(measurement.rows()).hasSize(6);
        for (int i = 1; i < 6; i++) {
            List<Double> before = measurement.rows().get(i - 1).values();
            List<Double> here = measurement.rows().get(i).values();
            assertThat(here.get(0)).isLessThan(before.get(0));
            assertThat(here.get(1)).isGreaterThan(before.get(1));
            assertThat(here.get(2)).isGreaterThan(before.get(2));
            assertThat(here.get(3)).isLessThan(before.get(3));
        }
        assertThat(measurement.rows().getLast().values().get(3)).isBetween(1.0, 1.001);
        assertThat(measurement.csv()).startsWith("t,loss(E),\"abs(E[1,1])\",nuclear(E),erank(E)\n0.0,");
    }

    @Test
    void from_a_negative_determinant_the_loss_falls_and_the_entry_stays() throws IOException {
        Statement statement = published("completion.tenet", "exp.negative");
        Measurement.Row last = new Experiment(statement).along(terms(statement, "loss(E)", "E[1,1]"), 100, 2).rows().getLast();
        assertThat(last.values().get(0)).isLessThan(1e-9);
        assertThat(last.values().get(1)).isBetween(-1.0, 1.0);
    }

    @Test
    void the_norms_of_components_emerge_one_after_the_other() throws IOException {
        Statement statement = published("components.tenet", "exp.components");
        Measurement measurement = new Experiment(statement).along(Experiment.sides(statement.conclusion()), 400, 4);
        assertThat(measurement.rows().get(1).values().get(0)).isGreaterThan(0.5);
        assertThat(measurement.rows().get(1).values().get(1)).isLessThan(0.01);
        assertThat(measurement.rows().get(4).values().get(1)).isBetween(0.49, 0.51);
    }

    @Test
    void gradient_descent_is_another_system() {
        String text = """
                theory two
                  var   a, b : real
                  flow  a descends 1/2*(a*b - 1)^2
                  flow  b descends 1/2*(a*b - 1)^2
                theorem kept
                  given initially first: a = 1/2
                  given initially second: b = 2/5
                  show a^2 - b^2 = 9/100
                """;
        Statement statement = statement(text, "kept");
        Experiment experiment = new Experiment(statement);
        List<Term> terms = terms(statement, "a^2 - b^2");
        assertThat(experiment.along(terms, 10, 2).rows().getLast().values().getFirst()).isBetween(0.09 - 1e-8, 0.09 + 1e-8);
        assertThat(Math.abs(experiment.descending(terms, Rational.of(1, 5), 10, 2).rows().getLast().values().getFirst() - 0.09)).isGreaterThan(1e-4);
    }

    @Test
    void a_second_integration_confirms_what_is_measured_or_the_table_says_so() throws IOException {
        Statement statement = published("completion.tenet", "exp.entry");
        List<Term> terms = terms(statement, "loss(E)");
        assertThat(new Experiment(statement).along(terms, 50, 2).doubt()).isEmpty();
        SecondOpinion.Integrator still = new SecondOpinion.Integrator() {
            @Override
            public String name() {
                return "standing still";
            }

            @Override
            public List<double[]> at(Velocity velocity, double[] start, List<Double> times, Motion.Limits limits) {
                return Collections.nCopies(times.size(), start);
            }
        };
        Measurement doubtful = new Experiment(statement, new SecondOpinion(Motion.Limits.DEFAULT, 1e-6, still)).along(terms, 50, 2);
        assertThat(doubtful.table()).contains("not confirmed: two computations of the motion disagree: W[1][", " by standing still");
    }

    @Test
    void a_start_that_is_not_given_is_asked_for() {
        Statement statement = statement("""
                theory decay
                  param n : nat >= 1
                  var   x : real[n]
                  flow  x descends norm(x)^2
                theorem falls
                  given size: n = 2
                  show norm(x) >= 0
                """, "falls");
        assertThatThrownBy(() -> new Experiment(statement)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("x has no value");
    }
}
