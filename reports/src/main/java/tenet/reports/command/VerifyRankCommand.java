package tenet.reports.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenet.numeric.graph.separation.RankCertificate;
import tenet.theorems.InvalidInput;

/** {@code tenet verify-rank}: a certificate of a separation rank, computed again. */
@Command(name = "verify-rank", sortOptions = false,
        description = "Checks a certificate that 'tenet separation-rank --certificate' wrote: runs its network at all its points and computes the"
                + " determinant of the minor again. Exit status 1 when it is another one, or zero.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenet separation-rank path.txt --set ends.txt --depth 2 --certificate minor.json",
            "  tenet verify-rank minor.json"})
public final class VerifyRankCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The certificate, JSON.")
    private Path file;

    @Mixin
    private Help help;

    public VerifyRankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidInput {
        RankCertificate certificate = MinorFile.read(file);
        boolean holds = certificate.holds();
        console.out().println(holds
                ? "the separation rank is at least " + certificate.rank() + ": the minor has determinant " + certificate.determinant() + " mod 2^31 - 1"
                : "the certificate does not hold: the minor of " + certificate.rank() + " rows does not have determinant " + certificate.determinant()
                        + ", or that is zero mod 2^31 - 1");
        return holds ? Exit.MET : Exit.SHORT;
    }
}
