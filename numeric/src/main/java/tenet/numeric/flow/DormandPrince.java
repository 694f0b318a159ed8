package tenet.numeric.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.flow.DormandPrinceTableau.Weights;

/**
 * Integrates an autonomous system by Dormand and Prince's method of order 8(5,3), with error control. Of each step only
 * the point and the slope at its start are kept; what lies between is computed again when it is asked for. Of Hipparchus'
 * integrator of the same name it differs in speed alone. One object serves one thread.
 *
 * <p>Source: Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I (1993), sections II.4 and II.10.
 */
final class DormandPrince {
    private static final int STAGES = DormandPrinceTableau.STAGES;
    private static final int ALL_STAGES = DormandPrinceTableau.ALL_STAGES;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 10;
    /** Tried when a stage has no value: it lies beyond what the step should reach. */
    private static final double WITHOUT_VALUE = 0.1;
    private static final double SMALLEST_STEP = 1e-14;

    private final Velocity velocity;
    private final int dimension;
    private final double[][] slopes;
    private final double[] scratch;
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> rates = new ArrayList<>();
    /** The step whose interpolation was made last, and its coefficients. */
    private int interpolated = -1;
    private double[][] coefficients = new double[0][];

    DormandPrince(Velocity velocity, double[] start) {
        this.velocity = velocity;
        this.dimension = start.length;
        this.slopes = new double[ALL_STAGES][dimension];
        this.scratch = new double[dimension];
        times.add(0.0);
        points.add(start.clone());
    }

    /** The times between the steps, 0 first. */
    List<Double> times() {
        return List.copyOf(times);
    }

    double end() {
        return times.getLast();
    }

    /**
     * Integrates up to a time; to be called once.
     *
     * @return why it stopped before, if it did
     */
    Optional<String> run(double end, Motion.Limits limits) {
        long began = System.nanoTime();
        double[] first = new double[dimension];
        try {
            velocity.at(points.getFirst(), first);
        } catch (NoValue none) {
            return Optional.of(String.valueOf(none.getMessage()));
        }
        rates.add(first);
        if (!isFinite(first)) return Optional.of("the velocity at the start is not finite");
        double step = Math.min(end, firstStep(first, limits.tolerance()));
        Optional<String> trouble = Optional.empty();
        double[] errors = new double[dimension];
        double[] otherErrors = new double[dimension];
        boolean rejected = false;
        for (int evaluations = 2; end() < end; evaluations += STAGES) {
            double time = end();
            if (evaluations + STAGES > limits.evaluations()) return Optional.of("no more than " + limits.evaluations() + " velocities are allowed");
            if (!((System.nanoTime() - began) * 1e-9 <= limits.seconds()) || Thread.currentThread().isInterrupted())
                return Optional.of("no more than " + limits.seconds() + " s of computing are allowed");
            // A last step that is a little longer spares one that is tiny.
            boolean last = time + 1.01 * step >= end;
            if (last) step = end - time;
            if (step < Math.max(SMALLEST_STEP, 4 * Math.ulp(time)) && !last)
                return Optional.of(trouble.orElse("the motion escapes: steps near t = " + time + " fall below " + SMALLEST_STEP));
            double[] next = new double[dimension];
            double error;
            try {
                stages(points.getLast(), rates.getLast(), step, next);
                error = error(points.getLast(), next, step, limits.tolerance(), errors, otherErrors);
                trouble = Optional.empty();
            } catch (NoValue none) {
                trouble = Optional.of(String.valueOf(none.getMessage()));
                error = Double.NaN;
            }
            if (!(error <= 1)) {
                if (last && step < Math.max(SMALLEST_STEP, 4 * Math.ulp(time))) return Optional.of(trouble.orElse("the motion escapes near t = " + time));
                step *= Double.isFinite(error) ? Math.max(LEAST_FACTOR, SAFETY * Math.pow(error, -1.0 / 8)) : WITHOUT_VALUE;
                rejected = true;
                continue;
            }
            times.add(last ? end : time + step);
            points.add(next);
            rates.add(slopes[STAGES].clone());
            double factor = error == 0 ? LARGEST_FACTOR : Math.min(LARGEST_FACTOR, SAFETY * Math.pow(error, -1.0 / 8));
            step *= rejected ? Math.min(1, factor) : factor;
            rejected = false;
        }
        return Optional.empty();
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) if (!Double.isFinite(value)) return false;
        return true;
    }

    /** Fills the slopes of a step and its end, with the slope there. */
    private void stages(double[] from, double[] rate, double step, double[] to) {
        System.arraycopy(rate, 0, slopes[0], 0, dimension);
        for (int stage = 1; stage < STAGES; stage++) {
            DormandPrinceTableau.stage(stage).add(from, step, slopes, scratch);
            velocity.at(scratch, slopes[stage]);
        }
        DormandPrinceTableau.stage(STAGES).add(from, step, slopes, to);
        velocity.at(to, slopes[STAGES]);
    }

    /** At most 1 when the step is good enough; not finite when a number is not. */
    private double error(double[] from, double[] to, double step, double tolerance, double[] fifth, double[] third) {
        sum(DormandPrinceTableau.fifthOrderError(), fifth);
        sum(DormandPrinceTableau.thirdOrderError(), third);
        double squares5 = 0;
        double squares3 = 0;
        for (int i = 0; i < dimension; i++) {
            double weight = 1 / (tolerance + tolerance * Math.max(Math.abs(from[i]), Math.abs(to[i])));
            squares5 += fifth[i] * weight * (fifth[i] * weight);
            squares3 += third[i] * weight * (third[i] * weight);
        }
        if (squares5 == 0 && squares3 == 0) return isFinite(to) ? 0 : Double.NaN;
        double error = step * squares5 / Math.sqrt((squares5 + 0.01 * squares3) * dimension);
        return isFinite(to) && isFinite(slopes[STAGES]) ? error : Double.NaN;
    }

    private void sum(Weights weights, double[] to) {
        Arrays.fill(to, 0);
        weights.add(to, 1, slopes, to);
    }

    /** A step of which the first terms of the expansion say that it will do. */
    private double firstStep(double[] rate, double tolerance) {
        double[] point = points.getFirst();
        double size = norm(point, point, tolerance);
        double speed = norm(rate, point, tolerance);
        double guess = size < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * size / speed;
        for (int i = 0; i < dimension; i++) scratch[i] = point[i] + guess * rate[i];
        try {
            velocity.at(scratch, slopes[1]);
        } catch (NoValue none) {
            return guess;
        }
        for (int i = 0; i < dimension; i++) slopes[1][i] -= rate[i];
        double bend = norm(slopes[1], point, tolerance) / guess;
        double largest = Math.max(speed, bend);
        double step = largest <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : Math.pow(0.01 / largest, 1.0 / 8);
        return Double.isFinite(step) ? Math.min(100 * guess, step) : guess;
    }

    private double norm(double[] values, double[] point, double tolerance) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double value = values[i] / (tolerance + tolerance * Math.abs(point[i]));
            sum += value * value;
        }
        return Math.sqrt(sum / dimension);
    }

    /** The point at a time from 0 to the end, by the interpolation of order 7. @throws NoValue as the velocity does */
    double[] at(double time) {
        if (!(time >= 0 && time <= end())) throw new IllegalArgumentException("the trajectory is known from 0 to " + end() + ", not at " + time);
        int place = Collections.binarySearch(times, time);
        if (place >= 0) return points.get(place).clone();
        int step = -place - 2;
        if (interpolated != step) {
            coefficients = interpolation(step);
            interpolated = step;
        }
        double from = times.get(step);
        double x = (time - from) / (times.get(step + 1) - from);
        double[] result = new double[dimension];
        for (int c = coefficients.length - 1; c >= 0; c--) {
            double factor = c % 2 == 0 ? x : 1 - x;
            for (int i = 0; i < dimension; i++) result[i] = (result[i] + coefficients[c][i]) * factor;
        }
        double[] start = points.get(step);
        for (int i = 0; i < dimension; i++) result[i] += start[i];
        return result;
    }

    private double[][] interpolation(int number) {
        double[] from = points.get(number);
        double[] to = new double[dimension];
        double step = times.get(number + 1) - times.get(number);
        stages(from, rates.get(number), step, to);
        for (int stage = STAGES + 1; stage < ALL_STAGES; stage++) {
            DormandPrinceTableau.stage(stage).add(from, step, slopes, scratch);
            velocity.at(scratch, slopes[stage]);
        }
        double[][] result = new double[7][dimension];
        for (int i = 0; i < dimension; i++) {
            double change = to[i] - from[i];
            result[0][i] = change;
            result[1][i] = step * slopes[0][i] - change;
            result[2][i] = 2 * change - step * (slopes[STAGES][i] + slopes[0][i]);
        }
        for (int c = 3; c < result.length; c++) DormandPrinceTableau.interpolation(c - 3).add(result[c].clone(), step, slopes, result[c]);
        return result;
    }
}
