package tenet.numeric.algebra;

/** The algebra cannot give the value, or cannot tell whether there is one: an irrational root among rationals. */
public final class NotRepresentable extends NoValue {
    public NotRepresentable(String message) {
        super(message);
    }
}
