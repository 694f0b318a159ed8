package tenet.symbolic.search.positivity;

import java.time.Duration;

/**
 * How hard to look.
 *
 * @param time    processor time of its thread after which the search gives up
 * @param columns the most products that one linear problem may weigh against each other, at least 1
 */
public record Budget(Duration time, int columns) {
    public static final Budget ORDINARY = new Budget(Duration.ofSeconds(3), 800);

    public Budget {
        if (columns < 1) throw new IllegalArgumentException("no columns");
    }

    public static Budget of(Duration time) {
        return new Budget(time, ORDINARY.columns());
    }
}
