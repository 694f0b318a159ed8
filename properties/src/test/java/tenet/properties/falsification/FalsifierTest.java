package tenet.properties.falsification;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;

class FalsifierTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    private static Attack attack(String id, long seed, int tries, int threads) {
        return Falsifier.attack(CLAIMS.statement(id), CLAIMS.sampling(id), new Settings(seed, tries, AMPLE, threads));
    }

    private static Rational number(Instance instance, String name, Integer... indices) {
        return instance.value(name, List.of(indices)).orElseThrow().entries().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancedness.swapped", "end-to-end.unbalanced", "sv-dynamics.exponent", "unbalancedness.across-components",
        "entry-lower.any-sign", "logarithm"})
    void a_false_claim_is_refuted_by_an_instance_on_which_it_certainly_fails(String id) {
        Attack attack = attack(id, 1, 400, 2);
        assertThat(attack.isRefuted()).isTrue();
        Statement statement = CLAIMS.statement(id);
        for (Counterexample each : List.of(attack.simplest().orElseThrow(), attack.worst().orElseThrow())) {
            var exact = new Evaluation<>(new Rationals(), statement.signature(), each.instance());
            for (Formula fact : statement.signature().parameterFacts()) assertThat(exact.holds(fact)).isEqualTo(Truth.HOLDS);
            statement.hypotheses().forEach(hypothesis -> assertThat(exact.holds(hypothesis.formula())).as(hypothesis.name()).isEqualTo(Truth.HOLDS));
            assertThat(exact.holds(statement.conclusion())).isNotEqualTo(Truth.HOLDS);
            assertThat(each.margin()).isNegative();
            assertThat(Falsifier.replay(statement, CLAIMS.sampling(id), 32, each.choices())).contains(each);
        }
        assertThat(attack.worst().orElseThrow().relativeMargin()).isLessThanOrEqualTo(attack.simplest().orElseThrow().relativeMargin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancedness", "end-to-end", "sv-dynamics", "component-norm", "entry-lower", "norm-lower", "irrational"})
    void a_true_claim_is_not_refuted_and_the_attack_is_not_vacuous(String id) {
        Attack attack = attack(id, 2, 250, 2);
        assertThat(attack.isRefuted()).isFalse();
        assertThat(attack.counts().violated()).isZero();
        assertThat(attack.counts().tries()).isEqualTo(250);
        assertThat(attack.counts().holds()).isGreaterThan(150);
        assertThat(attack.vacuity()).isEmpty();
    }

    @Test
    void counterexamples_shrink_to_the_smallest_sizes() {
        Instance sigma = attack("sv-dynamics.exponent", 1, 400, 2).simplest().orElseThrow().instance();
        assertThat(number(sigma, "L")).isEqualTo(Rational.of(2));
        assertThat(sigma.values().get("d").values()).allMatch(width -> width.equals(Value.number(1)));
        Instance components = attack("unbalancedness.across-components", 1, 400, 2).simplest().orElseThrow().instance();
        assertThat(number(components, "N")).isEqualTo(Rational.of(2));
        assertThat(number(components, "R")).isEqualTo(Rational.of(2));
        Instance swapped = attack("balancedness.swapped", 1, 400, 2).simplest().orElseThrow().instance();
        assertThat(number(swapped, "n")).as("numbers commute: size 1 has no counterexample").isEqualTo(Rational.of(2));
    }

    @Test
    void a_counterexample_has_no_entry_that_it_does_not_need() {
        Attack attack = Falsifier.attack(CLAIMS.statement("nuclear.less"), CLAIMS.sampling("nuclear.less"), new Settings(1, 200, AMPLE, 2));
        Value<Rational> matrix = attack.simplest().orElseThrow().instance().value("A", List.of()).orElseThrow();
        assertThat(matrix.entries()).as("rank one would do no harm").filteredOn(entry -> !entry.isZero()).containsExactly(Rational.ONE, Rational.ONE);
        assertThat(Falsifier.replay(CLAIMS.statement("nuclear.less"), List.of(), 32, attack.simplest().get().choices())).isEqualTo(attack.simplest());
    }

    @Test
    void tries_in_floating_point_find_what_few_exact_ones_miss() {
        Settings few = new Settings(1, 10, AMPLE, 2, 32, 300);
        assertThat(Falsifier.attack(CLAIMS.statement("needle"), CLAIMS.sampling("needle"), few).isRefuted()).isFalse();
        Attack explored = Falsifier.attack(CLAIMS.statement("needle"), CLAIMS.sampling("needle"), new Settings(1, 10, AMPLE, 2, 32, 300, 0, 4_000));
        assertThat(explored.isRefuted()).isTrue();
        assertThat(explored.simplest().orElseThrow().method()).isEqualTo(Method.EXACT);
        assertThat(explored.firstViolation().orElseThrow()).isGreaterThan(10);
        assertThat(explored.counts().tries()).as("what is explored is not counted among the samples").isEqualTo(10);
        Attack truth = Falsifier.attack(CLAIMS.statement("entry-lower"), CLAIMS.sampling("entry-lower"), new Settings(1, 10, AMPLE, 2, 32, 300, 0, 300));
        assertThat(truth.isRefuted()).isFalse();
    }

    @Test
    void the_result_depends_on_the_seed_and_not_on_the_threads() {
        Attack one = attack("sv-dynamics.exponent", 11, 60, 1);
        Attack three = attack("sv-dynamics.exponent", 11, 60, 3);
        assertThat(three.counts()).isEqualTo(one.counts());
        assertThat(three.hypotheses()).isEqualTo(one.hypotheses());
        assertThat(three.simplest()).isEqualTo(one.simplest());
        assertThat(three.worst()).isEqualTo(one.worst());
        Attack calm = attack("entry-lower", 11, 60, 1);
        assertThat(attack("entry-lower", 11, 60, 3).smallestMargin()).isEqualTo(calm.smallestMargin());
        assertThat(attack("entry-lower", 12, 60, 1).smallestMargin()).isNotEqualTo(calm.smallestMargin());
    }

    @Test
    void a_bound_is_tested_near_its_edge() {
        Attack attack = attack("entry-lower", 1, 600, 2);
        assertThat(attack.smallestRatio().orElseThrow()).isBetween(1.0, 1.1);
        assertThat(attack.hypotheses()).filteredOn(hypothesis -> hypothesis.name().equals("determinant"))
                .allSatisfy(determinant -> {
                    assertThat(determinant.nearTight()).isPositive();
                    assertThat(determinant.falseBefore()).isPositive();
                    assertThat(determinant.isActive()).isTrue();
                });
    }

    /** Independent draws alone meet the small false region in one run of three. */
    @Test
    void an_inequality_is_pursued_to_where_it_fails() {
        long refuted = java.util.stream.LongStream.range(0, 10).filter(seed -> attack("needle", seed, 600, 2).isRefuted()).count();
        assertThat(refuted).isGreaterThanOrEqualTo(8);
        assertThat(attack("needle", 3, 600, 1).simplest()).isEqualTo(attack("needle", 3, 600, 3).simplest());
    }

    @Test
    void hypotheses_that_nothing_satisfies_make_the_attack_vacuous() {
        Attack attack = attack("impossible", 1, 200, 2);
        assertThat(attack.counts().accepted()).isZero();
        assertThat(attack.vacuity().orElseThrow()).contains("none of 200");
    }

    @Test
    void a_hypothesis_that_excludes_nothing_is_told() {
        Attack attack = attack("idle", 1, 200, 2);
        assertThat(attack.inactive()).containsExactly("trivial");
        assertThat(attack.vacuity().orElseThrow()).contains("trivial");
    }

    @Test
    void irrational_values_are_judged_by_intervals() {
        assertThat(attack("logarithm", 1, 200, 2).simplest().orElseThrow().method()).isIn(Method.EXACT, Method.INTERVALS);
        assertThat(attack("irrational", 1, 200, 2).counts().cannotTell()).isZero();
    }

    @Test
    void progress_is_told_and_adds_up() {
        AtomicInteger told = new AtomicInteger();
        Attack attack = Falsifier.attack(CLAIMS.statement("entry-lower"), List.of(), new Settings(1, 50, AMPLE, 2), progress -> told.set(progress.counts().tries()));
        assertThat(told.get()).isEqualTo(50);
        Counts counts = attack.counts();
        assertThat(counts.tries()).isEqualTo(counts.accepted() + counts.rejected() + counts.unclear());
        assertThat(counts.accepted()).isEqualTo(counts.holds() + counts.violated() + counts.cannotTell());
    }

    @Test
    void an_interrupt_ends_the_attack_with_what_is_known() {
        Attack attack = Falsifier.attack(CLAIMS.statement("entry-lower"), List.of(), new Settings(1, 1_000_000, AMPLE, 2), progress -> {
            if (progress.counts().tries() >= 32) Thread.currentThread().interrupt();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attack.ending()).isEqualTo(Attack.Ending.INTERRUPTED);
        assertThat(attack.counts().tries()).isBetween(32, 64);
    }

    @Test
    void the_time_limit_ends_the_attack() {
        Attack attack = Falsifier.attack(CLAIMS.statement("entry-lower"), List.of(), new Settings(1, 100_000_000, Duration.ofMillis(300), 2));
        assertThat(attack.ending()).isEqualTo(Attack.Ending.TIME_LIMIT);
        assertThat(attack.counts().tries()).isLessThan(100_000_000);
    }
}
