package tenet.symbolic.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Intervals of terms over a box: sums, products, quotients, natural powers, absolute values, minima and maxima of numbers
 * and of terms that the box bounds. Trusted. A box gives intervals by the text of a term in normal form.
 */
public final class Enclosure {
    /** Powers are computed up to this exponent. */
    private static final int HIGHEST = 64;

    private final Map<String, Interval> box;
    private final Set<String> used = new HashSet<>();

    public Enclosure(Map<String, Interval> box) {
        this.box = box;
    }

    /** The bounded terms that mattered so far. */
    public Set<String> used() {
        return used;
    }

    /** An interval that holds the term wherever its bounded terms are in theirs; empty when none is known. */
    public Optional<Interval> of(Term term) {
        Interval known = box.get(term.toString());
        if (known != null) {
            used.add(term.toString());
            return Optional.of(known);
        }
        return switch (term) {
            case Term.Number(Rational value) -> Optional.of(Interval.point(value));
            case Term.Apply(Operator operator, List<Term> arguments, Sort sort) when sort.isScalar() -> switch (operator) {
                case ADD -> all(arguments, Interval::plus);
                case MULTIPLY -> all(arguments, Interval::times);
                case MINIMUM -> all(arguments, Interval::min);
                case MAXIMUM -> all(arguments, Interval::max);
                case NEGATE -> of(arguments.getFirst()).map(Interval::negate);
                case ABSOLUTE -> of(arguments.getFirst()).map(Interval::abs);
                case DIVIDE -> of(arguments.get(0)).flatMap(top -> of(arguments.get(1)).flatMap(Interval::inverse).map(top::times));
                case POWER -> arguments.get(1) instanceof Term.Number(Rational exponent) && exponent.isInteger()
                        && exponent.abs().compareTo(Rational.of(HIGHEST)) <= 0 ? power(of(arguments.get(0)), exponent.numerator().intValueExact()) : Optional.empty();
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    private static Optional<Interval> power(Optional<Interval> base, int exponent) {
        return base.map(b -> b.power(Math.abs(exponent))).flatMap(power -> exponent < 0 ? power.inverse() : Optional.of(power));
    }

    private Optional<Interval> all(List<Term> arguments, BinaryOperator<Interval> join) {
        Optional<Interval> result = of(arguments.getFirst());
        for (Term argument : arguments.subList(1, arguments.size()))
            result = result.flatMap(sofar -> of(argument).map(next -> join.apply(sofar, next)));
        return result;
    }
}
