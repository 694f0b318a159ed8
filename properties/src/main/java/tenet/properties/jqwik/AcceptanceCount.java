package tenet.properties.jqwik;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.JqwikException;
import tenet.properties.falsification.Attack;
import tenet.properties.sampling.Sample;

/** Counts the draws of one claim, and fails when too few of them can be used. Safe for use by several threads. */
final class AcceptanceCount {
    /** As many draws tell a rate of one in a hundred from one that is much smaller. */
    private static final long ENOUGH_TO_JUDGE = 1_000;

    private final String claim;
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private long draws;
    private long accepted;

    AcceptanceCount(String claim) {
        this.claim = claim;
    }

    /** @throws JqwikException when fewer than one draw in a hundred is accepted */
    synchronized void add(Sample sample) {
        draws++;
        if (sample.standing() == Sample.Standing.ACCEPTED) accepted++;
        else reasons.merge(sample.reason(), 1, Integer::sum);
        Acceptance sofar = now();
        if (draws >= ENOUGH_TO_JUDGE && sofar.rate() < Attack.LEAST_ACCEPTANCE)
            throw new JqwikException("too few instances of " + claim + ": " + sofar);
    }

    synchronized Acceptance now() {
        return new Acceptance(draws, accepted,
                reasons.entrySet().stream().max(Map.Entry.comparingByValue(Comparator.naturalOrder())).map(Map.Entry::getKey).orElse(""));
    }
}
