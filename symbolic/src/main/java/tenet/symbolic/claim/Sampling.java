package tenet.symbolic.claim;

import java.util.Optional;
import tenet.symbolic.term.Rational;

/** {@code sample L in 2..6}: values to draw a parameter or the entries of a variable from. */
public record Sampling(String name, Rational low, Optional<Rational> high) {
}
