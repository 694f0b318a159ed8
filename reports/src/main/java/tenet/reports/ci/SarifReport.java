package tenet.reports.ci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import tenet.reports.json.JsonReport;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.FindingText;
import tenet.theorems.Report;
import tenet.theorems.Verdict;

/**
 * A report as SARIF 2.1.0, for code scanning: a result for each claim that falls short, at the line of the claim or of its
 * wrong step. A rule is a verdict.
 *
 * <p>Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
 */
public final class SarifReport {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {
    }

    public static String text(Report report) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Tenet");
        ArrayNode rules = driver.putArray("rules");
        for (Verdict verdict : Verdict.values()) {
            ObjectNode rule = rules.addObject().put("id", verdict.name());
            rule.putObject("shortDescription").put("text", "a claim that is " + verdict.words() + " and was meant to be otherwise");
            rule.putObject("fullDescription").put("text", verdict.meaning());
        }
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        report.findings().stream().filter(finding -> !finding.met()).forEach(finding -> result(finding, results.addObject()));
        run.putArray("invocations").addObject().put("executionSuccessful", report.complete() && report.faulty().isEmpty());
        return JsonReport.pretty(root);
    }

    private static void result(Finding finding, ObjectNode node) {
        node.put("ruleId", finding.verdict().name()).put("ruleIndex", finding.verdict().ordinal())
                .put("level", finding.verdict() == Verdict.REFUTED || !finding.evidence(Evidence.WrongStep.class).isEmpty() ? "error" : "warning");
        node.putObject("message").put("text", FindingText.headline(finding) + "\n" + FindingText.details(finding));
        ArrayNode locations = node.putArray("locations");
        location(finding.claim().place(), finding.id(), locations.addObject());
        ArrayNode related = new ObjectMapper().createArrayNode();
        for (Evidence.WrongStep wrong : finding.evidence(Evidence.WrongStep.class)) location(wrong.place(), finding.id(), related.addObject());
        if (!related.isEmpty()) node.set("relatedLocations", related);
        node.putObject("partialFingerprints").put("claim/v1", finding.id());
    }

    private static void location(Claim.Place place, String id, ObjectNode node) {
        ObjectNode physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region").put("startLine", Math.max(1, place.line())).put("startColumn", Math.max(1, place.column()));
        node.putArray("logicalLocations").addObject().put("fullyQualifiedName", id).put("kind", "member");
    }

    /** A relative reference, or for an absolute path a file URI. */
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            return path.startsWith("/") ? new URI("file", "", path, null).toString() : new URI(null, null, path, null).toString();
        } catch (URISyntaxException strange) {
            return "unknown.tenet";
        }
    }
}
