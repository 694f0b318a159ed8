package tenet.symbolic.algebra;

/** Names for bound indices that occur nowhere else in one normalisation. */
final class FreshNames {
    private int count;

    String next() {
        return "#t" + ++count;
    }
}
