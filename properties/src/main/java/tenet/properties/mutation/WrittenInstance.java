package tenet.properties.mutation;

import java.util.Optional;
import tenet.numeric.evaluation.Instance;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Falsifier;
import tenet.properties.replay.InstanceReader;
import tenet.symbolic.term.IllTyped;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;

/**
 * A counterexample that a person wrote below a judgement. It counts when it stands the same test as one that was found: hypotheses
 * verified, conclusion certainly violated.
 *
 * @param block    as it is written
 * @param instance what it says, where it can be read
 * @param killed   the mutant's fate, when the instance refutes it
 * @param told     otherwise why not
 */
record WrittenInstance(InstanceBlock block, Optional<Instance> instance, Optional<Fate.Killed> killed, String told) {
    /** @param before how many samples were tried on the mutant so far */
    static WrittenInstance on(Mutant mutant, InstanceBlock block, int before, double horizon) {
        Optional<Instance> read = Optional.empty();
        try {
            Instance instance = InstanceReader.read(block, mutant.claim().statement());
            read = Optional.of(instance);
            Falsifier.Replay replay = Falsifier.replay(mutant.claim().statement(), mutant.claim().sampling(), horizon, instance);
            return new WrittenInstance(block, read, replay.counterexample().map(found -> new Fate.Killed(before + 1,
                    CounterexampleText.told(found, mutant.claim().statement()), Optional.of(block.place()))), replay.told());
        } catch (InvalidInput unreadable) {
            return new WrittenInstance(block, read, Optional.empty(), unreadable.getMessage());
        } catch (IllTyped unsupported) {
            return new WrittenInstance(block, read, Optional.empty(), String.valueOf(unsupported.getMessage()));
        }
    }
}
