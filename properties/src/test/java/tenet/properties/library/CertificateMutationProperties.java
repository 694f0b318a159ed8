package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.theorems.Library;
import tenet.theorems.Source;

/**
 * One thing in a step of a stored certificate is changed. The kernel rejects the step, or what it says is true: no
 * sampled instance that satisfies the hypotheses violates it.
 */
class CertificateMutationProperties {
    private static final boolean SOAK = Boolean.getBoolean("tenet.soak");
    /** About so many mutants, as many for each step of each certificate. */
    private static final int MUTANTS = SOAK ? 12_000 : 1_000;
    private static final int TRIES = SOAK ? 20 : 24;
    private static final int CONTROLS = SOAK ? 100 : 40;
    private static final Duration LIMIT = Duration.ofMillis(SOAK ? 5_000 : 400);
    /** So long that the number of tries decides, on a slow machine too. */
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final Library library = Library.builtIn();
    private final Random random = new Random(20);
    private int perStep;
    private int mutants;
    private int rejected;
    private int unchanged;
    private int tested;
    private int undecided;
    private int controls;
    private int controlsRefuted;
    private final List<String> wrong = new ArrayList<>();

    @Example
    void a_changed_step_is_rejected_or_true() {
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        int steps = library.sources().stream().flatMap(source -> source.certificates().values().stream()).mapToInt(each -> each.steps().size()).sum();
        perStep = Math.ceilDiv(MUTANTS, steps);
        for (Source source : library.sources()) {
            Map<String, Statement> lemmas = library.lemmas(source);
            for (Claim claim : source.document().claims()) {
                Certificate certificate = source.certificates().get(claim.id());
                if (certificate == null) continue;
                Checker checker = new Checker(lemmas, theorems);
                List<String> labels = Stream.of(claim.statement().hypotheses().stream().map(Hypothesis::name), lemmas.keySet().stream(),
                        theorems.keySet().stream(), Stream.of("up", "down")).flatMap(names -> names).toList();
                attack(claim, certificate, checker, new Mutation(random, labels));
                if (checker.check(claim.statement(), certificate) instanceof Checker.Result.Proved(Theorem theorem)) theorems.put(claim.id(), theorem);
            }
        }
        String counts = mutants + " mutants: " + rejected + " rejected, " + unchanged + " say the same, " + tested + " tested, " + undecided
                + " undecided; " + controlsRefuted + " of " + controls + " controls refuted";
        System.out.println("certificate mutation: " + counts);
        assertThat(wrong).as(counts).isEmpty();
        assertThat(mutants).as(counts).isGreaterThanOrEqualTo(MUTANTS);
        assertThat(rejected).as(counts).isGreaterThan(mutants / 2);
        // The test has teeth: sampling refutes many of the steps that the kernel rejects.
        assertThat(controlsRefuted).as(counts).isGreaterThan(controls / 4);
    }

    private void attack(Claim claim, Certificate certificate, Checker checker, Mutation mutation) {
        Checker.Draft draft = checker.new Draft(claim.statement());
        for (Certificate.Step step : certificate.steps()) {
            for (int i = 0; i < perStep; i++) {
                Optional<Certificate.Step> mutant = mutation.of(step);
                if (mutant.isEmpty()) continue;
                mutants++;
                if (draft.add(mutant.get()).isPresent()) {
                    rejected++;
                    if (controls < CONTROLS && !saysTheSame(mutant.get(), step) && mutants % 23 == 0) {
                        Attack attack = sampled(claim, mutant.get(), PATIENT);
                        if (attack.isRefuted()) controlsRefuted++;
                        controls++;
                    }
                    continue;
                }
                draft = checker.new Draft(claim.statement());
                for (Certificate.Step earlier : certificate.steps().subList(0, step.number() - 1)) assertThat(draft.add(earlier)).isEmpty();
                if (saysTheSame(mutant.get(), step)) unchanged++;
                else judge(claim, step, mutant.get());
            }
            assertThat(draft.add(step)).as(claim.id()).isEmpty();
        }
    }

    private void judge(Claim claim, Certificate.Step step, Certificate.Step mutant) {
        Attack attack = sampled(claim, mutant, LIMIT);
        if (attack.isRefuted())
            wrong.add(claim.id() + " step " + step.number() + ": " + mutant + " at " + attack.simplest().orElseThrow() + ", instead of " + step);
        else if (attack.counts().holds() > 0) tested++;
        else undecided++;
    }

    private static boolean saysTheSame(Certificate.Step a, Certificate.Step b) {
        return a.fixed().equals(b.fixed()) && a.assumed().equals(b.assumed()) && a.conclusion().equals(b.conclusion());
    }

    private static Attack sampled(Claim claim, Certificate.Step step, Duration limit) {
        return Falsifier.attack(stated(claim.statement(), step), claim.sampling(), new Settings(1, TRIES, limit, 1, 1, 0));
    }

    /** The step as a statement: its fixed indices are parameters, its assumptions hypotheses. */
    private static Statement stated(Statement statement, Certificate.Step step) {
        List<Declaration> indices = new ArrayList<>();
        List<Hypothesis> hypotheses = new ArrayList<>(statement.hypotheses());
        for (Range range : step.fixed()) {
            List<Declaration.Bound> bounds = new ArrayList<>(List.of(new Declaration.Bound(Comparison.AT_LEAST, range.low())));
            range.upper().ifPresent(high -> bounds.add(new Declaration.Bound(Comparison.AT_MOST, high)));
            indices.add(new Declaration.Parameter(range.index(), List.of(), Sort.INT, bounds));
            range.except().ifPresent(except -> hypotheses.add(new Hypothesis("except_" + range.index(), Hypothesis.When.NOW,
                    new Formula.Relation(Comparison.UNEQUAL, Term.index(range.index()), except))));
        }
        step.assumed().forEach(assumption -> hypotheses.add(new Hypothesis(assumption.name(), Hypothesis.When.NOW, assumption.formula())));
        return new Statement(statement.id() + ".step", statement.signature().with(indices), hypotheses, step.conclusion());
    }
}
