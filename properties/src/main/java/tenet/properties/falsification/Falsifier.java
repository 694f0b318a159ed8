package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Statement;

/**
 * Attacks statements: draws instances that satisfy the hypotheses, evaluates the conclusion with three values, and makes
 * certified violations simpler and worse. Everything but the effect of the time limit and of an interrupt is a function
 * of statement, samplings, seed and tries: not of the threads.
 */
public final class Falsifier {
    /** Independent draws on which the hypotheses are counted; enough for a rate, at a bearable price. */
    private static final int COUNTED_DRAWS = 200;
    private static final int ENOUGH_VIOLATIONS = 10;
    private static final int TRIALS_PER_THREAD = 8;
    private static final int ENOUGH_VIOLATIONS_ALONG_MOTION = 2;
    private static final int TRIALS_PER_THREAD_ALONG_MOTION = 2;
    /** Tries along motions cost this many times as much as those in floating point. */
    private static final int EXPLORED_TO_BOLD = 20;
    private static final int BOLD_BLOCK = 8;
    /** Trials along trajectories with enclosures take seconds. */
    private static final int SHRINKING_ALONG_MOTION = 60;
    private static final int WORSENING_ALONG_MOTION = 10;

    private Falsifier() {
    }

    public static Attack attack(Statement statement, List<Sampling> samplings, Settings settings) {
        return attack(statement, samplings, settings, progress -> { });
    }

    /**
     * Ends early, with what was found, when the time is up or the thread is interrupted (and stays so).
     *
     * @param progress told from the calling thread, after each block of tries
     */
    public static Attack attack(Statement statement, List<Sampling> samplings, Settings settings, Consumer<Progress> progress) {
        Attempt attempt = new Attempt(statement, samplings, settings.horizon());
        Tally tally = new Tally(attempt.sampler(), attempt.sampler().premises().statement().hypotheses());
        Attack.Ending ending;
        Optional<Trial> simplest = Optional.empty();
        Optional<Trial> worst = Optional.empty();
        try (Workers workers = new Workers(settings.threads(), settings.timeLimit(), settings.patience())) {
            ending = sample(attempt, tally, settings, workers, progress);
            if (ending == Attack.Ending.ALL_TRIES && tally.violations().isEmpty() && settings.explored() > 0) {
                boolean inTime = new Exploration(attempt, workers, tally, ENOUGH_VIOLATIONS).explore(settings.seed(), settings.tries(), settings.explored());
                if (inTime && attempt.alongMotion() && tally.violations().isEmpty()) inTime = boldly(attempt, workers, tally, settings);
                if (!inTime) ending = Attack.Ending.TIME_LIMIT;
            }
            if (!tally.violations().isEmpty()) {
                Reduction order = new Reduction(workers, attempt::run, statement.signature(), 0);
                simplest = tally.violations().stream().reduce((a, b) -> order.isEasier(b, a) ? b : a);
                worst = tally.violations().stream().reduce((a, b) -> order.isWorse(b, a) ? b : a);
                if (ending != Attack.Ending.INTERRUPTED) {
                    boolean motion = attempt.alongMotion();
                    progress.accept(new Progress(Progress.Phase.SHRINKING, tally.counts(), settings.tries()));
                    simplest = Optional.of(new Reduction(workers, attempt::run, statement.signature(), motion ? Math.min(SHRINKING_ALONG_MOTION, settings.shrinking()) : settings.shrinking())
                            .simpler(simplest.orElseThrow()));
                    if (order.isWorse(simplest.get(), worst.orElseThrow())) worst = simplest;
                    progress.accept(new Progress(Progress.Phase.WORSENING, tally.counts(), settings.tries()));
                    worst = Optional.of(new Reduction(workers, attempt::run, statement.signature(), motion ? Math.min(WORSENING_ALONG_MOTION, settings.worsening()) : settings.worsening())
                            .worse(worst.orElseThrow(), settings.seed()));
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            ending = Attack.Ending.INTERRUPTED;
        }
        return new Attack(statement.id(), settings, ending, attempt.alongMotion(), tally.counts(), tally.hypotheses(), attempt.sampler().constructions(),
                tally.smallestMargin(), tally.smallestRatio(), tally.reasons(), tally.suspicion(), tally.along(), tally.firstViolation(),
                simplest.map(Falsifier::counterexample), worst.map(Falsifier::counterexample));
    }

    /** More tries along motions, all bold: what fails along a motion often fails from the edge of the hypotheses alone. False when the time was up. */
    private static boolean boldly(Attempt attempt, Workers workers, Tally tally, Settings settings) throws InterruptedException {
        int tries = settings.explored() / EXPLORED_TO_BOLD;
        for (int next = 0; next < tries; next += BOLD_BLOCK) {
            List<Callable<Trial>> block = new ArrayList<>();
            for (int i = next; i < Math.min(next + BOLD_BLOCK, tries); i++) {
                int number = settings.tries() + i;
                block.add(() -> attempt.run(Choices.bold(settings.seed(), number)));
            }
            List<Trial> results = workers.inOrder(block);
            for (int i = 0; i < results.size(); i++)
                if (results.get(i).isViolated()) tally.addExplored(results.get(i), settings.tries() + next + i + 1);
            if (tally.violations().size() >= ENOUGH_VIOLATIONS_ALONG_MOTION) return true;
            if (results.size() < block.size()) return false;
        }
        return true;
    }

    private record Counted(Trial trial, Map<String, Truth> before) {
    }

    private static Attack.Ending sample(Attempt attempt, Tally tally, Settings settings, Workers workers, Consumer<Progress> progress) {
        long limit = workers.left();
        boolean motion = attempt.alongMotion();
        int enough = motion ? ENOUGH_VIOLATIONS_ALONG_MOTION : ENOUGH_VIOLATIONS;
        int share = motion ? TRIALS_PER_THREAD_ALONG_MOTION : TRIALS_PER_THREAD;
        int next = 0;
        // The last third is for pursuing inequalities; where there is nothing to pursue it is drawn like the rest.
        int drawn = motion ? settings.tries() : settings.tries() - settings.tries() / 3;
        try {
            while (next < drawn) {
                int size = Math.min(settings.threads() * share, drawn - next);
                List<Callable<Counted>> block = new ArrayList<>();
                for (int i = next; i < next + size; i++) {
                    int number = i;
                    block.add(() -> counted(attempt, settings.seed(), number));
                }
                List<Counted> results = workers.inOrder(block);
                for (Counted result : results) {
                    tally.add(result.trial(), result.before());
                    if (tally.violations().size() >= enough) return Attack.Ending.ENOUGH_VIOLATIONS;
                }
                progress.accept(new Progress(Progress.Phase.SAMPLING, tally.counts(), settings.tries()));
                if (results.size() < size) return Attack.Ending.TIME_LIMIT;
                // With a violation at hand the rest of the time belongs to making it readable.
                if (!tally.violations().isEmpty() && workers.left() < limit / 2) return Attack.Ending.TIME_LIMIT;
                next += size;
                if (next < drawn || drawn == settings.tries()) continue;
                if (tally.starts().isEmpty() || !tally.violations().isEmpty()) {
                    drawn = settings.tries();
                    continue;
                }
                boolean inTime = new Pursuit(workers, attempt::run, tally.starts(), settings.seed())
                        .walk(settings.tries() - drawn, trial -> tally.add(trial, Map.of()), () -> tally.violations().size() >= enough);
                progress.accept(new Progress(Progress.Phase.PURSUING, tally.counts(), settings.tries()));
                if (!inTime) return Attack.Ending.TIME_LIMIT;
                return tally.violations().size() >= enough ? Attack.Ending.ENOUGH_VIOLATIONS : Attack.Ending.ALL_TRIES;
            }
            return Attack.Ending.ALL_TRIES;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Attack.Ending.INTERRUPTED;
        }
    }

    private static Counted counted(Attempt attempt, long seed, int number) {
        Trial trial = attempt.run(Choices.fresh(seed, number));
        Map<String, Truth> before = number < COUNTED_DRAWS ? trial.sample().independent().map(attempt.sampler()::truths).orElse(Map.of()) : Map.of();
        return new Counted(trial, before);
    }

    /** The counterexample that these choices build, if they build one: what an attack found can be checked again. */
    public static Optional<Counterexample> replay(Statement statement, List<Sampling> samplings, double horizon, Script choices) {
        Trial trial = new Attempt(statement, samplings, horizon).run(Choices.replay(choices));
        return trial.isViolated() ? Optional.of(counterexample(trial)) : Optional.empty();
    }

    /**
     * What can be said of an instance.
     *
     * @param counterexample when its hypotheses hold and its conclusion certainly fails
     * @param accepted       whether its hypotheses hold
     * @param told           without a counterexample: which of the two is not so, and why
     */
    public record Replay(Optional<Counterexample> counterexample, boolean accepted, String told) {
    }

    /** Judges one instance as an attack judges those that it draws; along a motion until the time that the samplings ask for, or else the horizon. */
    public static Replay replay(Statement statement, List<Sampling> samplings, double horizon, Instance instance) {
        Trial trial = new Attempt(statement, samplings, horizon).given(instance);
        if (trial.isViolated()) return new Replay(Optional.of(counterexample(trial)), true, "");
        return new Replay(Optional.empty(), trial.judgement().isPresent(), trial.judgement().map(judgement -> switch (judgement.result()) {
            case HOLDS -> "the conclusion holds";
            case CANNOT_TELL, VIOLATED -> "the conclusion cannot be told: " + judgement.reason();
        }).orElse("the hypotheses do not hold: " + trial.sample().reason()));
    }

    private static Counterexample counterexample(Trial trial) {
        Judgement judgement = trial.judgement().orElseThrow();
        return new Counterexample(trial.sample().instance().orElseThrow(), judgement.time(), judgement.sides().orElseThrow(), judgement.margin(),
                judgement.relativeMargin(), judgement.method(), trial.sample().caveats(), trial.sample().choices());
    }
}
