package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.typeset.TextDerivation;

class LibraryTest {
    private static final Path FOLDER = Path.of("src/main/resources/tenet/library");
    private final Library library = new Library(List.of(
            source("one.tenet", "mf.balancedness", "mf.balancedness.swapped", "mf.end-to-end"), source("two.tenet", "tf.component_norm")));

    @Test
    void the_index_lists_every_file_and_nothing_else() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            assertThat(Library.index()).containsExactlyInAnyOrderElementsOf(files.filter(file -> file.toString().endsWith(".tenet"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')).toList());
        }
    }

    @Test
    void the_headings_of_a_file_are_its_claims_lemmas_and_theories() throws IOException {
        for (Source source : Library.builtIn().sources()) {
            Volume volume = Volume.later(source.name(), Files.readString(FOLDER.resolve(source.name())), () -> source);
            Volume read = Volume.of(source);
            assertThat(volume.claims()).as(source.name()).containsExactlyElementsOf(read.claims());
            assertThat(volume.lemmas()).as(source.name()).containsExactlyElementsOf(read.lemmas());
            assertThat(volume.theories()).as(source.name()).containsExactlyElementsOf(read.theories());
        }
    }

    @Test
    void what_is_not_asked_for_is_not_read() {
        Volume unread = Volume.later("x.tenet", "theory t \"T\"\nlemma l\nfalse  claim x.false\ntrue variant x.true\n  theorem no.heading\n", () -> {
            throw new AssertionError("read");
        });
        assertThat(unread.theories()).containsExactly("t");
        assertThat(unread.lemmas()).containsExactly("l");
        assertThat(unread.claims()).containsExactly("l", "x.false", "x.true");
        assertThatThrownBy(() -> unread.entry("l")).isInstanceOf(AssertionError.class);
    }

    @Test
    void every_certificate_file_is_beside_a_file_and_only_for_its_claims() throws IOException {
        Library builtIn = Library.builtIn();
        try (var files = Files.walk(FOLDER)) {
            assertThat(builtIn.sources().stream().map(source -> SourceReader.certificateName(source.name())))
                    .containsAll(files.filter(file -> file.toString().endsWith(".cert"))
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')).toList());
        }
        for (Source source : builtIn.sources()) {
            assertThat(source.problems()).as(source.name()).isEmpty();
            assertThat(source.document().claims().stream().map(Claim::id)).as(source.name()).containsAll(source.certificates().keySet());
        }
    }

    @Test
    void no_derivation_is_printed_with_two_commas_in_a_row() {
        for (Source source : Library.builtIn().sources())
            source.certificates().forEach((id, certificate) ->
                    assertThat(TextDerivation.text(source.claim(id).orElseThrow(), certificate, Set.of())).as(id).doesNotContain(",,"));
    }

    @Test
    void a_claim_is_found_in_either_spelling() {
        assertThat(library.find("tf.component-norm")).map(entry -> entry.source().name()).contains("two.tenet");
        assertThat(library.find("mf.end_to_end")).map(entry -> entry.claim().id()).contains("mf.end-to-end");
        assertThat(library.find("mf")).isEmpty();
    }

    @Test
    void a_pattern_finds_claims_in_the_order_of_the_files() {
        assertThat(library.matching(new Glob("*"))).hasSize(4);
        assertThat(library.matching(new Glob("mf.b*"))).extracting(entry -> entry.claim().id())
                .containsExactly("mf.balancedness", "mf.balancedness.swapped");
    }

    @Test
    void suggestions_are_near_and_best_first() {
        assertThat(library.suggestions("mf.balancednes")).first().isEqualTo("mf.balancedness");
        assertThat(library.suggestions("component")).containsExactly("tf.component_norm");
        assertThat(library.suggestions("zzzz")).isEmpty();
    }

    @Test
    void a_file_means_its_own_claim_before_one_of_the_library() {
        Source mine = source("mine.tenet", "mf.balancedness");
        assertThat(library.resolve(mine, "mf.balancedness").orElseThrow().source()).isSameAs(mine);
        assertThat(library.resolve(mine, "mf.end-to-end").orElseThrow().source().name()).isEqualTo("one.tenet");
        assertThat(library.resolve(mine, "mf.nothing")).isEmpty();
    }

    @Test
    void an_id_is_in_one_file() {
        assertThatThrownBy(() -> new Library(List.of(source("a.tenet", "x"), source("b.tenet", "x"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a.tenet").hasMessageContaining("b.tenet");
    }

    private static Source source(String name, String... ids) {
        List<Claim> claims = List.of(ids).stream().map(id -> new Claim(Claim.Kind.THEOREM,
                new Statement(id, Signature.EMPTY, List.of(), Claims.ONE_IS_ONE), id, Optional.empty(), Optional.empty(), Optional.empty(),
                Claim.Expectation.SUPPORTED, List.of(), List.of(), List.of(), new Claim.Place(name, 1, 1))).toList();
        return new Source(name, "", new Document(name, List.of(), claims), StoredCertificates.NONE);
    }
}
