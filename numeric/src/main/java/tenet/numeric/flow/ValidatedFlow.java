package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Dual;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Series;
import tenet.numeric.algebra.TaylorSeries;
import tenet.numeric.evaluation.EnclosedSeries;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * Boxes that every motion from the exact start of an instance is proved to pass.
 *
 * <p>Contract: if a step succeeds, every solution of the equations of motion that is in the box before the step exists
 * to the step's end, stays in the step's tube and ends in the box after it. Method: an a-priori enclosure B with
 * {@code X + [0,h] F(B)} in the interior of B (so no solution leaves B), then Taylor's formula with the coefficients
 * from interval series at X and the remainder from those on the tube. Axis-parallel boxes widen like
 * {@code exp(|J| t)} even where the motion contracts; when they become too wide, the enclosure is computed again with
 * the mean-value form in turning parallelepipeds, at (dimension + 1) times the cost. Both are for thin starts and
 * moderate times. Cost per step: about order^3/3 products per product in F.
 *
 * <p>Source: Moore, Interval Analysis (1966), chapters 10-11; Lohner (1987); Nedialkov, Jackson and Corliss, Appl.
 * Math. Comput. 105 (1999).
 */
public final class ValidatedFlow {
    private static final int PICARD_TRIES = 6;
    private static final double SMALLEST_STEP = 1e-9;
    private static final double WORTH_TURNING = 1e-7;

    private final VectorField field;
    private final Settings settings;
    private final State<Interval> start;
    private final Optional<EnclosedSeries> series;

    /**
     * @param order   of the Taylor polynomial, 10 to 15 is usual
     * @param error   allowed per step for the remainder, relative to the larger of 1 and the magnitude of the box
     * @param width   a box with a wider side ends the enclosure
     * @param steps   at most
     * @param seconds of computing, at most
     */
    public record Settings(int order, double error, double width, int steps, double seconds) {
        public static final Settings DEFAULT = new Settings(12, 1e-16, 1, 2_000, 10);
    }

    public ValidatedFlow(VectorField field) {
        this(field, Settings.DEFAULT);
    }

    public ValidatedFlow(VectorField field, Settings settings) {
        this.field = field;
        this.settings = settings;
        this.start = State.of(new Intervals(), field.instance());
        this.series = compiled(field);
    }

    private static Optional<EnclosedSeries> compiled(VectorField field) {
        try {
            return field.series();
        } catch (NoValue constant) {
            // A constant part has no value: the interpreter will say so when it is met.
            return Optional.empty();
        }
    }

    /** Encloses the motion at the given times, which are positive and ascending, and at every step between. */
    public Enclosure at(List<Double> times) {
        long began = System.nanoTime();
        if (series.isPresent()) {
            // Slopes are cheap here, so that turning pays at once.
            Enclosure turning = run(times, true, began);
            if (turning.failure().isEmpty()) return turning;
            Enclosure plain = run(times, false, began);
            return plain.end() > turning.end() ? plain : turning;
        }
        Enclosure plain = run(times, false, began);
        // Only width is helped by turning; a motion that escapes is not.
        if (plain.failure().filter(failure -> failure.width() > WORTH_TURNING).isEmpty()) return plain;
        Enclosure turning = run(times, true, began);
        return turning.end() > plain.end() ? turning : plain;
    }

    private Enclosure run(List<Double> times, boolean turning, long began) {
        double time = 0;
        List<Interval> box = field.start(new Intervals());
        Optional<Parallelepiped> set = turning ? Optional.of(Parallelepiped.of(box)) : Optional.empty();
        double unit = unit(box);
        List<Enclosure.Stage> stages = new ArrayList<>(List.of(new Enclosure.Stage(0, box, 0, box)));
        double wanted = Double.POSITIVE_INFINITY;
        for (double goal : times) {
            if (!(goal > time) || Double.isInfinite(goal)) throw new IllegalArgumentException("the times must be positive, finite and ascending: " + times);
            while (time < goal) {
                Optional<Step> next = Optional.empty();
                String reason = "no step longer than " + SMALLEST_STEP + " could be enclosed";
                if (stages.size() > settings.steps()) reason = "no more than " + settings.steps() + " steps are allowed";
                else if ((System.nanoTime() - began) * 1e-9 > settings.seconds())
                    reason = "no more than " + settings.seconds() + " s of computing are allowed";
                else {
                    try {
                        next = step(box, set, time, goal, wanted);
                    } catch (NoValue noValue) {
                        reason = noValue.getMessage();
                    }
                }
                if (next.isPresent() && !(widest(next.get().box()) <= settings.width())) {
                    next = Optional.empty();
                    reason = "the enclosure became wider than " + settings.width();
                }
                if (next.isEmpty())
                    return enclosure(stages, Optional.of(new Enclosure.Failure(reason, time, widest(box), widest(box) / unit)));
                Step done = next.get();
                stages.add(new Enclosure.Stage(done.time(), done.box(), time, done.tube()));
                wanted = done.suggested();
                time = done.time();
                box = done.box();
                set = done.set();
            }
        }
        return enclosure(stages, Optional.empty());
    }

    private Enclosure enclosure(List<Enclosure.Stage> stages, Optional<Enclosure.Failure> failure) {
        return new Enclosure(field, start, List.copyOf(stages), failure);
    }

    private record Step(double time, List<Interval> box, Optional<Parallelepiped> set, List<Interval> tube, double suggested) {
    }

    private Optional<Step> step(List<Interval> box, Optional<Parallelepiped> set, double time, double goal, double wanted) {
        List<List<Interval>> coefficients = coefficients(box, settings.order());
        double first = magnitude(coefficients.get(1));
        double h = Math.min(wanted, Math.min(goal - time, 2 * Math.max(1e-3, magnitude(box)) / Math.max(first, 1e-30)));
        double limit = settings.error() * Math.max(1, magnitude(box));
        while (h >= Math.min(SMALLEST_STEP, goal - time)) {
            // A little longer than the step, for the rounding of its end.
            double covered = h * (1 + 1e-10);
            Optional<List<Interval>> tube = tube(box, covered);
            Optional<List<Interval>> remainder = tube.flatMap(this::remainder);
            double size = remainder.map(ValidatedFlow::magnitude).orElse(Double.POSITIVE_INFINITY);
            double best = size == 0 ? Double.POSITIVE_INFINITY : 0.9 * Math.pow(limit / size, 1.0 / (settings.order() + 1));
            if (best < h / 4) {
                h /= 4;
                continue;
            }
            // The enclosure holds for every shorter step too.
            double taken = Math.min(h, best);
            double end = taken >= goal - time ? goal : time + taken;
            Interval length = Interval.of(end).minus(Interval.of(time));
            if (length.high() > covered || end == time) {
                h /= 2;
                continue;
            }
            double suggested = best > h ? 2 * h : best;
            List<Interval> plain = sum(coefficients, remainder.get(), length);
            if (set.isEmpty()) return Optional.of(new Step(end, plain, set, tube.get(), suggested));
            Parallelepiped moved = meanValue(set.get(), box, remainder.get(), length);
            return Optional.of(new Step(end, intersection(plain, moved.box()), Optional.of(moved), tube.get(), suggested));
        }
        return Optional.empty();
    }

    /** A box that contains every solution from the given box over times 0 to h, when one is found. */
    private Optional<List<Interval>> tube(List<Interval> box, double h) {
        Interval whole = new Interval(0, h);
        List<Interval> image = picard(box, box, whole);
        for (int i = 0; i < PICARD_TRIES; i++) {
            List<Interval> guess = new ArrayList<>(box.size());
            double spread = 1e-18 + 1e-12 * magnitude(box);
            for (int k = 0; k < box.size(); k++) {
                Interval side = image.get(k).hull(box.get(k));
                if (!side.isFinite()) return Optional.empty();
                double margin = spread + 0.2 * side.width();
                guess.add(side.plus(new Interval(-margin, margin)));
            }
            try {
                image = picard(box, guess, whole);
            } catch (NoValue outside) {
                // The guess leaves the domain of the velocity: a shorter step may not.
                return Optional.empty();
            }
            if (inside(image, guess)) return Optional.of(image);
        }
        return Optional.empty();
    }

    private List<Interval> picard(List<Interval> box, List<Interval> guess, Interval time) {
        List<Interval> velocity = series.isPresent() ? expanded(guess, 1).get(1) : field.velocity(start, guess);
        List<Interval> image = new ArrayList<>(box.size());
        for (int k = 0; k < box.size(); k++) image.add(box.get(k).plus(time.times(velocity.get(k))));
        return image;
    }

    private static boolean inside(List<Interval> inner, List<Interval> outer) {
        for (int k = 0; k < inner.size(); k++)
            if (!(outer.get(k).low() < inner.get(k).low() && inner.get(k).high() < outer.get(k).high())) return false;
        return true;
    }

    /** The Taylor coefficient of order + 1 over the tube; empty when it has no finite enclosure. */
    private Optional<List<Interval>> remainder(List<Interval> tube) {
        try {
            List<Interval> last = coefficients(tube, settings.order() + 1).getLast();
            for (Interval side : last) if (!side.isFinite()) return Optional.empty();
            return Optional.of(last);
        } catch (NoValue kink) {
            // Not smooth somewhere on this tube; a shorter one may avoid the place.
            return Optional.empty();
        }
    }

    /** The Taylor coefficients of the solutions through the box, from power 0: {@code x_(k+1) = f(x)_k / (k+1)}. */
    private List<List<Interval>> coefficients(List<Interval> box, int order) {
        return series.isPresent() ? expanded(box, order) : coefficients(new Intervals(), box, order);
    }

    private List<List<Interval>> expanded(List<Interval> box, int order) {
        EnclosedSeries.Expansion expansion = series.orElseThrow().expand(box, order, false);
        List<List<Interval>> coefficients = new ArrayList<>(order + 1);
        coefficients.add(box);
        for (int k = 1; k <= order; k++) {
            List<Interval> power = new ArrayList<>(box.size());
            for (int i = 0; i < box.size(); i++) power.add(expansion.coefficient(k, i));
            coefficients.add(power);
        }
        return coefficients;
    }

    private <E> List<List<E>> coefficients(Algebra<E> base, List<E> box, int order) {
        List<List<E>> coefficients = new ArrayList<>(List.of(box));
        for (int k = 0; k < order; k++) {
            TaylorSeries<E> algebra = new TaylorSeries<>(base, k);
            List<Series<E>> point = new ArrayList<>(box.size());
            for (int i = 0; i < box.size(); i++) {
                List<E> series = new ArrayList<>(k + 1);
                for (List<E> coefficient : coefficients) series.add(coefficient.get(i));
                point.add(new Series<>(series));
            }
            List<Series<E>> velocity = field.velocity(State.of(algebra, field.instance()), point);
            E divisor = base.of(Rational.of(k + 1));
            List<E> next = new ArrayList<>(box.size());
            for (Series<E> component : velocity) next.add(base.divide(component.coefficient(k), divisor));
            coefficients.add(next);
        }
        return coefficients;
    }

    /** The mean-value form: the center moves by its own series, the rest by the slopes of the polynomial over the box. */
    private Parallelepiped meanValue(Parallelepiped set, List<Interval> box, List<Interval> remainder, Interval h) {
        List<Interval> image = sum(coefficients(set.center(), settings.order()), remainder, h);
        // The segments from the center to the points of the box must lie where the slopes hold.
        List<Interval> around = new ArrayList<>(box.size());
        for (int i = 0; i < box.size(); i++) around.add(box.get(i).hull(set.center().get(i)));
        return set.moved(image, slopes(around, h));
    }

    /** The derivative of the Taylor polynomial at time h with respect to its start, over the box. */
    private Value.Matrix<Interval> slopes(List<Interval> box, Interval h) {
        int n = box.size();
        if (series.isPresent()) {
            EnclosedSeries.Expansion expansion = series.get().expand(box, settings.order(), true);
            List<Interval> entries = new ArrayList<>(n * n);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) {
                    Interval sum = Interval.ZERO;
                    for (int k = settings.order(); k >= 0; k--) sum = expansion.slope(k, i, j).plus(h.times(sum));
                    entries.add(sum);
                }
            return new Value.Matrix<>(n, n, entries);
        }
        Duals<Interval> duals = new Duals<>(new Intervals(), n);
        List<Dual<Interval>> start = new ArrayList<>(n);
        for (int i = 0; i < n; i++) start.add(duals.variable(box.get(i), i));
        List<List<Dual<Interval>>> coefficients = coefficients(duals, start, settings.order());
        List<Interval> entries = new ArrayList<>(n * n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                Interval sum = Interval.ZERO;
                for (List<Dual<Interval>> coefficient : coefficients.reversed()) sum = coefficient.get(i).slopes().get(j).plus(h.times(sum));
                entries.add(sum);
            }
        return new Value.Matrix<>(n, n, entries);
    }

    /** Both enclose the same points, so the boxes meet. */
    private static List<Interval> intersection(List<Interval> a, List<Interval> b) {
        List<Interval> both = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++)
            both.add(new Interval(Math.max(a.get(i).low(), b.get(i).low()), Math.min(a.get(i).high(), b.get(i).high())));
        return both;
    }

    /** The Taylor polynomial and its remainder, by Horner's rule. */
    private static List<Interval> sum(List<List<Interval>> coefficients, List<Interval> remainder, Interval h) {
        List<Interval> sum = new ArrayList<>(remainder);
        for (List<Interval> coefficient : coefficients.reversed())
            for (int i = 0; i < sum.size(); i++) sum.set(i, coefficient.get(i).plus(h.times(sum.get(i))));
        return sum;
    }

    /** The width of a box, or one rounding error when it is thin. */
    static double unit(List<Interval> box) {
        return Math.max(widest(box), Math.ulp(Math.max(1, magnitude(box))));
    }

    static double widest(List<Interval> box) {
        double widest = 0;
        for (Interval side : box) widest = Math.max(widest, side.width());
        return widest;
    }

    private static double magnitude(List<Interval> box) {
        double magnitude = 0;
        for (Interval side : box) magnitude = Math.max(magnitude, side.magnitude());
        return magnitude;
    }
}
