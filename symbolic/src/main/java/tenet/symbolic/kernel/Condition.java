package tenet.symbolic.kernel;

import java.util.List;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Range;

/** A formula that must hold, for all values of the enclosing bound indices, for a rewriting to be right. */
public record Condition(List<Range> under, Formula formula) {
    public Condition {
        under = List.copyOf(under);
    }
}
