package tenet.symbolic.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import tenet.symbolic.syntax.grammar.TenetParser;

/**
 * What the lines of a text tell beyond its grammar: where clauses begin, which is where reading goes on after a
 * mistake; which {@code by} speaks of the goal; and whether brackets are nested too deeply to be read.
 */
final class Layout {
    static final int DEEPEST = 128;

    /** Words that begin a clause wherever they stand. */
    private static final Set<Integer> ALWAYS = Set.of(TenetParser.THEORY, TenetParser.THEOREM, TenetParser.CONJECTURE,
            TenetParser.LEMMA, TenetParser.CITE, TenetParser.PARAM, TenetParser.VAR, TenetParser.FUN, TenetParser.LET,
                    TenetParser.GIVEN,
            TenetParser.SHOW, TenetParser.HAVE, TenetParser.CASE, TenetParser.CALC, TenetParser.SAMPLE, TenetParser.EXPECT);
    /** Words that begin a clause when they are the first of their line. */
    private static final Set<Integer> ON_A_NEW_LINE = Set.of(TenetParser.FALSE, TenetParser.TRUE, TenetParser.MOVING,
            TenetParser.FLOW,
            TenetParser.FOR, TenetParser.IN, TenetParser.BY_GOAL, TenetParser.DIRECTED, TenetParser.GRAPH, TenetParser.SET,
            TenetParser.BOUNDARY, TenetParser.WALKS);
    static final Set<Integer> HEADERS = Set.of(TenetParser.THEORY, TenetParser.THEOREM, TenetParser.CONJECTURE, TenetParser.LEMMA);

    private final boolean certificates;
    private final List<Token> tokens;
    private final BitSet lineStarts = new BitSet();

    Layout(List<Token> tokens, boolean certificates) {
        this.tokens = tokens;
        this.certificates = certificates;
        int line = 0;
        for (int i = 0; i < tokens.size(); i++)
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL && tokens.get(i).getLine() > line) {
                lineStarts.set(i);
                line = tokens.get(i).getLine();
            }
    }

    boolean beginsLine(int token) {
        return lineStarts.get(token);
    }

    /** Whether reading may go on at this token after a mistake before it. */
    boolean beginsClause(int token) {
        int type = tokens.get(token).getType();
        if (certificates)
            return lineStarts.get(token) && (type == TenetParser.CERTIFICATE || type == TenetParser.NUMBER
                    && token + 1 < tokens.size() && tokens.get(token + 1).getType() == TenetParser.DOT);
        return ALWAYS.contains(type) || lineStarts.get(token) && ON_A_NEW_LINE.contains(type);
    }

    /** Marks each {@code by} that begins a line no deeper than the clause before it. */
    void markGoals() {
        int column = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!lineStarts.get(i)) continue;
            if (token.getType() == TenetParser.BY && token.getCharPositionInLine() <= column)
                ((CommonToken) token).setType(TenetParser.BY_GOAL);
            if (beginsClause(i)) column = token.getCharPositionInLine();
        }
    }

    /** The tokens with every clause that is nested too deeply replaced by one unreadable token, which is reported. */
    List<Token> withoutDeepClauses(Problems problems) {
        List<Token> kept = new ArrayList<>();
        int clause = 0;
        int blocks = 0;
        while (clause < tokens.size()) {
            int end = clause + 1;
            while (end < tokens.size() && !beginsClause(end)) end++;
            int deep = firstTooDeep(clause, end);
            if (HEADERS.contains(tokens.get(clause).getType())) blocks = 0;
            for (Token token : tokens.subList(clause, end)) {
                if (token.getType() == TenetParser.OPEN_CURLY) blocks++;
                if (token.getType() == TenetParser.CLOSE_CURLY && blocks > 0) blocks--;
            }
            if (blocks > DEEPEST) {
                deep = clause;
                while (end < tokens.size() && !HEADERS.contains(tokens.get(end).getType())) end++;
            }
            if (deep < 0) {
                kept.addAll(tokens.subList(clause, end));
            } else {
                problems.error("limit", problems.place(tokens.get(deep)), 1,
                        "this is nested more than " + DEEPEST + " deep; name a part of it with 'let'", java.util.Optional::empty);
                CommonToken hole = new CommonToken(tokens.get(clause));
                hole.setType(TenetParser.UNREADABLE);
                kept.add(hole);
            }
            clause = end;
        }
        return kept;
    }

    /** Brackets and prefixes, with {@code |} and {@code <} told apart from their other uses by what precedes them. */
    private int firstTooDeep(int from, int to) {
        Deque<Integer> open = new ArrayDeque<>();
        boolean operandExpected = true;
        for (int i = from; i < to; i++) {
            int type = tokens.get(i).getType();
            switch (type) {
                case TenetParser.OPEN, TenetParser.OPEN_SQUARE, TenetParser.OPEN_CURLY, TenetParser.FOR, TenetParser.INITIALLY -> {
                    open.push(type);
                    operandExpected = true;
                }
                case TenetParser.OPEN_ANGLE, TenetParser.LESS -> {
                    if (operandExpected) open.push(type);
                    operandExpected = true;
                }
                case TenetParser.BAR, TenetParser.DOUBLE_BAR -> {
                    if (operandExpected) open.push(type);
                    else if (!open.isEmpty()) open.pop();
                }
                case TenetParser.CLOSE, TenetParser.CLOSE_SQUARE, TenetParser.CLOSE_CURLY -> {
                    while (!open.isEmpty() && (open.peek() == TenetParser.FOR || open.peek() == TenetParser.INITIALLY)) open.pop();
                    if (!open.isEmpty()) open.pop();
                    operandExpected = false;
                }
                case TenetParser.CLOSE_ANGLE, TenetParser.GREATER -> {
                    boolean closes = !operandExpected && !open.isEmpty() && (open.peek() == TenetParser.LESS
                            || open.peek() == TenetParser.OPEN_ANGLE);
                    if (closes) open.pop();
                    operandExpected = !closes;
                }
                case TenetParser.NAME, TenetParser.NUMBER, TenetParser.PRIME, TenetParser.TRANSPOSE -> operandExpected = false;
                case TenetParser.COMMENT -> { }
                default -> operandExpected = true;
            }
            if (open.size() > DEEPEST) return i;
        }
        return -1;
    }

    /** The words that may begin a clause, for suggestions. */
    static List<String> clauseWords() {
        return List.of("theory", "theorem", "conjecture", "lemma", "cite", "param", "var", "fun", "let", "flow", "given", "show",
                "have", "case", "calc", "by", "sample", "expect", "moving", "false", "true", "for", "in", "graph", "directed", "set",
                "boundary", "walks");
    }
}
