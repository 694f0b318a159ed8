package tenet.properties.falsification;

import java.util.Map;
import tenet.numeric.algebra.Interval;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/** A relation of the conclusion, at values of its indices, with what its two sides come to. */
public record Sides(Formula.Relation relation, Map<String, Long> at, Measured left, Measured right) {
    public Sides {
        at = Map.copyOf(at);
    }

    /** The value of a side: known exactly, or to lie in a box. */
    public sealed interface Measured {
        record Exact(Value<Rational> value) implements Measured {
        }

        record Enclosed(Value<Interval> value) implements Measured {
        }

        /** The largest magnitude of an entry. */
        default double magnitude() {
            return switch (this) {
                case Exact(Value<Rational> value) -> value.entries().stream().mapToDouble(entry -> Math.abs(entry.toDouble())).max().orElse(0);
                case Enclosed(Value<Interval> value) -> value.entries().stream().mapToDouble(Interval::magnitude).max().orElse(0);
            };
        }

        /** The number in a scalar (the midpoint of its box); NaN for matrices. */
        default double number() {
            return switch (this) {
                case Exact(Value<Rational> value) -> value.isNumber() ? value.entries().getFirst().toDouble() : Double.NaN;
                case Enclosed(Value<Interval> value) -> value.isNumber() ? middle(value.entries().getFirst()) : Double.NaN;
            };
        }
    }

    private static double middle(Interval interval) {
        return interval.low() / 2 + interval.high() / 2;
    }

    static Sides exact(Outcome.Deciding<Rational> deciding) {
        return new Sides(deciding.relation(), deciding.at(), new Measured.Exact(deciding.left()), new Measured.Exact(deciding.right()));
    }

    static Sides enclosed(Outcome.Deciding<Interval> deciding) {
        return new Sides(deciding.relation(), deciding.at(), new Measured.Enclosed(deciding.left()), new Measured.Enclosed(deciding.right()));
    }

    /** Of numbers that are rounded: boxes of no width around them. */
    static Sides rounded(Outcome.Deciding<Double> deciding) {
        return new Sides(deciding.relation(), deciding.at(), new Measured.Enclosed(deciding.left().map(Interval::of)),
                new Measured.Enclosed(deciding.right().map(Interval::of)));
    }

    /**
     * The margin as a share of the larger side, between -2 and 2, computed exactly where the sides are exact; the margin
     * itself where both sides are zero or unbounded.
     */
    double relative(double margin) {
        if (left instanceof Measured.Exact(Value<Rational> a) && right instanceof Measured.Exact(Value<Rational> b)) {
            Rational scale = Rational.ZERO;
            Rational largest = Rational.ZERO;
            for (int i = 0; i < a.entries().size(); i++) {
                Rational x = a.entries().get(i);
                Rational y = b.entries().get(i);
                scale = larger(scale, larger(x.abs(), y.abs()));
                largest = larger(largest, x.minus(y).abs());
            }
            if (scale.isZero()) return margin;
            double share = largest.divide(scale).toDouble();
            return margin < 0 ? -share : share;
        }
        double scale = scale();
        return scale > 0 && Double.isFinite(scale) ? margin / scale : margin;
    }

    private static Rational larger(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The larger magnitude of the two sides. */
    public double scale() {
        return Math.max(left.magnitude(), right.magnitude());
    }

    /**
     * By what factor the greater side of an inequality between positive numbers exceeds the lesser: 1 is tight, 26214
     * is a bound of 2^17 against 5. NaN for any other relation.
     */
    public double slackRatio() {
        double small = switch (relation.comparison()) {
            case LESS, AT_MOST -> left.number();
            case GREATER, AT_LEAST -> right.number();
            case EQUAL, UNEQUAL -> Double.NaN;
        };
        double large = relation.comparison().holdsForSign(1) ? left.number() : right.number();
        return small > 0 && large > 0 ? large / small : Double.NaN;
    }
}
