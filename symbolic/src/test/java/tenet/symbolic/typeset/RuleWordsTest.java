package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class RuleWordsTest {
    private static String words(String rule, String label, Map<String, Term> arguments, Integer... premises) {
        Formula any = Formula.equal(Examples.ONE, Examples.ONE);
        return new RuleWords(new TextNotation()).words(new Certificate.Step(9, List.of(), List.of(), any, rule,
                Optional.of(label).filter(text -> !text.isEmpty()), List.of(premises), new LinkedHashMap<>(arguments), ""));
    }

    @Test
    void a_witness_is_shown_but_a_context_is_not() {
        assertEquals("rewriting with (3) at l = L", words("rewrite", "",
                Map.of("l", Examples.L, "context", Term.multiply(Examples.TWO, Certificate.hole(Sort.REAL))), 3));
    }

    @Test
    void what_is_empty_is_left_out() {
        assertEquals("by expanding both sides", words("identity", "", Map.of()));
        assertEquals("by expanding both sides, given (1)–(3)", words("identity", "", Map.of(), 1, 2, 3));
        assertEquals("by the lemma cauchy_schwarz, applied to (1) and (4)", words("lemma", "cauchy_schwarz", Map.of(), 1, 4));
    }

    @Test
    void induction_says_its_direction() {
        assertEquals("by induction downwards from (1) and (2)", words("induction", "down", Map.of(), 1, 2));
    }

    @Test
    void the_kernels_rules_and_no_others_have_words() {
        assertEquals(new TreeSet<>(Checker.rules()), new TreeSet<>(RuleWords.rules()));
    }

    @Test
    void a_rule_without_words_goes_by_its_name() {
        assertEquals("my new rule from (2)", words("my_new_rule", "", Map.of(), 2));
    }
}
