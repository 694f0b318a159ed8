package tenet.properties.falsification;

import java.util.Optional;

/**
 * What was seen of floating-point trajectories on which a conclusion holds.
 *
 * @param number    how many
 * @param until     the longest time
 * @param confirmed how many another method of integration confirmed to their end
 * @param ended     how many end by themselves, as at a blow-up, or at a limit of the integration; the last hundredth of their time is not looked at
 * @param drift     how far a conserved hypothesis of the start drifted, at most; empty when there is none to watch
 */
public record Along(int number, double until, int confirmed, int ended, Optional<Drift> drift) {
    /**
     * @param invariant the equation
     * @param largest   how far its sides were apart, entry by entry
     * @param time      when
     */
    public record Drift(String invariant, double largest, double time) {
        static Drift larger(Drift a, Drift b) {
            return b.largest() > a.largest() ? b : a;
        }
    }

    Along and(Along other) {
        Optional<Drift> larger = drift.isPresent() && other.drift.isPresent() ? Optional.of(Drift.larger(drift.get(), other.drift.get()))
                : drift.or(other::drift);
        return new Along(number + other.number, Math.max(until, other.until), confirmed + other.confirmed, ended + other.ended, larger);
    }
}
