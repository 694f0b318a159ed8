package tenet.symbolic.algebra;

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
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Fateman's product {@code f*(f + 1)} of {@code f = (1 + x + y + z + t)^k}, both factors expanded beforehand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class FatemanBenchmark {
    /** The two factors. */
    @State(Scope.Benchmark)
    public static class Factors {
        @Param({"10", "15"})
        int k;

        final Products products = new Products(Facts.of(IndexFacts.NONE), new FreshNames());
        NormalForm f;
        NormalForm next;

        @Setup
        public void expand() {
            Term base = Term.number(1);
            for (String name : "x y z t".split(" ")) base = Term.add(base, Term.symbol(name, Sort.REAL));
            f = new Normalizer(Facts.of(IndexFacts.NONE)).of(Term.power(base, Term.number(k)));
            next = f.plus(NormalForm.ONE);
        }
    }

    @Benchmark
    public NormalForm product(Factors factors) {
        return factors.products.times(factors.f, factors.next);
    }
}
