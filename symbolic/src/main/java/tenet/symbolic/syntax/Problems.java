package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.term.IllTyped;

/** Collects what is wrong with one text. Keeps the first {@link #MOST} and counts the rest. */
final class Problems {
    static final int MOST = 50;

    private final String file;
    private final List<Diagnostic> kept = new ArrayList<>();
    private int dropped;

    Problems(String file) {
        this.file = file;
    }

    /** Reports a mistake in a piece of source; throw the result to leave that piece. */
    Abandoned error(String code, ParserRuleContext where, String message) {
        return error(code, where, message, Optional::empty);
    }

    Abandoned error(String code, ParserRuleContext where, String message, Supplier<Optional<String>> suggestion) {
        return error(code, place(where), length(where), message, suggestion);
    }

    Abandoned error(String code, Claim.Place place, int length, String message, Supplier<Optional<String>> suggestion) {
        if (kept.size() < MOST) kept.add(new Diagnostic(Diagnostic.Severity.ERROR, code, place, length, message, suggestion.get()));
        else dropped++;
        return new Abandoned();
    }

    /** Makes a term or formula; parts that do not fit are reported at this piece of source. */
    <T> T typed(ParserRuleContext where, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllTyped | ArithmeticException mistake) {
            throw error("shape", where, mistake.getMessage());
        }
    }

    Claim.Place place(ParserRuleContext where) {
        return place(where.getStart());
    }

    Claim.Place place(Token token) {
        return new Claim.Place(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    private static int length(ParserRuleContext where) {
        Token last = where.getStop() == null ? where.getStart() : where.getStop();
        return last.getStopIndex() - where.getStart().getStartIndex() + 1;
    }

    int count() {
        return kept.size() + dropped;
    }

    /** In the order of the text; the last one says how many more there are, if any. */
    List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingInt((Diagnostic d) -> d.place().line()).thenComparingInt(d -> d.place().column()));
        if (dropped > 0)
            all.add(new Diagnostic(Diagnostic.Severity.ERROR, "limit", all.getLast().place(), 1, "and " + dropped + " more",
                    Optional.empty()));
        return List.copyOf(all);
    }
}
