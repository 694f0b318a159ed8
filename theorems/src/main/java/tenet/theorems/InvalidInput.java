package tenet.theorems;

/** What the user gave cannot be read. The message is for the user: one or several lines, with places. */
public final class InvalidInput extends Exception {
    public InvalidInput(String message) {
        super(message);
    }
}
