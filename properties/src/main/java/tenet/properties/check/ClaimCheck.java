package tenet.properties.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.Prover;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.InstanceBlock;
import tenet.theorems.Scope;

/**
 * Looks at one claim in every way: stored certificate, samples, the author's own steps, and search. What was found so
 * far can be read at any time, so that a limit loses only what was not finished.
 */
final class ClaimCheck {
    /** For claims whose author believes them false: long enough to notice that they are trivially true. */
    private static final Duration SHORT_SEARCH = Duration.ofSeconds(5);
    private static final int STEP_TRIES = 40;

    private final Claim claim;
    private final Optional<Certificate> stored;
    private final List<InstanceBlock> instances;
    private final Set<String> assumed;
    private final Supplier<Methods.Known> known;
    private final Settings settings;
    private final Methods methods;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String stage = "starting";
    private boolean closed;

    ClaimCheck(Plan.Job job, Supplier<Methods.Known> known, Settings settings, Methods methods) {
        this.claim = job.claim;
        this.stored = job.stored;
        this.instances = job.instances;
        this.assumed = job.assumed;
        this.known = known;
        this.settings = settings;
        this.methods = methods;
    }

    /** Everything found about a claim; nothing is added to it any more. */
    record Found(List<Evidence> evidence, List<String> notes) {
        Optional<Theorem> theorem() {
            return evidence.stream().filter(Evidence.Proof.class::isInstance)
                    .map(piece -> ((Evidence.Proof) piece).theorem()).findFirst();
        }
    }

    /**
     * Works within the time limit.
     *
     * @param sampled whether to sample the claim and its steps, or only to derive it
     */
    Found run(boolean sampled) throws InterruptedException {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        try {
            boolean ended = Limited.call(claim.id(), settings.timeLimit(), () -> work(sampled, deadline)).orElse(false);
            return close(!ended);
        } catch (ExecutionException failed) {
            add(new Evidence.Fault(failed.getCause()));
            return close(false);
        }
    }

    /** @return whether all was done */
    private boolean work(boolean sampled, long deadline) {
        boolean derivable = claim.kind() != Claim.Kind.LEMMA;
        if (derivable) stage("checking the stored certificate", deadline, this::checkStored);
        if (sampled && !instances.isEmpty()) stage("replaying counterexamples", deadline, this::replay);
        if (sampled && !has(Evidence.Refutation.class)) stage("trying samples", deadline, this::attack);
        if (sampled && claim.kind() != Claim.Kind.FALSE_CLAIM && !has(Evidence.Refutation.class))
            stage("enclosing motions", deadline, () -> methods.enclose(claim, settings.seed(), settings.horizon()).forEach(this::add));
        if (sampled) stage("trying samples on the steps of the derivation", deadline, this::attackSteps);
        if (derivable && !has(Evidence.Proof.class) && !has(Evidence.Refutation.class))
            stage("searching for a derivation", deadline, () -> search(sampled));
        if (has(Evidence.Proof.class) && sampled) stage("looking for hypotheses that the derivation does without", deadline, this::noteUnused);
        if (has(Evidence.Proof.class) && nothingAccepted()) stage("asking whether the hypotheses contradict each other", deadline, this::contradict);
        return !expired(deadline);
    }

    private interface Stage {
        void run() throws Exception;
    }

    private void stage(String name, long deadline, Stage work) {
        if (expired(deadline)) return;
        synchronized (this) {
            stage = name;
        }
        try {
            work.run();
        } catch (Throwable thrown) {
            switch (thrown instanceof ExecutionException inner ? inner.getCause() : thrown) {
                case IllTyped unsupported -> add(new Evidence.Failure(name + ": " + unsupported.getMessage()));
                case StackOverflowError deep -> add(new Evidence.Failure(name + ": the terms nest too deeply for the stack"));
                case OutOfMemoryError large -> add(new Evidence.Failure(name + ": out of memory"));
                // An interrupted computation may end in any exception.
                case Throwable fault -> {
                    if (!expired(deadline)) add(new Evidence.Fault(fault));
                }
            }
        }
    }

    private static boolean expired(long deadline) {
        return Thread.currentThread().isInterrupted() || System.nanoTime() - deadline >= 0;
    }

    private void checkStored() {
        if (stored.isEmpty()) return;
        switch (methods.check(claim.statement(), stored.get(), known.get())) {
            case Checker.Result.Proved(Theorem theorem) -> add(proof(theorem, stored.get(), true));
            case Checker.Result.Rejected(int step, String rule, String message) ->
                    note("stored certificate rejected" + at(step, rule) + ": " + message
                            + (claim.kind() == Claim.Kind.FALSE_CLAIM ? "" : "; searched again"));
        }
    }

    /** What once was a counterexample often is one again. */
    private void replay() {
        List<Counterexample> found = new ArrayList<>();
        for (InstanceBlock instance : instances) {
            Methods.Replayed replayed = methods.replay(claim, instance, settings.horizon());
            replayed.counterexample().ifPresent(found::add);
            // Those of the folder are a memory of earlier texts of the claim; those in the file are the author's.
            boolean pasted = instance.file().equals(claim.place().file());
            if (pasted && replayed.counterexample().isEmpty()) note("the instance at " + instance.place() + " is no counterexample: " + replayed.told());
        }
        if (!found.isEmpty())
            add(new Evidence.Refutation(found.getFirst(), found.stream().skip(1).filter(other -> !other.equals(found.getFirst())).findFirst()));
    }

    private void attack() {
        int tries = has(Evidence.Proof.class) ? settings.triesWhenProved() : settings.tries();
        for (Evidence piece : methods.attack(claim, settings.seed(), tries, settings.timeLimit().dividedBy(2), settings.horizon())) add(piece);
    }

    private void search(boolean sampled) throws ExecutionException, InterruptedException {
        boolean falseClaim = claim.kind() == Claim.Kind.FALSE_CLAIM;
        Optional<Prover.Outcome> outcome = falseClaim
                ? Limited.call(claim.id() + " (search)", SHORT_SEARCH, () -> methods.prove(claim, known.get()))
                : Optional.of(methods.prove(claim, known.get()));
        if (outcome.isEmpty()) return;
        switch (outcome.get()) {
            case Prover.Outcome.Found(Certificate certificate) -> {
                switch (methods.check(claim.statement(), certificate, known.get())) {
                    case Checker.Result.Proved(Theorem theorem) -> add(proof(theorem, certificate, false));
                    case Checker.Result.Rejected(int step, String rule, String message) -> add(new Evidence.Failure(
                            "the derivation that the search found is rejected" + at(step, rule) + ": " + message));
                }
            }
            case Prover.Outcome.Stuck(Claim.Place place, Formula subgoal, String message) -> {
                if (!falseClaim)
                    add(new Evidence.Failure(Optional.of(place), Optional.of(subgoal), message,
                            sampled && !isWrong(place) ? counterexample(subgoal) : Optional.empty()));
            }
        }
    }

    private void noteUnused() {
        Certificate derivation;
        synchronized (this) {
            derivation = evidence.stream().filter(Evidence.Proof.class::isInstance).map(piece -> ((Evidence.Proof) piece).certificate()).findFirst().orElseThrow();
        }
        List<String> unused = UnusedHypotheses.of(claim.statement(), assumed, derivation,
                (statement, certificate) -> methods.check(statement, certificate, known.get()) instanceof Checker.Result.Proved);
        if (!unused.isEmpty()) note("the derivation does without " + String.join(", ", unused));
    }

    /** From contradictory hypotheses everything follows: such a proof is no evidence for the claim. */
    private void contradict() throws ExecutionException, InterruptedException {
        Statement whole = claim.statement();
        Statement absurd = new Statement(whole.id(), whole.signature(), whole.hypotheses(), new Formula.Relation(Comparison.AT_MOST, Term.number(1), Term.number(0)));
        Claim asked = new Claim(claim.kind(), absurd, claim.title(), claim.citation(), claim.theory(), claim.variantOf(), claim.expectation(), List.of(),
                claim.sampling(), List.of(), claim.place());
        Optional<Prover.Outcome> outcome = Limited.call(claim.id() + " (contradiction)", SHORT_SEARCH, () -> methods.prove(asked, known.get()));
        if (outcome.isEmpty() || !(outcome.get() instanceof Prover.Outcome.Found(Certificate certificate))) return;
        if (methods.check(absurd, certificate, known.get()) instanceof Checker.Result.Proved) renounceProof();
    }

    private synchronized void renounceProof() {
        if (closed) return;
        evidence.removeIf(Evidence.Proof.class::isInstance);
        evidence.add(new Evidence.Failure("the hypotheses contradict each other: 1 <= 0 follows from them, and so does everything else"));
    }

    private synchronized boolean nothingAccepted() {
        return evidence.stream().anyMatch(piece -> piece instanceof Evidence.Samples samples && samples.accepted() == 0);
    }

    /** A step that is a line of an accepted derivation is proved already. */
    private void attackSteps() {
        Set<Formula> proved = new LinkedHashSet<>();
        synchronized (this) {
            for (Evidence piece : evidence) if (piece instanceof Evidence.Proof proof) proved.addAll(AuthorSteps.lines(proof.certificate()));
        }
        for (AuthorSteps.Step step : AuthorSteps.of(claim))
            if (!proved.contains(step.formula())) counterexample(step.formula()).ifPresent(found -> add(new Evidence.WrongStep(step.place(), step.formula(), found)));
    }

    private synchronized boolean isWrong(Claim.Place place) {
        return evidence.stream().anyMatch(piece -> piece instanceof Evidence.WrongStep wrong && wrong.place().equals(place));
    }

    /** An instance of the claim's hypotheses at which the formula fails, if samples find one. */
    private Optional<Counterexample> counterexample(Formula formula) {
        Statement whole = claim.statement();
        boolean closed = Formula.freeNames(formula).stream().filter(name -> !name.isEmpty())
                .allMatch(name -> whole.signature().find(name).isPresent());
        if (!closed) return Optional.empty();
        Statement part = new Statement(whole.id(), whole.signature(), whole.hypotheses(), formula);
        Claim asked = new Claim(claim.kind(), part, claim.title(), claim.citation(), claim.theory(), claim.variantOf(),
                claim.expectation(), List.of(), claim.sampling(), List.of(), claim.place());
        try {
            return methods.attack(asked, settings.seed(), Math.min(STEP_TRIES, settings.tries()), settings.timeLimit().dividedBy(8), settings.horizon()).stream()
                    .filter(Evidence.Refutation.class::isInstance)
                    .map(piece -> ((Evidence.Refutation) piece).simplest()).findFirst();
        } catch (IllTyped notEvaluated) {
            return Optional.empty();
        }
    }

    private Evidence.Proof proof(Theorem theorem, Certificate certificate, boolean fromStore) {
        return new Evidence.Proof(theorem, certificate, Scope.of(claim.statement()), fromStore);
    }

    private static String at(int step, String rule) {
        return step == 0 ? "" : " at step " + step + " (" + rule + ")";
    }

    private synchronized boolean has(Class<? extends Evidence> kind) {
        return evidence.stream().anyMatch(kind::isInstance);
    }

    private synchronized void add(Evidence piece) {
        if (!closed) evidence.add(piece);
    }

    private synchronized void note(String note) {
        if (!closed) notes.add(note);
    }

    private synchronized Found close(boolean expired) {
        if (expired) {
            String message = "stopped at the time limit of " + seconds(settings.timeLimit()) + " while " + stage;
            if (has(Evidence.Proof.class) || has(Evidence.Refutation.class)) note(message);
            else add(new Evidence.Failure(message));
        }
        if (has(Evidence.Proof.class) && nothingAccepted())
            note("no sample satisfied the hypotheses, so the proof was not put to the test on numbers");
        closed = true;
        return new Found(List.copyOf(evidence), List.copyOf(notes));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
