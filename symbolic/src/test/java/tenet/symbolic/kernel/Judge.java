package tenet.symbolic.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Library;
import tenet.symbolic.syntax.Parser;

/** Judges certificates written as text: the statements of a text, each theorem in order, the last one's result. */
final class Judge {
    private Judge() {
    }

    /** @param claims a {@code .tenet} text; every theorem in it needs a certificate, and all but the last must be right */
    static Checker.Result of(String claims, String certificates) {
        Map<String, Statement> lemmas = new LinkedHashMap<>();
        Map<String, Statement> statements = new LinkedHashMap<>();
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        Parser.Result<Document> read = Parser.parse("text", claims, new Library(name -> Optional.empty(), id -> true));
        assertThat(read.diagnostics().stream().filter(d -> d.severity() == tenet.symbolic.syntax.Diagnostic.Severity.ERROR)).as(claims).isEmpty();
        for (Claim claim : read.value().claims())
            (claim.kind() == Claim.Kind.LEMMA ? lemmas : statements).put(claim.id(), claim.statement());
        Parser.Result<Map<String, Certificate>> written = Parser.parseCertificates("text", certificates, id -> Optional.ofNullable(statements.get(id)));
        assertThat(written.diagnostics()).as(certificates).isEmpty();
        Checker.Result result = null;
        for (Statement statement : statements.values()) {
            if (result != null) assertThat(result).isInstanceOf(Checker.Result.Proved.class);
            result = new Checker(lemmas, theorems).check(statement, written.value().get(statement.id()));
            if (result instanceof Checker.Result.Proved(Theorem theorem)) theorems.put(statement.id(), theorem);
        }
        return result;
    }

    static void accepts(String claims, String certificates) {
        assertThat(of(claims, certificates)).isInstanceOf(Checker.Result.Proved.class);
    }

    /** @param reason words of the message */
    static void rejects(int step, String reason, String claims, String certificates) {
        Checker.Result result = of(claims, certificates);
        assertThat(result).as("a theorem that must not be one").isInstanceOf(Checker.Result.Rejected.class);
        Checker.Result.Rejected rejected = (Checker.Result.Rejected) result;
        assertThat(rejected.message()).contains(reason);
        assertThat(rejected.step()).isEqualTo(step);
    }

    /** A theorem without a theory, with these lines of declarations, hypotheses and conclusion. */
    static String theorem(String id, String... lines) {
        return "theorem " + id + " \"" + id + "\"\n  in none\n  " + String.join("\n  ", lines) + "\n\n";
    }

    static String lemma(String id, String... lines) {
        return "lemma " + id + " \"" + id + "\"\n  cite \"a book\" published\n  in none\n  " + String.join("\n  ", lines) + "\n\n";
    }

    /** A certificate of the claim t with these steps, numbered. */
    static String cert(String... steps) {
        StringBuilder text = new StringBuilder("certificate t\n");
        for (int i = 0; i < steps.length; i++) text.append(i + 1).append(". ").append(steps[i]).append('\n');
        return text.toString();
    }
}
