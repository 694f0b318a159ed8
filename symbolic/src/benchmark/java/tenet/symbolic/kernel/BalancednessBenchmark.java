package tenet.symbolic.kernel;

import java.util.Map;
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
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Document;

/**
 * Balancedness of L layers of width d, checked entry by entry: each of the {@code (L-1)*d^2} entries is a polynomial in
 * the entries of the weights and of the gradient, and expands to zero. (The rule {@code identity} checks it for all L
 * and d at once; here the kernel is to do what a computer algebra system would.)
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class BalancednessBenchmark {
    /** A claim about fixed sizes and its certificate. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"5", "7"})
        int depth;

        @Param("3")
        int width;

        Claim claim;
        Certificate certificate;

        @Setup
        public void write() {
            StringBuilder conclusion = new StringBuilder();
            StringBuilder steps = new StringBuilder();
            StringBuilder numbers = new StringBuilder();
            for (int l = 1; l < depth; l++) {
                String conserved = "(W[%d]^T*W[%d] - W[%d]*W[%d]^T)' = 0".formatted(l + 1, l + 1, l, l);
                conclusion.append(l > 1 ? " and " : "").append(conserved);
                steps.append("%d. %s\n   by entrywise\n".formatted(l, conserved));
                numbers.append(l > 1 ? ", " : "").append(l);
            }
            Document document = Written.claims("""
                    theory layers "Layers"
                      var W[l in 1..%d] : real[%d, %d]
                      fun loss : real[%d, %d] -> real
                      flow W descends loss(chain(W, %d, 1))

                    theorem balanced "Balancedness"
                      show %s
                    """.formatted(depth, width, width, width, width, depth, conclusion));
            claim = document.claims().getFirst();
            certificate = Written.certificates(document, "certificate balanced\n%s%d. %s\n   by conjunction from %s\n"
                    .formatted(steps, depth, conclusion, numbers)).get("balanced");
        }
    }

    @Benchmark
    public Theorem entries(Example example) {
        return switch (new Checker(Map.of(), Map.of()).check(example.claim.statement(), example.certificate)) {
            case Checker.Result.Proved(Theorem theorem) -> theorem;
            case Checker.Result.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }
}
