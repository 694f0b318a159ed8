package tenet.properties.mutation;

import java.util.Collection;
import java.util.List;
import tenet.numeric.evaluation.Instance;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Falsifier;

/**
 * Tries on the mutants of a claim that survived what refutes others: an instance at which one change breaks a claim is often
 * near the edge of what the claim says.
 */
final class Exchange {
    private final List<Instance> instances;
    private final double horizon;

    /** @param refuting instances that refute mutants of one claim */
    Exchange(Collection<Instance> refuting, double horizon) {
        this.instances = refuting.stream().distinct().toList();
        this.horizon = horizon;
    }

    /** What becomes of a mutant: nothing new where it was killed or proved. */
    Fate fate(Mutant mutant, Fate sofar) {
        return switch (sofar) {
            case Fate.Killed killed -> killed;
            case Fate.Proved proved -> proved;
            case Fate.Survived survived -> tried(mutant, survived, survived.tries());
            // None of its own samples was accepted, or could be told: another's may be.
            case Fate.Vacuous vacuous -> tried(mutant, vacuous, 0);
        };
    }

    private Fate tried(Mutant mutant, Fate sofar, int before) {
        int tries = before;
        for (Instance instance : instances) {
            if (Thread.currentThread().isInterrupted()) return sofar;
            tries++;
            var counterexample = Falsifier.replay(mutant.claim().statement(), horizon, instance).counterexample();
            if (counterexample.isPresent())
                return new Fate.Killed(tries, CounterexampleText.told(counterexample.get(), mutant.claim().statement()));
        }
        return sofar;
    }
}
