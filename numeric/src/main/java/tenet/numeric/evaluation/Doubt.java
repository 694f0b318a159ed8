package tenet.numeric.evaluation;

/** Why the truth of a formula is unknown. */
public record Doubt(Kind kind, String text) {
    public enum Kind {
        /** A term has no value here: the formula says nothing of this instance. */
        UNDEFINED,
        /** The algebra cannot compute a term. */
        NOT_REPRESENTABLE,
        /** The two sides are too close for the precision. */
        TOO_CLOSE,
        /** It holds for the values tried, of infinitely many. */
        NOT_EXHAUSTED,
        /** Nothing to try: a quantifier over all values of a sort without probes, or a value that the instance lacks. */
        UNTESTED
    }
}
