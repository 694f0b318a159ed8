package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.Prover;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;

class WeakeningTest {
    /** Nothing but the lemma tells of f, so what is shown of it by the theorem alone was shown by the theorem. */
    private static final String TEXT = """
            lemma growth
              in none
              cite "made up" ours
              fun rough f : real -> real
              param x : real
              given start: x > 1
              show f(x) >= x

            theorem grown
              in none
              fun rough f : real -> real
              param x : real
              given start: x > 1
              show f(x) >= x
              by growth(x), start

            conjecture weaker
              in none
              fun rough f : real -> real
              param x : real
              given start: x > 2
              show f(x) + 1 > x

            conjecture stronger
              in none
              fun rough f : real -> real
              param x : real
              given start: x > 0
              show f(x) + 1 > x

            conjecture cased
              in none
              fun rough f : real -> real
              param x : real
              given start: x > 0
              show f(x)^2 + 1 >= x

            conjecture bounded
              in none
              fun rough f : real -> real
              param x : real > 3
              show f(x) >= 2

            conjecture indexed
              in none
              fun rough f : real -> real
              param x[i in 1..2] : real > 3
              show f(x[1]) >= 2
            """;

    private static Claim claim(String id) throws InvalidInput {
        return SourceReader.parse("mine.tenet", TEXT, Optional.empty(), Library.EMPTY).claim(id).orElseThrow();
    }

    private static Map<String, Statement> lemmas() throws InvalidInput {
        return Map.of("growth", claim("growth").statement());
    }

    private static Map<String, Theorem> theorems() throws InvalidInput {
        return Map.of("grown", proved(claim("grown"), claim("grown").derivation(), lemmas(), Map.of()).orElseThrow());
    }

    private static Optional<Theorem> proved(Claim claim, List<Derivation> argument, Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        Claim asked = new Claim(claim.kind(), claim.statement(), claim.title(), claim.citation(), claim.theory(), claim.variantOf(), claim.expectation(),
                argument, claim.sampling(), List.of(), claim.place());
        return new Prover(lemmas, theorems).prove(asked) instanceof Prover.Outcome.Found(Certificate certificate)
                && new Checker(lemmas, theorems).check(claim.statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem)
                ? Optional.of(theorem) : Optional.empty();
    }

    private static Optional<Theorem> weakened(String id) throws InvalidInput {
        Claim claim = claim(id);
        Map<String, Theorem> theorems = new LinkedHashMap<>(theorems());
        return proved(claim, Weakening.of(claim("grown").statement(), claim.statement(), claim.place()).orElseThrow(), Map.of(), theorems);
    }

    private static Optional<Theorem> byCases(String id) throws InvalidInput {
        Claim claim = claim(id);
        Map<String, Theorem> theorems = new LinkedHashMap<>(theorems());
        Optional<List<Derivation>> argument = Weakening.byCases(claim("grown").statement(), claim.statement(), claim.place());
        return argument.flatMap(steps -> proved(claim, steps, Map.of(), theorems));
    }

    @Test
    void what_asks_for_less_follows_from_the_theorem() throws InvalidInput {
        assertThat(weakened("weaker")).hasValueSatisfying(theorem -> assertThat(theorem.lemmas()).containsExactly("growth"));
    }

    @Test
    void a_parameter_with_another_bound_stands_for_that_of_the_theorem() throws InvalidInput {
        assertThat(weakened("bounded")).hasValueSatisfying(theorem -> assertThat(theorem.lemmas()).containsExactly("growth"));
    }

    @Test
    void a_family_does_not_stand_for_a_parameter_of_the_same_name() throws InvalidInput {
        Claim indexed = claim("indexed");
        assertThat(Weakening.of(claim("grown").statement(), indexed.statement(), indexed.place())).isEmpty();
    }

    @Test
    void what_asks_for_more_does_not_follow() throws InvalidInput {
        assertThat(weakened("stronger")).isEmpty();
        assertThat(byCases("stronger")).isEmpty();
    }

    @Test
    void where_a_hypothesis_fails_the_goal_may_hold_without_the_theorem() throws InvalidInput {
        assertThat(weakened("cased")).isEmpty();
        assertThat(byCases("cased")).hasValueSatisfying(theorem -> assertThat(theorem.lemmas()).containsExactly("growth"));
    }

    @Test
    void without_a_missing_comparison_there_are_no_cases() throws InvalidInput {
        Statement grown = claim("grown").statement();
        assertThat(Weakening.byCases(grown, grown, claim("grown").place())).isEmpty();
    }
}
