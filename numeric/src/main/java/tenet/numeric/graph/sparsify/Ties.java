package tenet.numeric.graph.sparsify;

/** Which of several best edges is removed. */
public enum Ties {
    /** The canonical rule: the first in the order by smaller end, then larger end. */
    FIRST,
    /** The last in that order, as the published program for general depths has it. */
    LAST
}
