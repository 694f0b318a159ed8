package tenet.properties.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenet.properties.ClaimFile.CLAIMS;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.JqwikException;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import tenet.numeric.evaluation.Truth;
import tenet.symbolic.term.Rational;

class ClaimInstancesProperties {
    private static ClaimInstances instances(String id) {
        return ClaimInstances.of(CLAIMS.statement(id), CLAIMS.sampling(id));
    }

    private static List<ClaimInstance> drawn(ClaimInstances instances, long seed, int number) {
        Random random = new Random(seed);
        RandomGenerator<ClaimInstance> generator = instances.generator(1000);
        return IntStream.range(0, number).mapToObj(i -> generator.next(random).value()).toList();
    }

    private static void assertHypotheses(ClaimInstance instance) {
        instance.statement().hypotheses().forEach(hypothesis ->
                assertThat(instance.truth(hypothesis.formula())).as(hypothesis.name() + " at " + instance).isEqualTo(Truth.HOLDS));
    }

    @Property(tries = 60)
    void samples_satisfy_the_hypotheses(@ForAll @FromClaim("rc.unobserved-lower") ClaimInstance instance) {
        assertHypotheses(instance);
        assertThat(instance.conclusion()).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 40)
    void samples_of_a_file_satisfy_its_hypotheses(
            @ForAll @FromClaim(value = "end-to-end", file = "src/test/resources/tenet/properties/claims.tenet") ClaimInstance instance) {
        assertHypotheses(instance);
        assertThat(instance.number("L").compareTo(Rational.of(2))).isNotNegative();
        assertThat(instance.matrix("W", 1)).hasNumberOfRows(instance.number("d", 1).numerator().intValueExact());
    }

    @Example
    void the_same_seed_gives_the_same_samples_and_another_one_others() {
        List<ClaimInstance> first = drawn(instances("end-to-end"), 7, 20);
        assertThat(drawn(instances("end-to-end"), 7, 20)).isEqualTo(first);
        assertThat(drawn(instances("end-to-end"), 8, 20)).isNotEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Example
    void edge_cases_are_the_simplest_instance_and_extreme_ones() {
        List<ClaimInstance> edges = StreamSupport.stream(instances("end-to-end").edgeCases(10).spliterator(), false).map(Shrinkable::value).toList();
        assertThat(edges).hasSizeGreaterThan(3).doesNotHaveDuplicates().allSatisfy(ClaimInstancesProperties::assertHypotheses);
        assertThat(edges.getFirst().number("L")).isEqualTo(Rational.of(2));
        assertThat(edges.getFirst().matrix("W", 1)).hasDimensions(1, 1);
        assertThat(instances("end-to-end").edgeCases(2).size()).isEqualTo(2);
    }

    /** What jqwik does: the first simpler sample that falsifies takes the place of the last one. */
    @Example
    void shrinking_ends_at_an_instance_of_least_sizes() {
        RandomGenerator<ClaimInstance> generator = instances("end-to-end").generator(1000);
        Random random = new Random(3);
        Shrinkable<ClaimInstance> large = generator.next(random);
        while (large.value().truth("norm(E)^2 > 25") != Truth.HOLDS || large.value().number("L").equals(Rational.of(2))) large = generator.next(random);
        Shrinkable<ClaimInstance> best = large;
        for (boolean progress = true; progress; ) {
            Shrinkable<ClaimInstance> last = best;
            best = last.shrink().filter(simpler -> simpler.value().truth("norm(E)^2 > 25") == Truth.HOLDS).findFirst().orElse(last);
            progress = best != last;
            if (progress) assertThat(best.distance()).isLessThan(last.distance());
        }
        assertHypotheses(best.value());
        assertThat(best.value().number("L")).isEqualTo(Rational.of(2));
        assertThat(best.value().matrix("W", 1)).hasDimensions(1, 1);
        assertThat(best.value().matrix("W", 2)).hasDimensions(1, 1);
    }

    /** A property that is false on purpose, and what jqwik makes of it. */
    @Property(tries = 200, seed = "5", shrinking = ShrinkingMode.FULL)
    @AddLifecycleHook(FalsifiedSimply.class)
    boolean jqwik_shrinks_a_false_property_to_a_simple_instance(@ForAll @FromClaim("rc.unobserved-lower") ClaimInstance instance) {
        return instance.truth("abs(W[1,1]) <= 5") == Truth.HOLDS;
    }

    static class FalsifiedSimply implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            PropertyExecutionResult result = property.execute();
            try {
                assertThat(result.status()).isEqualTo(PropertyExecutionResult.Status.FAILED);
                ClaimInstance simple = (ClaimInstance) result.falsifiedParameters().orElseThrow().getFirst();
                assertHypotheses(simple);
                assertThat(simple.truth("abs(W[1,1]) <= 5")).isEqualTo(Truth.VIOLATED);
                assertThat(simple.toString()).startsWith("instance rc.unobserved-lower\n  W = [[").hasSizeLessThan(120);
            } catch (AssertionError wrong) {
                return result.mapToFailed(wrong);
            }
            return result.mapToSuccessful();
        }
    }

    @Example
    void the_rate_of_acceptance_is_told_and_a_rate_below_one_in_a_hundred_fails() {
        ClaimInstances usual = instances("entry-lower");
        drawn(usual, 1, 50);
        assertThat(usual.acceptance().accepted()).isEqualTo(50);
        assertThat(usual.acceptance().rate()).isBetween(0.3, 1.0);
        assertThat(usual.acceptance().toString()).startsWith("50 of ");
        assertThatThrownBy(() -> drawn(instances("impossible"), 1, 1)).isInstanceOf(JqwikException.class)
                .hasMessageContaining("too few instances of impossible: 0 of 1000 draws satisfy the hypotheses; most often: ");
    }

    @Example
    void what_is_asked_for_in_vain_is_named() {
        assertThatThrownBy(() -> ClaimInstances.of("rc.unobserved-lowr")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("rc.unobserved-lower");
        assertThatThrownBy(() -> ClaimInstances.of(Path.of("none.tenet"), "x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none.tenet");
        ClaimInstance instance = drawn(instances("entry-lower"), 1, 1).getFirst();
        assertThatThrownBy(() -> instance.value("F")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> instance.number("E")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> instance.truth("norm(F) = 0")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("F");
    }
}
