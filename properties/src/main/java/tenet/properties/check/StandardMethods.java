package tenet.properties.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.EnclosedStarts;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.HypothesisActivity;
import tenet.properties.replay.InstanceReader;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.search.Prover;
import tenet.theorems.Evidence;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;
import tenet.theorems.Scope;

/** The kernel's checker, the search and the falsifier. */
public final class StandardMethods implements Methods {
    @Override
    public Checker.Result check(Statement statement, Certificate certificate, Known known) {
        return new Checker(known.lemmas(), known.theorems()).check(statement, certificate);
    }

    @Override
    public Prover.Outcome prove(Claim claim, Known known) {
        return new Prover(known.lemmas(), known.theorems()).prove(claim);
    }

    @Override
    public List<Evidence> attack(Claim claim, long seed, int tries, Duration limit, double horizon) {
        Statement statement = claim.statement();
        int enough = Scope.of(statement).oneInstance() ? 1 : tries;
        Attack attack = Falsifier.attack(statement, claim.sampling(), new tenet.properties.falsification.Settings(seed, enough, limit, 1, horizon));
        if (attack.simplest().isPresent()) {
            var simplest = attack.simplest().get();
            return List.of(new Evidence.Refutation(CounterexampleText.told(simplest, statement),
                    attack.worst().filter(worst -> !worst.choices().equals(simplest.choices())).map(worst -> CounterexampleText.told(worst, statement))));
        }
        List<Evidence> evidence = new ArrayList<>(List.of(samples(attack, statement)));
        attack.suspicion().ifPresent(suspicion -> evidence.add(new Evidence.Suspected(suspicion.samples(), suspicion.time(), suspicion.reason())));
        attack.along().ifPresent(along -> evidence.add(new Evidence.Trajectories(along.number(), along.until(), along.confirmed(), along.ended(),
                along.drift().map(drift -> new Evidence.Trajectories.Drift(drift.invariant(), drift.largest(), drift.time())))));
        problem(attack).ifPresent(message -> evidence.add(new Evidence.Failure(message)));
        return evidence;
    }

    @Override
    public Replayed replay(Claim claim, InstanceBlock instance, double horizon) {
        try {
            Falsifier.Replay replay = Falsifier.replay(claim.statement(), claim.sampling(), horizon, InstanceReader.read(instance, claim.statement()));
            return new Replayed(replay.counterexample().map(found -> CounterexampleText.told(found, claim.statement())), replay.told());
        } catch (InvalidInput outdated) {
            return new Replayed(Optional.empty(), outdated.getMessage());
        }
    }

    private static Evidence.Samples samples(Attack attack, Statement statement) {
        Map<String, Integer> activity = new LinkedHashMap<>();
        for (HypothesisActivity hypothesis : attack.hypotheses())
            // Where nothing was counted nothing is known; 0 would say that it never mattered.
            if (hypothesis.drawn() > 0 || hypothesis.isActive())
                activity.put(hypothesis.name(), hypothesis.falseBefore() + hypothesis.rejections() + (hypothesis.equation() ? 0 : hypothesis.nearTight()));
        OptionalDouble margin = isEquation(statement.conclusion()) ? OptionalDouble.empty() : attack.smallestMargin();
        return new Evidence.Samples(attack.settings().seed(), attack.counts().tries(), attack.counts().accepted(), attack.counts().holds(),
                attack.counts().cannotTell(), margin, attack.smallestRatio(), activity, Scope.of(statement).oneInstance());
    }

    /** Why the samples say little, as far as their counts do not tell it. */
    private static Optional<String> problem(Attack attack) {
        String most = attack.reasons().isEmpty() ? "" : "; most often: " + attack.reasons().keySet().iterator().next();
        if (attack.ending() == Attack.Ending.TIME_LIMIT || attack.ending() == Attack.Ending.INTERRUPTED)
            return Optional.of("sampling stopped at its time limit after " + attack.counts().tries() + " of " + attack.settings().tries() + " tries" + most);
        if (attack.counts().holds() == 0 && attack.counts().cannotTell() > 0 && attack.vacuity().isEmpty())
            return Optional.of("cannot tell on any of " + attack.counts().accepted() + " samples" + most);
        return attack.vacuity();
    }

    @Override
    public List<Evidence> enclose(Claim claim, long seed, double horizon) {
        List<EnclosedStarts.Found> found = EnclosedStarts.of(claim.statement(), claim.sampling(), seed, horizon);
        if (found.isEmpty()) return List.of();
        return List.of(new Evidence.Enclosed(found.stream().map(start -> new Evidence.Enclosed.Start(
                CounterexampleText.bindings(start.instance(), claim.statement()), start.until(), start.width(), start.sensitivity(), start.margin())).toList()));
    }

    private static boolean isEquation(Formula formula) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, var left, var right) -> comparison == Comparison.EQUAL;
            case Formula.And(List<Formula> parts) -> parts.stream().allMatch(StandardMethods::isEquation);
            case Formula.ForAll(var range, Formula body) -> isEquation(body);
            case Formula.ForEvery(var name, var sort, Formula body) -> isEquation(body);
            case Formula.Initially(Formula body) -> isEquation(body);
        };
    }
}
