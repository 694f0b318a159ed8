package tenet.symbolic.kernel;

/** Why a step is not an instance of its rule. */
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rejection(String message) {
        super(message, null, false, false);
    }
}
