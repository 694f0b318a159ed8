package tenet.properties.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The source of everything random: a sequence of small integers, of which 0 is always the simplest. It is drawn from a
 * generator and recorded, or replayed from a record. An instance is a function of its choices, so that shrinking edits
 * the record and builds the instance anew, and what holds by construction holds for every shrunk instance too.
 *
 * <p>Source: MacIver and Donaldson, Test-Case Reduction via Test-Case Generation (ECOOP 2020). One object serves one draw.
 */
public final class Choices {
    private final List<Integer> script;
    private final Optional<UniformRandomProvider> random;
    private final List<Integer> made = new ArrayList<>();

    private Choices(List<Integer> script, Optional<UniformRandomProvider> random) {
        this.script = script;
        this.random = random;
    }

    /** Fresh choices that depend on the seed and the number of the try alone. */
    public static Choices fresh(long seed, long number) {
        return new Choices(List.of(), Optional.of(generator(seed, number)));
    }

    /** A random generator for this seed and number, independent of those for other numbers. */
    public static UniformRandomProvider generator(long seed, long number) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {mix(seed), mix(number + 0x632BE59BD9B4E019L)});
    }

    /** The choices of a record; 0 when it is at its end, the largest possible where a choice is too large. */
    public static Choices replay(List<Integer> record) {
        return new Choices(List.copyOf(record), Optional.empty());
    }

    /** A choice among 0, ..., {@code bound - 1}. */
    public int below(int bound) {
        if (bound < 1) throw new IllegalArgumentException("nothing to choose from");
        if (bound == 1) return 0;
        int choice;
        if (random.isPresent()) choice = random.get().nextInt(bound);
        else choice = made.size() < script.size() ? Math.min(Math.max(0, script.get(made.size())), bound - 1) : 0;
        made.add(choice);
        return choice;
    }

    /** True about once in {@code times}; false is the simpler choice. */
    public boolean once(int times) {
        return below(times) == times - 1;
    }

    /** The choices made so far: replaying them repeats the draw. */
    public List<Integer> made() {
        return List.copyOf(made);
    }

    /** SplitMix64's finaliser: neighbouring seeds give unrelated states. */
    private static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
