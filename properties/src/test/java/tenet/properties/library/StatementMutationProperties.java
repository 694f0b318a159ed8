package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;
import tenet.theorems.Library;
import tenet.theorems.Source;

/**
 * One thing in a statement is changed: a hypothesis, its time, the conclusion, a bound, a definition, the flow. The stored
 * certificate, also when it is made to speak of the changed statement, is rejected, or what is then proved is true: no
 * sampled instance refutes it.
 */
class StatementMutationProperties {
    private static final boolean SOAK = Boolean.getBoolean("tenet.soak");
    private static final int MUTANTS = SOAK ? 9_000 : 300;
    private static final int TRIES = SOAK ? 20 : 12;
    private static final int CONTROLS = SOAK ? 100 : 15;
    private static final int ATTEMPTS = 20;
    /** So long that the number of tries decides, on a slow machine too. */
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final Library library = Library.builtIn();
    private final Random random = new Random(30);
    private final Set<Statement> seen = new LinkedHashSet<>();
    private int mutants;
    private int accepted;
    private int tested;
    private int controls;
    private int controlsRefuted;
    private final List<String> wrong = new ArrayList<>();

    @Example
    void a_changed_statement_is_not_proved_or_true() {
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        long certificates = library.sources().stream().mapToLong(source -> source.certificates().size()).sum();
        int perClaim = (int) Math.ceilDiv(MUTANTS, certificates) + 2;
        for (Source source : library.sources()) {
            Map<String, Statement> lemmas = library.lemmas(source);
            for (Claim claim : source.document().claims()) {
                Optional<Certificate> certificate = source.certificate(claim.id());
                if (certificate.isEmpty()) continue;
                Checker checker = new Checker(lemmas, theorems);
                for (int i = 0; i < perClaim; i++) attack(claim, certificate.get(), checker);
                if (checker.check(claim.statement(), certificate.get()) instanceof Checker.Result.Proved(Theorem theorem)) theorems.put(claim.id(), theorem);
            }
        }
        String counts = mutants + " mutants: " + accepted + " still proved, " + tested + " of these tested on samples; " + controlsRefuted
                + " of " + controls + " controls refuted";
        System.out.println("statement mutation: " + counts);
        assertThat(wrong).as(counts).isEmpty();
        assertThat(mutants).as(counts).isGreaterThanOrEqualTo(MUTANTS);
        // The test has teeth: some changes keep the derivation, and sampling refutes many of the others.
        assertThat(tested).as(counts).isPositive();
        assertThat(controlsRefuted).as(counts).isGreaterThan(controls / 4);
    }

    private void attack(Claim claim, Certificate certificate, Checker checker) {
        Optional<Statement> found = mutant(claim.statement());
        if (found.isEmpty()) return;
        Statement mutant = found.get();
        mutants++;
        boolean proved = checker.check(mutant, certificate) instanceof Checker.Result.Proved
                || checker.check(mutant, speakingOf(mutant, claim.statement(), certificate)) instanceof Checker.Result.Proved;
        if (!proved) {
            if (controls >= CONTROLS || mutants % 11 != 0) return;
            controls++;
            if (sampled(claim, mutant).filter(Attack::isRefuted).isPresent()) controlsRefuted++;
            return;
        }
        accepted++;
        if (!seen.add(mutant)) return;
        Optional<Attack> attack = sampled(claim, mutant);
        if (attack.filter(Attack::isRefuted).isPresent()) wrong.add(mutant + " at " + attack.get().simplest().orElseThrow());
        else if (attack.filter(run -> run.counts().holds() > 0).isPresent()) tested++;
    }

    private static Optional<Attack> sampled(Claim claim, Statement statement) {
        try {
            return Optional.of(Falsifier.attack(statement, claim.sampling(), new Settings(1, TRIES, PATIENT, 1, 1, 0)));
        } catch (IllTyped notEvaluated) {
            return Optional.empty();
        }
    }

    /** The certificate with what it quotes of the statement quoted from the changed one. */
    private static Certificate speakingOf(Statement mutant, Statement original, Certificate certificate) {
        Map<String, Formula> hypotheses = new LinkedHashMap<>();
        for (Hypothesis hypothesis : mutant.hypotheses()) hypotheses.put(hypothesis.name(), hypothesis.asFormula());
        List<Certificate.Step> steps = new ArrayList<>();
        for (Certificate.Step step : certificate.steps()) {
            Formula conclusion = step.conclusion();
            boolean last = step.number() == certificate.steps().size();
            if (last) conclusion = mutant.conclusion();
            else if (step.rule().equals("hypothesis") && step.label().isPresent()) {
                Formula old = original.hypotheses().stream().filter(hypothesis -> hypothesis.name().equals(step.label().get()))
                        .map(Hypothesis::asFormula).findFirst().orElse(conclusion);
                if (old.equals(conclusion)) conclusion = hypotheses.getOrDefault(step.label().get(), conclusion);
            }
            steps.add(new Certificate.Step(step.number(), step.fixed(), step.assumed(), conclusion, step.rule(), step.label(), step.premises(), step.arguments(), ""));
        }
        return new Certificate(certificate.claim(), steps);
    }

    private Optional<Statement> mutant(Statement statement) {
        Mutation mutation = new Mutation(random, List.of());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Statement changed = changed(statement, mutation);
                if (!changed.equals(statement)) return Optional.of(changed);
            } catch (IllTyped | ArithmeticException | IllegalStateException unbuildable) {
                // Another change may give a statement.
            }
        }
        return Optional.empty();
    }

    private Statement changed(Statement s, Mutation mutation) {
        int kind = random.nextInt(8);
        if (kind < 3 && !s.hypotheses().isEmpty()) {
            List<Hypothesis> hypotheses = new ArrayList<>(s.hypotheses());
            int at = random.nextInt(hypotheses.size());
            Hypothesis old = hypotheses.get(at);
            switch (kind) {
                case 0 -> hypotheses.remove(at);
                case 1 -> hypotheses.set(at, new Hypothesis(old.name(), mutation.any(List.of(Hypothesis.When.values())), old.formula()));
                default -> hypotheses.set(at, new Hypothesis(old.name(), old.when(), mutation.formula(old.formula())));
            }
            return new Statement(s.id(), s.signature(), hypotheses, s.conclusion());
        }
        if (kind < 6 || s.signature().declarations().isEmpty()) return new Statement(s.id(), s.signature(), s.hypotheses(), mutation.formula(s.conclusion()));
        List<Declaration> declarations = new ArrayList<>(s.signature().declarations());
        int at = random.nextInt(declarations.size());
        declarations.set(at, changed(declarations.get(at), mutation));
        return new Statement(s.id(), new Signature(declarations), s.hypotheses(), s.conclusion());
    }

    private Declaration changed(Declaration declaration, Mutation mutation) {
        return switch (declaration) {
            case Declaration.Parameter parameter when !parameter.bounds().isEmpty() -> {
                List<Declaration.Bound> bounds = new ArrayList<>(parameter.bounds());
                int at = random.nextInt(bounds.size());
                if (random.nextBoolean()) bounds.remove(at);
                else bounds.set(at, new Declaration.Bound(bounds.get(at).comparison(), mutation.term(bounds.get(at).term())));
                yield new Declaration.Parameter(parameter.name(), parameter.indices(), parameter.sort(), bounds);
            }
            case Declaration.Parameter parameter -> parameter;
            case Declaration.Variable(var name, var indices, var sort, var motion) -> new Declaration.Variable(name, indices, sort,
                    motion == Declaration.Motion.FIXED ? Declaration.Motion.MOVING : Declaration.Motion.FIXED);
            case Declaration.Function function -> new Declaration.Function(function.name(), function.arguments(), function.result(), !function.smooth(), function.body());
            case Declaration.Definition(var name, var indices, Term body) -> new Declaration.Definition(name, indices, mutation.term(body));
            case Declaration.Flow(var name, var indices, Declaration.Law.Descends(Term potential, var rate)) ->
                    new Declaration.Flow(name, indices, new Declaration.Law.Descends(mutation.term(potential), rate));
            case Declaration.Flow(var name, var indices, Declaration.Law.Follows(Term velocity)) ->
                    new Declaration.Flow(name, indices, new Declaration.Law.Follows(mutation.term(velocity)));
        };
    }
}
