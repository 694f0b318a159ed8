package tenet.symbolic.kernel;

import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.syntax.Library;
import tenet.symbolic.syntax.Parser;

/** Claims and certificates written as text. */
public final class Written {
    private Written() {
    }

    public static Document claims(String text) {
        Parser.Result<Document> read = Parser.parse("benchmark", text, new Library(name -> Optional.empty(), id -> true));
        if (!read.diagnostics().isEmpty()) throw new IllegalArgumentException(read.diagnostics().toString());
        return read.value();
    }

    public static Map<String, Certificate> certificates(Document document, String text) {
        return Parser.parseCertificates("benchmark", text, id -> document.claims().stream()
                .filter(claim -> claim.id().equals(id)).findFirst().map(Claim::statement)).value();
    }
}
