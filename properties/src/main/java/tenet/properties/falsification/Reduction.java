package tenet.properties.falsification;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Script;
import tenet.properties.exact.ScriptEdits;
import tenet.properties.sampling.EntryEdits;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;

/**
 * Makes a violation simpler, or worse, by editing its choices and building the instance anew: what the constructors
 * guarantee stays true. Greedy, with a limited number of trials; the result is simpler, not simplest.
 */
final class Reduction {
    private final Workers workers;
    private final Function<Choices, Trial> experiment;
    private final Signature signature;
    private int left;

    /** @param budget trials at most */
    Reduction(Workers workers, Function<Choices, Trial> experiment, Signature signature, int budget) {
        this.workers = workers;
        this.experiment = experiment;
        this.signature = signature;
        this.left = budget;
    }

    private boolean isSpent() {
        return left <= 0 || workers.left() <= 0;
    }

    private Optional<Trial> violation(Script choices) throws InterruptedException {
        if (isSpent()) return Optional.empty();
        left--;
        Callable<Trial> task = () -> experiment.apply(Choices.replay(choices));
        return workers.one(task).filter(Trial::isViolated);
    }

    private Complexity complexity(Trial trial) {
        return Complexity.of(trial.sample().instance().orElseThrow(), signature);
    }

    /** A violation on an instance that is easier to read. */
    Trial simpler(Trial start) throws InterruptedException {
        Trial best = coarsely(start);
        for (boolean progress = true; progress && !isSpent(); ) {
            Trial before = best;
            for (String group : before.sample().choices().groups().keySet()) {
                for (int size = ScriptEdits.LARGEST_BLOCK; size >= 1; size /= 2) best = withoutBlocks(best, group, size);
                for (int i = 0; i < best.sample().choices().group(group).size(); i++) best = lowered(best, group, i);
            }
            if (best == before) best = withSimpleEntries(best);
            progress = best != before;
        }
        return best;
    }

    /** Sets rows, columns and single entries to zero, then entries to one, whatever they were built from. */
    private Trial withSimpleEntries(Trial start) throws InterruptedException {
        Trial best = start;
        List<EntryEdits.Editable> values = EntryEdits.editable(start.sample().instance().orElseThrow(), signature);
        for (EntryEdits.Editable value : values)
            for (List<Integer> line : value.lines()) best = edited(best, line, false);
        for (boolean one : new boolean[] {false, true})
            for (EntryEdits.Editable value : values)
                for (int i = 0; i < value.value().entries().size(); i++) best = edited(best, List.of(value.first() + i), one);
        return best;
    }

    private Trial edited(Trial best, List<Integer> places, boolean one) throws InterruptedException {
        Instance instance = best.sample().instance().orElseThrow();
        List<Rational> entries = EntryEdits.editable(instance, signature).stream().flatMap(value -> value.value().entries().stream()).toList();
        if (places.stream().map(entries::get).allMatch(entry -> entry.isZero() || one && entry.equals(Rational.ONE))) return best;
        return improved(EntryEdits.with(best.sample().choices(), places, one), best).orElse(best);
    }

    /** Empties whole groups, and lowers their first choices: sizes and kinds, before details. */
    private Trial coarsely(Trial start) throws InterruptedException {
        Trial best = start;
        for (boolean progress = true; progress && !isSpent(); ) {
            Trial before = best;
            for (String group : before.sample().choices().groups().keySet()) {
                best = improved(best.sample().choices().with(group, List.of()), best).orElse(best);
                best = lowered(best, group, 0);
            }
            progress = best != before;
        }
        return best;
    }

    /** Sets to zero, or takes out, every block of this many choices, where that helps. */
    private Trial withoutBlocks(Trial start, String group, int size) throws InterruptedException {
        Trial best = start;
        for (int from = 0; from < best.sample().choices().group(group).size() && !isSpent(); from += size) {
            Script script = best.sample().choices();
            Optional<Trial> better = improved(ScriptEdits.zeroed(script, group, from, size), best);
            if (better.isEmpty()) better = improved(ScriptEdits.without(script, group, from, size), best);
            best = better.orElse(best);
        }
        return best;
    }

    /** Lowers one choice. */
    private Trial lowered(Trial start, String group, int place) throws InterruptedException {
        Trial best = start;
        List<Integer> choices = start.sample().choices().group(group);
        int value = place < choices.size() ? choices.get(place) : 0;
        for (int lower : ScriptEdits.below(value)) {
            Optional<Script> edited = ScriptEdits.lowered(best.sample().choices(), group, place, lower);
            if (edited.isPresent()) best = improved(edited.get(), best).orElse(best);
        }
        return best;
    }

    private Optional<Trial> improved(Script choices, Trial best) throws InterruptedException {
        if (choices.equals(best.sample().choices())) return Optional.empty();
        return violation(choices).filter(trial -> {
            int order = complexity(trial).compareTo(complexity(best));
            return order < 0 || order == 0 && trial.sample().choices().weight() < best.sample().choices().weight();
        });
    }

    /** A violation with a larger relative margin, the simpler one of two equally bad. */
    Trial worse(Trial start, long seed) throws InterruptedException {
        Trial worst = start;
        UniformRandomProvider random = Choices.generator(seed, -1);
        while (!isSpent()) {
            Script edited = worst.sample().choices();
            List<String> groups = List.copyOf(edited.groups().keySet());
            if (groups.isEmpty()) break;
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) edited = Pursuit.edited(edited, groups.get(random.nextInt(groups.size())), random);
            Optional<Trial> next = violation(edited);
            if (next.isPresent() && isWorse(next.get(), worst)) worst = next.get();
        }
        return worst;
    }

    boolean isWorse(Trial a, Trial b) {
        int order = Double.compare(a.judgement().orElseThrow().relativeMargin(), b.judgement().orElseThrow().relativeMargin());
        return order < 0 || order == 0 && isEasier(a, b);
    }

    boolean isEasier(Trial a, Trial b) {
        return complexity(a).compareTo(complexity(b)) < 0;
    }
}
