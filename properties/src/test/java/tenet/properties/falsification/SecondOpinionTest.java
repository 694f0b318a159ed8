package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.SecondOpinion;
import tenet.numeric.flow.Velocity;
import tenet.properties.exact.Choices;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.formula.Statement;

class SecondOpinionTest {
    private static final Statement STATEMENT = CLAIMS.statement("determinant-sign");
    private static final Sampler SAMPLER = new Sampler(STATEMENT, CLAIMS.sampling("determinant-sign"), true);

    private static MotionJudge judge(Optional<SecondOpinion> second) {
        StateJudge state = new StateJudge(STATEMENT, SAMPLER.premises().primitives());
        return second.map(opinion -> new MotionJudge(STATEMENT, SAMPLER.premises(), state, opinion))
                .orElseGet(() -> new MotionJudge(STATEMENT, SAMPLER.premises(), state));
    }

    private static List<Instance> starts() {
        return java.util.stream.IntStream.range(0, 40).mapToObj(number -> SAMPLER.draw(Choices.fresh(1, number)))
                .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED).map(sample -> sample.instance().orElseThrow()).toList();
    }

    /** Nothing moves. */
    private record Still() implements SecondOpinion.Integrator {
        @Override
        public String name() {
            return "standing still";
        }

        @Override
        public List<double[]> at(Velocity velocity, double[] start, List<Double> times, Motion.Limits limits) {
            return Collections.nCopies(times.size(), start);
        }
    }

    @Test
    void evidence_that_a_second_integration_does_not_confirm_leaves_the_claim_undecided_and_tells_both_numbers() {
        MotionJudge right = judge(Optional.empty());
        MotionJudge wrong = judge(Optional.of(new SecondOpinion(Motion.Limits.DEFAULT, 1e-6, new Still())));
        List<Instance> holding = starts().stream().filter(start -> right.judge(start, 0.5).result() == Judgement.Result.HOLDS).toList();
        assertThat(holding).isNotEmpty();
        Judgement judgement = wrong.judge(holding.getFirst(), 0.5);
        assertThat(judgement.isSuspected()).isTrue();
        assertThat(judgement.reason()).startsWith("two computations of the motion disagree: W[").contains(" by Dormand and Prince and ", " by standing still");
    }

    @Test
    void trajectories_that_support_are_confirmed_and_their_drift_is_told() {
        Attack attack = Falsifier.attack(STATEMENT, CLAIMS.sampling("determinant-sign"), new Settings(1, 40, Duration.ofMinutes(2), 2, 1));
        Along along = attack.along().orElseThrow();
        assertThat(along.number()).isPositive();
        assertThat(along.confirmed()).isEqualTo(along.number());
        assertThat(along.until()).isEqualTo(1);
        assertThat(along.drift()).hasValueSatisfying(drift -> {
            assertThat(drift.invariant()).contains("W[");
            assertThat(drift.largest()).isBetween(0.0, 1e-6);
        });
        assertThat(Falsifier.attack(STATEMENT, CLAIMS.sampling("determinant-sign"), new Settings(1, 40, Duration.ofMinutes(2), 1, 1)).along()).isEqualTo(attack.along());
    }
}
