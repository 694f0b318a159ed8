package tenet.numeric.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Interval;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Encloses the Taylor coefficients of the solutions of {@code x' = f(x)} for polynomial f, and their slopes with respect
 * to the start, from compiled code on primitive arrays.
 *
 * <p>Numbers are kept as midpoint and radius. A sum of n products of midpoints is computed with an error of at most
 * {@code n u} times the sum of their magnitudes (u = 2^-53), which goes into the radius with a margin that covers the
 * rounding of radii; so do underflows. Where something overflows the enclosure is {@link Interval#ENTIRE}.
 *
 * <p>Source: Rump, Fast and parallel interval arithmetic, BIT 39 (1999); Higham, Accuracy and Stability, section 3.1.
 */
public final class EnclosedSeries {
    /** More than any rounding of a radius, relative to it. */
    private static final double MARGIN = 1 + 0x1p-30;
    private static final double UNIT = 0x1p-52;
    private static final double TINY = 0x1p-1000;

    private final List<Step> steps;
    private final int slots;
    private final Map<Integer, Rational> constants;
    private final int[] inputs;
    private final int[] outputs;

    EnclosedSeries(List<Step> steps, int slots, Map<Integer, Rational> constants, int[] inputs, int[] outputs) {
        this.steps = List.copyOf(steps);
        this.slots = slots;
        this.constants = Map.copyOf(constants);
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** @return empty when a term is not compiled or no polynomial of the inputs */
    public static Optional<EnclosedSeries> compile(Instance instance, List<Tape.Input> inputs, List<Term> terms) {
        return TapeCompiler.series(instance, inputs, terms);
    }

    boolean isPossible() {
        return steps.stream().allMatch(step -> switch (step.op()) {
            case ADD, SUBTRACT, NEGATE, SCALE, MULTIPLY, HADAMARD, TRANSPOSE, TRACE, SQUARES, INNER, OUTER, CONTRACT, COPY -> true;
            case DIVIDE, DETERMINANT, INVERSE, POWER, NON_NEGATIVE, ABSOLUTE, ROOT, EXPONENTIAL, LOGARITHM, MINIMUM, MAXIMUM -> false;
        });
    }

    /** The number of outputs. */
    public int dimension() {
        return outputs.length;
    }

    /**
     * Expands the solutions through a box of starts.
     *
     * @param order  the last power of time
     * @param slopes whether slopes are wanted; they cost as much again for each dimension
     */
    public Expansion expand(List<Interval> box, int order, boolean slopes) {
        Expansion expansion = new Expansion(order, slopes ? inputs.length : 0);
        expansion.start(box);
        for (int k = 0; k < order; k++) expansion.next(k);
        return expansion;
    }

    /** Coefficients by power of time; plane 0 holds the values, plane d + 1 the slopes in direction d of the start. */
    public final class Expansion {
        private final int width;
        private final int planes;
        private final double[] middle;
        private final double[] radius;
        private double sum;
        private double size;
        private double spread;
        private int terms;
        private boolean exact;

        private Expansion(int order, int directions) {
            this.width = order + 1;
            this.planes = directions + 1;
            this.middle = new double[Math.multiplyExact(Math.multiplyExact(planes, slots), width)];
            this.radius = new double[middle.length];
        }

        /** The coefficient of {@code t^k} of component i. */
        public Interval coefficient(int k, int i) {
            return interval(at(0, inputs[i], k));
        }

        /** The derivative of that with respect to component j of the start. */
        public Interval slope(int k, int i, int j) {
            return interval(at(j + 1, inputs[i], k));
        }

        private Interval interval(int place) {
            double low = Math.nextDown(middle[place] - radius[place]);
            double high = Math.nextUp(middle[place] + radius[place]);
            if (radius[place] == 0) low = high = middle[place];
            return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : Interval.ENTIRE;
        }

        private int at(int plane, int slot, int k) {
            return (plane * slots + slot) * width + k;
        }

        private void set(int place, Interval value) {
            if (value.isFinite()) {
                middle[place] = value.middle();
                radius[place] = value.isThin() ? 0 : Math.nextUp(Math.max(value.high() - middle[place], middle[place] - value.low()));
            } else radius[place] = Double.NaN;
        }

        private void start(List<Interval> box) {
            constants.forEach((slot, value) -> set(at(0, slot, 0), Interval.of(value)));
            for (int i = 0; i < inputs.length; i++) {
                set(at(0, inputs[i], 0), box.get(i));
                if (planes > 1) middle[at(i + 1, inputs[i], 0)] = 1;
            }
        }

        /** The coefficients of the velocity at power k, and with them those of the motion at k + 1. */
        private void next(int k) {
            for (Step step : steps) for (int plane = 0; plane < planes; plane++) run(step, plane, k);
            for (int plane = 0; plane < planes; plane++)
                for (int i = 0; i < inputs.length; i++) {
                    int from = at(plane, outputs[i], k);
                    int to = at(plane, inputs[i], k + 1);
                    middle[to] = middle[from] / (k + 1);
                    boolean exact = radius[from] == 0 && (middle[from] == 0 || (k & k + 1) == 0 && Math.abs(middle[from]) > 0x1p-900);
                    radius[to] = exact ? 0 : (radius[from] / (k + 1) + UNIT * Math.abs(middle[to])) * MARGIN + TINY;
                }
        }

        private void run(Step step, int plane, int k) {
            int out = step.out();
            int a = step.a();
            int b = step.b();
            switch (step.op()) {
                case ADD, SUBTRACT -> {
                    double sign = step.op() == Step.Op.ADD ? 1 : -1;
                    for (int i = 0; i < step.size(); i++) {
                        int x = at(plane, a + i, k);
                        int y = at(plane, b + i, k);
                        double value = middle[x] + sign * middle[y];
                        double spread = radius[x] + radius[y];
                        boolean exact = spread == 0 && (middle[x] == 0 || middle[y] == 0);
                        store(plane, out + i, k, value, spread, Math.abs(value), exact);
                    }
                }
                case NEGATE -> {
                    for (int i = 0; i < step.size(); i++) {
                        int x = at(plane, a + i, k);
                        middle[at(plane, out + i, k)] = -middle[x];
                        radius[at(plane, out + i, k)] = radius[x];
                    }
                }
                case COPY -> copy(plane, a, out, step.size(), k);
                case SCALE -> {
                    for (int i = 0; i < step.size(); i++) {
                        clear();
                        product(plane, a, b + i, k);
                        store(plane, out + i, k);
                    }
                }
                case HADAMARD -> {
                    for (int i = 0; i < step.size(); i++) {
                        clear();
                        product(plane, a + i, b + i, k);
                        store(plane, out + i, k);
                    }
                }
                case MULTIPLY -> {
                    for (int i = 0; i < step.m(); i++)
                        for (int j = 0; j < step.n(); j++) {
                            clear();
                            for (int l = 0; l < step.k(); l++) product(plane, a + i * step.k() + l, b + l * step.n() + j, k);
                            store(plane, out + i * step.n() + j, k);
                        }
                }
                case TRANSPOSE -> {
                    for (int i = 0; i < step.m(); i++) for (int j = 0; j < step.n(); j++) copy(plane, a + i * step.n() + j, out + j * step.m() + i, 1, k);
                }
                case TRACE -> {
                    clear();
                    for (int i = 0; i < step.m(); i++) {
                        int x = at(plane, a + i * (step.m() + 1), k);
                        sum += middle[x];
                        size += Math.abs(middle[x]);
                        spread += radius[x];
                        exact &= middle[x] == 0;
                        terms++;
                    }
                    store(plane, out, k);
                }
                case SQUARES, INNER -> {
                    clear();
                    for (int i = 0; i < step.m(); i++) product(plane, a + i, (step.op() == Step.Op.SQUARES ? a : b) + i, k);
                    store(plane, out, k);
                }
                case OUTER -> {
                    for (int i = 0; i < step.m(); i++)
                        for (int j = 0; j < step.n(); j++) {
                            clear();
                            product(plane, a + i, b + j, k);
                            store(plane, out + i * step.n() + j, k);
                        }
                }
                case CONTRACT -> {
                    for (int i = 0; i < step.m(); i++)
                        for (int j = 0; j < step.n(); j++) {
                            clear();
                            for (int l = 0; l < step.k(); l++) product(plane, a + (i * step.k() + l) * step.n() + j, b + l, k);
                            store(plane, out + i * step.n() + j, k);
                        }
                }
                default -> throw new IllegalStateException("no series of " + step.op());
            }
        }

        private void copy(int plane, int from, int to, int count, int k) {
            for (int i = 0; i < count; i++) {
                middle[at(plane, to + i, k)] = middle[at(plane, from + i, k)];
                radius[at(plane, to + i, k)] = radius[at(plane, from + i, k)];
            }
        }

        private void clear() {
            sum = 0;
            size = 0;
            spread = 0;
            terms = 0;
            exact = true;
        }

        /** Adds the coefficient k of a product of two slots; of its slope by Leibniz. */
        private void product(int plane, int a, int b, int k) {
            convolve(at(plane, a, 0), at(0, b, k), k);
            if (plane > 0) convolve(at(0, a, 0), at(plane, b, k), k);
        }

        private void convolve(int x, int y, int k) {
            double sum = this.sum;
            double size = this.size;
            double spread = this.spread;
            boolean exact = this.exact;
            for (int i = 0; i <= k; i++) {
                double p = middle[x + i];
                double q = middle[y - i];
                double product = p * q;
                sum += product;
                size += Math.abs(product);
                spread += Math.abs(p) * radius[y - i] + radius[x + i] * (Math.abs(q) + radius[y - i]);
                exact &= p == 0 || q == 0;
            }
            this.sum = sum;
            this.size = size;
            this.spread = spread;
            this.exact = exact;
            terms += k + 1;
        }

        private void store(int plane, int slot, int k) {
            store(plane, slot, k, sum, spread, size * (terms + 2), exact && spread == 0);
        }

        /** @param size of which a unit of rounding bounds the error of the value, unless it is exact */
        private void store(int plane, int slot, int k, double value, double spread, double size, boolean exact) {
            int place = at(plane, slot, k);
            middle[place] = value;
            radius[place] = exact ? 0 : (spread + UNIT * size) * MARGIN + TINY;
        }
    }
}
