package tenet.properties.mutation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tenet.numeric.evaluation.Instance;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.theorems.Contradiction;
import tenet.theorems.Counterexample;
import tenet.theorems.Judgement;
import tenet.theorems.Library;
import tenet.theorems.Source;

/**
 * Finds what becomes of the mutants of claims: an {@link Inquiry} into each, then an {@link Exchange} of what these found, at last the
 * {@link WrittenInstance}s of those that nothing found refutes.
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
     * @param mistaken  why the counterexample written there is none, where it was put to the test and is none
     */
    public record Result(Mutant mutant, Fate fate, Optional<Judgement> judgement, Optional<String> mistaken) {
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
            return mistaken.map(why -> judged.error("the instance below it is no counterexample: " + why));
        }
    }

    /** Without judgements. */
    public MutantCheck(Library library, Map<String, Theorem> known, Source source, Settings settings) {
        this(library, known, source, Judgements.NONE, settings);
    }

    /**
     * @param known      what {@link #theorems} tells of this library and file
     * @param source     whose claims are to be mutated, with its stored certificates
     * @param judgements of its mutants; they change no fate, but for the counterexamples below them, which do when they are right
     */
    public MutantCheck(Library library, Map<String, Theorem> known, Source source, Judgements judgements, Settings settings) {
        this.source = source;
        this.judgements = judgements;
        this.settings = settings;
        this.lemmas = library.lemmas(source);
        this.theorems = new LinkedHashMap<>(known);
        if (!library.owns(source)) addTheorems(library, source, Citations.of(library, List.of(source)), theorems);
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
            FutureTask<Exchange> samples = new FutureTask<>(() -> new Exchange(Exchange.samples(claim, settings.seed(), settings.tries()), settings.horizon()));
            Inquiry inquiry = new Inquiry(source, lemmas, theorems, search, settings, samples);
            List<Future<Inquiry.Answer>> futures = new ArrayList<>();
            for (Mutant mutant : Mutants.of(claim))
                futures.add(workers.submit(() -> {
                    Inquiry.Answer answer = inquiry.into(mutant);
                    // What an interrupted attack found, or did not, says nothing.
                    if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
                    done.accept(result(answer.mutant(), answer.fate(), Optional.empty()));
                    return answer;
                }));
            List<Inquiry.Answer> answers = new ArrayList<>();
            for (Future<Inquiry.Answer> future : futures) answers.add(future.get());
            samples.run();
            return written(exchanged(answers, samples.get(), workers), workers);
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

    /** The fates, after what refutes some of the mutants was tried on those that survived: where one breaks, another is near breaking. */
    private List<Result> exchanged(List<Inquiry.Answer> answers, Exchange samples, ExecutorService workers) throws InterruptedException, ExecutionException {
        Exchange exchange = samples.and(answers.stream().flatMap(answer -> answer.refuting().stream()).toList());
        return each(answers, workers, answer -> result(answer.mutant(), exchange.fate(answer.mutant(), answer.fate()), Optional.empty()));
    }

    /** What people know and the search did not find: their counterexamples, each on its own mutant, then on all that still survive. */
    private List<Result> written(List<Result> results, ExecutorService workers) throws InterruptedException, ExecutionException {
        List<Optional<WrittenInstance>> judged = each(results, workers, result -> result.judgement().flatMap(Judgement::instance)
                .flatMap(block -> result.fate() instanceof Fate.Survived survived
                        ? Optional.of(WrittenInstance.on(result.mutant(), block, survived.tries(), settings.horizon())) : Optional.empty()));
        Map<Instance, String> places = new LinkedHashMap<>();
        List<Result> own = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            judged.get(i).filter(written -> written.killed().isPresent())
                    .ifPresent(written -> places.putIfAbsent(written.instance().orElseThrow(), written.block().place()));
            own.add(judged.get(i).map(written -> written.killed().map(killed -> result(result.mutant(), killed, Optional.empty()))
                    .orElseGet(() -> result(result.mutant(), result.fate(), Optional.of(written.told())))).orElse(result));
        }
        if (places.isEmpty()) return own;
        Exchange exchange = new Exchange(places.keySet(), settings.horizon());
        return each(own, workers, result -> {
            if (!(result.fate() instanceof Fate.Survived survived)) return result;
            Exchange.Tried tried = exchange.on(result.mutant(), survived.tries());
            return tried.killed().map(killed -> result(result.mutant(),
                    new Fate.Killed(killed.tries(), killed.counterexample(), tried.refuting().map(places::get)), result.mistaken())).orElse(result);
        });
    }

    /** In the order of the list, whatever the threads do. */
    private static <T, R> List<R> each(List<T> list, ExecutorService workers, Function<T, R> work) throws InterruptedException, ExecutionException {
        List<Future<R>> futures = new ArrayList<>();
        for (T one : list) futures.add(workers.submit(() -> work.apply(one)));
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) results.add(future.get());
        return results;
    }

    private Result result(Mutant mutant, Fate fate, Optional<String> mistaken) {
        return new Result(mutant, fate, judgements.of(mutant), mistaken);
    }
}
