package tenet.properties.mutation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import tenet.properties.check.Limited;
import tenet.properties.falsification.ProcessorTime;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.search.Prover;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Term;
import tenet.theorems.Source;

/**
 * Looks for proofs of mutants by their {@link Proposals}. What is found was checked by the kernel: from the mutant's own hypotheses, or,
 * in each of the ways in which its conclusion can have a value, from these and that it has one.
 */
final class ProofSearch {
    /** One proposal may take this part of the time for all on a mutant, and one inequality in it this part of that. */
    private static final int SHARES = 6;
    private static final int INEQUALITIES = 3;

    private final Source source;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final Function<String, Optional<Certificate>> certificates;
    private final Duration limit;

    /**
     * @param certificates the stored derivations, by id
     * @param limit        for all proposals on a mutant together
     */
    ProofSearch(Source source, Map<String, Statement> lemmas, Map<String, Theorem> theorems, Function<String, Optional<Certificate>> certificates, Duration limit) {
        this.source = source;
        this.lemmas = lemmas;
        this.theorems = theorems;
        this.certificates = certificates;
        this.limit = limit;
    }

    /**
     * The first proof that is found.
     *
     * @param valued whether the conclusion is known to have a value somewhere; to assume that it has one would say nothing otherwise
     * @throws ExecutionException with what a search threw
     */
    Optional<Fate.Proved> of(Mutant mutant, boolean valued) throws InterruptedException, ExecutionException {
        Claim claim = mutant.claim();
        Proposals proposals = new Proposals(source, theorems, lemmas, certificates, claim);
        Clock clock = new Clock(limit);
        List<Formula> conditions = valued ? Definedness.conditions(claim.statement()) : List.of();
        Optional<Found> plain = first(claim, claim.statement(), proposals.plain(conditions.isEmpty()), clock);
        if (plain.isPresent() || conditions.isEmpty()) return plain.map(found -> found.proved(""));
        Found all = new Found(new TreeSet<>(), List.of());
        for (List<Formula> way : Definedness.ways(conditions)) {
            Optional<Found> found = first(claim, assuming(claim.statement(), way), proposals.plain(true), clock);
            if (found.isEmpty()) return Optional.empty();
            all = all.and(found.get());
        }
        return Optional.of(all.proved(Definedness.words(conditions)));
    }

    /**
     * Whether {@code 1 <= 0} follows from the hypotheses.
     *
     * @throws ExecutionException with what the search threw
     */
    boolean contradicts(Mutant mutant) throws InterruptedException, ExecutionException {
        Claim claim = mutant.claim();
        Statement whole = claim.statement();
        Statement absurd = new Statement(whole.id(), whole.signature(), whole.hypotheses(), new Formula.Relation(Comparison.AT_MOST, Term.number(1), Term.number(0)));
        return first(claim, absurd, List.of(new Proposals(source, theorems, lemmas, certificates, claim).bare()), new Clock(limit)).isPresent();
    }

    /** What a proof rests on. */
    private record Found(SortedSet<String> lemmas, List<String> restated) {
        Found and(Found other) {
            SortedSet<String> both = new TreeSet<>(lemmas);
            both.addAll(other.lemmas);
            return new Found(both, Stream.concat(restated.stream(), other.restated.stream()).distinct().toList());
        }

        Fate.Proved proved(String where) {
            List<String> notes = new ArrayList<>();
            if (!where.isEmpty()) notes.add(where);
            if (!restated.isEmpty()) notes.add("with the same change in " + String.join(", ", restated));
            return new Fate.Proved(false, List.copyOf(lemmas), String.join("; ", notes));
        }
    }

    /** The processor time that is left for a mutant. */
    private static final class Clock {
        private Duration left;

        Clock(Duration limit) {
            left = limit;
        }
    }

    /** What came of a proposal, and the processor time that it took. */
    private record Tried(Optional<Theorem> theorem, Duration took) {
    }

    private Optional<Found> first(Claim claim, Statement asked, List<Proposals.Proposal> proposals, Clock clock) throws InterruptedException, ExecutionException {
        Duration share = limit.dividedBy(SHARES);
        for (Proposals.Proposal proposal : proposals) {
            if (clock.left.isNegative() || clock.left.isZero()) return Optional.empty();
            Optional<Tried> tried = Limited.call("search", clock.left.compareTo(share) < 0 ? clock.left : share, MutantCheck.Settings.PATIENCE,
                    () -> tried(claim, asked, proposal));
            clock.left = clock.left.minus(tried.map(Tried::took).orElse(share));
            Optional<Theorem> theorem = tried.flatMap(Tried::theorem);
            if (theorem.isPresent()) return Optional.of(new Found(theorem.get().lemmas(), proposal.restated()));
        }
        return Optional.empty();
    }

    private Tried tried(Claim claim, Statement asked, Proposals.Proposal proposal) {
        ProcessorTime time = ProcessorTime.of(limit, MutantCheck.Settings.PATIENCE);
        Optional<Theorem> theorem = theorem(claim, asked, proposal);
        return new Tried(theorem, limit.minus(Duration.ofNanos(time.left(List.of(Thread.currentThread())))));
    }

    /** The statement with what gives its conclusion a value among its hypotheses. */
    static Statement assuming(Statement statement, List<Formula> conditions) {
        List<Hypothesis> hypotheses = new ArrayList<>(statement.hypotheses());
        List<String> taken = new ArrayList<>(hypotheses.stream().map(Hypothesis::name).toList());
        statement.signature().declarations().forEach(declaration -> taken.add(declaration.name()));
        for (Formula condition : conditions) {
            String name = Names.fresh("defined", taken);
            taken.add(name);
            hypotheses.add(new Hypothesis(name, Hypothesis.When.NOW, condition));
        }
        return new Statement(statement.id(), statement.signature(), hypotheses, statement.conclusion());
    }

    private Optional<Theorem> theorem(Claim claim, Statement asked, Proposals.Proposal proposal) {
        Optional<Certificate> certificate = proposal.certificate().or(() -> proposal.argument().apply(asked).flatMap(argument -> found(claim, asked, argument, proposal)));
        return certificate.flatMap(derivation -> new Checker(lemmas, proposal.theorems()).check(asked, derivation) instanceof Checker.Result.Proved(Theorem theorem)
                ? Optional.of(theorem) : Optional.empty());
    }

    private Optional<Certificate> found(Claim claim, Statement asked, List<Derivation> argument, Proposals.Proposal proposal) {
        Claim goal = new Claim(claim.kind(), asked, claim.title(), claim.citation(), claim.theory(), claim.variantOf(),
                claim.expectation(), argument, claim.sampling(), List.of(), claim.place());
        return new Prover(lemmas, proposal.theorems(), limit.dividedBy(SHARES * INEQUALITIES)).prove(goal) instanceof Prover.Outcome.Found(Certificate certificate)
                ? Optional.of(certificate) : Optional.empty();
    }
}
