package tenet.properties.falsification;

import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.properties.construction.Premises;
import tenet.properties.exact.Choices;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.properties.sampling.StandardProbes;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;

/**
 * A try at the price of floating point: an exact instance is built as ever, but hypotheses and conclusion are judged by
 * numbers that may err either way. What it says shows where to look; only an {@link Attempt} with the same choices judges.
 * A statement along a motion is judged as if all of it spoke of one time.
 */
final class FloatingAttempt {
    private final Sampler sampler;
    private final Premises premises;

    FloatingAttempt(Sampler sampler) {
        this.sampler = sampler;
        this.premises = sampler.premises();
    }

    Trial run(Choices choices) {
        Optional<Instance> instance = sampler.unverified(choices);
        if (instance.isEmpty()) return trial(instance, Sample.Standing.UNCLEAR, choices, Optional.empty());
        var here = new Evaluation<>(premises.primitives(), State.of(new Doubles(), instance.get())).probing(StandardProbes.PROBES);
        // The conclusion first: most instances satisfy the hypotheses, and few fail the conclusion.
        Outcome<Double> outcome = here.evaluate(premises.statement().conclusion());
        Judgement judgement = judgement(outcome);
        boolean allowed = here.holds(new Formula.And(premises.statement().signature().parameterFacts())) != Truth.VIOLATED
                && premises.statement().hypotheses().stream().map(Hypothesis::formula).allMatch(formula -> here.holds(formula) != Truth.VIOLATED);
        if (!allowed) return trial(instance, Sample.Standing.REJECTED, choices, Optional.empty());
        return new Trial(trial(instance, Sample.Standing.ACCEPTED, choices, Optional.empty()).sample(), Optional.of(judgement), Closeness.of(outcome, here));
    }

    private static Judgement judgement(Outcome<Double> outcome) {
        boolean finite = outcome.deciding().filter(deciding -> !deciding.left().entries().stream().allMatch(Double::isFinite)
                || !deciding.right().entries().stream().allMatch(Double::isFinite)).isEmpty();
        return finite ? StateJudge.of(outcome, Method.FLOATING_POINT, Sides::rounded) : Judgement.cannotTell("out of range");
    }

    private static Trial trial(Optional<Instance> instance, Sample.Standing standing, Choices choices, Optional<Judgement> judgement) {
        return new Trial(new Sample(instance, Optional.empty(), standing, "", Optional.empty(), List.of(), List.of(), choices.made()), judgement);
    }
}
