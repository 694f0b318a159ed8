package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tenet.numeric.evaluation.Truth;
import tenet.properties.construction.Clause;
import tenet.properties.construction.Premises;
import tenet.properties.sampling.Sample;
import tenet.properties.sampling.Sampler;
import tenet.symbolic.formula.Hypothesis;

/** The statistics of an attack, one trial after the other. */
final class Tally {
    private static final double NEAR = 0.1;
    private static final int MOST_REASONS = 8;
    private static final int MOST_STARTS = 400;

    private final Sampler sampler;
    private final Map<String, int[]> activity = new LinkedHashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private final List<Trial> violations = new ArrayList<>();
    private final List<Trial> starts = new ArrayList<>();
    private Optional<Attack.Suspicion> suspicion = Optional.empty();
    private Optional<Along> along = Optional.empty();
    private Counts counts = Counts.NONE;
    private OptionalInt firstViolation = OptionalInt.empty();
    private double smallestMargin = Double.POSITIVE_INFINITY;
    private double smallestRatio = Double.POSITIVE_INFINITY;

    private static final int DRAWN = 0;
    private static final int FALSE_BEFORE = 1;
    private static final int REJECTIONS = 2;
    private static final int NEAR_TIGHT = 3;

    Tally(Sampler sampler, List<Hypothesis> hypotheses) {
        this.sampler = sampler;
        hypotheses.forEach(hypothesis -> activity.put(hypothesis.name(), new int[4]));
    }

    Counts counts() {
        return counts;
    }

    List<Trial> violations() {
        return violations;
    }

    /** Trials from which an inequality can be pursued. */
    List<Trial> starts() {
        return starts;
    }

    void add(Trial trial, Map<String, Truth> before) {
        counts = counts.plus(trial);
        before.forEach((name, truth) -> {
            int[] row = activity.get(name);
            if (truth != Truth.UNKNOWN) row[DRAWN]++;
            if (truth == Truth.VIOLATED) row[FALSE_BEFORE]++;
        });
        trial.sample().blamed().filter(activity::containsKey).ifPresent(name -> activity.get(name)[REJECTIONS]++);
        for (Sample.Tightness tightness : trial.sample().tightness())
            if (activity.containsKey(tightness.hypothesis()) && Math.abs(tightness.margin()) < NEAR) activity.get(tightness.hypothesis())[NEAR_TIGHT]++;
        Optional<Judgement> judgement = trial.judgement();
        if (judgement.isEmpty()) reason(trial.sample().reason());
        else switch (judgement.get().result()) {
            case VIOLATED -> {
                if (firstViolation.isEmpty()) firstViolation = OptionalInt.of(counts.tries());
                violations.add(trial);
            }
            case CANNOT_TELL -> {
                reason(judgement.get().reason());
                if (judgement.get().isSuspected()) {
                    double time = judgement.get().time().getAsDouble();
                    int sofar = suspicion.map(Attack.Suspicion::samples).orElse(0);
                    boolean first = suspicion.isEmpty() || time < suspicion.get().time();
                    suspicion = Optional.of(first ? new Attack.Suspicion(sofar + 1, time, judgement.get().reason())
                            : new Attack.Suspicion(sofar + 1, suspicion.get().time(), suspicion.get().reason()));
                }
            }
            case HOLDS -> {
                Optional<Along> seen = judgement.get().along();
                along = along.isPresent() && seen.isPresent() ? Optional.of(along.get().and(seen.get())) : along.or(() -> seen);
                if (starts.size() < MOST_STARTS && Pursuit.canStart(trial)) starts.add(trial);
                double margin = judgement.get().relativeMargin();
                if (margin < smallestMargin) smallestMargin = margin;
                double ratio = judgement.get().sides().map(Sides::slackRatio).orElse(Double.NaN);
                if (ratio < smallestRatio) smallestRatio = ratio;
            }
        }
    }

    /** A violation that was met in the course of an exploration: counted as such alone. @param number of the try, from 1 */
    void addExplored(Trial violation, int number) {
        if (firstViolation.isEmpty()) firstViolation = OptionalInt.of(number);
        violations.add(violation);
    }

    /** Numbers differ from instance to instance: like reasons count together, and the first one is told. */
    private void reason(String text) {
        String kind = text.replaceAll("-?\\d[\\d.E/-]*", "#");
        reasons.merge(examples.computeIfAbsent(kind, ignored -> text), 1, Integer::sum);
    }

    Optional<Attack.Suspicion> suspicion() {
        return suspicion;
    }

    Optional<Along> along() {
        return along;
    }

    Map<String, Integer> reasons() {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        reasons.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    List<HypothesisActivity> hypotheses() {
        Premises premises = sampler.premises();
        return activity.entrySet().stream().map(entry -> {
            int[] row = entry.getValue();
            boolean equation = premises.clauses().stream().filter(clause -> clause.hypothesis().equals(entry.getKey())).allMatch(Clause::isEquality);
            return new HypothesisActivity(entry.getKey(), equation, row[DRAWN], row[FALSE_BEFORE], row[REJECTIONS], row[NEAR_TIGHT]);
        }).toList();
    }

    OptionalInt firstViolation() {
        return firstViolation;
    }

    OptionalDouble smallestMargin() {
        return Double.isFinite(smallestMargin) ? OptionalDouble.of(smallestMargin) : OptionalDouble.empty();
    }

    OptionalDouble smallestRatio() {
        return Double.isFinite(smallestRatio) ? OptionalDouble.of(smallestRatio) : OptionalDouble.empty();
    }
}
