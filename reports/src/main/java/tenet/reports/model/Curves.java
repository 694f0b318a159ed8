package tenet.reports.model;

import java.util.List;
import java.util.Optional;
import tenet.theorems.Counterexample;

/**
 * Quantities along one motion of a claim's flow, computed in floating point from a sampled start. An illustration: it
 * decides nothing.
 *
 * @param start   the start, as text that replays it
 * @param seed    of the draw
 * @param times   increasing from 0
 * @param series  one value for each time
 * @param stopped why the motion was not followed further, when it was meant to be
 */
public record Curves(List<Counterexample.Binding> start, long seed, List<Double> times, List<Series> series, Optional<String> stopped) {
    public Curves {
        start = List.copyOf(start);
        times = List.copyOf(times);
        series = List.copyOf(series);
        for (Series each : series)
            if (each.values().size() != times.size()) throw new IllegalArgumentException(each.name() + " has not one value for each time");
    }

    /** What a series measures: what descends, sizes, or something else. */
    public enum Kind { LOSS, NORM, OTHER }

    /**
     * @param name   the quantity in the language of claims
     * @param latex  the same for math mode
     */
    public record Series(String name, String latex, Kind kind, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }
}
