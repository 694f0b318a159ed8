package tenet.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;

/** The claims of {@code claims.tenet}, with the samplings of their theories. */
public record ClaimFile(Document document) {
    public static final ClaimFile CLAIMS = read("claims.tenet");

    public static ClaimFile read(String name) {
        try (InputStream stream = ClaimFile.class.getResourceAsStream(name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Parser.Result<Document> result = Parser.parse(name, text, theory -> Optional.empty());
            if (!result.diagnostics().isEmpty()) throw new IllegalStateException(result.diagnostics().toString());
            return new ClaimFile(result.value());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Statement statement(String id) {
        return claim(id).statement();
    }

    public List<Sampling> sampling(String id) {
        Claim claim = claim(id);
        List<Sampling> sampling = new ArrayList<>();
        document.theories().stream().filter(theory -> claim.theory().equals(Optional.of(theory.name()))).forEach(theory -> sampling.addAll(theory.sampling()));
        sampling.addAll(claim.sampling());
        return sampling;
    }

    private Claim claim(String id) {
        return document.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
    }
}
