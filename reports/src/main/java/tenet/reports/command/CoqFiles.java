package tenet.reports.command;

import java.util.Optional;
import tenet.symbolic.coq.CoqDerivation;
import tenet.symbolic.coq.NotExportable;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** Derivations as Coq files, with the theorems that they cite. */
final class CoqFiles {
    private CoqFiles() {
    }

    /** The file for a derivation of a claim of this source. @throws InvalidInput when it has no translation, saying why */
    static String text(Library library, Source source, Statement statement, Certificate certificate) throws InvalidInput {
        try {
            return CoqDerivation.file(new CoqDerivation.Source(statement, certificate), library.lemmas(source), id -> cited(library, source, id));
        } catch (NotExportable missing) {
            throw new InvalidInput("no translation into Coq: " + missing.getMessage());
        }
    }

    private static Optional<CoqDerivation.Source> cited(Library library, Source source, String id) {
        return library.resolve(source, id).flatMap(entry -> entry.source().certificate(id)
                .map(certificate -> new CoqDerivation.Source(entry.claim().statement(), certificate)));
    }
}
