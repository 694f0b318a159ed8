package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Doubt;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.properties.construction.Constancy;
import tenet.properties.construction.Constructors;
import tenet.properties.construction.Draft;
import tenet.properties.construction.HypothesisConstructor;
import tenet.properties.construction.Premises;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Draws;
import tenet.properties.exact.Script;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;

/**
 * Draws exact instances of a statement. Everything is drawn independently first; then the constructors for the kinds of
 * hypotheses at hand make the hypotheses true; then the rates of unknown motions are solved for; then every hypothesis
 * is verified, exactly or by intervals. What does not verify is rejected.
 *
 * <p>The sample is a function of the choices alone. Safe for use by several threads.
 */
public final class Sampler {
    private final Premises premises;
    private final IndependentDraw independent;
    private final List<HypothesisConstructor> constructors;
    private final SmoothFunctions functions;
    private final Rates rates;
    private final Verification verification;
    private final boolean atStart;

    /** For instances on which all hypotheses hold at one time, which is also the start. */
    public Sampler(Statement statement, List<Sampling> samplings) {
        this(statement, samplings, false);
    }

    /**
     * @param atStart whether the instance is the start of a trajectory, where hypotheses about the later time need not hold, but
     *                for those that say the same at all times
     */
    public Sampler(Statement statement, List<Sampling> samplings, boolean atStart) {
        this.premises = new Premises(atStart ? startOf(statement) : statement);
        this.independent = new IndependentDraw(premises, samplings, atStart);
        this.constructors = Constructors.of(premises);
        this.functions = new SmoothFunctions(premises.statement());
        this.rates = new Rates(premises);
        this.verification = new Verification(premises);
        this.atStart = atStart;
    }

    private static Statement startOf(Statement statement) {
        return new Statement(statement.id(), statement.signature(),
                statement.hypotheses().stream().filter(hypothesis -> hypothesis.when() != Hypothesis.When.NOW
                        || Constancy.isConstant(hypothesis.formula(), statement.signature())).toList(), statement.conclusion());
    }

    public Premises premises() {
        return premises;
    }

    /** The kinds of hypotheses that are made true by construction. */
    public List<String> constructions() {
        return constructors.stream().map(HypothesisConstructor::name).toList();
    }

    public Sample draw(Choices choices) {
        Draws draws = new Draws(choices);
        Instance first;
        try {
            first = independent.draw(draws);
        } catch (NoValue | IllTyped impossible) {
            return new Sample(Optional.empty(), Optional.empty(), Sample.Standing.UNCLEAR, String.valueOf(impossible.getMessage()), Optional.empty(),
                    List.of(), List.of(), choices.made());
        }
        return verified(constructed(first, draws), first, choices);
    }

    /** The instance that {@link #draw} would verify; empty when it cannot be built. */
    public Optional<Instance> unverified(Choices choices) {
        Draws draws = new Draws(choices);
        try {
            return rates.solve(constructed(independent.draw(draws), draws));
        } catch (NoValue | IllTyped impossible) {
            return Optional.empty();
        }
    }

    private Instance constructed(Instance first, Draws draws) {
        Draft draft = new Draft(premises, draws, first);
        for (HypothesisConstructor constructor : constructors) {
            try {
                constructor.construct(draft);
            } catch (NoValue | IllTyped | ArithmeticException notHere) {
                // The draft is as good as it was; verification decides.
            }
        }
        return EntryEdits.applied(functions.enriched(draft.instance(), draws), premises.statement().signature(), draws.choices());
    }

    /** The instance as it is, verified like one that was drawn; its choices are empty. */
    public Sample given(Instance instance) {
        return verified(instance, instance, Choices.replay(Script.EMPTY));
    }

    private Sample verified(Instance constructed, Instance first, Choices choices) {
        Optional<Instance> moving;
        try {
            moving = rates.solve(constructed);
        } catch (NoValue | IllTyped unknown) {
            return rejected(constructed, first, Sample.Standing.UNCLEAR, "the derivative of a hypothesis: " + unknown.getMessage(), Optional.empty(), choices);
        }
        if (moving.isEmpty())
            return rejected(constructed, first, Sample.Standing.REJECTED, "no rates satisfy the derivatives of the hypotheses", Optional.empty(), choices);
        Instance instance = moving.get();
        List<Sample.Tightness> tightness = new ArrayList<>();
        List<String> caveats = new ArrayList<>();
        Sample.Standing standing = Sample.Standing.ACCEPTED;
        String reason = "";
        for (Verification.Standing each : verification.all(instance)) {
            String doubt = each.doubt().map(Doubt::text).orElse("");
            if (each.truth() == Truth.VIOLATED)
                return rejected(instance, first, Sample.Standing.REJECTED, each.hypothesis() + " fails", Optional.of(each.hypothesis()), choices);
            if (each.truth() == Truth.UNKNOWN) {
                boolean tried = each.doubt().map(Doubt::kind).filter(kind -> kind == Doubt.Kind.NOT_EXHAUSTED).isPresent();
                if (!tried) return rejected(instance, first, Sample.Standing.UNCLEAR, each.hypothesis() + ": " + doubt, Optional.of(each.hypothesis()), choices);
                standing = Sample.Standing.DOUBTFUL;
                reason = each.hypothesis() + ": " + doubt;
            }
            if (Double.isFinite(each.margin())) tightness.add(new Sample.Tightness(each.hypothesis(), each.margin() / Math.max(each.scale(), Double.MIN_NORMAL)));
        }
        Optional<String> failing = verification.aboutToFail(instance);
        if (failing.isPresent() && !atStart) return rejected(instance, first, Sample.Standing.UNCLEAR, failing.get(), Optional.empty(), choices);
        if (rates.constrain())
            caveats.add("a motion from here keeps the equations that always hold (they and their first derivatives hold here)");
        return new Sample(Optional.of(instance), Optional.of(first), standing, reason, Optional.empty(), tightness, caveats, choices.made());
    }

    private static Sample rejected(Instance instance, Instance first, Sample.Standing standing, String reason, Optional<String> blamed, Choices choices) {
        return new Sample(Optional.of(instance), Optional.of(first), standing, reason, blamed, List.of(), List.of(), choices.made());
    }

    /** The hypotheses by name, with their truth on an instance as drawn: by rationals alone, to count. */
    public Map<String, Truth> truths(Instance instance) {
        var exact = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance)).probing(StandardProbes.PROBES);
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (Hypothesis hypothesis : premises.statement().hypotheses()) truths.put(hypothesis.name(), exact.holds(hypothesis.formula()));
        return truths;
    }
}
