package tenet.properties.mutation;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;

/**
 * A claim with one thing changed.
 *
 * @param change what was changed, for the reader: {@code without balanced}, {@code sigma^(2 - 2/N) -> sigma^(3 - 2/N)}
 * @param claim  the changed claim, under the id of the original
 */
public record Mutant(Kind kind, String change, Claim claim) {
    /** What kind of thing was changed. */
    public enum Kind {
        /** A hypothesis or a bound of a parameter is left out. */
        DROPPED("hypothesis dropped"),
        /** A constant is one more or one less, or a side is scaled. */
        CONSTANT("constant perturbed"),
        /** An exponent is one more or one less. */
        EXPONENT("exponent perturbed"),
        /** A sign, a factor, a transpose or the order of two factors differs. */
        TERM("term changed"),
        /** A relation points the other way. */
        FLIPPED("relation flipped"),
        /** A relation of the conclusion asks for more, or one of the hypotheses for less. */
        TIGHTENED("relation tightened");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Mutant of(Claim original, Kind kind, String change, Statement changed) {
        return new Mutant(kind, change, new Claim(original.kind(), changed, original.title(), original.citation(), original.theory(),
                Optional.of(original.id()), original.expectation(), original.derivation(), original.sampling(), List.of(), original.place()));
    }
}
