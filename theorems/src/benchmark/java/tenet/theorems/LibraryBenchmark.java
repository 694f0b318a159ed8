package tenet.theorems;

import java.util.HashMap;
import java.util.Map;
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
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;

/** The library that comes with Tenet: reading it, and checking every stored certificate again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class LibraryBenchmark {
    /** The library, read. */
    @State(Scope.Benchmark)
    public static class Read {
        final Library library = Library.builtIn();
    }

    @Benchmark
    public Library read() {
        return Library.builtIn();
    }

    @Benchmark
    public Map<String, Theorem> check(Read read) {
        Map<String, Theorem> theorems = new HashMap<>();
        for (Source source : read.library.sources())
            for (Map.Entry<String, Certificate> stored : source.certificates().entrySet()) {
                var checker = new Checker(read.library.lemmas(source), theorems);
                switch (checker.check(source.claim(stored.getKey()).orElseThrow().statement(), stored.getValue())) {
                    case Checker.Result.Proved(Theorem theorem) -> theorems.put(stored.getKey(), theorem);
                    case Checker.Result.Rejected rejected -> throw new IllegalStateException(stored.getKey() + ": " + rejected);
                }
            }
        return theorems;
    }
}
