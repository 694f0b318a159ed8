package tenet.symbolic.coq;

import java.util.OptionalInt;

/** Something of a derivation has no translation into Coq; the message says what, and in which step. */
public final class NotExportable extends Exception {
    private static final long serialVersionUID = 1L;

    NotExportable(String message) {
        super(message);
    }

    static NotExportable at(String claim, OptionalInt step, String message) {
        return new NotExportable(claim + (step.isPresent() ? ", step " + step.getAsInt() : "") + ": " + message);
    }

    /** The same as an unchecked exception, to pass through streams and switches. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }
    }
}
