package tenet.properties.falsification;

/** What a truth value was computed with. The first three are certain. */
public enum Method {
    /** Rational arithmetic. */
    EXACT("exact rationals"),
    /** Interval arithmetic at exact values. */
    INTERVALS("intervals"),
    /** Interval arithmetic on a box that the motion is proved to pass. */
    ENCLOSED_MOTION("an enclosure of the motion"),
    /** A trajectory in floating point: supports, never refutes. */
    FLOATING_POINT("a floating-point trajectory");

    private final String words;

    Method(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
