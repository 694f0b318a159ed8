package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Gradient flow over a deep matrix factorization that completes a matrix (P5): the whole trajectory, with its equations
 * derived from the claim and compiled. The peer's program for the same data is {@code peers/flow.py}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 8)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FlowBenchmark {
    /** A factorization of some depth and width. */
    @State(Scope.Benchmark)
    public static class Example {
        /** Depth, width, end, exponent of the tolerance. */
        @Param({"2:2:2000:-10", "3:2:2000:-10", "3:10:200:-8", "3:30:200:-8"})
        String system;

        VectorField field;
        double end;
        double tolerance;

        @Setup
        public void derive() {
            String[] parts = system.split(":");
            int depth = Integer.parseInt(parts[0]);
            int width = Integer.parseInt(parts[1]);
            end = Double.parseDouble(parts[2]);
            tolerance = Math.pow(10, Integer.parseInt(parts[3]));
            field = completion(depth, width);
        }
    }

    @Benchmark
    public double trajectory(Example example, CpuTime cpu) {
        Motion motion = new Motion(example.field, new Motion.Limits(example.tolerance, 5_000_000, 600));
        Trajectory trajectory = Processor.measure(cpu, 1, () -> motion.until(example.end));
        if (trajectory.stopped().isPresent()) throw new IllegalStateException(trajectory.stopped().get());
        return trajectory.end();
    }

    /** All layers 0.1^(1/L) times the identity; the 2 x 2 problem, or a masked matrix of rank 2. */
    static VectorField completion(int depth, int width) {
        Term n = Term.index("n");
        Sort square = Sort.matrix(n, n);
        Range layers = new Range("l", Term.number(1), Term.index("L"));
        Term product = Term.big(BigOperator.CHAIN, layers, Term.symbol("W", square, Term.index("l")));
        Term loss = new Term.Call("loss", List.of(Term.symbol("E", square)), Sort.REAL);
        Signature signature = new Signature(List.of(
                new Declaration.Parameter("n", List.of(), Sort.INT, List.of()),
                new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
                new Declaration.Variable("W", List.of(layers), square, Declaration.Motion.FIXED),
                new Declaration.Function("loss", List.of(square), Sort.REAL, true, Optional.empty()),
                new Declaration.Definition("E", List.of(), product),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(loss, Optional.empty()))));
        List<Rational> mask = new ArrayList<>();
        List<Rational> targets = new ArrayList<>();
        List<Rational> start = new ArrayList<>();
        Rational scale = Rational.exactly(Math.pow(0.1, 1.0 / depth));
        for (int i = 0; i < width; i++)
            for (int j = 0; j < width; j++) {
                boolean small = width == 2;
                boolean seen = small ? i + j > 0 : (7919 * i + 104729 * j + 31 * i * j) % 10 < 3;
                double target = small ? i + j == 1 ? 1 : 0
                        : 2 * (Math.cos(3 * i) * Math.sin(5 * j + 1) + Math.sin(2 * i + 1) * Math.cos(7 * j)) / Math.sqrt(width);
                mask.add(seen ? Rational.ONE : Rational.ZERO);
                targets.add(Rational.exactly(target));
                start.add(i == j ? scale : Rational.ZERO);
            }
        Instance instance = Instance.EMPTY.with("n", width).with("L", depth)
                .with("loss", new FunctionModel.Quadratic(new Value.Matrix<>(width, width, mask), new Value.Matrix<>(width, width, targets)));
        for (int l = 1; l <= depth; l++) instance = instance.with("W", List.of(l), new Value.Matrix<>(width, width, start));
        return new VectorField(new PrimitiveTerms(signature), instance);
    }
}
