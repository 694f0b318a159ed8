package tenet.numeric.algebra;

/** The expression has no value at these numbers: division by zero, the root of a negative number, an index out of range. */
public final class Undefined extends NoValue {
    public Undefined(String message) {
        super(message);
    }
}
