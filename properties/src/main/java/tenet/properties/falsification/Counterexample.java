package tenet.properties.falsification;

import java.util.List;
import java.util.OptionalDouble;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Script;
import tenet.symbolic.formula.Signature;

/**
 * An instance on which every hypothesis holds and the conclusion certainly fails.
 *
 * @param instance       its values; for statements about trajectories the state at the start
 * @param time           when it fails along the trajectory; empty for statements about one state
 * @param sides          the relation that fails, with both sides
 * @param margin         by how much (negative; to the nearest double)
 * @param relativeMargin the margin divided by the larger side
 * @param method         how its failure was computed
 * @param caveats        what it rests on beyond that computation
 * @param choices        from which {@link Falsifier#replay} builds it again
 */
public record Counterexample(Instance instance, OptionalDouble time, Sides sides, double margin, double relativeMargin, Method method,
                             List<String> caveats, Script choices) {
    public Counterexample {
        caveats = List.copyOf(caveats);
    }

    /** The instance as a block to paste, then the relation that fails with its sides, one thing a line. */
    public String text(Signature signature) {
        StringBuilder text = new StringBuilder(InstanceText.block(instance, signature));
        time.ifPresent(when -> text.append("at t = ").append(when).append('\n'));
        if (!sides.at().isEmpty()) {
            text.append("at");
            sides.at().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(index -> text.append(' ').append(index.getKey()).append(" = ").append(index.getValue()));
            text.append('\n');
        }
        text.append("fails: ").append(sides.relation()).append('\n');
        text.append("left:  ").append(InstanceText.measured(sides.left())).append('\n');
        text.append("right: ").append(InstanceText.measured(sides.right())).append('\n');
        text.append("by ").append(method.words());
        caveats.forEach(caveat -> text.append("\nprovided that ").append(caveat));
        return text.append('\n').toString();
    }
}
