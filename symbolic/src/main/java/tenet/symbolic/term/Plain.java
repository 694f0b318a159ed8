package tenet.symbolic.term;

import java.util.List;
import java.util.stream.Collectors;

/** A fully bracketed, unambiguous spelling of terms, for error messages and as a sort key. Pretty printing is elsewhere. */
final class Plain {
    private Plain() {
    }

    static String text(Term.Apply term) {
        List<Term> arguments = term.arguments();
        return switch (term.operator()) {
            case ADD -> joined(arguments, " + ");
            case MULTIPLY -> joined(arguments, "*");
            case DIVIDE -> joined(arguments, "/");
            case POWER -> joined(arguments, "^");
            case NEGATE -> "(-" + arguments.getFirst() + ")";
            case TRANSPOSE -> arguments.getFirst() + "^T";
            default -> term.operator().name().toLowerCase(java.util.Locale.ROOT)
                    + arguments.stream().map(Term::toString).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String joined(List<Term> terms, String separator) {
        return terms.stream().map(Term::toString).collect(Collectors.joining(separator, "(", ")"));
    }
}
