package tenet.numeric.graph.separation;

/** Numbers modulo a prime below 2^31. */
record Residues(long prime) implements Forward.Numbers<Long> {
    @Override
    public Long scale(long weight, Long a) {
        return Math.floorMod(weight, prime) * a % prime;
    }

    @Override
    public Long add(Long a, Long b) {
        return (a + b) % prime;
    }

    @Override
    public Long multiply(Long a, Long b) {
        return a * b % prime;
    }
}
