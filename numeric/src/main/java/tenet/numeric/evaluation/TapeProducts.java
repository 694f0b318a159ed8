package tenet.numeric.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.evaluation.TapeCode.Block;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;

/**
 * Writes products. Long products of matrices are carried out in the cheapest order, and what is written already costs
 * nothing: so the gradients of all layers of a network share their beginnings and ends.
 */
final class TapeProducts {
    /** Longer products are carried out from the left. */
    private static final int LONGEST_PLANNED = 48;

    private final TapeCode code;

    TapeProducts(TapeCode code) {
        this.code = code;
    }

    /** A factor of a product of matrices. */
    record Factor(Block block, boolean transposed) {
        Factor transpose() {
            return new Factor(block, !transposed);
        }

        int rows() {
            return block.shape().get(transposed ? 1 : 0);
        }

        int columns() {
            return block.shape().get(transposed ? 0 : 1);
        }
    }

    /** Of numbers and matrices. */
    Block product(Block a, Block b) {
        if (a.shape().isEmpty()) return code.emit(Step.Op.SCALE, b.shape(), a, b);
        if (b.shape().isEmpty()) return code.emit(Step.Op.SCALE, a.shape(), b, a);
        if (a.shape().size() != 2 || b.shape().size() != 2) throw new NotRepresentable("no code for a product of tensors");
        int inner = a.shape().get(1);
        if (inner != b.shape().get(0)) throw new Undefined("the inner sizes " + inner + " and " + b.shape().get(0) + " of a product differ");
        // Empty products stand at the ends of chains.
        if (code.isIdentity(a)) return b;
        if (code.isIdentity(b)) return a;
        List<Integer> shape = List.of(a.shape().get(0), b.shape().get(1));
        if (inner == 0) return code.constant(new Value.Matrix<>(shape.get(0), shape.get(1), Collections.nCopies(Value.size(shape), Rational.ZERO)));
        return code.emit(Step.Op.MULTIPLY, shape, a, b, shape.get(0), inner, shape.get(1), 0);
    }

    Block transpose(Block a) {
        if (a.shape().isEmpty() || code.isIdentity(a)) return a;
        int m = a.shape().get(0);
        int n = a.shape().get(1);
        return m == 1 || n == 1 ? a.as(n, m) : code.emit(Step.Op.TRANSPOSE, List.of(n, m), a, a, m, 0, n, 0);
    }

    /** The product of at least one matrix. */
    Block product(List<Factor> factors) {
        for (int i = 1; i < factors.size(); i++)
            if (factors.get(i - 1).columns() != factors.get(i).rows())
                throw new Undefined("the inner sizes " + factors.get(i - 1).columns() + " and " + factors.get(i).rows() + " of a product differ");
        List<Factor> essential = new ArrayList<>(factors.stream().filter(factor -> !code.isIdentity(factor.block())).toList());
        if (essential.isEmpty()) return factors.getFirst().block();
        if (essential.size() > LONGEST_PLANNED) return essential.stream().map(this::straight).reduce(this::product).orElseThrow();
        return new Plan(essential).write(0, essential.size() - 1);
    }

    private Block straight(Factor factor) {
        return factor.transposed() ? transpose(factor.block()) : factor.block();
    }

    /** The cheapest order of a product: by the textbook's dynamic program over its parts, where written parts are free. */
    private final class Plan {
        private final List<Factor> factors;
        private final double[][] cost;
        private final int[][] split;
        /** The product of the factors i to j, if it is written; and the product whose transpose it is. */
        private final List<List<Optional<Block>>> written;
        private final List<List<Optional<Block>>> mirrored;

        Plan(List<Factor> factors) {
            this.factors = factors;
            int n = factors.size();
            cost = new double[n][n];
            split = new int[n][n];
            written = empty(n);
            mirrored = empty(n);
            for (int i = 0; i < n; i++) {
                Factor factor = factors.get(i);
                (factor.transposed() ? mirrored : written).get(i).set(i, Optional.of(factor.block()));
                transposed(i, i);
            }
            for (int length = 2; length <= n; length++) for (int i = 0; i + length <= n; i++) plan(i, i + length - 1);
        }

        private static List<List<Optional<Block>>> empty(int n) {
            List<List<Optional<Block>>> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) rows.add(new ArrayList<>(Collections.nCopies(n, Optional.empty())));
            return rows;
        }

        private void plan(int i, int j) {
            cost[i][j] = Double.POSITIVE_INFINITY;
            for (int s = i; s < j; s++) {
                double sum = cost[i][s] + cost[s + 1][j] + (double) factors.get(i).rows() * factors.get(s).columns() * factors.get(j).columns();
                // Of equally cheap orders the one from the right: it is the one of a gradient's backward sweep.
                if (sum < cost[i][j]) {
                    cost[i][j] = sum;
                    split[i][j] = s;
                }
                Optional<Block> here = written(written.get(i).get(s), written.get(s + 1).get(j));
                if (here.isPresent()) written.get(i).set(j, here);
                Optional<Block> mirror = written(mirrored.get(s + 1).get(j), mirrored.get(i).get(s));
                if (mirror.isPresent()) mirrored.get(i).set(j, mirror);
            }
            transposed(i, j);
            if (written.get(i).get(j).isPresent() || mirrored.get(i).get(j).isPresent()) cost[i][j] = 0;
        }

        /** A transpose that is written serves as well. */
        private void transposed(int i, int j) {
            Optional<Block> mirror = mirrored.get(i).get(j);
            if (mirror.isEmpty() || written.get(i).get(j).isPresent()) return;
            Block block = mirror.get();
            int m = block.shape().get(0);
            int n = block.shape().get(1);
            Optional<Block> here = m == 1 || n == 1 ? Optional.of(block.as(n, m)) : code.written(Step.Op.TRANSPOSE, List.of(n, m), block, block, m, 0, n);
            written.get(i).set(j, here);
        }

        private Optional<Block> written(Optional<Block> a, Optional<Block> b) {
            if (a.isEmpty() || b.isEmpty()) return Optional.empty();
            int m = a.get().shape().get(0);
            int n = b.get().shape().get(1);
            return code.written(Step.Op.MULTIPLY, List.of(m, n), a.get(), b.get(), m, a.get().shape().get(1), n);
        }

        Block write(int i, int j) {
            if (written.get(i).get(j).isPresent()) return written.get(i).get(j).get();
            if (mirrored.get(i).get(j).isPresent()) return transpose(mirrored.get(i).get(j).get());
            return product(write(i, split[i][j]), write(split[i][j] + 1, j));
        }
    }
}
