package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenet.symbolic.algebra.Entrywise;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.Normalizer;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Meaning: a comparison of numbers follows from others. Number the negated conclusion 0 and the premises 1, 2, ...; each
 * is a term {@code g >= 0}, {@code g > 0} or {@code g = 0}. The arguments list products: {@code p1_2} with weight w
 * stands for {@code w * g1 * g2}, where w is a positive number, a square {@code q^2}, or their product; {@code p} is a
 * weight alone; {@code e3} with any multiplier m stands for {@code m * g3}, g3 from an equation. Their sum is zero
 * although every product is non-negative and one is positive: a contradiction, so the conclusion holds. A suffix
 * {@code x2}, {@code x3} tells products of the same terms apart. The first case of a linear combination is Farkas' lemma.
 *
 * <p>A premise about all indices of a range is no factor; it may tell the signs that normal forms of powers and quotients need.
 * Side conditions: a positive product consists of strict inequalities and a number alone. Failure: the sum is not
 * zero, no product is positive, a weight is neither positive nor a square, an inequality's sign is used wrongly, or a
 * premise occurs in no product. Source: Krivine 1964, Stengle 1974.
 */
record Positivstellensatz(String name) implements Rule {
    private record Constraint(Term term, Comparison kind) {
        /** What stands for a premise that tells signs alone: it cannot be a factor. */
        static final Constraint NONE = new Constraint(Term.number(0), Comparison.UNEQUAL);

        static Constraint of(Formula.Relation relation) {
            Term difference = Term.subtract(relation.left(), relation.right());
            Term opposite = Term.subtract(relation.right(), relation.left());
            return switch (relation.comparison()) {
                case GREATER, AT_LEAST -> new Constraint(difference, relation.comparison());
                case LESS, AT_MOST -> new Constraint(opposite, relation.comparison().reversed());
                case EQUAL -> new Constraint(difference, Comparison.EQUAL);
                case UNEQUAL -> throw new Rejection("an inequation has no sign");
            };
        }
    }

    @Override
    public Set<String> check(Setting setting) {
        Formula.Relation goal = setting.relation();
        if (goal.comparison() == Comparison.EQUAL || goal.comparison() == Comparison.UNEQUAL || !goal.left().sort().isScalar())
            throw new Rejection("it concludes an inequality between numbers");
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Constraint.of(new Formula.Relation(goal.comparison().negated(), goal.left(), goal.right())));
        for (int i = 0; i < setting.premises.size(); i++) {
            if (!(setting.premise(i) instanceof Formula.Relation premise)) {
                constraints.add(Constraint.NONE);
                continue;
            }
            if (!premise.left().sort().isScalar()) throw new Rejection("a premise compares matrices");
            constraints.add(Constraint.of(premise));
        }
        // The premises also tell signs, which the normal forms of powers and quotients may need.
        Facts facts = setting.facts(0);
        List<Term> summands = new ArrayList<>();
        boolean positive = false;
        boolean[] used = new boolean[constraints.size()];
        for (Map.Entry<String, Term> argument : setting.step.arguments().entrySet()) {
            List<Integer> factors = factors(argument.getKey(), constraints.size());
            Term multiplier = argument.getValue();
            if (!multiplier.sort().isScalar()) throw new Rejection("the multiplier of " + argument.getKey() + " is not a number");
            boolean equation = argument.getKey().startsWith("e");
            boolean strict = false;
            if (equation) {
                if (factors.size() != 1 || constraints.get(factors.getFirst()).kind() != Comparison.EQUAL)
                    throw new Rejection(argument.getKey() + " does not name an equation");
            } else {
                strict = isPositiveNumber(multiplier);
                if (!strict && !isWeightedSquare(multiplier)) throw new Rejection("the weight " + multiplier + " is neither positive nor a square");
                for (int factor : factors) {
                    if (constraints.get(factor).kind() == Comparison.UNEQUAL) throw new Rejection(argument.getKey() + " uses a premise that compares nothing");
                    if (constraints.get(factor).kind() == Comparison.EQUAL) throw new Rejection(argument.getKey() + " uses an equation as an inequality");
                    strict &= constraints.get(factor).kind() == Comparison.GREATER;
                }
            }
            positive |= strict;
            Term product = multiplier;
            for (int factor : factors) {
                used[factor] = true;
                product = Term.multiply(product, constraints.get(factor).term());
            }
            summands.add(product);
        }
        if (!positive) throw new Rejection("no product is positive");
        Term sum = summands.size() == 1 ? summands.getFirst() : Term.add(summands.toArray(Term[]::new));
        Term primitive = Entrywise.keepingNorms(setting.primitive(sum, facts));
        if (!new Normalizer(facts).of(primitive).isZero())
            throw new Rejection("the products do not add up to zero but to  " + new Normalizer(facts).of(primitive).toTerm(Sort.REAL));
        for (int i = 1; i < used.length; i++)
            if (!used[i] && !facts.used().contains(i - 1)) throw new Rejection("premise " + setting.premises.get(i - 1).step().number() + " is not needed");
        return Line.union(setting.premises);
    }

    private static List<Integer> factors(String name, int constraints) {
        List<Integer> factors = new ArrayList<>();
        String list = name.replaceFirst("x[0-9]+$", "");
        if (!list.matches("p([0-9]+(_[0-9]+)*)?|e[0-9]+")) throw new Rejection("'" + name + "' does not name a product");
        for (String number : list.substring(1).split("_"))
            if (!number.isEmpty()) {
                int factor = number.length() > 6 ? constraints : Integer.parseInt(number);
                if (factor >= constraints) throw new Rejection("'" + name + "' names a premise that is not there");
                factors.add(factor);
            }
        return factors;
    }

    private static boolean isPositiveNumber(Term term) {
        return term instanceof Term.Number(Rational value) && value.signum() > 0;
    }

    private static boolean isWeightedSquare(Term term) {
        return isSquare(term) || term instanceof Term.Apply(Operator operator, List<Term> factors, Sort ignored)
                && operator == Operator.MULTIPLY && factors.size() == 2 && isPositiveNumber(factors.get(0)) && isSquare(factors.get(1));
    }

    private static boolean isSquare(Term term) {
        return term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored) && operator == Operator.POWER
                && arguments.get(1).equals(Term.number(2)) && arguments.get(0).sort().isScalar();
    }
}
