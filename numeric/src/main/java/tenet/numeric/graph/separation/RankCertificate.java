package tenet.numeric.graph.separation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;

/**
 * That a network has at least a separation rank: its values at all pairs of a row point (features of the set) and a column
 * point (features of the other vertices) form a matrix whose determinant is not zero modulo 2^31 - 1, hence not zero.
 * Then almost all weights give at least this rank.
 *
 * @param network     the network
 * @param set         the vertices of the rows
 * @param target      the vertex of a vertex prediction
 * @param rows        features of the vertices in the set, increasing vertex by vertex, for each row
 * @param columns     features of the vertices not in the set, for each column
 * @param determinant from 1 to 2^31 - 2
 */
public record RankCertificate(ProductNetwork network, BitSet set, OptionalInt target, List<List<Long>> rows, List<List<Long>> columns, long determinant) {
    public RankCertificate {
        set = (BitSet) set.clone();
        rows = rows.stream().map(List::copyOf).toList();
        columns = columns.stream().map(List::copyOf).toList();
    }

    /** The separation rank that is certified. */
    public int rank() {
        return rows.size();
    }

    /** Runs the network again at all points and computes the determinant again. */
    public boolean holds() {
        return rows.size() == columns.size() && determinant > 0 && determinant == determinant(matrix(network, set, target, rows, columns));
    }

    /** The determinant modulo 2^31 - 1. */
    static long determinant(long[][] matrix) {
        List<Long> entries = new ArrayList<>();
        for (long[] row : matrix) for (long entry : row) entries.add(entry);
        return new Matrices<>(new PrimeField(PrimeField.MERSENNE_31)).determinant(new Value.Matrix<>(matrix.length, matrix.length, entries));
    }

    /** The values of the network modulo 2^31 - 1 at all pairs of points. */
    static long[][] matrix(ProductNetwork network, BitSet set, OptionalInt target, List<List<Long>> rows, List<List<Long>> columns) {
        Forward<Long> forward = new Forward<>(network, new Residues(PrimeField.MERSENNE_31));
        long[][] matrix = new long[rows.size()][columns.size()];
        for (int i = 0; i < matrix.length; i++)
            for (int j = 0; j < columns.size(); j++) matrix[i][j] = forward.output(inputs(network, set, rows.get(i), columns.get(j)), target);
        return matrix;
    }

    private static List<List<Long>> inputs(ProductNetwork network, BitSet set, List<Long> inside, List<Long> outside) {
        int features = network.features();
        List<List<Long>> inputs = new ArrayList<>();
        int in = 0;
        int out = 0;
        for (int v = 0; v < network.graph().vertices(); v++) {
            inputs.add(set.get(v) ? inside.subList(in, in + features) : outside.subList(out, out + features));
            if (set.get(v)) in += features;
            else out += features;
        }
        return inputs;
    }
}
