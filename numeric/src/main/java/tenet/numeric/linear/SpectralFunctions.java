package tenet.numeric.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.LogarithmicForms;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.TaylorSeries;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;

/**
 * The functions of a matrix that depend on its singular values alone, see {@link Operator#NUCLEAR_NORM} and those behind
 * it. Rationals: exactly where all singular values, and the value, are rational; the rank always. Intervals: enclosed.
 */
public record SpectralFunctions<E>(Algebra<E> algebra) {
    /**
     * @param exact     the matrix in rational numbers, when it is known
     * @param parameter the second argument of the operator
     * @throws Undefined        when the function has no value there
     * @throws NotRepresentable when the algebra cannot give it
     */
    @SuppressWarnings("unchecked")
    public E value(Operator function, Value.Matrix<E> matrix, Optional<Value.Matrix<Rational>> exact, Optional<Rational> parameter) {
        return switch (algebra) {
            case Doubles ignored -> value(function, (List<E>) SingularValues.of((Value.Matrix<Double>) matrix), parameter);
            case Rationals rationals -> {
                Value.Matrix<Rational> rational = (Value.Matrix<Rational>) matrix;
                if (function == Operator.RANK) yield (E) Rational.of(Rank.exact(rational));
                if (function == Operator.RANK_DISTANCE && natural(parameter) >= Rank.exact(rational)) yield (E) Rational.ZERO;
                yield value(function, (List<E>) SingularValues.exact(rational), parameter);
            }
            case Intervals ignored -> {
                if (function == Operator.RANK && exact.isPresent()) yield (E) Interval.of(Rank.exact(exact.get()));
                yield value(function, (List<E>) SingularValues.enclosed((Value.Matrix<Interval>) matrix, exact), parameter);
            }
            case LogarithmicForms ignored -> throw new NotRepresentable("singular values with logarithms");
            case PrimeField ignored -> throw new NotRepresentable("singular values in a prime field");
            case Duals<?> ignored -> throw new NotRepresentable("the slopes of singular values");
            case TaylorSeries<?> ignored -> throw new NotRepresentable("the singular values of a moving matrix");
        };
    }

    /** @param values the singular values, largest first */
    private E value(Operator function, List<E> values, Optional<Rational> parameter) {
        return switch (function) {
            case NUCLEAR_NORM -> sum(values);
            case SPECTRAL_NORM -> values.isEmpty() ? algebra.zero() : values.getFirst();
            case SCHATTEN -> schatten(values, parameter.orElseThrow());
            case SINGULAR_VALUE -> {
                int k = natural(parameter);
                if (k < 1 || k > values.size()) throw new Undefined("there is no singular value " + k + " among " + values.size());
                yield values.get(k - 1);
            }
            case RANK_DISTANCE -> {
                int rank = natural(parameter);
                yield rank >= values.size() ? algebra.zero() : schatten(values.subList(rank, values.size()), Rational.of(2));
            }
            case EFFECTIVE_RANK -> effectiveRank(values);
            case RANK -> rank(values);
            default -> throw new IllegalArgumentException(function + " is no function of the singular values");
        };
    }

    private static int natural(Optional<Rational> parameter) {
        Rational value = parameter.orElseThrow();
        if (!value.isInteger() || value.signum() < 0) throw new Undefined("a singular value or a rank of number " + value);
        return value.numerator().bitLength() > 30 ? Integer.MAX_VALUE : value.numerator().intValue();
    }

    private E sum(List<E> values) {
        E sum = algebra.zero();
        for (E value : values) sum = algebra.add(sum, value);
        return sum;
    }

    private E schatten(List<E> values, Rational p) {
        if (p.signum() <= 0) throw new Undefined("the Schatten norm of the exponent " + p + ", which is not positive");
        if (values.isEmpty()) return algebra.zero();
        // One value: no root needs to be rational.
        if (values.subList(1, values.size()).stream().allMatch(this::isZero)) return values.getFirst();
        if (p.equals(Rational.ONE)) return sum(values);
        return algebra.power(sum(values.stream().map(value -> algebra.power(value, p)).toList()), p.inverse());
    }

    private boolean isZero(E value) {
        return algebra.sign(value).orElse(1) == 0;
    }

    private E rank(List<E> values) {
        int certain = 0;
        int possible = 0;
        for (E value : values) {
            if (algebra.low(value) > 0) certain++;
            if (algebra.high(value) > 0) possible++;
        }
        E low = algebra.of(Rational.of(certain));
        return certain == possible ? low : hull(low, algebra.of(Rational.of(possible)));
    }

    @SuppressWarnings("unchecked")
    private E hull(E low, E high) {
        return (E) ((Interval) low).hull((Interval) high);
    }

    private E effectiveRank(List<E> values) {
        if (values.stream().allMatch(this::isZero)) throw new Undefined("the effective rank of a zero matrix");
        List<E> positive = values.stream().filter(value -> !isZero(value)).toList();
        if (positive.stream().allMatch(value -> isZero(algebra.subtract(value, positive.getFirst()))))
            return algebra.of(Rational.of(positive.size()));
        if (algebra instanceof Intervals) return enclosedEffectiveRank(positive);
        E total = sum(positive);
        E entropy = algebra.zero();
        for (E value : positive) {
            E share = algebra.divide(value, total);
            entropy = algebra.subtract(entropy, algebra.multiply(share, algebra.log(share)));
        }
        return algebra.exp(entropy);
    }

    @SuppressWarnings("unchecked")
    private E enclosedEffectiveRank(List<E> positive) {
        List<Interval> values = new ArrayList<>();
        for (E value : positive) values.add((Interval) value);
        if (!(values.getFirst().low() > 0)) throw new NotRepresentable("the effective rank of a matrix that may be zero");
        Interval entropy = Interval.ZERO;
        for (int k = 0; k < values.size(); k++) {
            Interval others = Interval.ZERO;
            for (int j = 0; j < values.size(); j++) if (j != k) others = others.plus(values.get(j));
            entropy = entropy.plus(information(share(values.get(k), others)));
        }
        // Between 1 and the number of values, whatever was lost in rounding.
        Interval rank = entropy.exp();
        return (E) new Interval(Math.max(1, rank.low()), Math.max(1, Math.min(values.size(), rank.high())));
    }

    /** {@code x / (x + y)} for non-negative x and y: it rises with x and falls with y. */
    private static Interval share(Interval x, Interval y) {
        double low = x.low() == 0 ? 0 : Interval.of(x.low()).divide(Interval.of(x.low()).plus(Interval.of(y.high()))).low();
        double high = x.high() == 0 ? 0 : Interval.of(x.high()).divide(Interval.of(x.high()).plus(Interval.of(y.low()))).high();
        return new Interval(Math.max(0, low), Math.min(1, high));
    }

    /** {@code -x log x} on a part of [0, 1]: it rises to 1/e at 1/e and falls after. */
    private static Interval information(Interval x) {
        Interval left = information(x.low());
        Interval right = information(x.high());
        Interval hull = left.hull(right);
        Interval peak = Interval.of(-1).exp();
        return x.high() < peak.low() || x.low() > peak.high() ? hull : hull.hull(peak);
    }

    private static Interval information(double x) {
        return x == 0 ? Interval.ZERO : Interval.of(x).times(Interval.of(x).log()).negate();
    }
}
