package tenet.numeric.graph.sparsify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Graph.Edge;
import tenet.numeric.graph.WalkIndex;
import tenet.numeric.graph.Watch;

/** What every order of walk index sparsification satisfies, and that the fast algorithms follow the definition. */
class SparsifierProperties {
    @Provide
    Arbitrary<Graph> graphs() {
        return Combinators.combine(Arbitraries.integers().between(1, 8), Arbitraries.integers().between(0, 100), Arbitraries.longs())
                .as((n, percent, seed) -> Generators.erdosRenyi(n, n * (n - 1) / 2 * percent / 100, seed));
    }

    private static Sparsifier fast(int depth, Ties ties) {
        return switch (depth) {
            case 2 -> new OneWalk(ties);
            case 3 -> new TwoWalk(ties);
            default -> new LocalWalk(depth, ties);
        };
    }

    private static int[] all(Sparsifier sparsifier, Graph graph) {
        return sparsifier.remove(graph, Integer.MAX_VALUE, Watch.NONE).edges().toArray();
    }

    @Property(tries = 30)
    void the_fast_algorithms_take_an_end_of_each_set_of_best_edges(@ForAll("graphs") Graph graph, @ForAll @IntRange(min = 1, max = 5) int depth) {
        General definition = new General(depth, General.allVertices(graph), Ties.FIRST);
        for (Ties ties : Ties.values()) {
            int[] order = all(fast(depth, ties), graph);
            assertThat(order).hasSize(graph.edges());
            BitSet removed = new BitSet();
            for (int e : order) {
                int[] best = definition.best(graph, removed);
                assertThat(e).isEqualTo(best[ties == Ties.FIRST ? 0 : best.length - 1]);
                removed.set(e);
            }
        }
    }

    @Property(tries = 30)
    void any_depth_by_local_counts_is_the_special_algorithm(@ForAll @IntRange(min = 0, max = 190) int edges, @ForAll long seed) {
        Graph graph = Generators.erdosRenyi(20, edges, seed);
        for (Ties ties : Ties.values()) {
            assertThat(all(new LocalWalk(2, ties), graph)).isEqualTo(all(new OneWalk(ties), graph));
            assertThat(all(new LocalWalk(3, ties), graph)).isEqualTo(all(new TwoWalk(ties), graph));
        }
    }

    @Property(tries = 30)
    void hubs_do_not_matter(@ForAll @IntRange(min = 1, max = 4) int k, @ForAll long seed) {
        Graph graph = Generators.barabasiAlbert(60, k, seed);
        assertThat(all(new TwoWalk(Ties.FIRST), graph)).isEqualTo(all(new LocalWalk(3, Ties.FIRST), graph));
    }

    @Property(tries = 30)
    void no_index_grows_and_the_best_tuple_never_grows(@ForAll("graphs") Graph graph, @ForAll @IntRange(min = 1, max = 4) int depth) {
        RemovalOrder order = fast(depth, Ties.FIRST).remove(graph, graph.edges(), Watch.NONE);
        BigInteger[] before = indices(graph, depth);
        for (int i = 1; i <= order.size(); i++) {
            BigInteger[] after = indices(order.keptAfter(i), depth);
            for (int v = 0; v < after.length; v++) assertThat(after[v]).isLessThanOrEqualTo(before[v]);
            assertThat(Arrays.compare(sorted(after), sorted(before))).isLessThanOrEqualTo(0);
            before = after;
        }
    }

    private static BigInteger[] indices(Graph graph, int depth) {
        WalkIndex walks = new WalkIndex(graph);
        return General.allVertices(graph).stream().map(index -> walks.ofVertex(index.set(), depth, index.target().getAsInt())).toArray(BigInteger[]::new);
    }

    private static BigInteger[] sorted(BigInteger[] values) {
        BigInteger[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Property(tries = 30)
    void removing_some_and_then_more_is_removing_all(@ForAll("graphs") Graph graph, @ForAll @IntRange(min = 2, max = 4) int depth, @ForAll @IntRange(min = 0, max = 28) int some) {
        RemovalOrder whole = fast(depth, Ties.FIRST).remove(graph, graph.edges(), Watch.NONE);
        RemovalOrder first = fast(depth, Ties.FIRST).remove(graph, some, Watch.NONE);
        RemovalOrder rest = fast(depth, Ties.FIRST).remove(first.kept(), graph.edges(), Watch.NONE);
        assertThat(IntStream.concat(first.edges(), rest.edges().map(e -> graph.edgeBetween(rest.graph().smaller(e), rest.graph().larger(e)).getAsInt())))
                .containsExactlyElementsOf(whole.edges().boxed().toList());
    }

    @Property(tries = 30)
    void kept_and_removed_edges_are_the_graph(@ForAll("graphs") Graph graph, @ForAll @IntRange(min = 1, max = 4) int depth, @ForAll @IntRange(min = 0, max = 30) int count) {
        RemovalOrder order = fast(depth, Ties.FIRST).remove(graph, count, Watch.NONE);
        assertThat(order.size()).isEqualTo(Math.min(count, graph.edges()));
        List<Edge> together = new ArrayList<>(order.edges().mapToObj(graph::edge).toList());
        Graph kept = order.kept();
        for (int e = 0; e < kept.edges(); e++) together.add(kept.edge(e));
        assertThat(together).containsExactlyInAnyOrderElementsOf(IntStream.range(0, graph.edges()).mapToObj(graph::edge).toList());
    }

    @Property(tries = 30)
    void relabelling_permutes_the_best_edges(@ForAll("graphs") Graph graph, @ForAll @IntRange(min = 2, max = 4) int depth, @ForAll long seed) {
        List<Integer> names = new ArrayList<>(IntStream.range(0, graph.vertices()).boxed().toList());
        Collections.shuffle(names, new Random(seed));
        Graph renamed = Graph.of(graph.vertices(), IntStream.range(0, graph.edges())
                .mapToObj(e -> new Edge(names.get(graph.smaller(e)), names.get(graph.larger(e)))).toList());
        General definition = new General(depth, General.allVertices(graph), Ties.FIRST);
        assertThat(Arrays.stream(definition.best(renamed, new BitSet())).boxed()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(definition.best(graph, new BitSet()))
                        .map(e -> renamed.edgeBetween(names.get(graph.smaller(e)), names.get(graph.larger(e))).getAsInt()).boxed().toList());
    }

    @Property(tries = 30)
    void at_depth_1_edges_that_leave_a_vertex_alone_go_last(@ForAll("graphs") Graph graph) {
        RemovalOrder order = new LocalWalk(1, Ties.FIRST).remove(graph, graph.edges(), Watch.NONE);
        boolean isolates = false;
        for (int i = 0; i < order.size(); i++) {
            int[] degrees = order.keptAfter(i).degrees();
            boolean now = degrees[graph.smaller(order.edge(i))] == 1 || degrees[graph.larger(order.edge(i))] == 1;
            assertThat(now || !isolates).isTrue();
            isolates = now;
        }
    }
}
