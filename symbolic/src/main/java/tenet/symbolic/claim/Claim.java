package tenet.symbolic.claim;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Statement;

/**
 * A statement as its author wrote it: what is expected of it, where it comes from, how to derive and to sample it.
 *
 * @param theory     the theory it is stated in; empty for a claim that declares everything itself
 * @param variantOf  for a false claim or a variant, the id of the claim that it varies
 */
public record Claim(Kind kind, Statement statement, String title, Optional<Citation> citation, Optional<String> theory,
                    Optional<String> variantOf, Expectation expectation, List<Derivation> derivation,
                    List<Sampling> sampling, List<String> notes, Place place) {
    public Claim {
        derivation = List.copyOf(derivation);
        sampling = List.copyOf(sampling);
        notes = List.copyOf(notes);
    }

    public String id() {
        return statement.id();
    }

    /** What the author says of the claim. */
    public enum Kind {
        /** Believed true. */
        THEOREM,
        /** Believed false: must be refuted by a certified counterexample. */
        FALSE_CLAIM,
        /** True although it looks wrong: must not be refuted. */
        TRUE_VARIANT,
        /** Open: any verdict is accepted. */
        CONJECTURE,
        /** An imported result, taken as given; its instances are listed with every verdict that rests on it. */
        LEMMA
    }

    /** The least that a check must show. */
    public enum Expectation { PROVED, CERTIFIED, SUPPORTED, REFUTED, NOT_REFUTED, ANY }

    /** Where a claim comes from. */
    public record Citation(String source, Status status) {
    }

    /** Whether the statement was read in a paper, rebuilt from memory and re-derived, or is our own. */
    public enum Status { PUBLISHED, RECONSTRUCTED, OURS }

    /** A place in a text file; line and column count from 1. */
    public record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }
}
