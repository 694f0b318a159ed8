package tenet.properties.falsification;

import java.time.Duration;

/**
 * How hard to attack.
 *
 * @param seed      of all random choices; results depend on it and not on the number of threads
 * @param tries     draws at most
 * @param timeLimit of the whole attack, shrinking included: the processor time of each thread
 * @param threads   at least 1
 * @param horizon   the latest time looked at along trajectories
 * @param shrinking trials at most that make a counterexample easier to read
 * @param worsening trials at most that make a counterexample violate by more
 * @param explored  further tries at the price of floating point, when the others found nothing; what looks violated there
 *                  is judged like the others. Of a motion they look at the start alone; then a twentieth as many, all bold, go along it
 * @param patience  by the clock the attack ends after so many times its time limit; with more than 1 what it finds hardly depends on what
 *                  else the machine does
 */
public record Settings(long seed, int tries, Duration timeLimit, int threads, double horizon, int shrinking, int worsening, int explored, int patience) {
    private static final int SHRINKING = 8_000;
    private static final int WORSENING = 300;
    public static final Settings DEFAULT = new Settings(1, 1_000, Duration.ofSeconds(20), 2);

    public Settings {
        if (tries < 1 || threads < 1 || timeLimit.isNegative() || timeLimit.isZero() || !(horizon > 0) || shrinking < 0 || worsening < 0 || explored < 0 || patience < 1)
            throw new IllegalArgumentException("tries, threads, time limit and horizon must be positive");
    }

    /** That ends at its time limit by the clock, too. */
    public Settings(long seed, int tries, Duration timeLimit, int threads, double horizon, int shrinking, int worsening, int explored) {
        this(seed, tries, timeLimit, threads, horizon, shrinking, worsening, explored, 1);
    }

    /** Without tries in floating point. */
    public Settings(long seed, int tries, Duration timeLimit, int threads, double horizon, int shrinking) {
        this(seed, tries, timeLimit, threads, horizon, shrinking, Math.min(WORSENING, shrinking), 0);
    }

    /** With all the shrinking that pays. */
    public Settings(long seed, int tries, Duration timeLimit, int threads, double horizon) {
        this(seed, tries, timeLimit, threads, horizon, SHRINKING);
    }

    /** With trajectories up to time 32. */
    public Settings(long seed, int tries, Duration timeLimit, int threads) {
        this(seed, tries, timeLimit, threads, 32);
    }
}
