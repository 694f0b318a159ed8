package tenet.numeric.algebra;

/** An operation that yields no value. Carries no stack trace: it is an expected outcome on sampled numbers. */
public abstract sealed class NoValue extends RuntimeException permits Undefined, NotRepresentable {
    NoValue(String message) {
        super(message, null, false, false);
    }
}
