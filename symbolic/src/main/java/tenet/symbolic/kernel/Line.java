package tenet.symbolic.kernel;

import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.formula.Formula;

/**
 * A step that has been checked.
 *
 * @param now the hypotheses about the present time, and local assumptions, that it rests on; none: it holds at every
 *            time of the motion
 */
record Line(Certificate.Step step, Set<String> now) {
    Line {
        now = Set.copyOf(now);
    }

    Formula conclusion() {
        return step.conclusion();
    }

    /** Whether it holds at every time; what speaks of the start does not, even when it rests on nothing. */
    boolean always() {
        return now.isEmpty() && !(conclusion() instanceof Formula.Initially);
    }

    static Set<String> union(Iterable<Line> lines) {
        Set<String> names = new TreeSet<>();
        for (Line line : lines) names.addAll(line.now());
        return names;
    }
}
