package tenet.symbolic.claim;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Rational;

/**
 * {@code sample L in 2..6}: values to draw a parameter or the entries of a variable from. {@code sample time in 0..100}, where nothing has
 * the name {@link #TIME}: until when motions are looked at.
 */
public record Sampling(String name, Rational low, Optional<Rational> high) {
    /** What stands for the time along motions, unless it is declared. */
    public static final String TIME = "time";

    /** The latest time that the samplings of a claim ask for, the last one's; the other one where they do not. */
    public static double until(List<Sampling> samplings, Signature signature, double otherwise) {
        if (signature.find(TIME).isPresent()) return otherwise;
        return samplings.stream().filter(sampling -> sampling.name().equals(TIME)).flatMap(sampling -> sampling.high().stream())
                .reduce((earlier, later) -> later).map(Rational::toDouble).orElse(otherwise);
    }
}
