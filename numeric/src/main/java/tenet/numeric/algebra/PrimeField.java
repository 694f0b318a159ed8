package tenet.numeric.algebra;

import java.math.BigInteger;
import java.util.OptionalInt;
import tenet.symbolic.term.Rational;

/**
 * The integers modulo a Mersenne prime, for identities and ranks at a size where rationals grow too long. A rational is
 * read as numerator times inverse denominator. What differs modulo the prime differs; what agrees may differ all the
 * same, so an equation is refuted here or not told. There is no order and no root.
 *
 * @param prime {@link #MERSENNE_31} or {@link #MERSENNE_61}
 */
public record PrimeField(long prime) implements Algebra<Long> {
    public static final long MERSENNE_31 = (1L << 31) - 1;
    public static final long MERSENNE_61 = (1L << 61) - 1;

    public PrimeField {
        if (prime != MERSENNE_31 && prime != MERSENNE_61) throw new IllegalArgumentException("no field of " + prime + " elements here");
    }

    private int bits() {
        return prime == MERSENNE_31 ? 31 : 61;
    }

    /** @throws NotRepresentable when the prime divides the denominator */
    @Override
    public Long of(Rational value) {
        long top = residue(value.numerator());
        return value.isInteger() ? (Long) top : divide(top, residue(value.denominator()));
    }

    private long residue(BigInteger value) {
        return value.bitLength() < 64 ? Math.floorMod(value.longValue(), prime) : value.mod(BigInteger.valueOf(prime)).longValue();
    }

    @Override
    public Long add(Long a, Long b) {
        long sum = a + b;
        return sum >= prime ? sum - prime : sum;
    }

    @Override
    public Long subtract(Long a, Long b) {
        long difference = a - b;
        return difference < 0 ? difference + prime : difference;
    }

    @Override
    public Long negate(Long a) {
        return a == 0 ? a : (Long) (prime - a);
    }

    @Override
    public Long multiply(Long a, Long b) {
        return product(a, b);
    }

    private long product(long a, long b) {
        long low = a * b;
        long folded = (low & prime) + (Math.multiplyHigh(a, b) << 64 - bits() | low >>> bits());
        return folded >= prime ? folded - prime : folded;
    }

    @Override
    public Long divide(Long a, Long b) {
        if (b == 0) throw new NotRepresentable("division by a multiple of " + prime);
        return product(a, inverse(b));
    }

    /** By Fermat: the power p - 2. */
    private long inverse(long a) {
        long inverse = 1;
        long square = a;
        for (long rest = prime - 2; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) inverse = product(inverse, square);
            square = product(square, square);
        }
        return inverse;
    }

    @Override
    public Long power(Long base, Rational exponent) {
        if (!exponent.isInteger()) throw new NotRepresentable("the power " + exponent + " in a prime field");
        BigInteger size = exponent.numerator().abs();
        long power = 1;
        for (int bit = size.bitLength() - 1; bit >= 0; bit--) {
            power = product(power, power);
            if (size.testBit(bit)) power = product(power, base);
        }
        return exponent.signum() < 0 ? divide(1L, power) : (Long) power;
    }

    private static NotRepresentable none(String what) {
        return new NotRepresentable(what + " in a prime field");
    }

    @Override
    public Long sqrt(Long a) {
        throw none("a square root");
    }

    @Override
    public Long exp(Long a) {
        throw none("an exponential");
    }

    @Override
    public Long log(Long a) {
        throw none("a logarithm");
    }

    @Override
    public Long abs(Long a) {
        throw none("an absolute value");
    }

    @Override
    public Long min(Long a, Long b) {
        throw none("a minimum");
    }

    @Override
    public Long max(Long a, Long b) {
        throw none("a maximum");
    }

    /** Zero of the field, or none. */
    @Override
    public OptionalInt sign(Long a) {
        return a == 0 ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public double certainSize(Long a) {
        return a == 0 ? 0 : 1;
    }

    @Override
    public double low(Long a) {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double high(Long a) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Signs signs(Long difference, double scale) {
        return difference == 0 ? Signs.ANY : new Signs(true, false, true);
    }
}
