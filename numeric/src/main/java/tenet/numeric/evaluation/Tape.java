package tenet.numeric.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Terms compiled for floating point: a row of operations on blocks of one array of doubles, without boxing, with equal
 * subterms computed once and constants ahead. It reads a term as {@link Evaluation} over {@code Doubles} does, up to
 * rounding. The reverse sweep gives all slopes at a few times the cost of the values.
 *
 * <p>One object serves one thread; {@link #copy} serves another.
 */
public final class Tape {
    private final Step[] steps;
    private final double[] memory;
    private final double[] adjoint;
    private final int[] inputs;
    private final int[] outputs;
    private final Runs in;
    private final Runs out;
    private final TapeForward forward = new TapeForward();

    /** @param inputs offsets of the input numbers; outputs likewise */
    Tape(Step[] steps, double[] memory, int[] inputs, int[] outputs) {
        this.steps = steps;
        this.memory = memory;
        this.adjoint = new double[memory.length];
        this.inputs = inputs;
        this.outputs = outputs;
        this.in = Runs.of(inputs);
        this.out = Runs.of(outputs);
    }

    /** Offsets in packed order, as runs of neighbours: those of whole matrices are copied at once. */
    private record Runs(int[] packed, int[] offset, int[] length) {
        static Runs of(int[] offsets) {
            int[] starts = IntStream.range(0, offsets.length).filter(i -> i == 0 || offsets[i] != offsets[i - 1] + 1).toArray();
            int[] lengths = new int[starts.length];
            for (int r = 0; r < starts.length; r++) lengths[r] = (r + 1 < starts.length ? starts[r + 1] : offsets.length) - starts[r];
            return new Runs(starts, Arrays.stream(starts).map(start -> offsets[start]).toArray(), lengths);
        }

        void into(double[] memory, double[] from) {
            for (int r = 0; r < packed.length; r++) System.arraycopy(from, packed[r], memory, offset[r], length[r]);
        }

        void from(double[] memory, double[] to) {
            for (int r = 0; r < packed.length; r++) System.arraycopy(memory, offset[r], to, packed[r], length[r]);
        }
    }

    /** A member of a family that is an input, with the shape of its value. */
    public record Input(String name, List<Integer> indices, Value<Rational> like) {
    }

    /**
     * Compiles closed primitive terms on an instance; its values of the inputs are not used, only their shapes.
     *
     * @return empty when a term has an operation that is not compiled (powers and functions of spectra, adjugates), or is
     *         too large
     * @throws Undefined when a part that does not depend on the inputs has no value
     */
    public static Optional<Tape> compile(Instance instance, List<Input> inputs, List<Term> terms) {
        return TapeCompiler.compile(instance, inputs, terms);
    }

    public Tape copy() {
        return new Tape(steps, memory.clone(), inputs, outputs);
    }

    /** The number of input numbers. */
    public int inputs() {
        return inputs.length;
    }

    /** The number of output numbers: the entries of the terms, one after another. */
    public int outputs() {
        return outputs.length;
    }

    /**
     * Writes the values at a point.
     *
     * @throws Undefined        when a term has no value there
     * @throws NotRepresentable when a value is needed that floating point does not give
     */
    public void values(double[] point, double[] values) {
        in.into(memory, point);
        for (Step step : steps) forward.run(step, memory);
        out.from(memory, values);
    }

    /**
     * Writes the values at a point, and the gradient of their sum with these weights.
     *
     * @throws NotRepresentable also at kinks
     */
    public void gradient(double[] point, double[] weights, double[] values, double[] gradient) {
        values(point, values);
        Arrays.fill(adjoint, 0);
        for (int i = 0; i < outputs.length; i++) adjoint[outputs[i]] += weights[i];
        for (int i = steps.length - 1; i >= 0; i--) TapeReverse.run(steps[i], memory, adjoint);
        for (int i = 0; i < inputs.length; i++) gradient[i] = adjoint[inputs[i]];
    }

    /** How many operations of each kind there are, for a report. */
    Map<Step.Op, Long> operations() {
        return Arrays.stream(steps).collect(java.util.stream.Collectors.groupingBy(Step::op, java.util.stream.Collectors.counting()));
    }

    /** How many multiplications its products of matrices take. */
    long multiplications() {
        return Arrays.stream(steps).filter(step -> step.op() == Step.Op.MULTIPLY).mapToLong(step -> (long) step.m() * step.k() * step.n()).sum();
    }
}
