package tenet.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.syntax.Printer;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Report;

/** A report as JSON, for programs. The schema is written down in the README of this module; it has no times in it. */
public final class JsonReport {
    /** Changes when a field changes its meaning or goes; new fields may come without a change. */
    public static final String SCHEMA = "tenet-report/1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {
    }

    public static String text(Report report) {
        return pretty(node(report));
    }

    /** With the line ends and indents of every JSON that Tenet writes. */
    public static String pretty(JsonNode node) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return MAPPER.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode node(Report report) {
        ObjectNode node = MAPPER.createObjectNode().put("schema", SCHEMA).put("seed", report.seed())
                .put("complete", report.complete()).put("met", report.met());
        ObjectNode counts = node.putObject("counts");
        report.counts().forEach((verdict, count) -> counts.put(verdict.name(), count));
        strings(node.putArray("pending"), report.pending());
        ArrayNode claims = node.putArray("claims");
        report.findings().forEach(finding -> claims.add(node(finding)));
        return node;
    }

    private static ObjectNode node(Finding finding) {
        Claim claim = finding.claim();
        ObjectNode node = MAPPER.createObjectNode().put("id", claim.id()).put("title", claim.title())
                .put("kind", name(claim.kind())).put("verdict", finding.verdict().name())
                .put("expectation", claim.expectation().name()).put("met", finding.met());
        place(node.putObject("place"), claim.place());
        claim.theory().ifPresent(theory -> node.put("theory", theory));
        claim.variantOf().ifPresent(of -> node.put("variantOf", of));
        claim.citation().ifPresent(citation -> node.putObject("citation").put("source", citation.source())
                .put("status", name(citation.status())));
        ArrayNode hypotheses = node.putArray("hypotheses");
        for (Hypothesis hypothesis : claim.statement().hypotheses())
            hypotheses.addObject().put("name", hypothesis.name()).put("when", name(hypothesis.when()))
                    .put("formula", Printer.print(hypothesis.formula()));
        node.put("conclusion", Printer.print(claim.statement().conclusion()));
        strings(node.putArray("shortfalls"), finding.shortfalls());
        strings(node.putArray("notes"), finding.notes());
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence().forEach(piece -> evidence.add(node(piece)));
        return node;
    }

    private static ObjectNode node(Evidence evidence) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (evidence) {
            case Evidence.Proof proof -> {
                node.put("kind", "proof").put("scope", proof.scope().sentence()).put("general", proof.scope().general())
                        .put("steps", proof.theorem().steps()).put("stored", proof.stored());
                strings(node.putArray("lemmas"), List.copyOf(proof.theorem().lemmas()));
            }
            case Evidence.Refutation refutation -> {
                node.put("kind", "refutation");
                counterexample(node.putObject("simplest"), refutation.simplest());
                refutation.worst().ifPresent(worst -> counterexample(node.putObject("worst"), worst));
            }
            case Evidence.Samples samples -> {
                node.put("kind", "samples").put("seed", samples.seed()).put("tries", samples.tries())
                        .put("accepted", samples.accepted()).put("holds", samples.holds()).put("cannotTell", samples.cannotTell())
                        .put("exhaustive", samples.exhaustive());
                number(node, "smallestMargin", samples.smallestMargin());
                number(node, "slack", samples.slack());
                ObjectNode activity = node.putObject("activity");
                samples.activity().forEach(activity::put);
            }
            case Evidence.Enclosed enclosed -> {
                ArrayNode starts = node.put("kind", "enclosed").putArray("starts");
                for (Evidence.Enclosed.Start start : enclosed.starts()) {
                    ObjectNode one = starts.addObject().put("until", start.until()).put("width", start.width());
                    number(one, "sensitivity", OptionalDouble.of(start.sensitivity()));
                    number(one, "margin", OptionalDouble.of(start.margin()));
                    bindings(one.putArray("values"), start.values());
                }
            }
            case Evidence.Suspected suspected -> node.put("kind", "suspected").put("samples", suspected.samples())
                    .put("time", suspected.time()).put("reason", suspected.reason());
            case Evidence.Trajectories trajectories -> {
                node.put("kind", "trajectories").put("number", trajectories.number()).put("until", trajectories.until())
                        .put("confirmed", trajectories.confirmed()).put("ended", trajectories.ended());
                trajectories.drift().ifPresent(drift -> node.putObject("drift").put("invariant", drift.invariant()).put("largest", drift.largest())
                        .put("time", drift.time()));
            }
            case Evidence.WrongStep wrong -> {
                node.put("kind", "wrong-step").put("step", Printer.print(wrong.step()));
                place(node.putObject("place"), wrong.place());
                counterexample(node.putObject("counterexample"), wrong.counterexample());
            }
            case Evidence.Failure failure -> {
                node.put("kind", "failure").put("message", failure.message());
                failure.place().ifPresent(place -> place(node.putObject("place"), place));
                failure.subgoal().ifPresent(subgoal -> node.put("subgoal", Printer.print(subgoal)));
                failure.fails().ifPresent(fails -> counterexample(node.putObject("counterexample"), fails));
            }
            case Evidence.Fault fault -> node.put("kind", "fault").put("message", String.valueOf(fault.cause()));
        }
        return node;
    }

    static void counterexample(ObjectNode node, Counterexample counterexample) {
        bindings(node.putArray("values"), counterexample.values());
        bindings(node.putArray("sides"), counterexample.sides());
        node.put("certified", counterexample.certified());
        if (!counterexample.instance().isEmpty()) strings(node.putArray("instance"), counterexample.instance());
    }

    private static void bindings(ArrayNode array, List<Counterexample.Binding> bindings) {
        bindings.forEach(binding -> array.addObject().put("name", binding.name()).put("value", binding.value()));
    }

    private static void place(ObjectNode node, Claim.Place place) {
        node.put("file", place.file()).put("line", place.line()).put("column", place.column());
    }

    /** JSON has no infinities: they are left out. */
    static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) node.put(name, value.getAsDouble());
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
