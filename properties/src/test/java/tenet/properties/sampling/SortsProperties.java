package tenet.properties.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import tenet.properties.ClaimFile;
import tenet.properties.exact.Choices;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.properties.jqwik.ClaimInstance;
import tenet.properties.jqwik.ClaimInstances;

/** The sorts that samplers draw: how many draws are accepted, which edge cases are met, and that all of them shrink. */
class SortsProperties {
    private static final ClaimFile SORTS = ClaimFile.read("sorts.tenet");
    private static final int DRAWS = 150;

    private static Sampler sampler(String sort) {
        return new Sampler(SORTS.statement("sorts." + sort), SORTS.sampling("sorts." + sort));
    }

    /** Accepted draws, a quarter of them bold. */
    private static List<ClaimInstance> accepted(String sort) {
        Sampler sampler = sampler(sort);
        return IntStream.range(0, DRAWS).mapToObj(i -> sampler.draw(i % 4 == 0 ? Choices.bold(9, i) : Choices.fresh(9, i)))
                .filter(sample -> sample.standing() == Sample.Standing.ACCEPTED)
                .map(sample -> new ClaimInstance(SORTS.statement("sorts." + sort), sample.instance().orElseThrow())).toList();
    }

    @SafeVarargs
    private static void assertMet(String sort, Predicate<ClaimInstance>... edges) {
        List<ClaimInstance> instances = accepted(sort);
        assertThat(instances).as(sort).hasSizeGreaterThan(DRAWS / 20);
        for (int k = 0; k < edges.length; k++) assertThat(instances.stream().anyMatch(edges[k])).as(sort + ", edge case " + k).isTrue();
    }

    private static Predicate<ClaimInstance> that(String formula) {
        return instance -> instance.truth(formula) == tenet.numeric.evaluation.Truth.HOLDS;
    }

    @Example
    void numbers_meet_their_bounds_zero_and_extremes() {
        assertMet("naturals", that("n = 2"), that("n = k"), that("n = 5 and k = 1"), that("z < 0"), that("z = 0"));
        assertMet("reals", that("x = 0"), that("x = 1"), that("x = -1"), that("u = 0"), that("u = 1"), that("x != 0 and abs(x) <= 1/100"), that("y <= 1/100"), that("y = 1"));
    }

    @Example
    void vectors_and_matrices_meet_zero_rank_one_and_equal_singular_values() {
        assertMet("vectors", that("norm(v) = 0"), that("norm(v) = 1"), that("n = 1"));
        assertMet("matrices", that("norm(A) = 0"), that("rank(A) = 1 and norm(A) > 1"), that("m = 1 and n = 1"), that("m = n and A^T*A = A[1,1]^2*identity(n) and norm(A) > 0"));
        assertMet("ranks", that("rank(A) = 0"), that("rank(A) = 1"));
        assertMet("negative-determinant", that("n = 1"), that("n = 2"), that("det(A) = -1"));
        assertMet("spectra", that("s = 0"), that("s > 0 and n >= 2"), that("n = 1"));
        assertMet("orthogonal", that("Q = identity(n)"), that("det(Q) = -1"), that("n >= 3 and Q[1,1]^2 != 1"));
        assertMet("balanced", that("L = 2"), that("L = 4"), that("rank(W[1]) = 0"), that("d[0] != d[1] and rank(W[1]) >= 1"));
        assertMet("tensors", that("N = 1"), that("N = 4"), that("norm(T) = 0"));
    }

    @Example
    void graphs_meet_no_edges_all_edges_and_isolated_vertices() {
        assertMet("graphs", that("n = 1"), that("n >= 2 and sum(i in 1..n, sum(j in 1..n, G[i,j])) = 0"), that("n >= 3 and sum(i in 1..n, sum(j in 1..n, G[i,j])) = n*(n - 1)"),
                that("n >= 3 and sum(j in 1..n, G[1,j]) = 0 and sum(j in 1..n, G[2,j]) >= 1"));
        assertMet("directed-graphs", that("n = 1"), that("n >= 2 and G[1,2] != G[2,1]"), that("G[1,1] = 1"));
    }

    @Example
    void partitions_meet_one_block_and_singletons() {
        assertMet("partitions", that("n >= 3 and (for i in 1..n: block[i] = 1)"), that("n >= 3 and (for i in 1..n, j in 1..n except i: block[i] != block[j])"));
        assertMet("mode-trees", that("n >= 4 and (for v in 2..n: parent[v] = 1)"), that("n >= 4 and (for v in 2..n: parent[v] = v - 1)"));
    }

    @Example
    void distributions_meet_point_masses_uniform_ones_and_zero_weights() {
        String uniform = "n >= 3 and (for i in 1..n: p[i] = 1/n)";
        String point = "n >= 3 and sum(i in 1..n, p[i]^2) = 1";
        String zeros = "n >= 3 and prod(i in 1..n, p[i]) = 0 and sum(i in 1..n, p[i]^2) < 1";
        for (String sort : List.of("distributions", "distributions-as-hypotheses")) assertMet(sort, that("n = 1"), that(uniform), that(point), that(zeros), that("n >= 5"));
        assertMet("positive-distributions", that("n = 1"), that(uniform), that("n >= 5"));
        assertMet("joint-distributions", that("m = 3 and n = 3"), that("m >= 2 and n >= 2 and sum(i in 1..m, sum(j in 1..n, P[i,j]^2)) = 1"));
        assertMet("transition-matrices", that("m = 3 and n = 4"), that("m >= 2 and n >= 2 and (for i in 1..m: sum(j in 1..n, P[i,j]^2) = 1)"));
    }

    @Example
    void losses_couple_entries_and_curve() {
        for (String id : List.of("sorts.losses.separable", "sorts.losses.quadratic"))
            assertThat(Falsifier.attack(SORTS.statement(id), SORTS.sampling(id), new Settings(1, 300, Duration.ofMinutes(2), 1)).isRefuted()).as(id).isTrue();
    }

    @Provide
    Arbitrary<String> sorts() {
        return Arbitraries.of(SORTS.document().claims().stream().map(claim -> claim.id()).toList());
    }

    /** Some simpler instance is offered for each that is not the simplest. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void every_sort_shrinks(@ForAll("sorts") String id) {
        ClaimInstances instances = ClaimInstances.of(SORTS.statement(id), SORTS.sampling(id));
        Shrinkable<ClaimInstance> drawn = instances.generator(1000).next(new java.util.Random(4));
        Shrinkable<ClaimInstance> best = drawn;
        for (int steps = 0; steps < 200; steps++) {
            Shrinkable<ClaimInstance> last = best;
            best = last.shrink().findFirst().orElse(last);
            if (best == last) break;
        }
        Shrinkable<ClaimInstance> simplest = best;
        assertThat(simplest.distance()).isLessThan(drawn.distance());
        assertThat(simplest.shrink()).isEmpty();
    }
}
