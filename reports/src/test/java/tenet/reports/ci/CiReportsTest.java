package tenet.reports.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tenet.reports.Reports;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Report;

class CiReportsTest {
    private static final Claim BELIEVED = Reports.claim("mf.open", Claim.Kind.THEOREM, Claim.Expectation.SUPPORTED, 20);

    private static Finding finding(Evidence evidence) {
        return Finding.judge(BELIEVED, List.of(evidence), Optional.empty(), List.of());
    }

    private static Report refuted() {
        Counterexample counterexample = new Counterexample(List.of(), List.of(new Counterexample.Binding("x", "0")), "exact rationals", List.of("x = 0", "y = <&>\u0007"));
        return new Report(7, List.of(finding(new Evidence.Refutation(counterexample, Optional.empty())), finding(new Evidence.Fault(new IllegalStateException("broken")))),
                List.of("mf.later"));
    }

    private static Document validated(String xml) throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(CiReportsTest.class.getResource("junit.xsd")).newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void junit_xml_fits_its_schema_and_counts_what_it_holds() throws Exception {
        Document document = validated(JunitReport.text(Reports.mixed()));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(document.getElementsByTagName("failure").getLength())).isEqualTo("2");
        assertThatThrownBy(() -> validated("<testsuites name='t' tests='1' failures='0' errors='0'><test/></testsuites>")).isInstanceOf(SAXException.class);
    }

    @Test
    void a_failure_has_the_counterexample_as_an_instance_an_error_is_told_apart_and_what_was_left_out_is_skipped() throws Exception {
        Document document = validated(JunitReport.text(refuted()));
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("REFUTED");
        assertThat(failure.getTextContent()).contains("mine.tenet:20:1").contains("\ninstance mf.open\n  x = 0\n  y = <&>\uFFFD\nwhere x = 0\n");
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    private static JsonNode sarif(String text) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(CiReportsTest.class.getResourceAsStream("sarif.json"));
        JsonNode node = new ObjectMapper().readTree(text);
        assertThat(schema.validate(node)).isEmpty();
        assertThat(schema.validate(new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}"))).as("the schema can fail").isNotEmpty();
        return node.get("runs").get(0);
    }

    @Test
    void sarif_fits_its_schema_and_has_a_result_for_each_claim_that_falls_short() throws IOException {
        JsonNode run = sarif(SarifReport.text(Reports.mixed()));
        assertThat(run.get("results")).hasSize(2);
        JsonNode step = run.get("results").get(1);
        assertThat(step.get("level").asText()).isEqualTo("error");
        assertThat(step.get("relatedLocations").get(0).at("/physicalLocation/region/startLine").asInt()).isEqualTo(33);
        assertThat(run.at("/tool/driver/rules").get(step.get("ruleIndex").asInt()).get("id").asText()).isEqualTo(step.get("ruleId").asText());
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void a_refutation_is_an_error_at_the_line_of_its_claim() throws IOException {
        JsonNode run = sarif(SarifReport.text(refuted()));
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("ruleId").asText()).isEqualTo("REFUTED");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText()).isEqualTo("mine.tenet");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(20);
        assertThat(result.at("/message/text").asText()).contains("instance mf.open\n  x = 0");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).as("an internal error").isFalse();
    }
}
