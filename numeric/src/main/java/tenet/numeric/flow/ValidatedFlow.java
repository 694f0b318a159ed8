package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Series;
import tenet.numeric.algebra.TaylorSeries;
import tenet.numeric.evaluation.State;

/**
 * Boxes that every motion from the exact start of an instance is proved to pass.
 *
 * <p>Contract: if a step succeeds, every solution of the equations of motion that is in the box before the step exists
 * to the step's end, stays in the step's tube and ends in the box after it. Method: an a-priori enclosure B with
 * {@code X + [0,h] F(B)} in the interior of B (so no solution leaves B), then Taylor's formula with the coefficients
 * from interval series at X and the remainder from those on the tube. Boxes are axis-parallel, so widths grow at least
 * like {@code exp(|J| t)}: for thin starts and moderate times. Cost per step: about order^3/3 products per product in F.
 *
 * <p>Source: Moore, Interval Analysis (1966), chapters 10-11; Nedialkov, Jackson and Corliss, Appl. Math. Comput. 105
 * (1999).
 */
public final class ValidatedFlow {
    private static final int PICARD_TRIES = 6;
    private static final double SMALLEST_STEP = 1e-9;

    private final VectorField field;
    private final Settings settings;
    private final State<Interval> start;

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
    }

    /** Encloses the motion at the given times, which are positive and ascending, and at every step between. */
    public Enclosure at(List<Double> times) {
        long began = System.nanoTime();
        double time = 0;
        List<Interval> box = field.start(new Intervals());
        double unit = Math.max(widest(box), Math.ulp(Math.max(1, magnitude(box))));
        List<Enclosure.Stage> stages = new ArrayList<>(List.of(new Enclosure.Stage(0, box, 0, box)));
        double step = Double.POSITIVE_INFINITY;
        for (double goal : times) {
            if (!(goal > time) || Double.isInfinite(goal)) throw new IllegalArgumentException("the times must be positive, finite and ascending: " + times);
            while (time < goal) {
                Optional<String> reason = Optional.empty();
                Optional<Step> next = Optional.empty();
                if (stages.size() > settings.steps()) reason = Optional.of("no more than " + settings.steps() + " steps are allowed");
                else if ((System.nanoTime() - began) * 1e-9 > settings.seconds())
                    reason = Optional.of("no more than " + settings.seconds() + " s of computing are allowed");
                else {
                    try {
                        next = step(box, time, goal, step);
                        if (next.isEmpty()) reason = Optional.of("no step longer than " + SMALLEST_STEP + " could be enclosed");
                    } catch (NoValue noValue) {
                        reason = Optional.of(noValue.getMessage());
                    }
                }
                if (next.isPresent() && !(widest(next.get().box()) <= settings.width()))
                    reason = Optional.of("the enclosure became wider than " + settings.width());
                if (reason.isPresent())
                    return enclosure(stages, Optional.of(new Enclosure.Failure(reason.get(), time, widest(box), widest(box) / unit)));
                Step done = next.get();
                stages.add(new Enclosure.Stage(done.time(), done.box(), time, done.tube()));
                // The last step before a goal is shortened: what it could have been guides the next.
                step = done.suggested();
                time = done.time();
                box = done.box();
            }
        }
        return enclosure(stages, Optional.empty());
    }

    private Enclosure enclosure(List<Enclosure.Stage> stages, Optional<Enclosure.Failure> failure) {
        return new Enclosure(field, start, List.copyOf(stages), failure);
    }

    private record Step(double time, List<Interval> box, List<Interval> tube, double suggested) {
    }

    private Optional<Step> step(List<Interval> box, double time, double goal, double wanted) {
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
            return Optional.of(new Step(end, sum(coefficients, remainder.get(), length), tube.get(), suggested));
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
        List<Interval> velocity = field.velocity(start, guess);
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
        List<List<Interval>> coefficients = new ArrayList<>(List.of(box));
        for (int k = 0; k < order; k++) {
            TaylorSeries<Interval> algebra = new TaylorSeries<>(new Intervals(), k);
            List<Series<Interval>> point = new ArrayList<>(box.size());
            for (int i = 0; i < box.size(); i++) {
                List<Interval> series = new ArrayList<>(k + 1);
                for (List<Interval> coefficient : coefficients) series.add(coefficient.get(i));
                point.add(new Series<>(series));
            }
            List<Series<Interval>> velocity = field.velocity(State.of(algebra, field.instance()), point);
            Interval divisor = Interval.of(k + 1);
            List<Interval> next = new ArrayList<>(box.size());
            for (Series<Interval> component : velocity) next.add(component.coefficient(k).divide(divisor));
            coefficients.add(next);
        }
        return coefficients;
    }

    /** The Taylor polynomial and its remainder, by Horner's rule. */
    private static List<Interval> sum(List<List<Interval>> coefficients, List<Interval> remainder, Interval h) {
        List<Interval> sum = new ArrayList<>(remainder);
        for (List<Interval> coefficient : coefficients.reversed())
            for (int i = 0; i < sum.size(); i++) sum.set(i, coefficient.get(i).plus(h.times(sum.get(i))));
        return sum;
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
