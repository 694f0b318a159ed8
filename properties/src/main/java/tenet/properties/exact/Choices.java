package tenet.properties.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The source of everything random: sequences of small integers, of which 0 is always the simplest. They are drawn from a
 * generator and recorded, or replayed from a record. An instance is a function of its choices, so that shrinking edits
 * the record and builds the instance anew, and what holds by construction holds for every shrunk instance too.
 *
 * <p>Source: MacIver and Donaldson, Test-Case Reduction via Test-Case Generation (ECOOP 2020). Serves one draw.
 */
public final class Choices {
    private static final String MOVES = " moved";

    private final Script script;
    private final Optional<UniformRandomProvider> random;
    private final Map<String, List<Integer>> made;
    private final String group;
    private final boolean bold;
    private final String prefix;

    private Choices(Script script, Optional<UniformRandomProvider> random, Map<String, List<Integer>> made, String group, boolean bold) {
        this(script, random, made, group, bold, "");
    }

    private Choices(Script script, Optional<UniformRandomProvider> random, Map<String, List<Integer>> made, String group, boolean bold, String prefix) {
        this.script = script;
        this.random = random;
        this.made = made;
        this.group = group;
        this.bold = bold;
        this.prefix = prefix;
    }

    /** Fresh choices that depend on the seed and the number of the try alone. */
    public static Choices fresh(long seed, long number) {
        return new Choices(Script.EMPTY, Optional.of(generator(seed, number)), new HashMap<>(), "", false);
    }

    /** Like {@link #fresh}, but with the first and the last of the possible choices more often, and with rare choices. */
    public static Choices bold(long seed, long number) {
        return new Choices(Script.EMPTY, Optional.of(generator(seed, number)), new HashMap<>(), "", true);
    }

    /** A random generator for this seed and number, independent of those for other numbers. */
    public static UniformRandomProvider generator(long seed, long number) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {mix(seed), mix(number + 0x632BE59BD9B4E019L)});
    }

    /** The choices of a record; 0 where it is at its end, the largest possible where a choice is too large. */
    public static Choices replay(Script script) {
        return new Choices(script, Optional.empty(), new HashMap<>(), "", false);
    }

    /** The choices for one thing to be drawn, recorded under its name. */
    public Choices in(String name) {
        return new Choices(script, random, made, prefix + name, bold, prefix);
    }

    /** Choices of which all names begin so: for doing a second time what has names. */
    public Choices again(String beginning) {
        return new Choices(script, random, made, group, bold, prefix + beginning);
    }

    /** A choice among 0, ..., {@code bound - 1}. */
    public int below(int bound) {
        if (bound < 1) throw new IllegalArgumentException("nothing to choose from");
        if (bound == 1) return 0;
        List<Integer> here = made.computeIfAbsent(group, name -> new ArrayList<>());
        List<Integer> recorded = script.group(group);
        int choice;
        if (random.isPresent()) choice = drawn(random.get(), bound);
        else choice = here.size() < recorded.size() ? Math.min(Math.max(0, recorded.get(here.size())), bound - 1) : 0;
        here.add(choice);
        return choice;
    }

    private int drawn(UniformRandomProvider generator, int bound) {
        if (!bold) return generator.nextInt(bound);
        int way = generator.nextInt(8);
        return way < 2 ? bound - 1 : way == 2 ? 0 : generator.nextInt(bound);
    }

    /** True now and then in a bold draw, never in another; false is the simpler choice. */
    public boolean rarely() {
        return (bold || random.isEmpty()) && below(2) == 1;
    }

    /** True about once in {@code times}; false is the simpler choice. */
    public boolean once(int times) {
        return below(times) == times - 1;
    }

    /** What the record has in this group, all of it; nothing in a fresh draw. For what shrinking alone brings about. */
    public List<Integer> recorded() {
        List<Integer> recorded = script.group(group);
        if (!recorded.isEmpty()) made.put(group, new ArrayList<>(recorded));
        return recorded;
    }

    /**
     * What the record alone chooses, apart from the group's other choices: 0 in a fresh draw, and where the record has nothing. For
     * what a search moves, and no draw.
     */
    public int moved() {
        if (random.isPresent()) return 0;
        String name = movesOf(group);
        List<Integer> recorded = script.group(name);
        if (recorded.isEmpty()) return 0;
        List<Integer> here = made.computeIfAbsent(name, ignored -> new ArrayList<>());
        int move = here.size() < recorded.size() ? Math.max(0, recorded.get(here.size())) : 0;
        here.add(move);
        return move;
    }

    /** The group in which a record has the moves of this group. */
    public static String movesOf(String group) {
        return group + MOVES;
    }

    /** Whether a group is that of the moves of another. */
    public static boolean areMoves(String group) {
        return group.endsWith(MOVES);
    }

    /** The choices made so far: replaying them repeats the draw. */
    public Script made() {
        return new Script(made);
    }

    /** SplitMix64's finaliser: neighbouring seeds give unrelated states. */
    private static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
