package tenet.theorems;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tenet.symbolic.kernel.Certificate;

/**
 * The certificates stored beside a file. They are read when somebody first asks for one: most commands need few of those of the
 * library, and reading them takes as long as reading the claims.
 */
public final class StoredCertificates {
    public static final StoredCertificates NONE = of(Map.of(), Map.of());

    private final Supplier<Content> reading;
    private Optional<Content> content = Optional.empty();

    private record Content(Map<String, Certificate> certificates, Map<String, String> problems) {
        Content {
            certificates = Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
            problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        }
    }

    private StoredCertificates(Supplier<Content> reading) {
        this.reading = reading;
    }

    /**
     * @param certificates by id of the claim
     * @param problems     why stored certificates could not be read, by id of the claim
     */
    public static StoredCertificates of(Map<String, Certificate> certificates, Map<String, String> problems) {
        Content known = new Content(certificates, problems);
        return new StoredCertificates(() -> known);
    }

    /** @param reading called once, by whichever thread asks first */
    static StoredCertificates later(Supplier<StoredCertificates> reading) {
        return new StoredCertificates(() -> reading.get().content());
    }

    private synchronized Content content() {
        if (content.isEmpty()) content = Optional.of(reading.get());
        return content.get();
    }

    Map<String, Certificate> certificates() {
        return content().certificates();
    }

    Map<String, String> problems() {
        return content().problems();
    }
}
