package tenet.numeric.flow;

import java.util.List;
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
import tenet.numeric.CpuTime;
import tenet.numeric.Processor;

/** The enclosure until t = 10 of the 2 x 2 completion's gradient flow, from a thin start (P6). */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class EnclosureBenchmark {
    private static final double END = 10;

    /** A depth. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"2", "3"})
        int depth;

        VectorField field;

        @Setup
        public void derive() {
            field = FlowBenchmark.completion(depth, 2);
        }
    }

    /** The width of the last box. */
    @Benchmark
    public double enclosure(Example example, CpuTime cpu) {
        ValidatedFlow flow = new ValidatedFlow(example.field, new ValidatedFlow.Settings(20, 1e-16, 1, 100_000, 600));
        Enclosure enclosure = Processor.measure(cpu, 1, () -> flow.at(List.of(END)));
        double width = enclosure.width(END);
        if (enclosure.failure().isPresent() || !(width < 1e-8)) throw new IllegalStateException("width " + width + enclosure.failure());
        return width;
    }
}
