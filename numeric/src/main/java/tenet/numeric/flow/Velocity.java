package tenet.numeric.flow;

/** A vector field on packed points that does not depend on time. */
public interface Velocity {
    /** Writes the velocity. @throws tenet.numeric.algebra.NoValue where there is none */
    void at(double[] point, double[] result);
}
