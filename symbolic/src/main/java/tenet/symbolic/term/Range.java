package tenet.symbolic.term;

import java.util.Optional;

/**
 * The integers {@code low, low+1, ..., high}, perhaps without one of them, bound to a name. Empty when
 * {@code high = low - 1}. Without {@code upper} the range has no end (only quantifiers may have such a range).
 */
public record Range(String index, Term low, Optional<Term> upper, Optional<Term> except) {
    public Range(String index, Term low, Term high) {
        this(index, low, Optional.of(high), Optional.empty());
    }

    /** @throws IllTyped when a bound is not an integer term */
    public Range {
        requireInt(low);
        upper.ifPresent(Range::requireInt);
        except.ifPresent(Range::requireInt);
    }

    /** The last index. @throws IllegalStateException for a range without end */
    public Term high() {
        return upper.orElseThrow(() -> new IllegalStateException("the range of " + index + " has no end"));
    }

    public Range without(Term point) {
        return new Range(index, low, upper, Optional.of(point));
    }

    public Range renamed(String name) {
        return new Range(name, low, upper, except);
    }

    private static void requireInt(Term term) {
        if (!(term.sort() instanceof Sort.Int))
            throw new IllTyped("the bound " + term + " of a range must be an integer, not " + term.sort());
    }

    @Override
    public String toString() {
        return index + " in " + low + ".." + upper.map(Term::toString).orElse("")
                + except.map(term -> " except " + term).orElse("");
    }
}
