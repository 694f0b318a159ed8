package tenet.numeric.algebra;

import java.util.List;

/** A number and its slopes: the first derivatives in some directions. */
public record Dual<E>(E value, List<E> slopes) {
    public Dual {
        slopes = List.copyOf(slopes);
    }
}
