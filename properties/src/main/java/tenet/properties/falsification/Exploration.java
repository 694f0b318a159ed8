package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tenet.properties.exact.Choices;

/**
 * Many tries in floating point: random ones, then a pursuit of inequalities. Each that looks violated is tried again
 * exactly, and only that counts. So are those where sides that must differ look equal: rounding hides what fails there. Of a
 * statement along a motion it looks at the start alone, where a try costs what it costs without motion.
 */
final class Exploration {
    private static final int BLOCK = 256;
    private static final int MOST_STARTS = 400;
    /** Rounding may have a true claim look violated on many instances. */
    private static final int MOST_CONFIRMED = 100;
    private static final int MOST_TIES = 100;

    private final Attempt attempt;
    private final FloatingAttempt floating;
    private final Workers workers;
    private final Tally tally;
    private final int enough;
    private int confirmed;
    private int ties;
    private int tried;

    Exploration(Attempt attempt, Workers workers, Tally tally, int enough) {
        this.attempt = attempt;
        this.floating = new FloatingAttempt(attempt.standing());
        this.workers = workers;
        this.tally = tally;
        this.enough = enough;
    }

    /**
     * Violations go to the tally.
     *
     * @param first the number of the first try; these numbers must be new
     * @return false when the time was up first
     */
    boolean explore(long seed, int first, int tries) throws InterruptedException {
        List<Trial> starts = new ArrayList<>();
        int drawn = tries - tries / 2;
        for (int next = 0; next < drawn; next += BLOCK) {
            List<Callable<Trial>> block = new ArrayList<>();
            for (int i = next; i < Math.min(next + BLOCK, drawn); i++) {
                int number = first + i;
                block.add(() -> floating.run(number % 2 == 0 ? Choices.fresh(seed, number) : Choices.bold(seed, number)));
            }
            List<Trial> results = workers.inOrder(block);
            for (Trial trial : results) {
                tried++;
                if (confirm(trial)) return true;
                if (starts.size() < MOST_STARTS && Pursuit.canStart(trial)) starts.add(trial);
            }
            if (results.size() < block.size()) return false;
        }
        if (starts.isEmpty()) return true;
        List<Trial> suspects = new ArrayList<>();
        List<Trial> tied = new ArrayList<>();
        boolean inTime = new Pursuit(workers, floating::run, starts, seed).walk(tries - drawn,
                trial -> {
                    tried++;
                    if (trial.isViolated()) suspects.add(trial);
                    else if (tied.size() < MOST_TIES && isTie(trial)) tied.add(trial);
                }, () -> suspects.size() >= MOST_CONFIRMED);
        for (Trial trial : suspects) if (confirm(trial)) return true;
        for (Trial trial : tied) if (confirm(trial)) return true;
        return inTime;
    }

    /** Whether the sides of {@code <}, {@code >} or {@code !=} look equal. */
    private static boolean isTie(Trial trial) {
        return trial.judgement().filter(judgement -> judgement.result() == Judgement.Result.CANNOT_TELL).flatMap(Judgement::sides)
                .filter(sides -> !sides.relation().comparison().holdsForSign(0)).isPresent();
    }

    /** Whether there are violations enough, this one included. */
    private boolean confirm(Trial trial) throws InterruptedException {
        if (trial.isViolated()) {
            if (confirmed++ >= MOST_CONFIRMED) return false;
        } else if (!isTie(trial) || ties++ >= MOST_TIES) {
            return false;
        }
        workers.one(() -> attempt.run(Choices.replay(trial.sample().choices()))).filter(Trial::isViolated)
                .ifPresent(certain -> tally.addExplored(certain, tally.counts().tries() + tried));
        return tally.violations().size() >= enough;
    }
}
