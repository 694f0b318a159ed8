package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/** The code of a {@link Tape} while it is written: operations on constants are carried out, repeated ones shared. */
final class TapeCode {
    private static final int MOST_NUMBERS = 1 << 23;
    private static final int MOST_STEPS = 1 << 18;

    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Integer> known = new HashMap<>();
    private final Map<List<Rational>, Integer> constants = new HashMap<>();
    private final Map<Integer, Rational> exact = new HashMap<>();
    private final boolean enclosing;
    private final TapeForward forward = new TapeForward();
    private final BitSet moving = new BitSet();
    private double[] memory = new double[1024];
    private int used;

    /** @param enclosing whether the code is for intervals: then nothing is rounded while it is written */
    TapeCode(boolean enclosing) {
        this.enclosing = enclosing;
    }

    boolean isEnclosing() {
        return enclosing;
    }

    /** A block of memory with a shape: none for a number, rows and columns for a matrix, sizes for a tensor. */
    record Block(int offset, List<Integer> shape) {
        int size() {
            return Value.size(shape);
        }

        Block as(Integer... sizes) {
            return new Block(offset, List.of(sizes));
        }

        Block at(int index) {
            return new Block(offset + index, List.of());
        }
    }

    private int room(int size) {
        if ((long) used + size > MOST_NUMBERS) throw new NotRepresentable("a tape of more than " + MOST_NUMBERS + " numbers");
        if (used + size > memory.length) memory = Arrays.copyOf(memory, Math.max(used + size, 2 * memory.length));
        int offset = used;
        used += size;
        return offset;
    }

    /** A block whose numbers come from outside. */
    Block input(List<Integer> shape) {
        int size = Value.size(shape);
        int offset = room(size);
        moving.set(offset, offset + size);
        return new Block(offset, shape);
    }

    /** Entries that are exact, or, unless this code is enclosing, the nearest doubles of what they stand for. */
    Block constant(Value<Rational> value) {
        List<Rational> entries = List.copyOf(value.entries());
        Integer offset = constants.get(entries);
        if (offset == null) {
            offset = room(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                memory[offset + i] = Doubles.nearest(entries.get(i));
                exact.put(offset + i, entries.get(i));
            }
            constants.put(entries, offset);
        }
        return new Block(offset, value.shape());
    }

    Block constant(Rational number) {
        return constant(Value.scalar(number));
    }

    boolean isConstant(Block block) {
        int next = moving.nextSetBit(block.offset());
        return next < 0 || next >= block.offset() + block.size();
    }

    /** Whether the block is a constant identity matrix. */
    boolean isIdentity(Block block) {
        if (block.shape().size() != 2 || !block.shape().get(0).equals(block.shape().get(1)) || !isConstant(block)) return false;
        int n = block.shape().getFirst();
        for (int i = 0; i < n * n; i++)
            if (!(i % (n + 1) == 0 ? Rational.ONE : Rational.ZERO).equals(exact.get(block.offset() + i))) return false;
        return true;
    }

    /** The block of an operation that is written already, or that is constant; empty when it would be new work. */
    Optional<Block> written(Step.Op op, List<Integer> shape, Block a, Block b, int m, int k, int n) {
        return Optional.ofNullable(known.get(new Step(op, -1, Value.size(shape), a.offset(), b.offset(), m, k, n, 0))).map(offset -> new Block(offset, shape));
    }

    Block emit(Step.Op op, List<Integer> shape, Block a) {
        return emit(op, shape, a, a, 0, 0, 0, 0);
    }

    Block emit(Step.Op op, List<Integer> shape, Block a, Block b) {
        return emit(op, shape, a, b, 0, 0, 0, 0);
    }

    Block emit(Step.Op op, List<Integer> shape, Block a, Block b, int m, int k, int n, double parameter) {
        int size = Value.size(shape);
        Step key = new Step(op, -1, size, a.offset(), b.offset(), m, k, n, parameter);
        Integer before = known.get(key);
        if (before != null) return new Block(before, shape);
        Step step = new Step(op, room(size), size, a.offset(), b.offset(), m, k, n, parameter);
        if (!enclosing && isConstant(a) && isConstant(b)) forward.run(step, memory);
        else {
            if (steps.size() >= MOST_STEPS) throw new NotRepresentable("a tape of more than " + MOST_STEPS + " operations");
            steps.add(step);
            moving.set(step.out(), step.out() + size);
        }
        known.put(key, step.out());
        return new Block(step.out(), shape);
    }

    /** The numbers side by side. */
    Block gather(List<Integer> shape, List<Block> numbers) {
        int offset = room(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            Block number = numbers.get(i);
            if (!enclosing && isConstant(number)) memory[offset + i] = memory[number.offset()];
            else {
                steps.add(new Step(Step.Op.COPY, offset + i, 1, number.offset(), number.offset(), 0, 0, 0, 0));
                moving.set(offset + i);
            }
        }
        return new Block(offset, shape);
    }

    Tape tape(List<Block> inputs, List<Block> outputs) {
        return new Tape(steps.toArray(Step[]::new), Arrays.copyOf(memory, used), offsets(inputs), offsets(outputs));
    }

    EnclosedSeries series(List<Block> inputs, List<Block> outputs) {
        return new EnclosedSeries(steps, used, exact, offsets(inputs), offsets(outputs));
    }

    private static int[] offsets(List<Block> blocks) {
        return blocks.stream().flatMapToInt(block -> java.util.stream.IntStream.range(block.offset(), block.offset() + block.size())).toArray();
    }
}
