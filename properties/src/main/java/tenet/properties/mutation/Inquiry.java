package tenet.properties.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import tenet.numeric.evaluation.Instance;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Falsifier;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.IllTyped;
import tenet.theorems.Contradiction;
import tenet.theorems.Source;

/** Finds the fate of one mutant at a time, of one claim: samples first, then a search for a proof, then many tries in floating point. */
final class Inquiry {
    private final Source source;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final ProofSearch search;
    private final MutantCheck.Settings settings;
    private final FutureTask<Exchange> samples;

    /** @param samples of the claim as it is; drawn when they are first needed */
    Inquiry(Source source, Map<String, Statement> lemmas, Map<String, Theorem> theorems, ProofSearch search, MutantCheck.Settings settings, FutureTask<Exchange> samples) {
        this.source = source;
        this.lemmas = lemmas;
        this.theorems = theorems;
        this.search = search;
        this.settings = settings;
        this.samples = samples;
    }

    /**
     * What was found out.
     *
     * @param refuting the instance that refutes it, where it was killed
     */
    record Answer(Mutant mutant, Fate fate, Optional<Instance> refuting) {
        private static Answer plain(Mutant mutant, Fate fate) {
            return new Answer(mutant, fate, Optional.empty());
        }
    }

    /**
     * @throws Contradiction      when a counterexample and a derivation disagree
     * @throws ExecutionException with what a search or a draw threw
     */
    Answer into(Mutant mutant) throws InterruptedException, ExecutionException {
        Optional<Theorem> unchanged = unchanged(mutant);
        Attack attack;
        try {
            attack = Falsifier.attack(mutant.claim().statement(), mutant.claim().sampling(), unchanged.isPresent() ? settings.comparison() : settings.attack());
        } catch (IllTyped unsupported) {
            Optional<Fate> proof = unchanged.isPresent() ? unchanged.map(Inquiry::asItStands) : proved(mutant, false);
            return Answer.plain(mutant, proof.orElseGet(() -> new Fate.Survived(0, 0, 0, OptionalDouble.empty(), String.valueOf(unsupported.getMessage()))));
        }
        if (unchanged.isPresent() && attack.isRefuted())
            throw new Contradiction(mutant.claim().id() + " with the change " + mutant.change(), "a proof and a certified counterexample");
        Optional<Answer> killed = killed(mutant, attack, 0);
        if (killed.isPresent()) return killed.get();
        if (unchanged.isPresent()) return Answer.plain(mutant, asItStands(unchanged.get()));
        return attack.counts().accepted() == 0 ? unaccepted(mutant, attack) : undecided(mutant, attack, attack.counts().accepted());
    }

    private static Optional<Answer> killed(Mutant mutant, Attack attack, int before) {
        return attack.simplest().map(found -> new Answer(mutant, Fate.Killed.found(before + attack.firstViolation().orElseThrow(),
                CounterexampleText.told(found, mutant.claim().statement())), Optional.of(found.instance())));
    }

    /** No sample of its own satisfies its hypotheses. Nothing may, or the sampler does not reach what does. */
    private Answer unaccepted(Mutant mutant, Attack attack) throws InterruptedException, ExecutionException {
        samples.run();
        Exchange.Tried tried = samples.get().on(mutant, attack.counts().tries());
        if (tried.killed().isPresent()) return new Answer(mutant, tried.killed().get(), tried.refuting());
        // From contradictory hypotheses anything can be proved: that says nothing.
        if (tried.accepted() == 0 && !samples.get().isEmpty())
            return Answer.plain(mutant, new Fate.Vacuous(attack.vacuity().orElse("no instance satisfies the hypotheses")));
        if (tried.accepted() == 0 && search.contradicts(mutant)) return Answer.plain(mutant, new Fate.Vacuous("its hypotheses contradict each other"));
        return undecided(mutant, attack, tried.accepted());
    }

    private Answer undecided(Mutant mutant, Attack attack, int accepted) throws InterruptedException {
        Optional<Fate> proof = proved(mutant, attack.counts().holds() > 0);
        if (proof.isPresent()) return Answer.plain(mutant, proof.get());
        String note = switch (attack.ending()) {
            case TIME_LIMIT, INTERRUPTED -> "stopped at the time limit";
            case ALL_TRIES, ENOUGH_VIOLATIONS -> "";
        };
        if (accepted == 0) note = "no sample satisfies those of the claim itself" + (note.isEmpty() ? "" : "; " + note);
        if (note.isEmpty() && attack.counts().accepted() > 0 && attack.counts().holds() == 0)
            return Answer.plain(mutant, new Fate.Vacuous("its conclusion has no value that could be told, on any of " + attack.counts().accepted() + " samples"
                    + (attack.reasons().isEmpty() ? "" : ": " + attack.reasons().keySet().iterator().next())));
        // Exact tries may be slow where floating-point ones are not.
        if (attack.ending() != Attack.Ending.INTERRUPTED) {
            Attack explored = Falsifier.attack(mutant.claim().statement(), mutant.claim().sampling(), settings.exploration());
            Optional<Answer> killed = killed(mutant, explored, settings.tries());
            if (killed.isPresent()) return killed.get();
        }
        return Answer.plain(mutant, new Fate.Survived(attack.counts().tries(), accepted, attack.counts().cannotTell(), attack.smallestRatio(), note));
    }

    /** What the stored derivation of the claim shows of the mutant. */
    private Optional<Theorem> unchanged(Mutant mutant) {
        return source.certificate(mutant.claim().id()).flatMap(certificate -> checked(mutant, certificate));
    }

    private Optional<Theorem> checked(Mutant mutant, Certificate certificate) {
        return new Checker(lemmas, theorems).check(mutant.claim().statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem)
                ? Optional.of(theorem) : Optional.empty();
    }

    private static Fate asItStands(Theorem unchanged) {
        return new Fate.Proved(true, List.copyOf(unchanged.lemmas()), "");
    }

    /** @param valued whether its conclusion has a value on some sample */
    private Optional<Fate> proved(Mutant mutant, boolean valued) throws InterruptedException {
        try {
            return search.of(mutant, valued).map(Fate.class::cast);
        } catch (ExecutionException failed) {
            // Terms that nest too deeply cost a proof, nothing else.
            if (failed.getCause() instanceof StackOverflowError || failed.getCause() instanceof OutOfMemoryError) return Optional.empty();
            throw new IllegalStateException("the search for a proof of " + mutant.claim().id() + " with the change " + mutant.change(), failed.getCause());
        }
    }
}
