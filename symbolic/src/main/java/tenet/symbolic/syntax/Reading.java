package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.syntax.grammar.TenetLexer;
import tenet.symbolic.syntax.grammar.TenetParser;

/**
 * A text as a parse tree.
 *
 * @param broken   the parts of the tree that have a syntax error in them
 * @param skipped  names in text that could not be read at all
 * @param comments the comments that have a line to themselves, by line, without the {@code #}
 */
record Reading<T>(T tree, Set<RuleContext> broken, Set<String> skipped, Map<Integer, String> comments) {
    /** Reads a text by a rule of the grammar; syntax errors are reported. Empty when it is no text at all. */
    static <T> Optional<Reading<T>> of(String file, String text, boolean certificates, Problems problems, Function<TenetParser,
            T> rule) {
        int binary = text.indexOf('\0');
        if (binary >= 0) {
            String before = text.substring(0, binary);
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.error("syntax", new Claim.Place(file, line, binary - before.lastIndexOf('\n')), 1,
                    "this is not a text: it contains a NUL byte", Optional::empty);
            return Optional.empty();
        }
        TenetLexer lexer = new TenetLexer(CharStreams.fromString(text, file));
        lexer.removeErrorListeners();
        List<Token> all = new ArrayList<>(lexer.getAllTokens());
        Layout raw = new Layout(all, certificates);
        if (!certificates) raw.markGoals();
        List<Token> tokens = raw.withoutDeepClauses(problems);
        Layout layout = new Layout(tokens, certificates);
        Recovery recovery = new Recovery(layout, problems);
        TenetParser parser = new TenetParser(new CommonTokenStream(new ListTokenSource(tokens, file)));
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        T tree = rule.apply(parser);
        return Optional.of(new Reading<>(tree, recovery.broken(), recovery.skipped(), comments(all)));
    }

    private static Map<Integer, String> comments(List<Token> tokens) {
        Map<Integer, String> comments = new TreeMap<>();
        int line = 0;
        for (Token token : tokens) {
            if (token.getType() == TenetParser.COMMENT && token.getLine() > line) {
                String words = token.getText().substring(1);
                comments.put(token.getLine(), words.startsWith(" ") ? words.substring(1).stripTrailing() : words.stripTrailing());
            }
            line = token.getLine();
        }
        return comments;
    }

    /** The comment lines that stand directly above a line. */
    List<String> notesAbove(int line) {
        int first = line;
        while (comments.containsKey(first - 1)) first--;
        List<String> notes = new ArrayList<>();
        for (int i = first; i < line; i++) notes.add(comments.get(i));
        return notes;
    }
}
