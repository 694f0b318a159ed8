package tenet.numeric.linear;

import java.util.Random;
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
import tenet.numeric.algebra.PrimeField;

/** The rank of a square matrix over a prime field, with its pivots, where half of the rank is planted (P4). */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class RankBenchmark {
    /** A matrix. */
    @State(Scope.Benchmark)
    public static class Example {
        @Param({"500", "1000"})
        int size;

        /** The exponent of a Mersenne prime. */
        @Param({"31", "61"})
        int bits;

        long[][] matrix;
        PrimeField field;

        @Setup
        public void plant() {
            field = new PrimeField((1L << bits) - 1);
            Random random = new Random(7);
            long[][] left = entries(random, size, size / 2);
            long[][] right = entries(random, size / 2, size);
            matrix = new long[size][size];
            for (int i = 0; i < size; i++)
                for (int k = 0; k < size / 2; k++)
                    for (int j = 0; j < size; j++) matrix[i][j] = field.add(matrix[i][j], field.multiply(left[i][k], right[k][j]));
        }

        private long[][] entries(Random random, int rows, int columns) {
            long[][] entries = new long[rows][columns];
            for (long[] row : entries) for (int j = 0; j < columns; j++) row[j] = (random.nextLong() >>> 3) % field.prime();
            return entries;
        }
    }

    @Benchmark
    public int rank(Example example, CpuTime cpu) {
        int rank = Processor.measure(cpu, 1, () -> Rank.modulo(example.matrix, example.size, example.field).rank());
        if (rank != example.size / 2) throw new IllegalStateException("rank " + rank);
        return rank;
    }
}
