package tenet.reports.command;

import java.util.List;
import java.util.stream.Stream;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.theorems.Source;

/** The lines of a file that hold one theory or claim, as they were written. */
final class Excerpt {
    private Excerpt() {
    }

    /** From the line of the place to the next theory or claim, without what is written above that one. */
    static List<String> of(Source source, Claim.Place place) {
        List<String> lines = source.text().lines().toList();
        int first = place.line() - 1;
        int end = Stream.concat(source.document().theories().stream().map(Document.Theory::place),
                        source.document().claims().stream().map(Claim::place))
                .mapToInt(other -> other.line() - 1).filter(line -> line > first).min().orElse(lines.size());
        while (end > first + 1 && (lines.get(end - 1).isBlank() || lines.get(end - 1).stripLeading().startsWith("#"))) end--;
        return lines.subList(first, end);
    }
}
