package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.Trajectory;
import tenet.numeric.flow.VectorField;
import tenet.numeric.linear.Value;
import tenet.properties.jqwik.ClaimInstance;
import tenet.properties.jqwik.ClaimInstances;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

/**
 * The headline: along the flow of the 2 x 2 completion problem, from balanced layers with a positive determinant, all norms are driven
 * to infinity and the rank is driven to one.
 */
class CompletionFlowProperties {
    private static final ClaimInstances STARTS = ClaimInstances.startsOf("rc.dist-upper.distance");
    /** Of rounding and of the integration, relative. */
    private static final double ERROR = 1e-6;

    /** A motion, and terms along it. */
    private record Run(Signature signature, PrimitiveTerms primitives, Trajectory trajectory) {
        static Run of(Signature signature, Instance start, double end) {
            PrimitiveTerms primitives = new PrimitiveTerms(signature);
            return new Run(signature, primitives, new Motion(new VectorField(primitives, start)).until(end));
        }

        double at(double time, String term) {
            State<Double> state = trajectory.at(time);
            return new Evaluation<>(primitives, state).startingAt(trajectory.start())
                    .evaluate(Parser.parseTerm(term, signature).value().orElseThrow()).entries().getFirst();
        }

        List<Double> along(List<Double> times, String term) {
            return times.stream().map(time -> at(time, term)).toList();
        }
    }

    @Provide
    Arbitrary<ClaimInstance> starts() {
        return STARTS;
    }

    /**
     * The loss falls; so the lower bound (1 - s)^2/s of every norm of the matrix with a unit in its first entry rises, and the upper
     * bounds of the distance to rank one and of the effective rank fall, s being the residual. All three hold at each time.
     */
    @Property(tries = 25, seed = "11", edgeCases = EdgeCasesMode.NONE)
    void norms_diverge_while_rank_is_minimized_along_the_flow(@ForAll("starts") ClaimInstance start) {
        Run run = Run.of(start.statement().signature(), start.values(), 2);
        Assume.that(run.trajectory().stopped().isEmpty());
        double before = Double.POSITIVE_INFINITY;
        for (double time : List.of(0.0, 0.125, 0.25, 0.5, 1.0, 2.0)) {
            double residual = Math.sqrt(2 * run.at(time, "loss(E)"));
            assertThat(residual).as("at " + time + " from " + start).isLessThanOrEqualTo(before * (1 + ERROR) + ERROR);
            before = residual;
            if (residual < 1) assertThat(run.at(time, "abs(E[1,1])")).isGreaterThanOrEqualTo((1 - residual) * (1 - residual) / residual * (1 - ERROR) - ERROR);
            assertThat(run.at(time, "dist_rank(E, 1)")).isLessThanOrEqualTo(residual * (1 + ERROR) + ERROR);
            assertThat(run.at(time, "erank(E)")).isLessThanOrEqualTo(1 + 2 * residual / Math.log(2) + ERROR);
        }
    }

    @Provide
    Arbitrary<Rational> scales() {
        return Arbitraries.of(Rational.of(1, 10), Rational.of(1, 4), Rational.of(1, 2), Rational.of(3, 4), Rational.ONE);
    }

    /** From two equal multiples of the identity the quantities themselves move so, not their bounds alone, from time 4 on. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void from_multiples_of_the_identity_all_norms_rise_and_both_ranks_fall(@ForAll("scales") Rational scale) {
        Value<Rational> layer = Value.of(List.of(2, 2), List.of(scale, Rational.ZERO, Rational.ZERO, scale));
        Instance start = Instance.EMPTY.with("L", 2).with("W", List.of(1), layer).with("W", List.of(2), layer);
        Run run = Run.of(STARTS.statement().signature(), start, 64);
        List<Double> times = List.of(4.0, 8.0, 16.0, 32.0, 64.0);
        for (String rises : List.of("norm(E)", "nuclear(E)", "spectral(E)", "schatten(E, 3)", "abs(E[1,1])"))
            assertThat(run.along(times, rises)).as(rises).isSorted().doesNotHaveDuplicates();
        for (String falls : List.of("loss(E)", "dist_rank(E, 1)", "erank(E)"))
            assertThat(new ArrayList<>(run.along(times, falls)).reversed()).as(falls).isSorted().doesNotHaveDuplicates();
        assertThat(run.at(64, "norm(E)")).isGreaterThan(2 * run.at(4, "norm(E)"));
        assertThat(run.at(64, "erank(E)")).isLessThan(1.2);
    }
}
