package tenet.symbolic.syntax;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import tenet.symbolic.syntax.grammar.TenetParser;

/**
 * Reports a syntax error once for each clause and goes on at the next clause. Nothing is invented or deleted inside a
 * clause: a clause with an error is not elaborated.
 */
final class Recovery extends DefaultErrorStrategy {
    private final Layout layout;
    private final Problems problems;
    private final Set<RuleContext> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<String> skipped = new HashSet<>();

    Recovery(Layout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** The parts of the file that have an error in them. */
    Set<RuleContext> broken() {
        return broken;
    }

    /** Names that occur in text that could not be read at all: perhaps they were being declared there. */
    Set<String> skipped() {
        return skipped;
    }

    @Override
    public void sync(Parser parser) {
        if (inErrorRecoveryMode(parser)) return;
        RuleContext context = parser.getContext();
        if (!(context instanceof TenetParser.FileContext || context instanceof TenetParser.CertificatesContext)) return;
        TokenStream input = parser.getInputStream();
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        int type = input.LA(1);
        if (type == Token.EOF || expected.contains(type)) return;
        // The clause before the stray token is probably not what its author meant: do not elaborate it.
        if (context.getChildCount() > 0 && context.getChild(context.getChildCount() - 1) instanceof RuleContext last) broken.add(last);
        beginErrorCondition(parser);
        report(parser, input.LT(1), expected, true);
        int from = input.index();
        input.consume();
        skip(parser);
        for (int i = from; i < Math.min(input.index(), from + 100); i++)
            if (input.get(i).getType() == TenetParser.NAME) skipped.add(Spelling.ascii(input.get(i).getText()));
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        for (RuleContext context = parser.getContext(); context != null; context = context.parent)
            if (context instanceof TenetParser.PartContext || context instanceof TenetParser.CertificatePartContext) broken.add(context);
        if (inErrorRecoveryMode(parser)) return;
        beginErrorCondition(parser);
        // After a longer look ahead the expected tokens are those of its beginning, not of the offending place.
        boolean precise = !(error instanceof NoViableAltException choice) || choice.getStartToken() == error.getOffendingToken();
        report(parser, error.getOffendingToken(), precise ? error.getExpectedTokens() : new IntervalSet(), false);
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        skip(parser);
    }

    /** Moves to the next clause, over blocks that were opened on the way; a block that contains the error may close. */
    private void skip(Parser parser) {
        TokenStream input = parser.getInputStream();
        boolean inBlock = false;
        for (RuleContext context = parser.getContext(); context != null; context = context.parent)
            inBlock |= context instanceof TenetParser.BlockContext;
        int open = 0;
        for (int type = input.LA(1); type != Token.EOF; type = input.LA(1)) {
            if (Layout.HEADERS.contains(type) || open == 0 && layout.beginsClause(input.index())) return;
            if (type == TenetParser.OPEN_CURLY) open++;
            if (type == TenetParser.CLOSE_CURLY && open == 0 && inBlock) return;
            if (type == TenetParser.CLOSE_CURLY && open > 0) open--;
            input.consume();
        }
    }

    private void report(Parser parser, Token token, IntervalSet expected, boolean betweenClauses) {
        if (token.getType() == TenetParser.UNREADABLE) return; // said already
        TokenStream input = parser.getInputStream();
        Token before = input.LT(-1) != null && input.LT(-1).getTokenIndex() < token.getTokenIndex() ? input.LT(-1)
                : token.getTokenIndex() > 0 ? input.get(token.getTokenIndex() - 1) : null;
        String wanted = Expectations.words(expected);
        boolean ended = token.getType() == Token.EOF || before != null && layout.beginsClause(token.getTokenIndex())
                && before.getLine() < token.getLine();
        if (ended && before != null && !betweenClauses) {
            int width = before.getStopIndex() - before.getStartIndex() + 1;
            problems.error("syntax", new tenet.symbolic.claim.Claim.Place(problems.place(before).file(), before.getLine(),
                    before.getCharPositionInLine() + 1 + width), 1, "something is missing after '" + before.getText() + "'"
                            + wanted, Optional::empty);
            return;
        }
        problems.error("syntax", problems.place(token), token.getStopIndex() - token.getStartIndex() + 1,
                unexpected(token) + (token.getType() == TenetParser.UNCLOSED ? "" : wanted), () -> {
                    if (parser.getContext() instanceof TenetParser.HypothesisContext)
                        return Optional.of("a hypothesis has a name, by which reasons and reports call it: given small: x < 1");
                    return betweenClauses || expected.contains(TenetParser.SHOW)
                            ? Suggestions.didYouMean(token.getText(), Layout.clauseWords()) : Optional.empty();
                });
    }

    private static String unexpected(Token token) {
        return switch (token.getType()) {
            case TenetParser.UNKNOWN -> {
                int point = token.getText().codePointAt(0);
                String shown = Character.isISOControl(point) || !Character.isDefined(point) || Character.isSurrogate((char) point)
                        ? "" : "'" + token.getText() + "' ";
                yield "the character " + shown + String.format("(U+%04X)", point) + " has no meaning here";
            }
            case TenetParser.UNCLOSED -> "this text has no closing quote";
            case Token.EOF -> "the file ends too early";
            default -> "unexpected '" + (token.getText().length() > 40 ? token.getText().substring(0, 40) + "…"
                    : token.getText()) + "'";
        };
    }
}
