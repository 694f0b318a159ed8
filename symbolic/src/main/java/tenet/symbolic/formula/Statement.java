package tenet.symbolic.formula;

import java.util.List;

/**
 * What is to be proved: for all values of the parameters, every differentiable motion of the declared variables that
 * obeys the flows, and every time t of its interval, if the hypotheses hold then so does the conclusion at time t.
 * Existence of the motion on the interval is thereby a hypothesis; nothing is claimed about times beyond it.
 */
public record Statement(String id, Signature signature, List<Hypothesis> hypotheses, Formula conclusion) {
    public Statement {
        hypotheses = List.copyOf(hypotheses);
    }
}
