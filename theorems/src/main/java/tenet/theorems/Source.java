package tenet.theorems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.kernel.Certificate;

/**
 * A {@code .tenet} file that was read, with the certificates stored beside it.
 *
 * @param name   how the user calls it: a path, or the path inside the library
 * @param text   its text
 * @param stored what is beside it
 */
public record Source(String name, String text, Document document, StoredCertificates stored) {
    /** The stored certificates that can be read, by id of the claim. */
    public Map<String, Certificate> certificates() {
        return stored.certificates();
    }

    /** Why stored certificates cannot be read, by id of the claim. */
    public Map<String, String> problems() {
        return stored.problems();
    }

    /** The same file, as if nothing were stored beside it. */
    public Source bare() {
        return new Source(name, text, document, StoredCertificates.NONE);
    }

    /** A claim and the file it is in. */
    public record Entry(Source source, Claim claim) {
    }

    public Optional<Claim> claim(String id) {
        return document.claims().stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(certificates().get(id));
    }

    public Optional<String> certificateProblem(String id) {
        return Optional.ofNullable(problems().get(id));
    }

    /** What is wrong with certificates of claims that the file does not have, as after renaming a claim. */
    public List<String> strayCertificates() {
        return problems().entrySet().stream().filter(problem -> claim(problem.getKey()).isEmpty()).map(Map.Entry::getValue).toList();
    }
}
