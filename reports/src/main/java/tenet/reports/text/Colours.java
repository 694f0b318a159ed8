package tenet.reports.text;

import tenet.theorems.Verdict;

/** Colours of a terminal, or none: the words say everything without them. */
public record Colours(boolean enabled) {
    public static final Colours NONE = new Colours(false);

    public String bold(String text) {
        return wrap("1", text);
    }

    public String dim(String text) {
        return wrap("2", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    /** A verdict in the colour of what it is worth. */
    public String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case PROVED, PROVED_AT -> wrap("32", text);
            case CERTIFIED -> wrap("36", text);
            case SUPPORTED -> wrap("34", text);
            case REFUTED -> wrap("35", text);
            case VACUOUS, UNDECIDED -> wrap("33", text);
        };
    }

    private String wrap(String code, String text) {
        return enabled && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
