package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Script;

/**
 * What came of one draw.
 *
 * @param instance    as constructed; empty when something in it could not be drawn
 * @param independent as drawn, before any constructor saw it
 * @param standing    what is known of the hypotheses on the instance
 * @param reason      why it is not accepted without reserve, for the reader
 * @param blamed      the hypothesis that failed or could not be told
 * @param tightness   by hypothesis that holds: its margin relative to the larger side
 * @param caveats     what the acceptance rests on beyond arithmetic
 * @param choices     replaying them gives this sample again
 */
public record Sample(Optional<Instance> instance, Optional<Instance> independent, Standing standing, String reason, Optional<String> blamed,
                     List<Tightness> tightness, List<String> caveats, Script choices) {
    public Sample {
        tightness = List.copyOf(tightness);
        caveats = List.copyOf(caveats);
    }

    /** The same draw, with what a motion from it rests on. */
    public Sample with(Instance start, List<String> more) {
        List<String> all = new ArrayList<>(caveats);
        all.addAll(more);
        return new Sample(Optional.of(start), independent, standing, reason, blamed, tightness, all, choices);
    }

    public enum Standing {
        /** Every hypothesis holds, certainly. */
        ACCEPTED,
        /** No hypothesis fails; some speak of infinitely many values and were tried on some. */
        DOUBTFUL,
        /** A hypothesis certainly fails. */
        REJECTED,
        /** It cannot be told whether a hypothesis holds. */
        UNCLEAR
    }

    /** How close a hypothesis is to failing: 0 is an equality, 1 is far. */
    public record Tightness(String hypothesis, double margin) {
    }
}
