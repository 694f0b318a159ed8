package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.LogarithmicForm;
import tenet.numeric.algebra.LogarithmicForms;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Matrices;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * {@code 1/2*log(x) - a*log(c) = log(b)}: an equation between sums of logarithms is solved for a number under a logarithm. Where the
 * solution is irrational, the other numbers under logarithms give way to powers of themselves.
 */
final class LogarithmicEquations implements HypothesisConstructor {
    private static final LogarithmicForms FORMS = new LogarithmicForms();
    private static final Matrices<LogarithmicForm> MATRICES = new Matrices<>(FORMS);
    /** Primes that no instance has, so that they mark the logarithm of what they stand for. */
    private static final Rational MARK = Rational.of(1_000_003);
    private static final Rational OTHER_MARK = Rational.of(1_000_033);
    private static final int MOST_DEGREE = 6;

    @Override
    public String name() {
        return "equations between logarithms";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> hasLogarithm(clause.relation()));
    }

    private static boolean hasLogarithm(Formula.Relation relation) {
        return relation.left().sort().isScalar() && (hasLogarithm(relation.left()) || hasLogarithm(relation.right()));
    }

    private static boolean hasLogarithm(Term term) {
        return term instanceof Term.Apply(Operator operator, var ignored, Sort sort) && operator == Operator.LOGARITHM
                || term.children().stream().anyMatch(LogarithmicEquations::hasLogarithm);
    }

    @Override
    public void construct(Draft draft) {
        List<Formula.Relation> relations = draft.premises().equalities().filter(clause -> hasLogarithm(clause.relation()))
                .flatMap(clause -> clause.grounds(draft.instance()).stream()).map(Clause.Ground::relation).toList();
        Map<Member.Entry, Integer> uses = new LinkedHashMap<>();
        for (Formula.Relation relation : relations) factors(relation, draft).keySet().forEach(entry -> uses.merge(entry, 1, Integer::sum));
        for (Formula.Relation relation : relations) {
            if (!holds(relation, draft.instance(), draft) && !solve(relation, uses, draft)) continue;
            Equations.free(List.of(relation.left(), relation.right()), draft).stream()
                    .filter(entry -> !holds(relation, draft.with(entry, draft.number(entry).plus(Rational.ONE)), draft)).toList().forEach(draft::settle);
        }
    }

    /** For the number that the fewest other equations speak of, as a rule. */
    private static boolean solve(Formula.Relation relation, Map<Member.Entry, Integer> uses, Draft draft) {
        Map<Member.Entry, Rational> factors = factors(relation, draft);
        List<Member.Entry> order = new ArrayList<>(factors.keySet());
        order.sort(Comparator.comparing(entry -> uses.getOrDefault(entry, 0)));
        Instance before = draft.instance();
        for (Member.Entry entry : order) {
            for (int degree = 1; degree <= MOST_DEGREE; degree++) {
                int power = degree;
                order.stream().filter(other -> power > 1 && !other.equals(entry)).forEach(other -> draft.set(other, number(before, other).power(power)));
                if (solve(entry, factors.get(entry), relation, draft)) return true;
                draft.restore(before);
            }
        }
        return false;
    }

    private static boolean solve(Member.Entry entry, Rational factor, Formula.Relation relation, Draft draft) {
        try {
            LogarithmicForm rest = FORMS.subtract(difference(relation, draft.with(entry, MARK), draft), FORMS.log(FORMS.of(MARK)).times(factor));
            draft.set(entry, FORMS.exp(rest.times(factor.inverse().negate())).number());
            return holds(relation, draft.instance(), draft);
        } catch (NoValue irrational) {
            return false;
        }
    }

    private static Rational number(Instance instance, Member.Entry entry) {
        return instance.value(entry.member().name(), entry.member().indices()).orElseThrow().entries().get(entry.position());
    }

    /** The free numbers whose logarithm is in the difference of the sides, and the rest of which does not depend on them; with its factor. */
    private static Map<Member.Entry, Rational> factors(Formula.Relation relation, Draft draft) {
        Map<Member.Entry, Rational> factors = new LinkedHashMap<>();
        for (Member.Entry entry : Equations.free(List.of(relation.left(), relation.right()), draft))
            factor(entry, relation, draft).ifPresent(factor -> factors.put(entry, factor));
        return factors;
    }

    private static Optional<Rational> factor(Member.Entry entry, Formula.Relation relation, Draft draft) {
        try {
            LogarithmicForm at = difference(relation, draft.with(entry, MARK), draft);
            Rational factor = at.logarithms().getOrDefault(MARK.numerator(), Rational.ZERO);
            LogarithmicForm moved = FORMS.subtract(at, difference(relation, draft.with(entry, OTHER_MARK), draft));
            LogarithmicForm expected = FORMS.log(FORMS.of(MARK.divide(OTHER_MARK))).times(factor);
            return factor.isZero() || !moved.equals(expected) || draft.number(entry).signum() <= 0 ? Optional.empty() : Optional.of(factor);
        } catch (NoValue other) {
            return Optional.empty();
        }
    }

    private static LogarithmicForm difference(Formula.Relation relation, Instance instance, Draft draft) {
        var forms = new Evaluation<>(draft.premises().primitives(), State.of(FORMS, instance));
        return MATRICES.number(MATRICES.subtract(forms.evaluate(relation.left()), forms.evaluate(relation.right())));
    }

    /** Whether an equation holds between sums of logarithms. */
    static boolean holds(Formula.Relation relation, Instance instance, Draft draft) {
        return hasLogarithm(relation) && new Evaluation<>(draft.premises().primitives(), State.of(FORMS, instance)).holds(relation) == tenet.numeric.evaluation.Truth.HOLDS;
    }
}
