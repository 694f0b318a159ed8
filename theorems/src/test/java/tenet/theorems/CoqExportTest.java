package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.symbolic.coq.CoqDerivation;
import tenet.symbolic.coq.NotExportable;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;

/** What the exporter writes, and what Coq says of it. Compiling needs coqc; with TENET_REQUIRE_COQ set, its absence is a failure. */
class CoqExportTest {
    private static final Path LIST = Path.of("../docs/coq.md");
    private static final Pattern LISTED = Pattern.compile("(?m)^- `([^`]+)`$");
    private final Library library = Library.builtIn();

    @Test
    void coqc_accepts_every_listed_derivation_from_standard_axioms_alone(@TempDir Path folder) throws Exception {
        requireCoq();
        List<String> ids = listed();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (String id : ids) outcomes.add(workers.submit(() -> compile(folder, id.replaceAll("[^A-Za-z0-9]+", "_"), text(id))));
            for (int i = 0; i < ids.size(); i++) {
                Outcome outcome = outcomes.get(i).get();
                assertThat(outcome.accepted()).as(ids.get(i) + ": " + outcome.output()).isTrue();
                assertThat(axioms(outcome.output())).as(ids.get(i)).isSubsetOf("ClassicalDedekindReals.sig_not_dec",
                        "ClassicalDedekindReals.sig_forall_dec", "functional_extensionality_dep",
                        "FunctionalExtensionality.functional_extensionality_dep", "Classical_Prop.classic", "Classical_Prop.proof_irrelevance");
            }
        }
    }

    @Test
    void coqc_rejects_a_flipped_relation(@TempDir Path folder) throws Exception {
        requireCoq();
        String text = text("rc.unobserved-lower.two");
        int last = text.lastIndexOf("Theorem rc_unobserved_lower_two");
        String flipped = text.substring(0, last) + text.substring(last).replaceFirst(">=", "<=");
        assertThat(flipped).isNotEqualTo(text);
        assertThat(compile(folder, "flipped", flipped).accepted()).isFalse();
    }

    @Test
    void coqc_rejects_a_certificate_of_a_false_claim(@TempDir Path folder) throws Exception {
        requireCoq();
        Statement wrong = library.find("rc.unobserved-lower.reciprocal").orElseThrow().claim().statement();
        Source source = library.find("rc.unobserved-lower").orElseThrow().source();
        List<Certificate.Step> steps = new ArrayList<>(source.certificate("rc.unobserved-lower").orElseThrow().steps());
        Certificate.Step last = steps.removeLast();
        steps.add(new Certificate.Step(last.number(), last.fixed(), last.assumed(), wrong.conclusion(), last.rule(), last.label(),
                last.premises(), last.arguments(), last.reason()));
        String text = CoqDerivation.file(new CoqDerivation.Source(wrong, new Certificate(wrong.id(), steps)), library.lemmas(source), id -> Optional.empty());
        assertThat(compile(folder, "wrong", text).accepted()).isFalse();
    }

    @Test
    void what_has_no_translation_is_refused_with_the_reason() {
        assertThatThrownBy(() -> text("tf.unbalancedness")).isInstanceOf(NotExportable.class).hasMessageContaining("tensors have no translation");
        assertThatThrownBy(() -> text("mf.sv-ratio")).isInstanceOf(NotExportable.class).hasMessageContaining("exponent");
    }

    @Test
    void at_least_fifteen_are_listed_and_none_admits_anything() throws Exception {
        List<String> ids = listed();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
        for (String id : ids)
            assertThat(text(id)).as(id).doesNotContain("Admitted", "admit.", "Axiom", "Parameter", "Conjecture").contains("Print Assumptions");
    }

    private static List<String> listed() throws IOException {
        return LISTED.matcher(Files.readString(LIST)).results().map(found -> found.group(1)).toList();
    }

    private String text(String id) throws NotExportable {
        Source.Entry entry = library.find(id).orElseThrow();
        Certificate certificate = entry.source().certificate(id).orElseThrow();
        return CoqDerivation.file(new CoqDerivation.Source(entry.claim().statement(), certificate), library.lemmas(entry.source()),
                other -> library.resolve(entry.source(), other).flatMap(cited -> cited.source().certificate(other)
                        .map(found -> new CoqDerivation.Source(cited.claim().statement(), found))));
    }

    private record Outcome(boolean accepted, String output) {
    }

    private static Outcome compile(Path folder, String name, String text) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".v");
        Path output = folder.resolve(name + ".txt");
        Files.writeString(file, text);
        Process process = new ProcessBuilder("coqc", "-q", file.getFileName().toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("coqc does not end on " + name);
        }
        return new Outcome(process.exitValue() == 0, Files.readString(output));
    }

    /** The names that Coq prints below "Axioms:". */
    private static List<String> axioms(String output) {
        List<String> names = new ArrayList<>();
        int start = output.indexOf("\nAxioms:");
        assertThat(start).isNotNegative();
        Matcher matcher = Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9_.']*)(?: :|$)").matcher(output.substring(start + "\nAxioms:\n".length()));
        while (matcher.find()) names.add(matcher.group(1));
        assertThat(names).isNotEmpty();
        return names;
    }

    private static void requireCoq() {
        boolean present = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "coqc")));
        if (!present && System.getenv("TENET_REQUIRE_COQ") != null) fail("coqc is required here and missing");
        assumeTrue(present, "no coqc here");
    }
}
