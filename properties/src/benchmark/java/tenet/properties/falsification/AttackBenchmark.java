package tenet.properties.falsification;

import static tenet.properties.ClaimFile.CLAIMS;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenet.properties.exact.Choices;

/** The nuclear norm of a 4 x 4 matrix is at most twice its Frobenius norm; 1.2 times is too little. */
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AttackBenchmark {
    /** The true claim, one try after another. */
    @State(Scope.Thread)
    public static class Tries {
        private final Attempt attempt = new Attempt(CLAIMS.statement("nuclear"), CLAIMS.sampling("nuclear"), 32);
        private final FloatingAttempt floating = new FloatingAttempt(attempt.sampler());
        private long number;
    }

    /** A try: a matrix is drawn, and both sides are computed in floating point. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Trial floatingPoint(Tries tries) {
        return tries.floating.run(Choices.fresh(1, tries.number++));
    }

    /** A try: a matrix is drawn, and both sides are computed in rationals, or else enclosed in intervals. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Trial certain(Tries tries) {
        return tries.attempt.run(Choices.fresh(1, tries.number++));
    }

    /** The false claim refuted and its counterexample made simple. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Attack refutation() {
        return Falsifier.attack(CLAIMS.statement("nuclear.less"), CLAIMS.sampling("nuclear.less"), new Settings(1, 1_000, Duration.ofMinutes(1), 1));
    }

    /** The same in a virtual machine that has just started. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public Attack firstRefutation() {
        return refutation();
    }
}
