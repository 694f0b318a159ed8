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
    /** For instances on which the hypotheses about the later time hold at the start already: no motion is needed. */
    private final Sampler whole;
    private final StateJudge state;
    private final Optional<MotionJudge> motion;
    /** Set when the motion is given by laws, not by flows. */
    private final Optional<LawfulMotion> lawful;
    private final double horizon;

    /** @param horizon the latest time looked at, unless the samplings ask for one */
    Attempt(Statement statement, List<Sampling> samplings, double horizon) {
        this.lawful = LawfulMotion.of(statement);
        boolean moves = lawful.isPresent() || MotionJudge.speaksOfMotion(statement);
        this.sampler = new Sampler(lawful.map(LawfulMotion::start).orElse(statement), samplings, moves);
        this.whole = moves ? new Sampler(statement, samplings, false) : sampler;
        this.state = new StateJudge(statement, sampler.premises().primitives());
        this.motion = !moves ? Optional.empty()
                : Optional.of(lawful.map(MotionJudge::ofLaws).orElseGet(() -> new MotionJudge(statement, sampler.premises(), state)));
        this.horizon = Sampling.until(samplings, statement.signature(), horizon);
    }

    Sampler sampler() {
        return sampler;
    }

    /** Draws what {@link #run} judges without a motion: instances on which all hypotheses hold at once. */
    Sampler standing() {
        return whole;
    }

    /** Whether instances are starts of trajectories. */
    boolean alongMotion() {
        return motion.isPresent();
    }

    Trial run(Choices choices) {
        if (motion.isEmpty()) return judged(sampler.draw(choices), 0);
        int fraction = choices.in("horizon").below(FRACTIONS.length + 1);
        return fraction == 0 ? judged(whole.draw(choices), 0) : judged(start(sampler.draw(choices)), horizon * FRACTIONS[fraction - 1]);
    }

    /** Judges an instance that was not drawn; along a motion at several times. */
    Trial given(Instance instance) {
        Trial trial = judged(whole.given(instance), 0);
        if (motion.isEmpty() || trial.isViolated()) return trial;
        Sample sample = start(sampler.given(instance));
        trial = judged(sample, horizon * FRACTIONS[0]);
        for (int i = 1; i < FRACTIONS.length && trial.judgement().isPresent() && !trial.isViolated(); i++)
            trial = judged(sample, horizon * FRACTIONS[i]);
        return trial;
    }

    private Sample start(Sample drawn) {
        return lawful.isEmpty() || drawn.instance().isEmpty() ? drawn : drawn.with(lawful.get().told(drawn.instance().get()), lawful.get().caveats());
    }

    private Trial judged(Sample sample, double end) {
        if (sample.standing() != Sample.Standing.ACCEPTED && sample.standing() != Sample.Standing.DOUBTFUL) return new Trial(sample, Optional.empty());
        Judgement judgement;
        try {
            Instance instance = sample.instance().orElseThrow();
            judgement = end > 0 ? motion.orElseThrow().judge(lawful.map(motion -> motion.restated(instance)).orElse(instance), end) : state.judge(instance);
            if (motion.isPresent() && end == 0) judgement = judgement.at(0);
        } catch (NoValue unknown) {
            judgement = Judgement.cannotTell(String.valueOf(unknown.getMessage()));
        }
        // A hypothesis that was only tried on some of infinitely many values lends no certainty to a violation.
        if (judgement.isViolated() && sample.standing() == Sample.Standing.DOUBTFUL) judgement = Judgement.cannotTell("violated, but " + sample.reason());
        return new Trial(sample, Optional.of(judgement));
    }
}
