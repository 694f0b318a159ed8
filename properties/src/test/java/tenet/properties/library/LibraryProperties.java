package tenet.properties.library;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.properties.exact.Choices;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** What the library states, on sampled instances: a property for every claim in it, whatever is added. */
class LibraryProperties {
    private static final Library LIBRARY = Library.builtIn();
    private static final int TRIES = 4;
    /** For claims with rare hypotheses: more tries until the conclusion holds for certain at least once. */
    private static final List<Integer> MORE_TRIES = List.of(60, 600);

    /** The claims whose conclusion is seen to hold on no sample, and why. They are proved, lemmas, or tested by their special cases. */
    private static final Map<String, String> NEVER_SEEN = Map.ofEntries(
            entry("effective_rank_two", "an equation between irrational numbers: intervals come close and never tell"),
            entry("gnn.sep-rank.coefficient-matrix", "one-sided inverses on both sides, at most numbers"),
            entry("num.entropy-grows", "bounds of a parameter by others that are seldom met together"),
            entry("num.four-squares", "a sum of four squares with a given value"),
            entry("rc.dxd", "a matrix, its minors and its distance to an orthogonal one at once"),
            entry("rc.dxd.three", "a matrix near an orthogonal one of size three"));

    private final Map<String, Sampler> samplers = new HashMap<>();

    /** A claim that is believed true, and a seed. */
    record Draw(String claim, int seed) {
        @Override
        public String toString() {
            return claim + " with seed " + seed;
        }
    }

    @Provide
    Arbitrary<Draw> believed() {
        List<String> ids = LIBRARY.entries().stream().map(Source.Entry::claim).filter(claim -> switch (claim.kind()) {
            case THEOREM, TRUE_VARIANT, LEMMA -> true;
            case FALSE_CLAIM, CONJECTURE -> false;
        }).map(Claim::id).toList();
        return Combinators.combine(Arbitraries.of(ids), Arbitraries.just(101)).as(Draw::new);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void no_sampled_instance_violates_a_claim_that_is_believed_true_and_on_some_it_holds(@ForAll("believed") Draw draw) {
        Claim claim = LIBRARY.find(draw.claim()).orElseThrow().claim();
        Attack attack = attack(claim, draw.seed(), TRIES);
        assertThat(attack.counts().tries()).isEqualTo(TRIES);
        for (int tries : NEVER_SEEN.containsKey(draw.claim()) ? List.<Integer>of() : MORE_TRIES)
            if (attack.counts().holds() == 0) attack = attack(claim, draw.seed(), tries);
        assertThat(attack.counts().holds() > 0 || NEVER_SEEN.containsKey(draw.claim())).as(attack.counts() + " " + attack.reasons()).isTrue();
    }

    private static Attack attack(Claim claim, int seed, int tries) {
        Attack attack = Falsifier.attack(claim.statement(), claim.sampling(), new Settings(seed, tries, java.time.Duration.ofMinutes(5), 1, 1, 0));
        assertThat(attack.simplest()).isEmpty();
        assertThat(attack.counts().violated()).isZero();
        return attack;
    }

    /** So that the list of exceptions keeps to what is there. */
    @Example
    void each_exception_is_a_claim_of_the_library() {
        assertThat(NEVER_SEEN.keySet()).allMatch(id -> LIBRARY.find(id).isPresent());
    }

    private Instance drawn(String id, int number) {
        Claim claim = LIBRARY.find(id).orElseThrow().claim();
        Sampler sampler = samplers.computeIfAbsent(id, name -> new Sampler(claim.statement(), claim.sampling()));
        // Some draws are rejected: the next one of this row that is not.
        for (int i = 0; i < 100; i++) {
            Sample sample = sampler.draw(Choices.fresh(number, i));
            if (sample.standing() == Sample.Standing.ACCEPTED) return sample.instance().orElseThrow();
        }
        throw new AssertionError("no instance of " + id + " in 100 draws");
    }

    private static Truth truth(String id, String formula, Instance instance) {
        var signature = LIBRARY.find(id).orElseThrow().claim().statement().signature();
        Formula parsed = Parser.parseFormula(formula, signature).value().orElseThrow();
        return new Evaluation<>(new Rationals(), signature, instance).holds(parsed);
    }

    /**
     * Where three entries are within s of what was observed and the determinant is not negative, the norm is at least
     * (1-s)^2/s, which diverges, while the matrix with its last entry changed to W12*W21/W11 has rank one, at a distance
     * that vanishes with s.
     */
    @Property(tries = 200)
    void norms_diverge_while_rank_is_minimized(@ForAll @IntRange(max = 5000) int number) {
        String id = "rc.unobserved-lower";
        Instance instance = drawn(id, number);
        assertThat(truth(id, "norm(W)^2 >= ((1 - s)^2/s)^2", instance)).isEqualTo(Truth.HOLDS);
        assertThat(truth(id, "det([[W[1,1], W[1,2]], [W[2,1], W[1,2]*W[2,1]/W[1,1]]]) = 0", instance)).isEqualTo(Truth.HOLDS);
        assertThat(truth(id, "abs(W[2,2] - W[1,2]*W[2,1]/W[1,1]) <= s + s*((1 + s)/(1 - s))^2", instance)).isEqualTo(Truth.HOLDS);
    }

    /** The bound is no matter of a few sizes of s: samples come within a factor of two of it far out. */
    @Property(tries = 1)
    void the_norm_is_seen_to_diverge() {
        List<Rational> norms = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Instance instance = drawn("rc.unobserved-lower", i);
            Rational s = instance.value("s", List.of()).orElseThrow().entries().getFirst();
            if (s.compareTo(Rational.of(1, 20)) < 0) norms.add(instance.value("W", List.of()).orElseThrow().entries().getFirst().abs());
        }
        assertThat(norms).isNotEmpty().allMatch(entry -> entry.compareTo(Rational.of(18)) >= 0);
    }
}
