package tenet.numeric.graph.sparsify;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.Watch;

/** Removing all edges of graphs with five edges for each vertex. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class SparsifierBenchmark {
    /** A graph. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"er", "ba"})
        String kind;

        @Param({"10000", "100000", "1000000"})
        int edges;

        Graph graph;

        @Setup
        public void generate() {
            graph = kind.equals("er") ? Generators.erdosRenyi(edges / 5, edges, 1) : Generators.barabasiAlbert(edges / 5 + 2, 5, 1);
        }
    }

    @Benchmark
    public RemovalOrder oneWalk(Example example) {
        return new OneWalk(Ties.FIRST).remove(example.graph, example.edges, Watch.NONE);
    }

    @Benchmark
    public RemovalOrder twoWalk(Example example) {
        return new TwoWalk(Ties.FIRST).remove(example.graph, example.edges, Watch.NONE);
    }
}
