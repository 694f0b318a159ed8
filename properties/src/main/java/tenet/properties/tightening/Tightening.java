package tenet.properties.tightening;

import java.util.Optional;
import tenet.properties.falsification.Attack;
import tenet.properties.falsification.Counterexample;
import tenet.properties.falsification.Falsifier;
import tenet.properties.falsification.Settings;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;

/**
 * The best value of a constant that samples allow. The constant moves away from its value until an attack refutes the
 * claim; the value at which that one instance ceases to refute it is found by bisection; the attack goes on from there,
 * until no instance blocks. What comes out is a bound of what may be true, and an instance that shows it.
 */
public final class Tightening {
    private static final int FURTHEST = 8;
    private static final int BISECTIONS = 24;
    private static final int ROUNDS = 12;

    private final Claim claim;
    private final Constant constant;
    private final Settings settings;

    public Tightening(Claim claim, Constant constant, Settings settings) {
        this.claim = claim;
        this.constant = constant;
        this.settings = settings;
    }

    /**
     * What the samples allow in one direction.
     *
     * @param allowed  the value furthest away that no instance refuted
     * @param blocked  a value a little further, at which the instance refutes the claim; empty when nothing blocks up to
     *                 {@code allowed}
     * @param instance the counterexample at that value
     */
    public record Limit(Rational allowed, Optional<Rational> blocked, Optional<Counterexample> instance) {
    }

    /** Whether samples refute the claim as it stands. */
    public Optional<Counterexample> refuted() {
        return attack(constant.value());
    }

    /** @param upwards whether the constant grows */
    public Limit limit(boolean upwards) {
        Rational start = constant.value();
        Rational unit = start.isZero() ? Rational.ONE : start.abs();
        Rational allowed = start;
        Optional<Rational> blocked = Optional.empty();
        Optional<Counterexample> instance = Optional.empty();
        Rational step = unit.divide(Rational.of(8));
        for (int k = 0; k < FURTHEST && blocked.isEmpty(); k++, step = step.times(Rational.of(2))) {
            Rational further = upwards ? start.plus(step) : start.minus(step);
            instance = attack(further);
            if (instance.isPresent()) blocked = Optional.of(further);
            else allowed = further;
        }
        if (blocked.isEmpty()) return new Limit(allowed, blocked, instance);
        for (int round = 0; round < ROUNDS; round++) {
            // As far back as this instance goes.
            Rational fine = allowed;
            for (int i = 0; i < BISECTIONS && !close(fine, blocked.get(), unit); i++) {
                Rational middle = middle(fine, blocked.get());
                Optional<Counterexample> again = replayed(middle, instance.orElseThrow());
                if (again.isPresent()) {
                    blocked = Optional.of(middle);
                    instance = again;
                } else {
                    fine = middle;
                }
            }
            if (close(allowed, blocked.get(), unit)) break;
            // Others may block more: try a little before, nearer to what blocks than to what is known to be allowed.
            Rational before = blocked.get().minus(blocked.get().minus(allowed).divide(Rational.of(64)));
            Optional<Counterexample> nearer = attack(before);
            if (nearer.isEmpty()) return new Limit(before, blocked, instance);
            blocked = Optional.of(before);
            instance = nearer;
        }
        return new Limit(allowed, blocked, instance);
    }

    private static boolean close(Rational a, Rational b, Rational unit) {
        return a.minus(b).abs().compareTo(unit.divide(Rational.of(10_000))) <= 0;
    }

    private static Rational middle(Rational a, Rational b) {
        return a.plus(b).divide(Rational.of(2));
    }

    private Optional<Counterexample> attack(Rational value) {
        try {
            Attack attack = Falsifier.attack(constant.at(value), claim.sampling(), settings);
            // The worst one goes back furthest.
            return attack.worst().or(attack::simplest);
        } catch (IllTyped noStatement) {
            return Optional.empty();
        }
    }

    private Optional<Counterexample> replayed(Rational value, Counterexample at) {
        try {
            Statement statement = constant.at(value);
            return Falsifier.replay(statement, claim.sampling(), settings.horizon(), at.instance()).counterexample();
        } catch (IllTyped noStatement) {
            return Optional.empty();
        }
    }
}
