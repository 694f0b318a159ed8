package tenet.properties.construction;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** {@code factor*x^exponent + constant = 0} with a power that may be a fraction, such as {@code x^(2/L - 1) + a*y = b}, solved for x. */
final class RealPower {
    private static final Rationals RATIONALS = new Rationals();
    private static final int LARGEST = 12;

    private RealPower() {
    }

    /** A number under a power. */
    private record Power(Member.Entry base, Rational exponent) {
    }

    /** Makes the relation true by a positive rational number; false, the draft unchanged, when there is none. */
    static boolean solve(Formula.Relation relation, Draft draft) {
        Set<Power> powers = new LinkedHashSet<>();
        collect(relation.left(), draft, powers);
        collect(relation.right(), draft, powers);
        for (Power power : powers) {
            Optional<Rational> solution = solution(power, relation, draft);
            if (solution.isPresent()) {
                draft.set(power.base(), solution.get());
                return true;
            }
        }
        return false;
    }

    private static void collect(Term term, Draft draft, Set<Power> powers) {
        if (term instanceof Term.Apply(Operator operator, var arguments, Sort sort) && operator == Operator.POWER && sort.isScalar()
                && arguments.getFirst() instanceof Term.Symbol symbol) {
            try {
                Rational exponent = draft.exact().evaluate(arguments.get(1)).entries().getFirst();
                boolean modest = exponent.numerator().bitLength() < 5 && exponent.denominator().intValueExact() <= LARGEST;
                if (!exponent.isInteger() && modest)
                    draft.member(symbol).filter(draft::isFree).ifPresent(member -> powers.add(new Power(new Member.Entry(member, 0), exponent)));
            } catch (NoValue | ArithmeticException unknown) {
                // Bound indices, or an exponent that is no number yet.
            }
        }
        term.children().forEach(child -> collect(child, draft, powers));
    }

    private static Optional<Rational> solution(Power power, Formula.Relation relation, Draft draft) {
        try {
            Rational two = Rational.of(2).power(power.exponent().denominator().intValueExact());
            Rational at = draft.difference(relation, draft.with(power.base(), Rational.ONE));
            Rational farther = draft.difference(relation, draft.with(power.base(), two));
            Rational factor = farther.minus(at).divide(RATIONALS.power(two, power.exponent()).minus(Rational.ONE));
            if (factor.isZero()) return Optional.empty();
            Rational wanted = factor.minus(at).divide(factor);
            if (wanted.signum() <= 0) return Optional.empty();
            Rational solution = RATIONALS.power(wanted, power.exponent().inverse());
            return draft.difference(relation, draft.with(power.base(), solution)).isZero() ? Optional.of(solution) : Optional.empty();
        } catch (NoValue irrational) {
            return Optional.empty();
        }
    }
}
