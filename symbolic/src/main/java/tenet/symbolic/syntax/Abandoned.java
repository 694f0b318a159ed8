package tenet.symbolic.syntax;

/** Thrown to leave a piece of source that cannot be read; why has been reported already. */
final class Abandoned extends RuntimeException {
    Abandoned() {
        super("already reported", null, false, false);
    }
}
