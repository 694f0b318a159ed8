package tenet.symbolic.search.positivity;

import java.util.Arrays;

/**
 * A product of nonnegative powers of the variables 0, 1, 2, …; ordered by degree, then reverse lexicographically
 * (an order compatible with products in which 1 is least).
 */
public final class Monomial implements Comparable<Monomial> {
    public static final Monomial ONE = new Monomial(new int[0]);

    private final int[] powers;
    private final int degree;
    private final int hash;

    private Monomial(int[] trimmed) {
        powers = trimmed;
        degree = Arrays.stream(trimmed).sum();
        hash = Arrays.hashCode(trimmed);
    }

    /**
     * @param powers the power of variable 0, 1, …; trailing zeros do not matter
     * @throws IllegalArgumentException for a negative power
     */
    public static Monomial of(int... powers) {
        int length = powers.length;
        while (length > 0 && powers[length - 1] == 0) length--;
        for (int power : powers) if (power < 0) throw new IllegalArgumentException("negative power " + power);
        return length == 0 ? ONE : new Monomial(Arrays.copyOf(powers, length));
    }

    public static Monomial variable(int index) {
        int[] powers = new int[index + 1];
        powers[index] = 1;
        return new Monomial(powers);
    }

    public int degree() {
        return degree;
    }

    /** One more than the highest variable that occurs. */
    public int width() {
        return powers.length;
    }

    public int power(int variable) {
        return variable < powers.length ? powers[variable] : 0;
    }

    public Monomial times(Monomial other) {
        if (degree == 0) return other;
        if (other.degree == 0) return this;
        int[] sum = new int[Math.max(powers.length, other.powers.length)];
        for (int i = 0; i < sum.length; i++) sum[i] = power(i) + other.power(i);
        return new Monomial(sum);
    }

    public boolean divides(Monomial other) {
        if (powers.length > other.powers.length) return false;
        for (int i = 0; i < powers.length; i++) if (powers[i] > other.powers[i]) return false;
        return true;
    }

    /** @throws IllegalArgumentException when {@code divisor} does not divide this monomial */
    public Monomial divide(Monomial divisor) {
        int[] rest = new int[Math.max(powers.length, divisor.powers.length)];
        for (int i = 0; i < rest.length; i++) rest[i] = power(i) - divisor.power(i);
        return of(rest);
    }

    Monomial leastCommonMultiple(Monomial other) {
        int[] most = new int[Math.max(powers.length, other.powers.length)];
        for (int i = 0; i < most.length; i++) most[i] = Math.max(power(i), other.power(i));
        return of(most);
    }

    @Override
    public int compareTo(Monomial other) {
        if (degree != other.degree) return Integer.compare(degree, other.degree);
        for (int i = Math.max(powers.length, other.powers.length) - 1; i >= 0; i--) {
            if (power(i) != other.power(i)) return Integer.compare(other.power(i), power(i));
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial && Arrays.equals(powers, monomial.powers);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] == 0) continue;
            if (!text.isEmpty()) text.append('*');
            text.append('x').append(i);
            if (powers[i] > 1) text.append('^').append(powers[i]);
        }
        return text.isEmpty() ? "1" : text.toString();
    }
}
