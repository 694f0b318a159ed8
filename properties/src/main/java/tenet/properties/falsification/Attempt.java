package tenet.properties.falsification;

import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Statement;

/** The experiment that an attack repeats: draw an instance, judge the conclusion. A function of its choices. */
final class Attempt {
    /** Trajectories are looked at up to these fractions of the horizon. */
    private static final double[] FRACTIONS = {1.0 / 64, 1.0 / 16, 1.0 / 4, 1};

    private final Sampler sampler;
    private final StateJudge state;
    private final Optional<MotionJudge> motion;
    private final double horizon;

    Attempt(Statement statement, List<Sampling> samplings, double horizon) {
        boolean moves = MotionJudge.speaksOfMotion(statement);
        this.sampler = new Sampler(statement, samplings, moves);
        this.state = new StateJudge(statement, sampler.premises().primitives());
        this.motion = moves ? Optional.of(new MotionJudge(statement, sampler.premises(), state)) : Optional.empty();
        this.horizon = horizon;
    }

    Sampler sampler() {
        return sampler;
    }

    /** Whether instances are starts of trajectories. */
    boolean alongMotion() {
        return motion.isPresent();
    }

    Trial run(Choices choices) {
        double end = motion.isPresent() ? horizon * FRACTIONS[choices.in("horizon").below(FRACTIONS.length)] : 0;
        return judged(sampler.draw(choices), end);
    }

    /** Judges an instance that was not drawn; along a motion at several times. */
    Trial given(Instance instance) {
        Sample sample = sampler.given(instance);
        Trial trial = judged(sample, motion.isPresent() ? horizon * FRACTIONS[0] : 0);
        for (int i = 1; i < FRACTIONS.length && motion.isPresent() && trial.judgement().isPresent() && !trial.isViolated(); i++)
            trial = judged(sample, horizon * FRACTIONS[i]);
        return trial;
    }

    private Trial judged(Sample sample, double end) {
        if (sample.standing() != Sample.Standing.ACCEPTED && sample.standing() != Sample.Standing.DOUBTFUL) return new Trial(sample, Optional.empty());
        Judgement judgement;
        try {
            judgement = motion.isPresent() ? motion.get().judge(sample.instance().orElseThrow(), end) : state.judge(sample.instance().orElseThrow());
        } catch (NoValue unknown) {
            judgement = Judgement.cannotTell(String.valueOf(unknown.getMessage()));
        }
        // A hypothesis that was only tried on some of infinitely many values lends no certainty to a violation.
        if (judgement.isViolated() && sample.standing() == Sample.Standing.DOUBTFUL) judgement = Judgement.cannotTell("violated, but " + sample.reason());
        return new Trial(sample, Optional.of(judgement));
    }
}
