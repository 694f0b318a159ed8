package tenet.numeric.graph.separation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.linear.Rank;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * The separation rank of a network: the least number of terms, each a function of the features of a set of vertices times
 * one of the other features, that add up to the network. It is the rank of the matrix of its coefficients.
 */
public final class SeparationRank {
    private static final int FIRST_SIZE = 8;

    private final ProductNetwork network;
    private final BitSet set;
    private final OptionalInt target;

    /**
     * @param set    neither empty nor all vertices: then there would be nothing to separate
     * @param target the vertex of a vertex prediction; else the network predicts for the graph
     */
    public SeparationRank(ProductNetwork network, BitSet set, OptionalInt target) {
        if (set.isEmpty() || set.cardinality() == network.graph().vertices() || set.length() > network.graph().vertices())
            throw new IllegalArgumentException("need some of the vertices and not all of them");
        this.network = network;
        this.set = (BitSet) set.clone();
        this.target = target;
    }

    /**
     * Rows and columns of values at random points, twice as many until the rank is smaller than their number.
     *
     * @param most rows that may be tried; a rank of that many is only a lower bound
     * @param seed of the points
     */
    public RankCertificate certificate(int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int size = Math.min(FIRST_SIZE, most); ; size = Math.min(2 * size, most)) {
            List<List<Long>> rows = points(random, size, set.cardinality());
            List<List<Long>> columns = points(random, size, network.graph().vertices() - set.cardinality());
            long[][] values = RankCertificate.matrix(network, set, target, rows, columns);
            Rank.Witness witness = Rank.modulo(values, size, new PrimeField(PrimeField.MERSENNE_31));
            if (witness.rank() == size && size < most) continue;
            long[][] minor = new long[witness.rank()][witness.rank()];
            for (int i = 0; i < minor.length; i++)
                for (int j = 0; j < minor.length; j++) minor[i][j] = values[witness.rows().get(i)][witness.columns().get(j)];
            return new RankCertificate(network, set, target, witness.rows().stream().map(rows::get).toList(),
                    witness.columns().stream().map(columns::get).toList(), minor.length == 0 ? 1 : RankCertificate.determinant(minor));
        }
    }

    private List<List<Long>> points(SplittableRandom random, int count, int vertices) {
        return Stream.generate(() -> random.longs((long) vertices * network.features(), 0, PrimeField.MERSENNE_31).boxed().toList()).limit(count).toList();
    }

    /** The matrix of the coefficients: a row for each monomial of the features of the set, a column for each other one. */
    public record Coefficients(Value.Matrix<Rational> matrix) {
        /** The rank over the rationals: the separation rank of this network, exactly. */
        public int rank() {
            return matrix.entries().isEmpty() ? 0 : Rank.exact(matrix);
        }
    }

    /**
     * Expands the network.
     *
     * @param most terms that a polynomial on the way may have
     * @return empty when there are more
     */
    public java.util.Optional<Coefficients> coefficients(int most) {
        int features = network.features();
        int n = network.graph().vertices();
        Polynomials polynomials = new Polynomials(n * features, most);
        try {
            List<List<Map<String, BigInteger>>> inputs = new ArrayList<>();
            for (int v = 0; v < n; v++) {
                int first = v * features;
                inputs.add(IntStream.range(0, features).mapToObj(d -> polynomials.variable(first + d)).toList());
            }
            Map<String, BigInteger> expanded = new Forward<>(network, polynomials).output(inputs, target);
            return java.util.Optional.of(new Coefficients(matrix(expanded, features)));
        } catch (Polynomials.TooLarge tooLarge) {
            return java.util.Optional.empty();
        }
    }

    private Value.Matrix<Rational> matrix(Map<String, BigInteger> polynomial, int features) {
        Map<String, Map<String, BigInteger>> rows = new TreeMap<>();
        Map<String, Integer> columns = new TreeMap<>();
        polynomial.forEach((exponents, coefficient) -> {
            String column = part(exponents, features, false);
            rows.computeIfAbsent(part(exponents, features, true), row -> new TreeMap<>()).put(column, coefficient);
            columns.putIfAbsent(column, columns.size());
        });
        List<Rational> entries = new ArrayList<>();
        for (Map<String, BigInteger> row : rows.values())
            for (String column : columns.keySet()) entries.add(Rational.of(row.getOrDefault(column, BigInteger.ZERO)));
        return new Value.Matrix<>(rows.size(), columns.size(), entries);
    }

    private String part(String exponents, int features, boolean inside) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < exponents.length(); i++) if (set.get(i / features) == inside) part.append(exponents.charAt(i));
        return part.toString();
    }
}
