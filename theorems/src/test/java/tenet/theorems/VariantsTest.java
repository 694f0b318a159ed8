package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;

/** The tables of docs/variants.md against the library. */
class VariantsTest {
    private static final Library LIBRARY = Library.builtIn();

    /** The ids in the last column of the tables whose header has these words. */
    private static List<String> ids(String header) throws IOException {
        List<String> ids = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/variants.md"))) {
            if (!line.startsWith("|")) inside = false;
            else if (line.contains(header)) inside = true;
            else if (inside && !line.startsWith("| ---")) {
                String[] cells = line.split("\\|");
                ids.add(cells[cells.length - 1].strip().replace("`", ""));
            }
        }
        return ids;
    }

    @Test
    void each_variant_that_is_stated_wrong_is_a_false_claim_and_expects_to_be_refuted() throws IOException {
        List<String> ids = ids("stated wrong");
        assertThat(ids).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        for (String id : ids) {
            Claim claim = LIBRARY.find(id).orElseThrow(() -> new AssertionError(id)).claim();
            assertThat(claim.kind()).as(id).isEqualTo(Claim.Kind.FALSE_CLAIM);
            assertThat(claim.expectation()).as(id).isEqualTo(Claim.Expectation.REFUTED);
        }
    }

    @Test
    void each_variant_that_looks_wrong_is_a_theorem_or_a_true_variant() throws IOException {
        List<String> ids = ids("looks wrong");
        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        for (String id : ids) {
            Claim claim = LIBRARY.find(id).orElseThrow(() -> new AssertionError(id)).claim();
            assertThat(claim.kind()).as(id).isIn(Claim.Kind.THEOREM, Claim.Kind.TRUE_VARIANT);
            assertThat(claim.expectation()).as(id).isNotIn(Claim.Expectation.REFUTED, Claim.Expectation.ANY);
        }
    }
}
