package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import tenet.symbolic.syntax.grammar.TenetParser;

/** Says in words which tokens could have stood somewhere. */
final class Expectations {
    private static final int MOST = 5;
    /** A group of tokens is named when all of its tokens could stand. */
    private static final Map<String, int[]> GROUPS = groups();

    private Expectations() {
    }

    /** {@code ": expected a term or ')'"}, or nothing when the set is empty or too large to help. */
    static String words(IntervalSet expected) {
        IntervalSet left = new IntervalSet(expected);
        List<String> words = new ArrayList<>();
        GROUPS.forEach((name, tokens) -> {
            for (int token : tokens) if (!left.contains(token)) return;
            words.add(name);
            for (int token : tokens) left.remove(token);
            // What begins a term or formula in other ways need not be told.
            if (name.startsWith("a formula") || name.startsWith("a term"))
                for (int token : TERM_STARTS) left.remove(token);
            if (name.equals("a formula")) for (int token : new int[] {TenetParser.FOR, TenetParser.TRUE}) left.remove(token);
        });
        for (int token : SOFT) if (words.stream().anyMatch(word -> word.startsWith("a name") || word.equals("a reason")
                || word.startsWith("a term") || word.startsWith("a formula"))) left.remove(token);
        if (words.contains("the next clause")) for (int token : CLAUSE_STARTS) left.remove(token);
        List<String> signs = new ArrayList<>();
        for (int token : left.toList()) signs.add(sign(token));
        signs.addAll(words);
        if (signs.isEmpty() || signs.size() > MOST) return "";
        return ": expected " + (signs.size() == 1 ? signs.getFirst()
                : String.join(", ", signs.subList(0, signs.size() - 1)) + " or " + signs.getLast());
    }

    private static final int[] SOFT = {TenetParser.FLOW, TenetParser.RATE, TenetParser.WITH, TenetParser.OF, TenetParser.CLAIM,
        TenetParser.VARIANT, TenetParser.FROM, TenetParser.REASON, TenetParser.CERTIFICATE,
        TenetParser.PUBLISHED, TenetParser.RECONSTRUCTED, TenetParser.OURS, TenetParser.ROUGH, TenetParser.NOT,
        TenetParser.EXTENDS, TenetParser.DIRECTED, TenetParser.GRAPH, TenetParser.ON, TenetParser.WITHOUT, TenetParser.LOOPS,
        TenetParser.SET, TenetParser.BOUNDARY, TenetParser.WALKS, TenetParser.TOWARDS};
    private static final int[] TERM_STARTS = {TenetParser.NAME, TenetParser.NUMBER, TenetParser.MINUS, TenetParser.OPEN,
        TenetParser.OPEN_SQUARE, TenetParser.BAR, TenetParser.DOUBLE_BAR, TenetParser.LESS, TenetParser.OPEN_ANGLE, TenetParser.HOLE,
        TenetParser.GRAD};
    private static final int[] CLAUSE_STARTS = {TenetParser.THEORY, TenetParser.THEOREM, TenetParser.CONJECTURE, TenetParser.LEMMA,
        TenetParser.FALSE, TenetParser.TRUE, TenetParser.IN, TenetParser.CITE, TenetParser.PARAM, TenetParser.MOVING, TenetParser.VAR,
        TenetParser.FUN, TenetParser.LET, TenetParser.FLOW, TenetParser.FOR, TenetParser.GIVEN, TenetParser.SHOW, TenetParser.HAVE,
        TenetParser.CASE, TenetParser.CALC, TenetParser.BY, TenetParser.BY_GOAL, TenetParser.SAMPLE, TenetParser.EXPECT, TenetParser.UNREADABLE,
        TenetParser.DIRECTED, TenetParser.GRAPH, TenetParser.SET, TenetParser.BOUNDARY, TenetParser.WALKS, Token.EOF};

    private static Map<String, int[]> groups() {
        Map<String, int[]> groups = new LinkedHashMap<>();
        groups.put("the next clause", new int[] {TenetParser.THEOREM, TenetParser.SHOW, TenetParser.GIVEN, TenetParser.LET,
                TenetParser.EXPECT});
        groups.put("a formula", new int[] {TenetParser.INITIALLY, TenetParser.NUMBER, TenetParser.OPEN});
        groups.put("a term", new int[] {TenetParser.NUMBER, TenetParser.NAME, TenetParser.OPEN, TenetParser.OPEN_SQUARE});
        groups.put("an operator", new int[] {TenetParser.PLUS, TenetParser.MINUS, TenetParser.TIMES, TenetParser.OVER,
                TenetParser.POWER,
            TenetParser.PRIME, TenetParser.TRANSPOSE, TenetParser.OPEN_SQUARE});
        groups.put("an operator ", new int[] {TenetParser.PLUS, TenetParser.MINUS, TenetParser.TIMES, TenetParser.OVER});
        groups.put("a comparison such as '=' or '<='", new int[] {TenetParser.EQUAL, TenetParser.LE, TenetParser.GE, TenetParser.LESS,
            TenetParser.GREATER, TenetParser.NE});
        groups.put("a sort such as 'real' or 'nat'", new int[] {TenetParser.NAT, TenetParser.INT, TenetParser.REAL,
                TenetParser.TENSOR});
        groups.put("a reason", new int[] {TenetParser.STRING, TenetParser.DOTTED, TenetParser.NUMBER, TenetParser.NAME,
                TenetParser.MINUS});
        groups.put("a name", new int[] {TenetParser.NAME});
        return groups;
    }

    private static String sign(int token) {
        if (token == Token.EOF) return "the end of the file";
        if (token == TenetParser.NUMBER) return "a number";
        if (token == TenetParser.STRING) return "a text in double quotes";
        if (token == TenetParser.DOTTED) return "an id";
        String literal = TenetParser.VOCABULARY.getLiteralName(token);
        if (literal != null) return literal;
        return switch (token) {
            case TenetParser.MINUS -> "'-'";
            case TenetParser.TIMES -> "'*'";
            case TenetParser.IN -> "'in'";
            case TenetParser.FOR -> "'for'";
            case TenetParser.ARROW -> "'->'";
            case TenetParser.AND -> "'and'";
            case TenetParser.PRIME -> "a prime";
            case TenetParser.TRANSPOSE -> "'^T'";
            case TenetParser.NAT -> "'nat'";
            case TenetParser.INT -> "'int'";
            case TenetParser.REAL -> "'real'";
            case TenetParser.GRAD -> "'grad'";
            case TenetParser.BY_GOAL -> "'by'";
            default -> TenetParser.VOCABULARY.getSymbolicName(token).toLowerCase(java.util.Locale.ROOT);
        };
    }
}
