package tenet.numeric.evaluation;

import java.util.List;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/** Values to try for a variable of a {@code for X : sort} quantifier. */
@FunctionalInterface
public interface Probes {
    Probes NONE = (name, shape) -> List.of();

    /** Values of this shape (none: a number; two: a matrix); other shapes are skipped. */
    List<Value<Rational>> of(String name, List<Integer> shape);
}
