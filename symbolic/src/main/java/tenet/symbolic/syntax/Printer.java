package tenet.symbolic.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Writes what {@link Parser} reads: the text parses back to equal objects, places apart. */
public final class Printer {
    private Printer() {
    }

    public static String print(Term term) {
        return TermPrinter.text(term);
    }

    public static String print(Sort sort) {
        return TermPrinter.text(sort);
    }

    public static String print(Range range) {
        return TermPrinter.text(range);
    }

    public static String print(Formula formula) {
        return FormulaPrinter.text(formula);
    }

    /** @param signature the signature that the declaration belongs to */
    public static String print(Declaration declaration, Signature signature) {
        return DeclarationPrinter.text(declaration, signature);
    }

    public static String print(Document.Theory theory) {
        ClaimPrinter printer = new ClaimPrinter();
        printer.theory(theory);
        return printer.text();
    }

    /**
     * A claim by itself, with the name of its theory.
     *
     * @param theory the theory that it is stated in, whose declarations are not repeated
     */
    public static String print(Claim claim, Optional<Document.Theory> theory) {
        ClaimPrinter printer = new ClaimPrinter();
        printer.claim(claim, theory, Optional.empty());
        return printer.text();
    }

    /**
     * A whole file, each theory above its first claim.
     *
     * @param libraryTheories the theories that claims are stated in and the document does not contain
     * @throws IllegalArgumentException when a claim's theory is unknown
     */
    public static String print(Document document, Function<String, Optional<Document.Theory>> libraryTheories) {
        ClaimPrinter printer = new ClaimPrinter();
        Optional<String> current = Optional.empty();
        int printed = 0;
        for (Claim claim : document.claims()) {
            int wanted = claim.theory().map(name -> position(document, name)).orElse(-1);
            for (; printed <= wanted; printed++) {
                printer.blank();
                printer.theory(document.theories().get(printed));
                current = Optional.of(document.theories().get(printed).name());
            }
            Optional<Document.Theory> theory = claim.theory().map(name -> wanted >= 0 ? document.theories().get(wanted)
                    : libraryTheories.apply(name).orElseThrow(() -> new IllegalArgumentException("unknown theory " + name)));
            printer.blank();
            printer.claim(claim, theory, current);
        }
        for (; printed < document.theories().size(); printed++) {
            printer.blank();
            printer.theory(document.theories().get(printed));
        }
        return printer.text();
    }

    private static int position(Document document, String theory) {
        for (int i = 0; i < document.theories().size(); i++) if (document.theories().get(i).name().equals(theory)) return i;
        return -1;
    }

    public static String print(Certificate certificate) {
        return CertificatePrinter.text(certificate);
    }

    /** A {@code .cert} file. */
    public static String print(Map<String, Certificate> certificates) {
        return certificates.values().stream().map(CertificatePrinter::text).collect(java.util.stream.Collectors.joining("\n"));
    }
}
