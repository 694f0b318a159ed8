package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Doubt;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.flow.Motion;
import tenet.numeric.flow.SecondOpinion;
import tenet.numeric.flow.Trajectory;
import tenet.numeric.flow.ValidatedFlow;
import tenet.numeric.flow.Enclosure;
import tenet.numeric.flow.VectorField;
import tenet.properties.construction.Clause;
import tenet.properties.construction.Constancy;
import tenet.properties.construction.Premises;
import tenet.properties.sampling.StandardProbes;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;

/**
 * The conclusion along the motion from an exact start. A floating-point trajectory supports or suggests; only boxes
 * that the motion is proved to pass refute. Behind the time at which an invariant or a hypothesis of the start comes
 * within rounding error of failing, a trajectory says nothing. What it supports a second integration must confirm.
 */
final class MotionJudge {
    private static final String CANNOT_TELL_AFTER = "cannot tell after t* = ";
    private static final int LOOKS = 16;
    /** Between two looks, where the margin is least. */
    private static final int DIP_LOOKS = 8;
    private static final int ONSET_HALVINGS = 6;
    private static final double CLEAR = 1e-6;
    private static final Motion.Limits LIMITS = new Motion.Limits(1e-10, 6_000, 60);
    /** Laws are interpreted as a rule, not compiled, so that long trajectories cost seconds. */
    private static final Motion.Limits SHORT = new Motion.Limits(1e-10, 600, 5);
    /** Where no enclosure could confirm what a trajectory suggests, a glance must do. */
    private static final Motion.Limits GLANCE = new Motion.Limits(1e-10, 60, 1);
    private static final ValidatedFlow.Settings FIRST_STEP = new ValidatedFlow.Settings(2, 1e-12, 0.5, 2, 1);
    private static final double FIRST_TIME = 1e-8;
    /** Few steps: counterexamples are wanted that are near the start and not sensitive. The seconds are a safety net. */
    private static final ValidatedFlow.Settings VALIDATION = new ValidatedFlow.Settings(8, 1e-12, 0.5, 80, 30);
    /** Longer steps for motions that take a long time to get anywhere, where the first settings run out of steps. */
    private static final ValidatedFlow.Settings FAR = new ValidatedFlow.Settings(14, 1e-12, 0.5, 80, 30);
    /** Behind so many steps of the integrator no enclosure is tried: it takes several times as many. */
    private static final int ENCLOSABLE_STEPS = 40;
    private static final int ENCLOSED_TIMES = 3;
    private static final int TUBES = 16;
    private static final double TOWARDS_A_BLOW_UP = 0.99;

    private final Statement statement;
    private final Premises premises;
    private final StateJudge state;
    private final Motion.Limits limits;
    private final SecondOpinion second;
    /** The hypotheses that may change in time; the others hold at the start, so always. */
    private final List<Hypothesis> changing;

    MotionJudge(Statement statement, Premises premises, StateJudge state) {
        this(statement, premises, state, LIMITS, new SecondOpinion(LIMITS, CLEAR));
    }

    /** For a statement that was restated for the attack. */
    static MotionJudge ofLaws(LawfulMotion motion) {
        Premises premises = new Premises(motion.restated());
        return new MotionJudge(motion.restated(), premises, new StateJudge(motion.restated(), premises.primitives()), SHORT, new SecondOpinion(SHORT, CLEAR));
    }

    MotionJudge(Statement statement, Premises premises, StateJudge state, SecondOpinion second) {
        this(statement, premises, state, LIMITS, second);
    }

    private MotionJudge(Statement statement, Premises premises, StateJudge state, Motion.Limits limits, SecondOpinion second) {
        this.limits = limits;
        this.second = second;
        this.statement = statement;
        this.premises = premises;
        this.state = state;
        this.changing = statement.hypotheses().stream()
                .filter(hypothesis -> !Constancy.isConstant(hypothesis.formula(), statement.signature())).toList();
    }

    /**
     * Whether the statement concludes from the start of a trajectory something about a later time. Statements with
     * derivatives, or with hypotheses about the same time only, are decided by one state, which is its own start.
     */
    static boolean speaksOfMotion(Statement statement) {
        boolean flows = statement.signature().declarations().stream().anyMatch(Declaration.Flow.class::isInstance);
        boolean unknown = statement.signature().declarations().stream().anyMatch(declaration -> Constancy.movesFreely(declaration, statement.signature()));
        return flows && !unknown && speaksOfLaterTimes(statement);
    }

    /** Whether it concludes something of a later time, and nothing of rates. */
    static boolean speaksOfLaterTimes(Statement statement) {
        boolean earlier = statement.hypotheses().stream().anyMatch(hypothesis -> hypothesis.when() != Hypothesis.When.NOW)
                || Stream.concat(statement.hypotheses().stream().map(Hypothesis::formula), Stream.of(statement.conclusion())).anyMatch(MotionJudge::initially);
        return earlier && !rates(statement.conclusion());
    }

    private static boolean initially(Formula formula) {
        return switch (formula) {
            case Formula.Initially ignored -> true;
            case Formula.Relation ignored -> false;
            case Formula.And(List<Formula> parts) -> parts.stream().anyMatch(MotionJudge::initially);
            case Formula.ForAll(var ignored, Formula body) -> initially(body);
            case Formula.ForEvery(var name, var sort, Formula body) -> initially(body);
        };
    }

    /** Whether a derivative in time occurs in it. */
    static boolean rates(Formula formula) {
        return switch (formula) {
            case Formula.Relation(var ignored, Term left, Term right) -> rates(left) || rates(right);
            case Formula.And(List<Formula> parts) -> parts.stream().anyMatch(MotionJudge::rates);
            case Formula.ForAll(var ignored, Formula body) -> rates(body);
            case Formula.ForEvery(var name, var sort, Formula body) -> rates(body);
            case Formula.Initially(Formula body) -> rates(body);
        };
    }

    private static boolean rates(Term term) {
        return term instanceof Term.Rate || term.children().stream().anyMatch(MotionJudge::rates);
    }

    /**
     * Judges the conclusion at the start and at times up to {@code end}.
     *
     * @param start satisfies what is assumed initially, always or of what does not move, as far as the caller knows
     */
    Judgement judge(Instance start, double end) {
        // The start is a state at which everything said of the start holds: a violation there needs no motion.
        if (nowHolds(start)) {
            Judgement first = state.judge(start);
            if (first.isViolated()) return first.at(0);
        }
        try {
            return judge(start, new VectorField(premises.primitives(), start), end);
        } catch (IllTyped noRule) {
            return Judgement.cannotTell(String.valueOf(noRule.getMessage()));
        }
    }

    private boolean nowHolds(Instance start) {
        return changing.stream().filter(hypothesis -> hypothesis.when() == Hypothesis.When.NOW)
                .allMatch(hypothesis -> new Evaluation<>(premises.primitives(), State.of(new tenet.numeric.algebra.Rationals(), start))
                        .holds(hypothesis.formula()) == Truth.HOLDS);
    }

    private Judgement judge(Instance start, VectorField field, double end) {
        Trajectory trajectory = new Motion(field, limits(field)).until(end);
        Guard guard = new Guard(premises, start);
        List<Double> suspected = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        // A trajectory that ends early, at a limit or a blow-up, still tells about the times before.
        String doubt = trajectory.end() > 0 ? "" : "no trajectory: " + trajectory.stopped().orElse("it has no length");
        // Where it ended by itself, as at a blow-up, the very end is no number to rely on.
        double until = trajectory.stopped().isPresent() ? TOWARDS_A_BLOW_UP * trajectory.end() : trajectory.end();
        double trusted = until;
        double before = 0;
        List<Double> looks = new ArrayList<>();
        Closest closest = new Closest();
        Optional<Along.Drift> drift = Optional.empty();
        for (int look = 1; look <= LOOKS; look++) {
            // Denser near the start, where enclosures are thin.
            double time = until * look * look / (LOOKS * LOOKS);
            if (time <= 0) break;
            Evaluation<Double> here = evaluation(trajectory.at(time), trajectory);
            if (guard.hasLeft(here)) break;
            if (trusted > before && !guard.isTrusted(here)) {
                trusted = trajectory.change(before, time, state -> guard.isTrusted(evaluation(state, trajectory)));
                if (doubt.isEmpty()) doubt = CANNOT_TELL_AFTER + rounded(trusted) + ", where a hypothesis or invariant comes within rounding error of failing";
            }
            before = time;
            looks.add(time);
            Optional<Along.Drift> drifted = guard.drift(here, time);
            drift = drift.isPresent() && drifted.isPresent() ? Optional.of(Along.Drift.larger(drift.get(), drifted.get())) : drift.or(() -> drifted);
            if (!nowPlausible(here)) continue;
            Outcome<Double> outcome = here.evaluate(statement.conclusion());
            if (outcome.truth() == Truth.VIOLATED && isClear(outcome) || isNothingAgainstNothing(outcome)) suspected.add(time);
            else if (outcome.truth() == Truth.VIOLATED && doubt.isEmpty()) doubt = "violated by no more than errors of integration at t = " + time;
            else if (outcome.truth() == Truth.UNKNOWN && doubt.isEmpty() && !agrees(outcome))
                doubt = "at t = " + time + ": " + outcome.doubt().get().text();
            else {
                least = Math.min(least, outcome.margin());
                closest.look(time, outcome.margin());
            }
        }
        if (suspected.isEmpty()) closest.between(looks).flatMap(gap -> dip(gap, trajectory)).filter(time -> time <= until).ifPresent(suspected::add);
        if (!suspected.isEmpty()) {
            // As early as can be: enclosures are thin and cheap near the start.
            double last = suspected.getFirst();
            double held = looks.stream().filter(look -> look < last).max(Double::compare).orElse(0.0);
            double onset = onset(held, last, trajectory);
            if (onset < last) suspected.addFirst(onset);
            double first = suspected.getFirst();
            long steps = trajectory.times().stream().filter(time -> time < first).count();
            Judgement judgement = steps > ENCLOSABLE_STEPS
                    ? Judgement.cannotTell("a floating-point trajectory violates it at t = " + rounded(first) + ", too many steps away to be enclosed")
                    : enclosed(field, suspected.subList(0, Math.min(ENCLOSED_TIMES, suspected.size())));
            if (judgement.isViolated()) return judgement;
            return (first <= trusted ? judgement : Judgement.cannotTell(CANNOT_TELL_AFTER + rounded(trusted) + ": " + judgement.reason())).at(first);
        }
        if (!doubt.isEmpty()) return Judgement.cannotTell(doubt);
        SecondOpinion.Opinion opinion = second.of(trajectory, looks);
        if (opinion.disagreement().isPresent()) {
            var disagreement = opinion.disagreement().get();
            return Judgement.cannotTell("two computations of the motion disagree: " + disagreement.told()).at(disagreement.time());
        }
        boolean confirmed = !looks.isEmpty() && opinion.confirmed() == looks.getLast();
        return new Judgement(Judgement.Result.HOLDS, least, Method.FLOATING_POINT, OptionalDouble.of(until), Optional.empty(), "",
                Optional.of(new Along(1, until, confirmed ? 1 : 0, trajectory.stopped().isPresent() ? 1 : 0, drift)));
    }

    /** The time with the least margin. */
    private static final class Closest {
        private double time = Double.NaN;
        private double margin = Double.POSITIVE_INFINITY;

        void look(double at, double here) {
            if (!(here < margin)) return;
            time = at;
            margin = here;
        }

        /** The looks around it, the start counted as one. */
        Optional<double[]> between(List<Double> looks) {
            int place = looks.indexOf(time);
            if (place < 0) return Optional.empty();
            return Optional.of(new double[] {place == 0 ? 0 : looks.get(place - 1), place + 1 < looks.size() ? looks.get(place + 1) : time});
        }
    }

    /** The first of some times between where the conclusion clearly fails. */
    private Optional<Double> dip(double[] gap, Trajectory trajectory) {
        for (int i = 1; i < DIP_LOOKS; i++) {
            double time = gap[0] + (gap[1] - gap[0]) * i / DIP_LOOKS;
            if (time > 0 && fails(time, trajectory)) return Optional.of(time);
        }
        return Optional.empty();
    }

    /** A time not long after the conclusion begins to fail, when it holds at the first and fails at the last. */
    private double onset(double held, double last, Trajectory trajectory) {
        double low = held;
        double high = last;
        for (int i = 0; i < ONSET_HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (fails(middle, trajectory)) high = middle;
            else low = middle;
        }
        // Where it fails by a little no box tells.
        return high + (last - high) / 8;
    }

    private boolean fails(double time, Trajectory trajectory) {
        Evaluation<Double> here = evaluation(trajectory.at(time), trajectory);
        if (!nowPlausible(here)) return false;
        Outcome<Double> outcome = here.evaluate(statement.conclusion());
        return outcome.truth() == Truth.VIOLATED && isClear(outcome);
    }

    private Motion.Limits limits(VectorField field) {
        boolean hopeless = limits == SHORT && field.dimension() > 0 && new ValidatedFlow(field, FIRST_STEP).at(List.of(FIRST_TIME)).end() == 0;
        return hopeless ? GLANCE : limits;
    }

    private Evaluation<Double> evaluation(State<Double> state, Trajectory trajectory) {
        return new Evaluation<>(premises.primitives(), state).startingAt(trajectory.start()).probing(StandardProbes.PROBES);
    }

    private static String rounded(double time) {
        return String.format(java.util.Locale.ROOT, "%.4g", time);
    }

    /** Whether a violation exceeds what a trajectory of this accuracy may be off by. */
    private static boolean isClear(Outcome<Double> outcome) {
        double scale = outcome.deciding().map(deciding -> Stream.concat(deciding.left().entries().stream(), deciding.right().entries().stream())
                .mapToDouble(Math::abs).max().orElse(0)).orElse(1.0);
        return Math.abs(outcome.margin()) > CLEAR * scale;
    }

    /** Whether sides that must differ are both exactly zero, as where a function is: that is no matter of rounding. */
    private static boolean isNothingAgainstNothing(Outcome<Double> outcome) {
        return outcome.deciding().filter(deciding -> !deciding.relation().comparison().holdsForSign(0)
                && Stream.concat(deciding.left().entries().stream(), deciding.right().entries().stream()).allMatch(number -> number == 0)).isPresent();
    }

    /** Floating-point numbers never show an equation: sides that agree within rounding support it. */
    private static boolean agrees(Outcome<Double> outcome) {
        Doubt.Kind kind = outcome.doubt().orElseThrow().kind();
        if (kind == Doubt.Kind.NOT_EXHAUSTED) return true;
        return kind == Doubt.Kind.TOO_CLOSE && Double.isFinite(outcome.margin())
                && outcome.deciding().filter(deciding -> deciding.relation().comparison() == Comparison.EQUAL).isPresent();
    }

    private boolean nowPlausible(Evaluation<Double> here) {
        return changing.stream().filter(hypothesis -> hypothesis.when() == Hypothesis.When.NOW)
                .allMatch(hypothesis -> here.holds(hypothesis.formula()) != Truth.VIOLATED);
    }

    /** Whether a box that the motion passes, at one of the suspected times, violates the conclusion for certain. */
    private Judgement enclosed(VectorField field, List<Double> suspected) {
        Enclosure near = new ValidatedFlow(field, VALIDATION).at(times(suspected));
        boolean outOfSteps = near.end() < suspected.getFirst() && near.times().size() > VALIDATION.steps();
        Enclosure enclosure = outOfSteps ? new ValidatedFlow(field, FAR).at(times(suspected)) : near;
        String doubt = "a floating-point trajectory violates it at t = " + rounded(suspected.getFirst())
                + enclosure.failure().map(failure -> "; no enclosure: " + failure).orElse("; the enclosure does not tell");
        for (double time : suspected) {
            if (!enclosure.times().contains(time)) break;
            var here = new Evaluation<>(premises.primitives(), enclosure.at(time)).startingAt(enclosure.start()).probing(StandardProbes.PROBES);
            if (!hold(Hypothesis.When.NOW, here) || !hold(Hypothesis.When.ALWAYS, here)) continue;
            Judgement judgement = StateJudge.of(here.evaluate(statement.conclusion()), Method.ENCLOSED_MOTION, Sides::enclosed);
            if (judgement.isViolated() && alwaysUntil(time, enclosure)) return judgement.at(time);
        }
        return Judgement.cannotTell(doubt);
    }

    /** With times in between, where hypotheses must hold on all tubes: short tubes are thin. */
    private List<Double> times(List<Double> suspected) {
        boolean always = changing.stream().anyMatch(hypothesis -> hypothesis.when() == Hypothesis.When.ALWAYS);
        java.util.TreeSet<Double> times = new java.util.TreeSet<>(suspected);
        for (int i = 1; always && i < TUBES; i++) times.add(suspected.getFirst() * i / TUBES);
        return List.copyOf(times);
    }

    private boolean alwaysUntil(double time, Enclosure enclosure) {
        return enclosure.times().stream().filter(step -> step > 0 && step <= time)
                .allMatch(step -> hold(Hypothesis.When.ALWAYS, new Evaluation<>(premises.primitives(), enclosure.upTo(step)).startingAt(enclosure.start())));
    }

    private boolean hold(Hypothesis.When when, Evaluation<tenet.numeric.algebra.Interval> here) {
        return changing.stream().filter(hypothesis -> hypothesis.when() == when).allMatch(hypothesis -> here.holds(hypothesis.formula()) == Truth.HOLDS);
    }

    /** What a floating-point trajectory is watched by: conserved equations, and inequalities of the start. */
    private static final class Guard {
        private final List<Formula.Relation> invariants = new ArrayList<>();
        private final List<Formula.Relation> inequalities = new ArrayList<>();
        private final List<Formula.Relation> always = new ArrayList<>();

        Guard(Premises premises, Instance start) {
            var exact = new Evaluation<>(premises.primitives(), State.of(new tenet.numeric.algebra.Rationals(), start));
            for (Clause clause : premises.clauses()) {
                if (clause.when() == Hypothesis.When.NOW || clause.speaksOfRates()) continue;
                for (Clause.Ground ground : clause.grounds(start)) {
                    if (clause.when() == Hypothesis.When.ALWAYS) always.add(ground.relation());
                    if (!clause.isEquality()) inequalities.add(ground.relation());
                    else if (isConserved(ground, exact)) invariants.add(ground.relation());
                }
            }
        }

        /** An equation whose derivative vanishes at the start is watched; others hold at the start only. */
        private static boolean isConserved(Clause.Ground ground, Evaluation<tenet.symbolic.term.Rational> exact) {
            try {
                return exact.evaluate(ground.rate().left()).entries().equals(exact.evaluate(ground.rate().right()).entries());
            } catch (NoValue | IllTyped unknown) {
                return false;
            }
        }

        /** How far apart the sides of the conserved equations are. */
        Optional<Along.Drift> drift(Evaluation<Double> here, double time) {
            return invariants.stream().map(relation -> new Along.Drift(Printer.print(relation), Math.abs(here.evaluate(relation).margin()), time))
                    .filter(drift -> Double.isFinite(drift.largest())).reduce(Along.Drift::larger);
        }

        /** The motion is no longer one that the statement speaks of. */
        boolean hasLeft(Evaluation<Double> here) {
            return always.stream().anyMatch(relation -> here.holds(relation) == Truth.VIOLATED);
        }

        boolean isTrusted(Evaluation<Double> here) {
            return invariants.stream().allMatch(relation -> here.holds(relation) != Truth.VIOLATED)
                    && inequalities.stream().allMatch(relation -> here.holds(relation) == Truth.HOLDS);
        }
    }
}
