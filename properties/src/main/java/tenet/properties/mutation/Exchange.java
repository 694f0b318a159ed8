package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Falsifier;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.term.IllTyped;
import tenet.theorems.Contradiction;

/**
 * Tries instances on the mutants of a claim that were not drawn for them: samples of the claim itself, which satisfy whatever asks for less,
 * and what refutes other mutants, which is often near the edge of what the claim says.
 */
final class Exchange {
    private static final int MOST_SAMPLES = 24;

    private final List<Instance> instances;
    private final double horizon;

    Exchange(Collection<Instance> instances, double horizon) {
        this.instances = instances.stream().distinct().toList();
        this.horizon = horizon;
    }

    /** Instances that satisfy the hypotheses of a claim as it is, few at most; half of the draws are bold. */
    static List<Instance> samples(Claim claim, long seed, int tries) {
        try {
            Sampler sampler = new Sampler(claim.statement(), claim.sampling(), false);
            return IntStream.range(0, tries).mapToObj(number -> sampler.draw(number % 2 == 0 ? Choices.fresh(seed, number) : Choices.bold(seed, number)))
                    .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED).flatMap(sample -> sample.instance().stream()).limit(MOST_SAMPLES).toList();
        } catch (IllTyped unsupported) {
            return List.of();
        }
    }

    /**
     * What they say of a mutant.
     *
     * @param killed   the mutant and the instance that refutes it; no more are tried then
     * @param accepted how many satisfy its hypotheses
     */
    record Tried(Optional<Fate.Killed> killed, Optional<Instance> refuting, int accepted) {
    }

    /** @param before how many samples were tried on the mutant so far */
    Tried on(Mutant mutant, int before) {
        int accepted = 0;
        for (int i = 0; i < instances.size() && !Thread.currentThread().isInterrupted(); i++) {
            Falsifier.Replay replay;
            try {
                replay = Falsifier.replay(mutant.claim().statement(), mutant.claim().sampling(), horizon, instances.get(i));
            } catch (IllTyped unsupported) {
                break;
            }
            if (replay.accepted()) accepted++;
            if (replay.counterexample().isPresent())
                return new Tried(Optional.of(Fate.Killed.found(before + i + 1, CounterexampleText.told(replay.counterexample().get(), mutant.claim().statement()))),
                        Optional.of(instances.get(i)), accepted);
        }
        return new Tried(Optional.empty(), Optional.empty(), accepted);
    }

    /**
     * What becomes of a mutant: nothing new where it was killed.
     *
     * @throws Contradiction when one was proved, and an instance refutes it all the same
     */
    Fate fate(Mutant mutant, Fate sofar) {
        return switch (sofar) {
            case Fate.Killed killed -> killed;
            case Fate.Proved proved -> {
                if (on(mutant, 0).killed().isPresent())
                    throw new Contradiction(mutant.claim().id() + " with the change " + mutant.change(), "a proof and a certified counterexample");
                yield proved;
            }
            case Fate.Survived survived -> on(mutant, survived.tries()).killed().map(Fate.class::cast).orElse(survived);
            // None of its own samples was accepted, or could be told: another's may be.
            case Fate.Vacuous vacuous -> on(mutant, 0).killed().map(Fate.class::cast).orElse(vacuous);
        };
    }

    /** With further instances. */
    Exchange and(Collection<Instance> others) {
        List<Instance> all = new ArrayList<>(others);
        all.addAll(instances);
        return new Exchange(all, horizon);
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }
}
