package tenet.properties.construction;

import java.util.LinkedHashMap;
import java.util.Map;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * {@code x = s^(2/L - 1)}: such an equation holds exactly where the power is rational. A positive number s that has no such
 * power gives way to a power of itself that has one.
 */
final class RationalPowers implements HypothesisConstructor {
    private static final int MOST_DEGREE = 8;
    private static final Rationals RATIONALS = new Rationals();

    @Override
    public String name() {
        return "numbers with rational powers";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> hasPower(clause.relation().left()) || hasPower(clause.relation().right()));
    }

    private static boolean hasPower(Term term) {
        return isPower(term) || term.children().stream().anyMatch(RationalPowers::hasPower);
    }

    /** A power of a bare number whose exponent may be a fraction. */
    private static boolean isPower(Term term) {
        return term instanceof Term.Apply(Operator operator, var arguments, Sort sort) && operator == Operator.POWER && sort.isScalar()
                && arguments.getFirst() instanceof Term.Symbol
                && !(arguments.get(1) instanceof Term.Number(Rational exponent) && exponent.isInteger());
    }

    @Override
    public void construct(Draft draft) {
        Map<Member, Integer> degrees = new LinkedHashMap<>();
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Formula.Relation relation = ground.relation();
                collect(relation.left(), draft, degrees);
                collect(relation.right(), draft, degrees);
            }
        });
        degrees.forEach((member, degree) -> {
            Member.Entry entry = new Member.Entry(member, 0);
            Rational number = draft.number(entry);
            if (number.signum() > 0 && degree > 1 && degree <= MOST_DEGREE && draft.isFree(entry)) draft.set(entry, number.power(degree));
        });
    }

    /** By number, the least degree such that its power of that degree does; one where it does itself. */
    private static void collect(Term term, Draft draft, Map<Member, Integer> degrees) {
        if (isPower(term)) {
            var arguments = ((Term.Apply) term).arguments();
            draft.member(arguments.getFirst()).ifPresent(member -> {
                try {
                    Rational exponent = draft.exact().evaluate(arguments.get(1)).entries().getFirst();
                    int degree = exponent.denominator().bitLength() > 8 || hasRoot(draft.number(new Member.Entry(member, 0)), exponent) ? 1 : exponent.denominator().intValue();
                    degrees.merge(member, degree, (a, b) -> a * b / gcd(a, b));
                } catch (NoValue unknown) {
                    // Bound indices, or an exponent that is no number yet.
                }
            });
        }
        term.children().forEach(child -> collect(child, draft, degrees));
    }

    private static boolean hasRoot(Rational number, Rational exponent) {
        try {
            RATIONALS.power(number, exponent);
            return true;
        } catch (NotRepresentable irrational) {
            return false;
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
