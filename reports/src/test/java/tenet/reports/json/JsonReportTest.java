package tenet.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.reports.Reports;
import tenet.theorems.Report;

class JsonReportTest {
    private final String text = JsonReport.text(Reports.mixed());

    @Test
    void the_head_says_what_it_is_and_how_it_went() throws Exception {
        JsonNode report = new ObjectMapper().readTree(text);
        assertThat(fields(report)).containsExactly("schema", "seed", "complete", "met", "counts", "pending", "claims");
        assertThat(report.get("schema").asText()).isEqualTo("tenet-report/1");
        assertThat(report.get("seed").asLong()).isEqualTo(7);
        assertThat(report.get("met").asBoolean()).isFalse();
        assertThat(report.get("counts").toString()).isEqualTo("{\"PROVED\":1,\"SUPPORTED\":1,\"REFUTED\":1,\"UNDECIDED\":1}");
    }

    @Test
    void a_claim_has_these_fields() throws Exception {
        JsonNode claim = new ObjectMapper().readTree(text).get("claims").get(0);
        assertThat(fields(claim)).containsExactly("id", "title", "kind", "verdict", "expectation", "met", "place", "theory", "citation",
                "hypotheses", "conclusion", "shortfalls", "notes", "evidence");
        assertThat(claim.get("verdict").asText()).isEqualTo("PROVED");
        assertThat(claim.get("place").toString()).isEqualTo("{\"file\":\"mine.tenet\",\"line\":3,\"column\":1}");
        assertThat(claim.get("hypotheses").get(0).get("when").asText()).isEqualTo("always");
        assertThat(claim.get("evidence").get(0).toString()).isEqualTo("{\"kind\":\"proof\",\"scope\":\"for all L >= 2, all d, any loss\","
                + "\"general\":true,\"steps\":1,\"stored\":true,\"lemmas\":[\"cauchy_schwarz\"]}");
        assertThat(claim.get("evidence").get(1).toString()).isEqualTo("{\"kind\":\"samples\",\"seed\":7,\"tries\":200,\"accepted\":100,"
                + "\"holds\":100,\"cannotTell\":0,\"exhaustive\":false,\"smallestMargin\":0.125,\"slack\":1.5,\"activity\":{\"positive\":12}}");
    }

    @Test
    void each_kind_of_evidence_has_its_fields() throws Exception {
        JsonNode claims = new ObjectMapper().readTree(text).get("claims");
        assertThat(claims.get(1).get("evidence").get(0).toString()).isEqualTo("{\"kind\":\"refutation\",\"simplest\":{"
                + "\"values\":[{\"name\":\"x\",\"value\":\"1/2\"}],"
                + "\"sides\":[{\"name\":\"x^2\",\"value\":\"1/4\"},{\"name\":\"x\",\"value\":\"1/2\"}],\"certified\":\"exact rational numbers\"}}");
        assertThat(fields(claims.get(2).get("evidence").get(0))).containsExactly("kind", "message", "place", "subgoal");
        assertThat(fields(claims.get(3).get("evidence").get(1))).containsExactly("kind", "step", "place", "counterexample");
        assertThat(claims.get(2).get("notes").get(0).asText()).contains("rejected at step 4");
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        assertThat(JsonReport.text(Reports.mixed())).isEqualTo(text).endsWith("}\n").doesNotContain("\r");
        Report other = new Report(8, Reports.mixed().findings(), List.of());
        assertThat(JsonReport.text(other)).isNotEqualTo(text);
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
