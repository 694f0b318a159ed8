package tenet.symbolic.term;

/** A term whose parts do not fit: a matrix product with unequal inner sizes, a real exponent on an index. */
public final class IllTyped extends RuntimeException {
    public IllTyped(String message) {
        super(message);
    }
}
