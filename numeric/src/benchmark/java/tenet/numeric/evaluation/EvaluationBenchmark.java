package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenet.numeric.CpuTime;
import tenet.numeric.Processor;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Evaluations of both sides of {@code norm(W[3]*W[2]*W[1]) <= norm(W[3])*norm(W[2])*norm(W[1])} in floating point. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 8)
@Fork(1)
public class EvaluationBenchmark {
    private static final int TIMES = 5_000;

    /** A size of the layers. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"4", "16", "64"})
        int size;

        Tape tape;
        double[] point;
        final double[] sides = new double[2];
        double[] slopes;

        @Setup
        public void compile() {
            Sort square = Sort.matrix(Term.number(size), Term.number(size));
            Range layers = new Range("l", Term.number(1), Term.number(3));
            Term layer = Term.symbol("W", square, Term.index("l"));
            Term left = Term.apply(Operator.NORM, Term.big(BigOperator.CHAIN, layers, layer));
            Term right = Term.big(BigOperator.PRODUCT, layers, Term.apply(Operator.NORM, layer));
            Random random = new Random(1);
            Instance instance = Instance.EMPTY;
            List<Tape.Input> inputs = new ArrayList<>();
            for (int l = 1; l <= 3; l++) {
                List<Rational> entries = new ArrayList<>();
                for (int i = 0; i < size * size; i++) entries.add(Rational.of(random.nextInt(-8, 9), 64));
                Value<Rational> value = new Value.Matrix<>(size, size, entries);
                instance = instance.with("W", List.of(l), value);
                inputs.add(new Tape.Input("W", List.of(l), value));
            }
            tape = Tape.compile(instance, inputs, List.of(left, right)).orElseThrow();
            point = inputs.stream().flatMap(input -> input.like().entries().stream()).mapToDouble(Doubles::nearest).toArray();
            slopes = new double[point.length];
        }
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public double values(Example example, CpuTime cpu) {
        return Processor.measure(cpu, TIMES, () -> {
            for (int i = 0; i < TIMES; i++) example.tape.values(example.point, example.sides);
            return example.sides[1] - example.sides[0];
        });
    }

    /** With all slopes of the difference of the sides. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public double slopes(Example example, CpuTime cpu) {
        double[] weights = {-1, 1};
        return Processor.measure(cpu, TIMES, () -> {
            for (int i = 0; i < TIMES; i++) example.tape.gradient(example.point, weights, example.sides, example.slopes);
            return example.slopes[0];
        });
    }
}
