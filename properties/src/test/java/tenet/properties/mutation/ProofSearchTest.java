package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.Prover;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

class ProofSearchTest {
    /** A file whose claims are proved in order, by what the search finds. */
    private record Proved(Source source, Map<String, Statement> lemmas, Map<String, Theorem> theorems, Map<String, Certificate> certificates) {
        static Proved of(String text) throws InvalidInput {
            Source source = SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY);
            Map<String, Statement> lemmas = Library.EMPTY.lemmas(source);
            Map<String, Theorem> theorems = new LinkedHashMap<>();
            Map<String, Certificate> certificates = new LinkedHashMap<>();
            for (Claim claim : source.document().claims())
                if (claim.kind() == Claim.Kind.THEOREM
                        && new Prover(lemmas, theorems).prove(claim) instanceof Prover.Outcome.Found(Certificate certificate)
                        && new Checker(lemmas, theorems).check(claim.statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem)) {
                    certificates.put(claim.id(), certificate);
                    theorems.put(claim.id(), theorem);
                }
            return new Proved(source, lemmas, theorems, certificates);
        }

        Optional<Fate.Proved> fate(String id, String change) throws InterruptedException, ExecutionException {
            assertThat(theorems).containsKey(id);
            Mutant mutant = Mutants.of(source.claim(id).orElseThrow()).stream().filter(one -> one.change().equals(change)).findFirst().orElseThrow();
            return new ProofSearch(source, lemmas, theorems, key -> Optional.ofNullable(certificates.get(key)), Duration.ofSeconds(60)).of(mutant, true);
        }
    }

    private static final String RECIPROCAL = """
            theorem reciprocal
              in none
              param x, y : real
              given positive: x > 0
              given idle: y >= 0
              show x*(1/x) + y >= 1

            theorem sign
              in none
              param x : real
              given positive: x > 0
              show 1/x > 0
            """;

    @Test
    void a_hypothesis_that_gives_the_conclusion_its_value_may_go() throws Exception {
        assertThat(Proved.of(RECIPROCAL).fate("reciprocal", "without positive")).hasValueSatisfying(proved ->
                assertThat(proved.note()).isEqualTo("where x != 0; elsewhere its conclusion has no value"));
    }

    @Test
    void a_hypothesis_that_does_more_than_that_stays_needed() throws Exception {
        Proved proved = Proved.of(RECIPROCAL);
        assertThat(proved.fate("sign", "without positive")).isEmpty();
        assertThat(proved.fate("sign", "positive: x > 0 -> x >= 0")).hasValueSatisfying(found -> assertThat(found.note()).startsWith("where x != 0;"));
        assertThat(proved.fate("reciprocal", "without idle")).isEmpty();
    }

    private static final String DEPTH = """
            theory deep
              param L : nat >= 2
              fun rough f : real -> real

            lemma growth
              in none
              cite "made up" ours
              fun rough f : real -> real
              param x : real
              show f(x) >= x

            lemma steep
              in deep
              cite "made up" ours
              show f(L) >= 0

            theorem shallow
              in deep
              show f(L) >= L
              by growth(L)

            theorem cited
              in deep
              show f(L) + 1 > L
              by shallow

            theorem resting
              in deep
              show f(L) + 1 > 0
              by steep

            theorem two
              in deep
              show L > 1

            theorem deeper
              in deep
              show L + 1 > 2
              by two
            """;

    @Test
    void what_a_derivation_cites_is_stated_for_depth_one_where_it_holds_there() throws Exception {
        Proved proved = Proved.of(DEPTH);
        assertThat(proved.fate("cited", "L >= 2 -> L >= 1")).isPresent();
        assertThat(proved.fate("deeper", "L >= 2 -> L >= 1")).isEmpty();
    }

    @Test
    void theorems_are_restated_and_lemmas_are_not() throws Exception {
        Proved proved = Proved.of(DEPTH);
        assertThat(restated(proved, "cited")).containsExactly("shallow");
        assertThat(restated(proved, "deeper")).isEmpty();
        assertThat(proved.fate("resting", "L >= 2 -> L >= 1")).isEmpty();
    }

    private static List<String> restated(Proved proved, String id) {
        Claim claim = proved.source().claim(id).orElseThrow();
        Mutant mutant = Mutants.of(claim).stream().filter(one -> one.change().equals("L >= 2 -> L >= 1")).findFirst().orElseThrow();
        List<Declaration> difference = Restatement.difference(claim.statement(), mutant.claim().statement()).orElseThrow();
        return new Restatement(difference.getFirst(), difference.getLast(), proved.lemmas(), proved.theorems(),
                key -> Optional.ofNullable(proved.certificates().get(key))).cite(proved.certificates().get(id));
    }

    private static final String VARIANTS = """
            lemma growth
              in none
              cite "made up" ours
              fun rough f : real -> real
              param x : real
              show f(x) >= x + 1

            theorem grown
              in none
              fun rough f : real -> real
              param x : real
              show f(x) >= x
              by growth(x)

            true variant grown.more of grown
              in none
              fun rough f : real -> real
              param x : real
              show f(x) >= x + 1
              by growth(x)
            """;

    @Test
    void a_variant_that_says_more_proves_what_the_claim_does_not() throws Exception {
        Source source = SourceReader.parse("mine.tenet", VARIANTS, Optional.empty(), Library.EMPTY);
        Map<String, Statement> lemmas = Library.EMPTY.lemmas(source);
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        for (Claim claim : source.document().claims())
            if (claim.kind() != Claim.Kind.LEMMA
                    && new Prover(lemmas, theorems).prove(claim) instanceof Prover.Outcome.Found(Certificate certificate)
                    && new Checker(lemmas, theorems).check(claim.statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem))
                theorems.put(claim.id(), theorem);
        assertThat(theorems).containsKeys("grown", "grown.more");
        Mutant mutant = Mutants.of(source.claim("grown").orElseThrow()).stream().filter(one -> one.change().equals("f(x) >= x -> f(x) > x")).findFirst().orElseThrow();
        // Without the lemma the original derivation leads nowhere.
        ProofSearch with = new ProofSearch(source, Map.of(), theorems, key -> Optional.empty(), Duration.ofSeconds(60));
        assertThat(with.of(mutant, true)).hasValueSatisfying(proved -> assertThat(proved.lemmas()).containsExactly("growth"));
        theorems.remove("grown.more");
        assertThat(with.of(mutant, true)).isEmpty();
    }
}
