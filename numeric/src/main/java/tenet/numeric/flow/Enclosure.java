package tenet.numeric.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Interval;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;

/** Boxes that the motion is proved to pass: at the start, after each step, and tubes in between. */
public final class Enclosure {
    private final VectorField field;
    private final State<Interval> start;
    private final List<Stage> stages;
    private final Optional<Failure> failure;

    Enclosure(VectorField field, State<Interval> start, List<Stage> stages, Optional<Failure> failure) {
        this.field = field;
        this.start = start;
        this.stages = stages;
        this.failure = failure;
    }

    /** The packed box at a time, and the packed tube that contains the motion from {@code since} to it. */
    record Stage(double time, List<Interval> box, double since, List<Interval> tube) {
    }

    /**
     * Why the enclosure ends before the last time asked for.
     *
     * @param time        the last time with a box
     * @param width       the widest side of that box
     * @param sensitivity its width as a multiple of that of the start (of one rounding error, when the start is exact)
     */
    public record Failure(String reason, double time, double width, double sensitivity) {
        @Override
        public String toString() {
            return reason + " after t = " + time + " (width " + width + ", sensitivity x" + sensitivity + ")";
        }
    }

    /** Empty when every time asked for was reached. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** The times with a box, 0 first; the times asked for are among them as far as they were reached. */
    public List<Double> times() {
        return stages.stream().map(Stage::time).toList();
    }

    /** The last time with a box. */
    public double end() {
        return stages.getLast().time();
    }

    /** The widest side of the box at one of {@link #times}. */
    public double width(double time) {
        return ValidatedFlow.widest(stage(time).box());
    }

    /**
     * How much an error of the start has grown, in the same measure as {@link Failure#sensitivity}: the width at a time as a
     * multiple of that of the start, of one rounding error when the start is exact.
     */
    public double sensitivity(double time) {
        return width(time) / ValidatedFlow.unit(stages.getFirst().box());
    }

    public State<Interval> start() {
        return start;
    }

    /** The boxes of the moving variables at one of {@link #times}. */
    public Map<String, Map<List<Integer>, Value<Interval>>> boxes(double time) {
        return field.unpack(stage(time).box());
    }

    /** The state at one of {@link #times}, for an {@code Evaluation} {@code startingAt(start())}. */
    public State<Interval> at(double time) {
        return field.at(start, stage(time).box());
    }

    /** A state that contains the motion at every time from the preceding one of {@link #times} to this one. */
    public State<Interval> upTo(double time) {
        return field.at(start, stage(time).tube());
    }

    private Stage stage(double time) {
        for (Stage stage : stages) if (stage.time() == time) return stage;
        throw new IllegalArgumentException("there is no box at t = " + time);
    }
}
