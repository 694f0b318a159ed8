package tenet.reports.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenet.properties.check.Check;
import tenet.symbolic.kernel.Certificate;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.InvalidInput;
import tenet.theorems.Report;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/** Writes the certificates that were accepted in a run beside the files of their claims. */
final class CertificateFiles {
    private final PrintStream err;

    CertificateFiles(PrintStream err) {
        this.err = err;
    }

    /** Tells of certificates of claims that their file does not have: after renaming a claim its derivation would be lost without a word. */
    void tellStrays(List<Check.Selection> selections) {
        for (Check.Selection selection : selections)
            selection.source().strayCertificates().forEach(problem -> err.println("tenet: certificate not used: " + problem));
    }

    /** Writes {@code NAME.cert} for each file of the selection; nothing for the library, whose files are not the user's. */
    void save(List<Check.Selection> selections, Report report) throws InvalidInput {
        for (Check.Selection selection : selections)
            if (Files.isRegularFile(Path.of(selection.source().name())))
                write(selection.source(), report, Path.of(SourceReader.certificateName(selection.source().name())));
    }

    /** Writes the certificates of the library below a folder. */
    void saveLibrary(List<Check.Selection> selections, Report report, Path folder) throws InvalidInput {
        for (Check.Selection selection : selections)
            write(selection.source(), report, folder.resolve(SourceReader.certificateName(selection.source().name())));
    }

    /** Certificates of claims outside the report stay as they are; those that were rejected go. */
    private void write(Source source, Report report, Path file) throws InvalidInput {
        List<Certificate> certificates = new ArrayList<>();
        int found = 0;
        for (var claim : source.document().claims()) {
            List<Finding> findings = report.findings().stream().filter(finding -> finding.claim().equals(claim)).toList();
            if (findings.isEmpty()) source.certificate(claim.id()).ifPresent(certificates::add);
            for (Finding finding : findings)
                for (Evidence.Proof proof : finding.evidence(Evidence.Proof.class)) {
                    certificates.add(proof.certificate());
                    if (!proof.stored()) found++;
                }
        }
        try {
            if (certificates.isEmpty()) {
                if (Files.deleteIfExists(file)) err.println("removed " + file + ": no derivation was accepted");
                return;
            }
            String text = SourceReader.certificateText(certificates);
            if (Files.exists(file) && Files.readString(file).equals(text)) return;
            Files.writeString(file, text, StandardCharsets.UTF_8);
            err.println("wrote " + file + ": " + certificates.size() + " derivations, " + found + " of them new");
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write " + file + ": " + unwritable.getMessage());
        }
    }
}
