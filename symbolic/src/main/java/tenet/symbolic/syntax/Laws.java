package tenet.symbolic.syntax;

import java.util.List;

/** The words that an author may give as a reason besides the names of facts: laws that the kernel or the search has built in. */
public final class Laws {
    /** Add a phrase here to have it accepted after {@code by}; everything else there must be the name of a fact. */
    public static final List<String> PHRASES = List.of(
            "product rule", "chain rule", "quotient rule", "power rule", "Leibniz", "derivative", "gradient", "flow",
            "definition", "definitions", "substitution", "assumption", "hypothesis", "hypotheses",
            "ring", "field", "star", "algebra", "linear algebra", "arithmetic", "integer arithmetic", "linear arithmetic",
            "polynomial arithmetic", "interval arithmetic", "sum of squares", "squares", "nonnegativity", "positivity",
            "powers", "power law", "matrix powers", "exponents", "logarithms",
            "trace", "cyclic trace", "transpose", "transposes", "determinant", "adjugate", "cofactors", "inverse",
            "linearity", "bilinearity", "multilinearity", "symmetry", "inner product", "norms", "entries", "entry",
            "collapse", "telescoping", "empty range", "peel", "split", "reindex", "distributivity", "commutativity",
            "associativity", "chain", "contraction", "congruence", "rewrite", "rewriting", "transitivity", "monotonicity",
            "cases", "induction hypothesis", "simplification", "search");

    private Laws() {
    }

    /** True for a known phrase, and for {@code definition of x}. */
    static boolean known(String words) {
        return PHRASES.contains(words) || words.startsWith("definition of ");
    }
}
