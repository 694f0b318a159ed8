package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;

/**
 * Decides whether a certificate derives a statement. Stateless: the same statement, certificate, lemmas and cited
 * theorems give the same answer. Trusted; the only maker of a {@link Theorem}.
 */
public final class Checker {
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;

    /**
     * @param lemmas   the named lemmas that may be used without proof, by id
     * @param theorems theorems that may be cited, by id
     */
    public Checker(Map<String, Statement> lemmas, Map<String, Theorem> theorems) {
        this.lemmas = Map.copyOf(lemmas);
        this.theorems = Map.copyOf(theorems);
    }

    /** What came of a check. */
    public sealed interface Result {
        record Proved(Theorem theorem) implements Result {
        }

        /** @param step the number of the first wrong step; 0 when the certificate as a whole does not fit */
        record Rejected(int step, String rule, String message) implements Result {
        }
    }

    /** The names of all kernel rules. */
    public static List<String> rules() {
        return Rules.names();
    }

    public Result check(Statement statement, Certificate certificate) {
        SortedSet<String> lemmasUsed = new TreeSet<>();
        List<Line> lines = new ArrayList<>();
        try {
            if (!certificate.claim().equals(statement.id())) throw new Rejection("it is a certificate of " + certificate.claim());
            if (certificate.steps().isEmpty()) throw new Rejection("it has no steps");
            WellFormed.signature(statement.signature());
            WellFormed terms = new WellFormed(statement.signature(), List.of());
            for (Hypothesis hypothesis : statement.hypotheses()) terms.check(hypothesis.asFormula());
            terms.check(statement.conclusion());
        } catch (Rejection | IllTyped e) {
            return new Result.Rejected(0, "statement", e.getMessage());
        }
        for (Certificate.Step step : certificate.steps()) {
            Result.Rejected rejected = checkStep(statement, step, lines, lemmasUsed);
            if (rejected != null) return rejected;
        }
        Certificate.Step last = certificate.steps().getLast();
        if (!last.fixed().isEmpty() || !last.assumed().isEmpty() || !Alpha.same(last.conclusion(), statement.conclusion()))
            return new Result.Rejected(last.number(), last.rule(), "the last step does not state the claim");
        return new Result.Proved(new Theorem(statement, lemmasUsed, lines.size()));
    }

    /** Appends the checked line, or says what is wrong with it. */
    private Result.Rejected checkStep(Statement statement, Certificate.Step step, List<Line> lines, Set<String> lemmasUsed) {
        try {
            if (step.number() != lines.size() + 1) throw new Rejection("step " + (lines.size() + 1) + " is missing");
            wellFormed(statement, step);
            Rule rule = Rules.named(step.rule()).orElseThrow(() -> new Rejection("there is no such rule; the rules are " + Rules.names()));
            List<Line> premises = new ArrayList<>();
            for (int number : step.premises()) {
                if (number < 1 || number > lines.size()) throw new Rejection("premise " + number + " is not an earlier step");
                premises.add(lines.get(number - 1));
            }
            boolean opensScope = rule instanceof LogicRules.Generalise || rule instanceof LogicRules.Induction || rule instanceof LogicRules.Cases;
            if (!opensScope) premises.forEach(premise -> requireScope(step, premise.step()));
            Setting setting = new Setting(statement, step, premises, lemmas, theorems);
            Set<String> now = rule.check(setting);
            lemmasUsed.addAll(setting.lemmasUsed);
            lines.add(new Line(step, now));
            return null;
        } catch (Rejection | IllTyped e) {
            return new Result.Rejected(step.number(), step.rule(), e.getMessage());
        } catch (ArithmeticException e) {
            return new Result.Rejected(step.number(), step.rule(), "arithmetic fails: " + e.getMessage());
        }
    }

    private static void wellFormed(Statement statement, Certificate.Step step) {
        Set<String> names = new TreeSet<>();
        for (Declaration declaration : statement.signature().declarations()) names.add(declaration.name());
        for (Range range : step.fixed()) if (!names.add(range.index())) throw new Rejection("the name " + range.index() + " is taken");
        Set<String> hypotheses = new TreeSet<>();
        for (Hypothesis hypothesis : statement.hypotheses()) hypotheses.add(hypothesis.name());
        WellFormed terms = new WellFormed(statement.signature(), List.of()).within(step.fixed());
        for (Certificate.Assumption assumption : step.assumed()) {
            if (!hypotheses.add(assumption.name())) throw new Rejection("the assumption " + assumption.name() + " has the name of another");
            terms.check(assumption.formula());
        }
        terms.check(step.conclusion());
        step.arguments().forEach((name, term) -> {
            if (name.equals("context")) terms.checkContext(term);
            else if (!step.rule().equals("rewrite")) terms.check(term);
        });
    }

    /** A premise may be used where everything that it fixes and assumes is fixed and assumed. */
    private static void requireScope(Certificate.Step step, Certificate.Step premise) {
        for (Range range : premise.fixed())
            if (step.fixed().stream().noneMatch(ours -> Alpha.same(ours, range)))
                throw new Rejection("premise " + premise.number() + " fixes " + range + ", which this step does not");
        if (!new java.util.HashSet<>(step.assumed()).containsAll(premise.assumed()))
            throw new Rejection("premise " + premise.number() + " assumes something that this step does not");
    }
}
