package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            private static final Pattern UNNEEDED = Pattern.compile("premise ([0-9]+) is not needed");

            /** The premise that the step should leave out, when that is what is wrong. */
            public OptionalInt unneededPremise() {
                Matcher matcher = UNNEEDED.matcher(message);
                return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
            }
        }
    }

    /** The names of all kernel rules. */
    public static List<String> rules() {
        return Rules.names();
    }

    public Result check(Statement statement, Certificate certificate) {
        if (!certificate.claim().equals(statement.id())) return new Result.Rejected(0, "statement", "it is a certificate of " + certificate.claim());
        Draft draft = new Draft(statement);
        for (Certificate.Step step : certificate.steps()) {
            Optional<Result.Rejected> rejected = draft.add(step);
            if (rejected.isPresent()) return rejected.get();
        }
        return draft.finish();
    }

    /** A derivation in the making, checked step by step; searches use it to try steps. */
    public final class Draft {
        private final Statement statement;
        private final List<Line> lines = new ArrayList<>();
        private final SortedSet<String> lemmasUsed = new TreeSet<>();
        private final Optional<Result.Rejected> unfit;

        public Draft(Statement statement) {
            this.statement = statement;
            this.unfit = unfit(statement);
        }

        public int size() {
            return lines.size();
        }

        /** The steps so far. */
        public List<Certificate.Step> steps() {
            return lines.stream().map(Line::step).toList();
        }

        /** Whether a checked step holds at every time, resting on no hypothesis about the present. */
        public boolean always(int number) {
            return lines.get(number - 1).always();
        }

        /** Appends the step if it is right; otherwise says what is wrong with it and stays as it was. */
        public Optional<Result.Rejected> add(Certificate.Step step) {
            if (unfit.isPresent()) return unfit;
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
                return Optional.empty();
            } catch (Rejection | IllTyped | ArithmeticException e) {
                return Optional.of(new Result.Rejected(step.number(), step.rule(), e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                // A step made up to break the checker is a wrong step.
                return Optional.of(new Result.Rejected(step.number(), step.rule(), "it cannot be checked: " + e));
            }
        }

        /** A theorem, if the last step states the claim. */
        public Result finish() {
            if (unfit.isPresent()) return unfit.get();
            if (lines.isEmpty()) return new Result.Rejected(0, "statement", "it has no steps");
            Certificate.Step last = lines.getLast().step();
            if (!last.fixed().isEmpty() || !last.assumed().isEmpty() || !Alpha.same(last.conclusion(), statement.conclusion()))
                return new Result.Rejected(last.number(), last.rule(), "the last step does not state the claim");
            return new Result.Proved(new Theorem(statement, lemmasUsed, lines.size()));
        }
    }

    static Optional<Result.Rejected> unfit(Statement statement) {
        try {
            WellFormed.signature(statement.signature());
            WellFormed terms = new WellFormed(statement.signature(), List.of());
            for (Hypothesis hypothesis : statement.hypotheses()) terms.check(hypothesis.asFormula());
            terms.check(statement.conclusion());
            return Optional.empty();
        } catch (Rejection | IllTyped e) {
            return Optional.of(new Result.Rejected(0, "statement", e.getMessage()));
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
        boolean imports = step.rule().equals("lemma") || step.rule().equals("theorem");
        step.arguments().forEach((name, term) -> {
            if (name.equals("context")) terms.checkContext(term);
            else if (!step.rule().equals("rewrite")) terms.binding(imports ? Certificate.indices(name) : List.of()).check(term);
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
