package tenet.symbolic.search;

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
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.kernel.Written;

/**
 * Seven inequalities over the reals: a certificate is found, and a found one is checked. The first one is found with its
 * author's lines, the others without a hint.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class InequalitiesBenchmark {
    private static final String CLAIMS = """
            theorem completion "2 x 2 completion: the unobserved entry is at least (1 - e)^2/e"
              in none
              var x, a, b, c, e : real
              given small: 0 < e and e < 1
              given fit: (a - 1)^2 + (b - 1)^2 + c^2 <= e^2
              given orientation: x*c - a*b > 0
              show abs(x)*e > (1 - e)^2
              have right: a >= 1 - e by fit, small
              have below: b >= 1 - e by fit, small
              have corner: abs(c) <= e by fit, small
              calc abs(x)*e >= abs(x)*abs(c) by corner
                >= x*c
                > a*b by orientation
                >= (1 - e)^2 by right, below, small

            theorem amgm3 "Arithmetic and geometric mean of three"
              in none
              var x, y, z : real
              given nonnegative: x >= 0 and y >= 0 and z >= 0
              show x^3 + y^3 + z^3 >= 3*x*y*z

            theorem cauchy2 "Cauchy and Schwarz, n = 2"
              in none
              var a, b, x, y : real
              show (a*x + b*y)^2 <= (a^2 + b^2)*(x^2 + y^2)

            theorem cauchy3 "Cauchy and Schwarz, n = 3"
              in none
              var a, b, c, x, y, z : real
              show (a*x + b*y + c*z)^2 <= (a^2 + b^2 + c^2)*(x^2 + y^2 + z^2)

            theorem cauchy4 "Cauchy and Schwarz, n = 4"
              in none
              var a, b, c, d, x, y, z, t : real
              show (a*x + b*y + c*z + d*t)^2 <= (a^2 + b^2 + c^2 + d^2)*(x^2 + y^2 + z^2 + t^2)

            theorem motzkin "Motzkin's polynomial is nonnegative"
              in none
              var x, y : real
              show x^4*y^2 + x^2*y^4 + 1 - 3*x^2*y^2 >= 0

            theorem nuclear "Nuclear and Frobenius norm, by singular values"
              in none
              var s1, s2 : real
              given nonnegative: s1 >= 0 and s2 >= 0
              show (s1 + s2)^2 <= 2*(s1^2 + s2^2)
            """;

    /** A claim and the certificate that the search finds. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"completion", "amgm3", "cauchy2", "cauchy3", "cauchy4", "motzkin", "nuclear"})
        String name;

        Claim claim;
        Certificate certificate;

        @Setup
        public void find() {
            claim = Written.claims(CLAIMS).claims().stream().filter(other -> other.id().equals(name)).findFirst().orElseThrow();
            certificate = found(claim);
        }
    }

    private static Certificate found(Claim claim) {
        return switch (new Prover(Map.of(), Map.of()).prove(claim)) {
            case Prover.Outcome.Found(Certificate certificate) -> certificate;
            case Prover.Outcome.Stuck stuck -> throw new IllegalStateException(stuck.toString());
        };
    }

    @Benchmark
    public Certificate find(Example example) {
        return found(example.claim);
    }

    @Benchmark
    public Theorem check(Example example) {
        return switch (new Checker(Map.of(), Map.of()).check(example.claim.statement(), example.certificate)) {
            case Checker.Result.Proved(Theorem theorem) -> theorem;
            case Checker.Result.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    }
}
