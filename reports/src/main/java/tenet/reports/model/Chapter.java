package tenet.reports.model;

import java.util.List;

/** The claims of one file, in order. */
public record Chapter(String file, List<Entry> entries) {
    public Chapter {
        entries = List.copyOf(entries);
    }
}
