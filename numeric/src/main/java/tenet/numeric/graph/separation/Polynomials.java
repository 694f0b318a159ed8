package tenet.numeric.graph.separation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Polynomials with integer coefficients, expanded: exponents to coefficient. Exponents are the characters of a string, one
 * for each variable, so that they can be hashed.
 *
 * @param variables how many there are
 * @param most      of terms that a polynomial may have
 */
record Polynomials(int variables, int most) implements Forward.Numbers<Map<String, BigInteger>> {
    /** A polynomial has more terms than were allowed. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("too many terms", null, false, false);
        }
    }

    Map<String, BigInteger> variable(int index) {
        char[] exponents = new char[variables];
        exponents[index] = 1;
        return Map.of(new String(exponents), BigInteger.ONE);
    }

    @Override
    public Map<String, BigInteger> scale(long weight, Map<String, BigInteger> a) {
        Map<String, BigInteger> scaled = new HashMap<>();
        if (weight != 0) a.forEach((exponents, coefficient) -> scaled.put(exponents, coefficient.multiply(BigInteger.valueOf(weight))));
        return scaled;
    }

    @Override
    public Map<String, BigInteger> add(Map<String, BigInteger> a, Map<String, BigInteger> b) {
        Map<String, BigInteger> sum = new HashMap<>(a);
        b.forEach((exponents, coefficient) -> include(sum, exponents, coefficient));
        return sum;
    }

    @Override
    public Map<String, BigInteger> multiply(Map<String, BigInteger> a, Map<String, BigInteger> b) {
        if ((long) a.size() * b.size() > 50L * most) throw new TooLarge();
        Map<String, BigInteger> product = new HashMap<>();
        char[] exponents = new char[variables];
        for (Map.Entry<String, BigInteger> s : a.entrySet())
            for (Map.Entry<String, BigInteger> t : b.entrySet()) {
                for (int i = 0; i < variables; i++) exponents[i] = (char) (s.getKey().charAt(i) + t.getKey().charAt(i));
                include(product, new String(exponents), s.getValue().multiply(t.getValue()));
                if (product.size() > most) throw new TooLarge();
            }
        return product;
    }

    /** Terms that cancel go. */
    private static void include(Map<String, BigInteger> sum, String exponents, BigInteger coefficient) {
        sum.merge(exponents, coefficient, (x, y) -> {
            BigInteger total = x.add(y);
            return total.signum() == 0 ? null : total;
        });
    }
}
