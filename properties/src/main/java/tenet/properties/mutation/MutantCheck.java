package tenet.properties.mutation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tenet.numeric.evaluation.Instance;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.CounterexampleText;
import tenet.properties.falsification.Falsifier;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.IllTyped;
import tenet.theorems.Contradiction;
import tenet.theorems.Counterexample;
import tenet.theorems.Judgement;
import tenet.theorems.Library;
import tenet.theorems.Source;

/**
 * Attacks the mutants of claims. Each is sampled; one that no sample refutes is searched for a proof, by the derivation of
 * the original, without it, and from the original itself
 * and its proved variants.
 */
public final class MutantCheck {
    private final Source source;
    private final Settings settings;
    private final Judgements judgements;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final ProofSearch search;

    /**
     * @param seed      of all samples
     * @param tries     samples on a mutant
     * @param timeLimit for the samples on one mutant, in processor time; a proposal to the search gets a quarter of it
     * @param threads   how many mutants are looked at at once; the result does not depend on it
     * @param horizon   the latest time looked at along motions
     */
    public record Settings(long seed, int tries, Duration timeLimit, int threads, double horizon) {
        /** Enough to read a counterexample; mutants are many. */
        private static final int SHRINKING = 300;
        /** Tries in floating point for each other one. */
        private static final int EXPLORED = 20;
        /** What a mutant's fate is must not depend on the load of the machine; by the clock the limits are so many times as long. */
        static final int PATIENCE = 10;

        public Settings {
            if (tries < 1) throw new IllegalArgumentException("the number of tries must be at least 1, not " + tries);
            if (threads < 1) throw new IllegalArgumentException("the number of threads must be at least 1, not " + threads);
            if (timeLimit.isNegative() || timeLimit.isZero()) throw new IllegalArgumentException("the time limit must be positive");
            if (!(horizon > 0) || Double.isInfinite(horizon)) throw new IllegalArgumentException("the latest time must be positive, not " + horizon);
        }

        tenet.properties.falsification.Settings attack() {
            return new tenet.properties.falsification.Settings(seed, tries, timeLimit, 1, horizon, SHRINKING, 0, 0, PATIENCE);
        }

        /** For a mutant that a derivation is known of: enough to notice when kernel and evaluation disagree. */
        tenet.properties.falsification.Settings comparison() {
            return new tenet.properties.falsification.Settings(seed, Math.min(tries, 20), timeLimit, 1, horizon, SHRINKING, 0, 0, PATIENCE);
        }

        /** For a mutant that neither samples nor proofs decide. */
        tenet.properties.falsification.Settings exploration() {
            return new tenet.properties.falsification.Settings(seed + 1, 1, timeLimit, 1, horizon, SHRINKING, 0, EXPLORED * tries, PATIENCE);
        }
    }

    /**
     * A mutant and its fate.
     *
     * @param judgement what somebody wrote of it
     */
    public record Result(Mutant mutant, Fate fate, Optional<Judgement> judgement) {
        public boolean isKilled() {
            return fate instanceof Fate.Killed;
        }

        /** Neither killed, nor known to be true, nor empty. */
        public boolean isOpen() {
            return fate instanceof Fate.Survived;
        }

        /** Why the judgement cannot stand: it says true of what a counterexample refutes, or false of what is proved. */
        public Optional<String> contradiction() {
            if (judgement.isEmpty()) return Optional.empty();
            Judgement judged = judgement.get();
            if (judged.opinion() == Judgement.Opinion.TRUE && fate instanceof Fate.Killed killed)
                return Optional.of(judged.error("judged true, but killed at "
                        + killed.counterexample().values().stream().map(Counterexample.Binding::toString).collect(Collectors.joining(", "))));
            if (judged.opinion() == Judgement.Opinion.FALSE && fate instanceof Fate.Proved proved)
                return Optional.of(judged.error("judged false, but proved" + (proved.lemmas().isEmpty() ? "" : " by " + String.join(", ", proved.lemmas()))));
            return Optional.empty();
        }
    }

    /** Without judgements. */
    public MutantCheck(Library library, Map<String, Theorem> known, Source source, Settings settings) {
        this(library, known, source, Judgements.NONE, settings);
    }

    /**
     * @param known      what {@link #theorems} tells of this library and file
     * @param source     whose claims are to be mutated, with its stored certificates
     * @param judgements of its mutants; they change no fate
     */
    public MutantCheck(Library library, Map<String, Theorem> known, Source source, Judgements judgements, Settings settings) {
        this.source = source;
        this.judgements = judgements;
        this.settings = settings;
        this.lemmas = library.lemmas(source);
        this.theorems = new LinkedHashMap<>(known);
        if (!library.sources().contains(source)) addTheorems(library, source, Citations.of(library, List.of(source)), theorems);
        this.search = new ProofSearch(source, lemmas, theorems, id -> library.resolve(source, id).flatMap(entry -> entry.source().certificate(id)),
                settings.timeLimit());
    }

    /**
     * What the stored certificates of a library prove, as far as the derivations of these files speak of it, and what is cited there, and
     * so on; they are checked one by one, which takes a while for all of a library.
     */
    public static Map<String, Theorem> theorems(Library library, Collection<Source> sources) {
        Set<String> needed = Citations.of(library, sources);
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        library.sources().forEach(source -> addTheorems(library, source, needed, theorems));
        return theorems;
    }

    /** In the order of the source, in which they may cite one another. */
    private static void addTheorems(Library library, Source source, Set<String> needed, Map<String, Theorem> theorems) {
        for (Claim claim : source.document().claims())
            if (needed.contains(claim.id()))
                source.certificate(claim.id()).ifPresent(certificate -> {
                    if (new Checker(library.lemmas(source), theorems).check(claim.statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem))
                        theorems.put(claim.id(), theorem);
                });
    }

    /**
     * The mutants of a claim with their fates, in a fixed order.
     *
     * @param done is told of each as it is known, from several threads
     * @throws Contradiction when a counterexample and a derivation disagree
     */
    public List<Result> run(Claim claim, Consumer<Result> done) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(settings.threads(), Thread.ofPlatform().name("mutants-", 1).daemon().factory());
        try {
            SortedMap<Integer, Instance> refuting = new ConcurrentSkipListMap<>();
            FutureTask<Exchange> samples = new FutureTask<>(() -> new Exchange(Exchange.samples(claim, settings.seed(), settings.tries()), settings.horizon()));
            List<Future<Result>> futures = new ArrayList<>();
            for (Mutant mutant : Mutants.of(claim)) {
                int number = futures.size();
                futures.add(workers.submit(() -> {
                    Result result = new Result(mutant, fate(mutant, instance -> refuting.put(number, instance), samples), judgements.of(mutant));
                    // What an interrupted attack found, or did not, says nothing.
                    if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
                    done.accept(result);
                    return result;
                }));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) results.add(future.get());
            samples.run();
            return exchanged(results, samples.get().and(refuting.values()), workers);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case InterruptedException interrupted -> throw interrupted;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** The results, after what refutes some of the mutants was tried on those that survived: where one breaks, another is near breaking. */
    private static List<Result> exchanged(List<Result> results, Exchange exchange, ExecutorService workers) throws InterruptedException, ExecutionException {
        List<Future<Result>> futures = new ArrayList<>();
        for (Result result : results)
            futures.add(workers.submit(() -> new Result(result.mutant(), exchange.fate(result.mutant(), result.fate()), result.judgement())));
        List<Result> exchanged = new ArrayList<>();
        for (Future<Result> future : futures) exchanged.add(future.get());
        return exchanged;
    }

    /**
     * @param refuting is told what refutes it
     * @param samples  of the claim as it is
     */
    private Fate fate(Mutant mutant, Consumer<Instance> refuting, FutureTask<Exchange> samples) throws InterruptedException, ExecutionException {
        Optional<Theorem> unchanged = source.certificate(mutant.claim().id()).flatMap(certificate -> checked(mutant, certificate));
        Attack attack;
        try {
            attack = Falsifier.attack(mutant.claim().statement(), mutant.claim().sampling(), unchanged.isPresent() ? settings.comparison() : settings.attack());
        } catch (IllTyped unsupported) {
            return proved(mutant, unchanged, false).orElseGet(() -> new Fate.Survived(0, 0, 0, java.util.OptionalDouble.empty(), String.valueOf(unsupported.getMessage())));
        }
        if (attack.simplest().isPresent()) {
            if (unchanged.isPresent()) throw new Contradiction(mutant.claim().id() + " with the change " + mutant.change(), "a proof and a certified counterexample");
            refuting.accept(attack.simplest().get().instance());
            return new Fate.Killed(attack.firstViolation().orElseThrow(), CounterexampleText.told(attack.simplest().get(), mutant.claim().statement()));
        }
        int accepted = attack.counts().accepted();
        if (accepted == 0 && unchanged.isEmpty()) {
            samples.run();
            Exchange.Tried tried = samples.get().on(mutant, attack.counts().tries());
            tried.refuting().ifPresent(refuting);
            if (tried.killed().isPresent()) return tried.killed().get();
            accepted = tried.accepted();
            // From contradictory hypotheses anything can be proved: that says nothing.
            if (accepted == 0 && !samples.get().isEmpty()) return new Fate.Vacuous(attack.vacuity().orElse("no instance satisfies the hypotheses"));
            if (accepted == 0 && search.contradicts(mutant)) return new Fate.Vacuous("its hypotheses contradict each other");
        }
        Optional<Fate> proof = proved(mutant, unchanged, attack.counts().holds() > 0);
        if (proof.isPresent()) return proof.get();
        String note = switch (attack.ending()) {
            case TIME_LIMIT, INTERRUPTED -> "stopped at the time limit";
            case ALL_TRIES, ENOUGH_VIOLATIONS -> "";
        };
        if (accepted == 0) note = "no sample satisfies those of the claim itself" + (note.isEmpty() ? "" : "; " + note);
        if (note.isEmpty() && attack.counts().accepted() > 0 && attack.counts().holds() == 0)
            return new Fate.Vacuous("its conclusion has no value that could be told, on any of " + attack.counts().accepted() + " samples"
                    + (attack.reasons().isEmpty() ? "" : ": " + attack.reasons().keySet().iterator().next()));
        // Exact tries may be slow where floating-point ones are not.
        if (attack.ending() != Attack.Ending.INTERRUPTED) {
            Attack explored = Falsifier.attack(mutant.claim().statement(), mutant.claim().sampling(), settings.exploration());
            explored.simplest().ifPresent(counterexample -> refuting.accept(counterexample.instance()));
            if (explored.simplest().isPresent())
                return new Fate.Killed(settings.tries() + explored.firstViolation().orElseThrow(), CounterexampleText.told(explored.simplest().get(), mutant.claim().statement()));
        }
        return new Fate.Survived(attack.counts().tries(), accepted, attack.counts().cannotTell(), attack.smallestRatio(), note);
    }

    private Optional<Theorem> checked(Mutant mutant, Certificate certificate) {
        return new Checker(lemmas, theorems).check(mutant.claim().statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem)
                ? Optional.of(theorem) : Optional.empty();
    }

    private Optional<Fate> proved(Mutant mutant, Optional<Theorem> unchanged, boolean valued) throws InterruptedException {
        if (unchanged.isPresent()) return Optional.of(new Fate.Proved(true, List.copyOf(unchanged.get().lemmas()), ""));
        try {
            return search.of(mutant, valued).map(Fate.class::cast);
        } catch (ExecutionException failed) {
            // Terms that nest too deeply cost a proof, nothing else.
            if (failed.getCause() instanceof StackOverflowError || failed.getCause() instanceof OutOfMemoryError) return Optional.empty();
            throw new IllegalStateException("the search for a proof of " + mutant.claim().id() + " with the change " + mutant.change(), failed.getCause());
        }
    }
}
