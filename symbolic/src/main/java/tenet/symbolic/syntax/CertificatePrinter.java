package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.grammar.TenetLexer;

/** Certificates to text, one step on two lines. */
final class CertificatePrinter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private CertificatePrinter() {
    }

    static String text(Certificate certificate) {
        StringBuilder out = new StringBuilder("certificate " + certificate.claim() + "\n");
        certificate.steps().forEach(step -> out.append(text(step)));
        return out.toString();
    }

    private static String text(Certificate.Step step) {
        List<String> context = new ArrayList<>();
        step.fixed().forEach(range -> context.add(TermPrinter.text(range)));
        step.assumed().forEach(assumption -> context.add(assumption.name() + ": " + FormulaPrinter.text(assumption.formula())));
        StringBuilder out = new StringBuilder(step.number() + ". ");
        if (!context.isEmpty()) out.append("[").append(String.join("; ", context)).append("] ");
        out.append(FormulaPrinter.text(step.conclusion())).append("\n   by ").append(step.rule());
        step.label().ifPresent(label -> out.append(' ').append(QuotedText.quote(label)));
        if (!step.premises().isEmpty())
            out.append(" from ").append(step.premises().stream().map(Object::toString).collect(Collectors.joining(", ")));
        if (!step.arguments().isEmpty())
            out.append(" with ").append(step.arguments().entrySet().stream()
                    .map(entry -> key(entry.getKey()) + " := " + TermPrinter.text(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        if (!step.reason().isEmpty()) out.append(" reason ").append(QuotedText.quote(step.reason()));
        return out.append('\n').toString();
    }

    private static String key(String key) {
        boolean family = !Certificate.indices(key).isEmpty() && isName(Certificate.named(key))
                && Certificate.indices(key).stream().allMatch(CertificatePrinter::isName);
        return family || isName(key) ? key : QuotedText.quote(key);
    }

    private static boolean isName(String word) {
        return NAME.matcher(word).matches() && new TenetLexer(CharStreams.fromString(word)).nextToken().getType() == TenetLexer.NAME;
    }
}
