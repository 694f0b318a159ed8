package tenet.reports.command;

/** The exit status of every command. */
public final class Exit {
    /** All expectations were met. */
    public static final int MET = 0;
    /** A claim fell short. */
    public static final int SHORT = 1;
    /** The input was wrong. */
    public static final int INPUT = 2;
    /** Tenet is wrong. */
    public static final int INTERNAL = 3;

    private Exit() {
    }
}
