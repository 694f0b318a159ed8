package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** The library's theorems stand on their stored certificates alone: no search is needed. */
class StoredCertificatesTest {
    private static final Library LIBRARY = Library.builtIn();

    /** What the first issue of the library promises for all parameters. */
    private static final List<String> PROMISED = List.of("mf.balancedness", "mf.balancedness.decay", "mf.balanced-powers", "mf.end-to-end",
            "mf.end-to-end.decay", "mf.sv-dynamics", "rc.det-sign", "rc.unobserved-lower", "rc.entry-lower", "rc.norm-lower",
            "tf.unbalancedness", "tf.component-norm.exact", "tf.component-norm", "rc.norm-lower.flow", "rc.dist-upper.distance", "rc.erank-upper.flow",
            "rc.det-sign.any-size", "rc.convergence", "rc.convergence.norms", "rc.perturbed.norm-any", "tf.constant-gradient.blow-up",
            "tf.dominant-component", "tf.rank-one-trajectory");

    private static Map<String, Theorem> theorems() {
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        for (Source source : LIBRARY.sources()) {
            Map<String, Statement> lemmas = LIBRARY.lemmas(source);
            for (Claim claim : source.document().claims()) {
                Certificate certificate = source.certificates().get(claim.id());
                if (certificate != null && new Checker(lemmas, theorems).check(claim.statement(), certificate) instanceof Checker.Result.Proved proved)
                    theorems.put(claim.id(), proved.theorem());
            }
        }
        return theorems;
    }

    @TestFactory
    Stream<DynamicTest> every_stored_certificate_is_accepted() {
        Map<String, Theorem> theorems = theorems();
        List<DynamicTest> tests = new ArrayList<>();
        for (Source source : LIBRARY.sources())
            for (String id : source.certificates().keySet())
                tests.add(dynamicTest(id, () -> assertThat(theorems).containsKey(id)));
        assertThat(tests).hasSizeGreaterThanOrEqualTo(PROMISED.size());
        return tests.stream();
    }

    @Test
    void the_promised_theorems_are_proved_for_all_parameters() {
        assertThat(theorems().keySet()).containsAll(PROMISED);
    }

    @Test
    void balancedness_rests_on_no_lemma_and_the_singular_value_dynamics_on_three() {
        Map<String, Theorem> theorems = theorems();
        assertThat(theorems.get("mf.balancedness").lemmas()).isEmpty();
        assertThat(theorems.get("tf.component-norm").lemmas()).isEmpty();
        assertThat(theorems.get("mf.sv-dynamics").lemmas()).containsExactly("left_singular_power", "psd_root", "zero_is_kept");
    }
}
