package tenet.numeric;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The processor time of the measuring thread, beside the elapsed time: on a machine with other work it is what repeats. The
 * compiler's and the collector's threads are not counted.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {
    /** For one operation. */
    public double cpuMicros;
}
