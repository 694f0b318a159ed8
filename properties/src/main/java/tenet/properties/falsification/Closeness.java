package tenet.properties.falsification;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Outcome;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * How close the sides of an inequality are, as a share of all their summands: of {@code a >= b - c} with positive a, b and c it is
 * {@code (a - b + c)/(a + b + c)}. Unlike a share of the larger side it does not rise while the sides approach one another,
 * also where one of them changes its sign in between; so a search that follows it is not held up there.
 */
final class Closeness {
    private Closeness() {
    }

    /** Between -1 and 1, and 1 where all summands are zero; empty for relations of matrices and where a summand has no value. */
    static OptionalDouble of(Outcome<Double> outcome, Evaluation<Double> here) {
        if (outcome.deciding().isEmpty() || !Double.isFinite(outcome.margin())) return OptionalDouble.empty();
        Outcome.Deciding<Double> deciding = outcome.deciding().get();
        if (!deciding.relation().left().sort().isScalar() || !deciding.relation().right().sort().isScalar()) return OptionalDouble.empty();
        Map<String, Term> indices = deciding.at().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Term.number(entry.getValue())));
        try {
            Formula.Relation relation = (Formula.Relation) Formula.substitute(new Substitution(indices), deciding.relation());
            double size = size(relation.left(), here) + size(relation.right(), here);
            return !Double.isFinite(size) ? OptionalDouble.empty() : OptionalDouble.of(size == 0 ? 1 : outcome.margin() / size);
        } catch (NoValue | IllTyped none) {
            return OptionalDouble.empty();
        }
    }

    private static double size(Term term, Evaluation<Double> here) {
        if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored)
                && (operator == Operator.ADD || operator == Operator.NEGATE))
            return arguments.stream().mapToDouble(summand -> size(summand, here)).sum();
        return Math.abs(here.evaluate(term).entries().getFirst());
    }
}
