package tenet.properties.mutation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.theorems.Counterexample;

/** What became of a mutant. */
public sealed interface Fate {
    /**
     * A certified counterexample was found.
     *
     * @param tries   how many samples were tried until the first violation
     * @param written the place of the instance, where a person wrote it and no search found another
     */
    record Killed(int tries, Counterexample counterexample, Optional<String> written) implements Fate {
        static Killed found(int tries, Counterexample counterexample) {
            return new Killed(tries, counterexample, Optional.empty());
        }
    }

    /**
     * It is true: the kernel accepts a derivation of it, so it is no mistake that a test could find.
     *
     * @param unchanged whether the stored derivation of the original is also one of the mutant
     * @param lemmas    on which the derivation rests
     * @param note      what else there is to say of the proof, perhaps nothing: that it assumes what gives the conclusion a value
     */
    record Proved(boolean unchanged, List<String> lemmas, String note) implements Fate {
        public Proved {
            lemmas = List.copyOf(lemmas);
        }
    }

    /** It says nothing: nothing satisfies its hypotheses, while samples satisfy those of the claim; or its conclusion has no value where they hold. */
    record Vacuous(String why) implements Fate {
    }

    /**
     * Neither a counterexample nor a derivation was found.
     *
     * @param tries      samples tried
     * @param accepted   of them those that satisfy the hypotheses
     * @param cannotTell of these the ones on which its conclusion could not be told
     * @param slack      the smallest ratio of the sides of its inequality
     * @param note       what else is known, perhaps nothing
     */
    record Survived(int tries, int accepted, int cannotTell, OptionalDouble slack, String note) implements Fate {
    }
}
