package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import tenet.properties.construction.LateMoves;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Move;
import tenet.properties.exact.Script;
import tenet.properties.sampling.Sample;
import tenet.symbolic.formula.Comparison;

/**
 * A search for violations of an inequality from instances on which it holds: each walker edits its choices and keeps what
 * brings the sides closer, measured by their summands; one that gets nowhere starts again elsewhere. Random instances alone seldom
 * meet the small region where a false bound fails.
 */
final class Pursuit {
    private static final int MOST_WALKERS = 16;
    private static final int STEPS = 40;
    /** One start in so many is one of the closest. */
    private static final int CLOSE_STARTS = 4;
    private static final int PATIENCE = 12;

    private final Workers workers;
    private final Function<Choices, Trial> experiment;
    private final List<Trial> starts;
    private final List<Trial> tightest;
    private final UniformRandomProvider random;
    private final List<Walker> walkers = new ArrayList<>();
    private int nextStart;

    /** A walker's place, and how many steps have not improved it. */
    private record Walker(Trial at, int stuck) {
        double margin() {
            return at.distance();
        }
    }

    /** @param starts trials on which an inequality holds */
    Pursuit(Workers workers, Function<Choices, Trial> experiment, List<Trial> starts, long seed) {
        this.workers = workers;
        this.experiment = experiment;
        this.starts = Variety.ordered(starts);
        this.tightest = starts.stream().sorted(Comparator.comparingDouble(Trial::distance)).toList();
        this.random = Choices.generator(seed, -2);
    }

    /** Whether the conclusion, on this trial, came down to an inequality with a margin to make smaller. */
    static boolean canStart(Trial trial) {
        return trial.judgement().filter(judgement -> judgement.result() == Judgement.Result.HOLDS && Double.isFinite(judgement.relativeMargin()))
                .flatMap(Judgement::sides).filter(sides -> sides.relation().comparison() != Comparison.EQUAL && sides.relation().comparison() != Comparison.UNEQUAL)
                .isPresent();
    }

    /**
     * Walks for this many trials or until {@code found} says enough; every trial is told in a fixed order.
     *
     * @return false when the time was up first
     */
    boolean walk(int trials, Consumer<Trial> tell, java.util.function.BooleanSupplier found) throws InterruptedException {
        int count = Math.max(1, Math.min(MOST_WALKERS, trials / STEPS));
        for (int i = 0; i < count; i++) walkers.add(start());
        for (int left = trials; left > 0; left -= count) {
            List<Callable<Trial>> steps = new ArrayList<>();
            for (Walker walker : walkers.subList(0, Math.min(count, left))) {
                Script edited = random.nextBoolean() ? movedLate(walker.at().sample()) : edited(walker.at().sample().choices());
                steps.add(() -> experiment.apply(Choices.replay(edited)));
            }
            List<Trial> results = workers.inOrder(steps);
            for (int i = 0; i < results.size(); i++) {
                Trial trial = results.get(i);
                tell.accept(trial);
                if (found.getAsBoolean()) return true;
                walkers.set(i, moved(walkers.get(i), trial));
            }
            if (results.size() < steps.size()) return false;
        }
        return true;
    }

    /** Now and then a start that is close, and any other time one of another kind: a bound may be tight in one place and fail in another. */
    private Walker start() {
        int number = nextStart++;
        return new Walker(number % CLOSE_STARTS == 0 ? tightest.get(number / CLOSE_STARTS % tightest.size()) : starts.get((number - number / CLOSE_STARTS) % starts.size()), 0);
    }

    private Walker moved(Walker walker, Trial trial) {
        if (canStart(trial)) {
            double margin = trial.distance();
            if (margin < walker.margin()) return new Walker(trial, 0);
            if (margin == walker.margin()) return new Walker(trial, walker.stuck() + 1);
        }
        return walker.stuck() >= PATIENCE ? start() : new Walker(walker.at(), walker.stuck() + 1);
    }

    private Script edited(Script script) {
        List<String> groups = List.copyOf(script.groups().keySet());
        if (groups.isEmpty()) return script;
        Script edited = script;
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            String group = groups.get(random.nextInt(groups.size()));
            edited = Choices.areMoves(group) || random.nextBoolean() ? moved(edited, group) : edited(edited, group, random);
        }
        return edited;
    }

    /** With entries of the finished instance moved. */
    private Script movedLate(Sample sample) {
        int places = sample.instance().orElseThrow().values().values().stream().flatMap(members -> members.values().stream())
                .mapToInt(value -> value.entries().size()).sum();
        if (places == 0) return sample.choices();
        List<Integer> moves = new ArrayList<>(sample.choices().group(LateMoves.GROUP));
        while (moves.size() < places) moves.add(0);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int place = random.nextInt(places);
            moves.set(place, random.nextInt(8) == 0 ? 0 : LateMoves.edited(moves.get(place), random));
        }
        return sample.choices().with(LateMoves.GROUP, moves);
    }

    /** The script with one of the numbers of a group multiplied. */
    private Script moved(Script script, String group) {
        String name = Choices.areMoves(group) ? group : Choices.movesOf(group);
        List<Integer> moves = new ArrayList<>(script.group(name));
        // A group has no more numbers than choices.
        int place = random.nextInt(Math.max(1, Choices.areMoves(group) ? moves.size() : script.group(group).size()));
        while (moves.size() <= place) moves.add(0);
        moves.set(place, Move.edited(moves.get(place), random));
        return script.with(name, moves);
    }

    /** The script with one choice of a group replaced, moved by one, or added, or all of them replaced. */
    static Script edited(Script script, String group, UniformRandomProvider random) {
        List<Integer> choices = new ArrayList<>(script.group(group));
        if (random.nextInt(8) == 0) {
            // Something else altogether: single edits do not lead from one kind of number to another.
            for (int i = 0; i < choices.size(); i++) choices.set(i, random.nextInt(8));
            return script.with(group, choices);
        }
        int place = random.nextInt(choices.size() + 1);
        int replacement = random.nextInt(random.nextInt(4) == 0 ? 40 : 8);
        if (place == choices.size()) choices.add(replacement);
        else choices.set(place, switch (random.nextInt(4)) {
            case 0 -> Math.max(0, choices.get(place) - 1);
            case 1 -> choices.get(place) + 1;
            default -> replacement;
        });
        return script.with(group, choices);
    }
}
