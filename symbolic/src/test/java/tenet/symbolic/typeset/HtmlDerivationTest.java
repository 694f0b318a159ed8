package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Derivations as pieces of a page. */
class HtmlDerivationTest {
    private static final Examples.Example AWKWARD = Examples.awkward();

    private static String derivation(Examples.Example example) {
        return HtmlDerivation.derivation(example.certificate(), example.lemmas(), id -> Optional.of(id + ".html"));
    }

    @Test
    void every_step_has_a_place_of_its_own() {
        for (Examples.Example example : new Examples.Example[] {AWKWARD, Examples.balancedness(), Examples.componentNorm()}) {
            String html = derivation(example);
            example.certificate().steps().forEach(step ->
                    assertEquals(2, html.split(Pattern.quote("id=\"step-" + step.number() + "\""), -1).length, "step " + step.number()));
        }
    }

    @Test
    void words_of_the_author_are_text_and_never_markup() {
        String html = derivation(AWKWARD) + HtmlDerivation.statement(AWKWARD.claim(), id -> Optional.empty());
        String tags = html.replaceAll("<(/?)(section|p|div|span|details|summary|pre|code|em|a|dl|dt|dd)( [a-z]+=\"[^\"<>]*\")*>", "");
        assertFalse(tags.contains("<"), tags);
        assertFalse(Pattern.compile("&(?!(amp|lt|gt|quot|#39);)").matcher(html).find());
    }

    @Test
    void lemmas_lead_to_their_pages() {
        assertTrue(derivation(AWKWARD).contains("<a href=\"cauchy_schwarz.html\"><code>cauchy_schwarz</code></a>"));
    }

    @Test
    void elements_are_closed_in_order() {
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        var tags = Pattern.compile("<(/?)([a-z]+)[^>]*>").matcher(derivation(AWKWARD) + derivation(Examples.singularValueDynamics()));
        while (tags.find()) {
            if (tags.group(1).isEmpty()) open.push(tags.group(2));
            else assertEquals(tags.group(2), open.pop());
        }
        assertTrue(open.isEmpty());
    }
}
