package tenet.reports.ci;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.FindingText;
import tenet.theorems.Report;

/**
 * A report as JUnit XML: a test suite for each file, a test case for each claim. A claim that falls short is a failure, a
 * mistake of Tenet an error, a claim that was not looked at is skipped. There are no times in it: the same run gives the
 * same bytes.
 */
public final class JunitReport {
    private JunitReport() {
    }

    public static String text(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private static void write(Report report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<Finding>> files = report.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.claim().place().file(), LinkedHashMap::new, Collectors.toList()));
        indent(0, xml);
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "tenet");
        counts(report.findings(), report.pending().size(), xml);
        for (var file : files.entrySet()) {
            indent(1, xml);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(file.getKey()));
            counts(file.getValue(), 0, xml);
            for (Finding finding : file.getValue()) testcase(finding, xml);
            indent(1, xml);
            xml.writeEndElement();
        }
        if (!report.pending().isEmpty()) {
            indent(1, xml);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "not looked at");
            counts(List.of(), report.pending().size(), xml);
            for (String id : report.pending()) {
                start(id, "pending", xml);
                indent(3, xml);
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", "the run was stopped before");
                indent(2, xml);
                xml.writeEndElement();
            }
            indent(1, xml);
            xml.writeEndElement();
        }
        indent(0, xml);
        xml.writeEndElement();
    }

    private static void counts(List<Finding> findings, int skipped, XMLStreamWriter xml) throws XMLStreamException {
        long errors = findings.stream().filter(JunitReport::isFaulty).count();
        long failures = findings.stream().filter(finding -> !finding.met()).count() - errors;
        xml.writeAttribute("tests", String.valueOf(findings.size() + skipped));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", String.valueOf(skipped));
    }

    private static boolean isFaulty(Finding finding) {
        return !finding.met() && !finding.evidence(Evidence.Fault.class).isEmpty();
    }

    private static void start(String id, String group, XMLStreamWriter xml) throws XMLStreamException {
        indent(2, xml);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", clean(id));
        xml.writeAttribute("classname", clean(group));
        xml.writeAttribute("time", "0");
    }

    private static void testcase(Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        start(finding.id(), finding.claim().theory().orElse("tenet"), xml);
        String details = finding.claim().place() + "\n" + finding.verdict().words() + "\n" + FindingText.details(finding);
        indent(3, xml);
        if (finding.met()) {
            xml.writeStartElement("system-out");
        } else {
            xml.writeStartElement(isFaulty(finding) ? "error" : "failure");
            xml.writeAttribute("type", finding.verdict().name());
            xml.writeAttribute("message", clean(FindingText.headline(finding)));
        }
        xml.writeCharacters(clean(details));
        xml.writeEndElement();
        indent(2, xml);
        xml.writeEndElement();
    }

    private static void indent(int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Without the characters that XML cannot hold. */
    private static String clean(String text) {
        return text.codePoints().map(c -> c == '\n' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
