package tenet.numeric.graph.sparsify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Graph.Edge;
import tenet.numeric.graph.WalkIndex;
import tenet.numeric.graph.Watch;

class WalkCurveTest {
    @Test
    void its_points_are_what_counting_afresh_gives() {
        Graph graph = Generators.erdosRenyi(30, 90, 4);
        for (int depth = 1; depth <= 5; depth++) {
            RemovalOrder order = Sparsifiers.random(3).remove(graph, 80, Watch.NONE);
            WalkCurve curve = WalkCurve.of(order, depth, 8);
            assertThat(curve.points()).hasSize(9);
            for (WalkCurve.Point point : curve.points()) {
                Graph kept = order.keptAfter(point.removed());
                int length = depth;
                BigInteger[] indices = General.allVertices(kept).stream()
                        .map(index -> new WalkIndex(kept).ofVertex(index.set(), length, index.target().getAsInt())).toArray(BigInteger[]::new);
                assertThat(BigInteger.valueOf(point.smallest())).isEqualTo(Arrays.stream(indices).min(BigInteger::compareTo).orElseThrow());
                assertThat(point.mean()).isCloseTo(Arrays.stream(indices).mapToDouble(BigInteger::doubleValue).average().orElseThrow(), within(1e-9));
                assertThat(point.isolated()).isEqualTo((int) Arrays.stream(kept.degrees()).filter(degree -> degree == 0).count());
            }
        }
    }

    @Test
    void walk_index_sparsification_keeps_the_smallest_index_longer_than_chance() {
        Graph graph = Generators.barabasiAlbert(400, 5, 1);
        WalkCurve careful = WalkCurve.of(new OneWalk(Ties.FIRST).remove(graph, graph.edges(), Watch.NONE), 2, 10);
        WalkCurve random = WalkCurve.of(Sparsifiers.random(1).remove(graph, graph.edges(), Watch.NONE), 2, 10);
        assertThat(careful.points().get(3).smallest()).isGreaterThan(random.points().get(3).smallest());
    }

    @Test
    void the_resistances_of_a_tree_are_1_and_of_a_cycle_less() {
        Graph tree = Graph.of(6, List.of(new Edge(0, 1), new Edge(1, 2), new Edge(1, 3), new Edge(4, 5)));
        assertThat(Spectral.exact(tree)).containsExactly(new double[] {1, 1, 1, 1}, within(1e-9));
        Graph cycle = Graph.of(4, List.of(new Edge(0, 1), new Edge(1, 2), new Edge(2, 3), new Edge(0, 3)));
        assertThat(Spectral.exact(cycle)).containsExactly(new double[] {0.75, 0.75, 0.75, 0.75}, within(1e-9));
    }

    /** Two cliques and a bridge: its resistance is 1, that of the other edges 2/8, so it is drawn early and leaves late. */
    @Test
    void spectral_orders_by_projection_and_by_factors_both_spare_a_bridge() {
        Graph graph = TwoWalkTest.bridgedCliques(8);
        int bridge = graph.edgeBetween(0, 8).getAsInt();
        for (int exact : new int[] {0, 1200}) {
            long late = 0;
            for (int seed = 0; seed < 40; seed++) {
                int[] order = new Spectral(seed, exact).remove(graph, graph.edges(), Watch.NONE).edges().toArray();
                assertThat(order).hasSize(57).doesNotHaveDuplicates();
                if (Arrays.stream(order).skip(28).anyMatch(e -> e == bridge)) late++;
            }
            assertThat(late).isGreaterThan(30);
        }
    }
}
