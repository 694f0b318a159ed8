package tenet.theorems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.kernel.Certificate;

/**
 * A {@code .tenet} file that was read, with the certificates stored beside it.
 *
 * @param name         how the user calls it: a path, or the path inside the library
 * @param text         its text
 * @param certificates by id of the claim
 * @param problems     why stored certificates could not be read, by id of the claim
 */
public record Source(String name, String text, Document document, Map<String, Certificate> certificates, Map<String, String> problems) {
    public Source {
        certificates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
        problems = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** A claim and the file it is in. */
    public record Entry(Source source, Claim claim) {
    }

    public Optional<Claim> claim(String id) {
        return document.claims().stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    public Optional<Certificate> certificate(String id) {
        return Optional.ofNullable(certificates.get(id));
    }

    public Optional<String> certificateProblem(String id) {
        return Optional.ofNullable(problems.get(id));
    }

    /** What is wrong with certificates of claims that the file does not have, as after renaming a claim. */
    public List<String> strayCertificates() {
        return problems.entrySet().stream().filter(problem -> claim(problem.getKey()).isEmpty()).map(Map.Entry::getValue).toList();
    }
}
