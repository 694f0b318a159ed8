package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.List;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Formulas, sorts, declarations and statements as LaTeX text with math in it; needs {@code amsmath} alone. */
public final class LatexFormulas {
    static final Notation NOTATION = new LatexNotation();

    private LatexFormulas() {
    }

    /** The formula inside a sentence, its math between dollar signs: {@code $x_{l} > 0$ for all $l = 1, \dots, L$}. */
    public static String sentence(Formula formula) {
        return new Phrases(NOTATION).sentence(formula);
    }

    /** The words of the outer quantifiers, followed by the formula as a display. */
    public static String display(Formula formula) {
        Phrases.Stated stated = new Phrases(NOTATION).stated(formula);
        return opening(stated.scope()) + new LatexDisplay(NOTATION).display(stated.rows(), "");
    }

    /** The set of the values of a sort, for math mode: {@code \mathbf{R}^{m \times n}}. */
    public static String sort(Sort sort) {
        return NOTATION.set(sort);
    }

    /** About how wide code for math mode is in print, in points at a 10 point font; a plain article is 345 points wide. */
    public static double width(String code) {
        return LatexWidth.of(code);
    }

    /** The relations of a formula on one line for math mode, for a list of claims: quantifiers and what has no formula are left out. */
    public static String relations(Formula formula) {
        return new Phrases(NOTATION).stated(formula).rows().stream().flatMap(row -> row.chain().stream())
                .map(new Phrases(NOTATION)::chain).collect(java.util.stream.Collectors.joining(",\\quad "));
    }

    /** One declaration in a sentence; a flow needs the signature that declares what it moves. */
    public static String declaration(Declaration declaration, Signature signature) {
        return new Preamble(NOTATION).sentence(declaration, signature);
    }

    /** A declared name with its indices, for math mode. */
    public static String symbol(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter(String name, var ranges, Sort sort, var bounds) -> member(name, ranges);
            case Declaration.Variable(String name, var ranges, Sort sort, var motion) -> member(name, ranges);
            case Declaration.Definition(String name, var ranges, var body) -> member(name, ranges);
            case Declaration.Function function -> NOTATION.function(function.name());
            case Declaration.Flow flow -> NOTATION.symbol(flow.name());
        };
    }

    private static String member(String name, List<Range> ranges) {
        return NOTATION.term(new Term.Symbol(name, ranges.stream().map(range -> Term.index(range.index())).toList(), Sort.REAL));
    }

    /** What is given, what moves and how, what is assumed under which name, and the conclusion as a display. */
    public static String statement(Statement statement) {
        Preamble preamble = new Preamble(NOTATION);
        StringBuilder out = new StringBuilder();
        preamble.sentences(statement.signature()).forEach(sentence -> out.append(sentence).append("\n"));
        List<Hypothesis> hypotheses = statement.hypotheses();
        boolean moves = Preamble.moves(statement);
        if (!hypotheses.isEmpty()) {
            out.append(moves ? "Consider a time of the motion, and assume:\n" : "Assume:\n").append("\\begin{description}\n");
            for (Hypothesis hypothesis : hypotheses)
                out.append("\\item[{\\normalfont ").append(NOTATION.label(hypothesis.name())).append("}] ")
                        .append(preamble.assumption(hypothesis, moves)).append(".\n");
            out.append("\\end{description}\n");
        }
        Phrases.Stated conclusion = new Phrases(NOTATION).stated(statement.conclusion());
        List<String> words = new ArrayList<>(List.of(hypotheses.isEmpty() && moves ? "then, at all times" : "then"));
        words.addAll(conclusion.scope());
        return out.append(opening(words)).append(new LatexDisplay(NOTATION).display(conclusion.rows(), "")).append("\n").toString();
    }

    /** The words before a display as the beginning of a sentence, ended by a line break. */
    static String opening(List<String> words) {
        if (words.isEmpty()) return "";
        return Phrases.capitalised(String.join(", ", words)) + (words.equals(List.of("then")) ? "\n" : ",\n");
    }
}
