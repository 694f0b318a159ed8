package tenet.symbolic.search.positivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenet.symbolic.term.Rational;

/**
 * The linear equations on unknown symmetric matrices {@code G_k}, one for each block, that say
 * {@code Σ_k product_k · basisᵀ G_k basis ≡ 0} modulo the equalities, and that the strict weights add up to 1.
 */
final class Gram {
    /**
     * A product of inequalities times a sum of squares from the span of a basis.
     *
     * @param factor  the product of the inequalities
     * @param squared false for a mere weight on the product; the basis is then the polynomial 1
     */
    record Block(List<Integer> constraints, Polynomial factor, boolean squared, boolean strict, List<Polynomial> basis) {
        int size() {
            return basis.size();
        }

        Block with(List<Polynomial> smaller) {
            return new Block(constraints, factor, squared, strict, smaller);
        }
    }

    /** An unknown: entry {@code row <= column} of the matrix of a block. */
    record Entry(int block, int row, int column) {
        boolean isDiagonal() {
            return row == column;
        }
    }

    final List<Block> blocks;
    final List<Entry> entries = new ArrayList<>();
    final List<Map<Integer, Rational>> rows = new ArrayList<>();
    final List<Rational> right = new ArrayList<>();

    Gram(List<Block> blocks, EqualityIdeal ideal, Deadline deadline) {
        this.blocks = blocks;
        rows.add(new TreeMap<>());
        right.add(Rational.ONE);
        Map<Monomial, Integer> rowOf = new HashMap<>();
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            for (int i = 0; i < block.size(); i++) {
                deadline.check();
                Polynomial left = block.factor.times(block.basis.get(i));
                for (int j = i; j < block.size(); j++) {
                    int unknown = entries.size();
                    entries.add(new Entry(b, i, j));
                    if (block.strict) rows.get(0).put(unknown, Rational.ONE);
                    Rational times = Rational.of(i == j ? 1 : 2);
                    ideal.normalForm(left.times(block.basis.get(j))).terms().forEach((monomial, coefficient) ->
                            row(rowOf, monomial).put(unknown, coefficient.times(times)));
                }
            }
        }
    }

    private Map<Integer, Rational> row(Map<Monomial, Integer> rowOf, Monomial monomial) {
        Integer place = rowOf.get(monomial);
        if (place == null) {
            place = rows.size();
            rowOf.put(monomial, place);
            rows.add(new TreeMap<>());
            right.add(Rational.ZERO);
        }
        return rows.get(place);
    }

    /**
     * Blocks without the basis elements that no cancellation can use: those whose squares bring in a monomial that has
     * the same sign in all squares and occurs in no mixed product.
     */
    Optional<List<Block>> pruned() {
        boolean[][] gone = new boolean[blocks.size()][];
        for (int b = 0; b < gone.length; b++) gone[b] = new boolean[blocks.get(b).size()];
        boolean any = false;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int r = 1; r < rows.size(); r++) {
                int sign = 0;
                boolean useful = false;
                for (var cell : rows.get(r).entrySet()) {
                    Entry entry = entries.get(cell.getKey());
                    if (gone[entry.block][entry.row] || gone[entry.block][entry.column]) continue;
                    int own = cell.getValue().signum();
                    useful |= !entry.isDiagonal() || sign != 0 && own != sign;
                    sign = own;
                }
                if (useful || sign == 0) continue;
                for (int unknown : rows.get(r).keySet()) {
                    Entry entry = entries.get(unknown);
                    if (!entry.isDiagonal() || gone[entry.block][entry.row]) continue;
                    gone[entry.block][entry.row] = true;
                    changed = true;
                    any = true;
                }
            }
        }
        if (!any) return Optional.empty();
        List<Block> smaller = new ArrayList<>();
        for (int b = 0; b < gone.length; b++) {
            List<Polynomial> basis = new ArrayList<>();
            for (int i = 0; i < gone[b].length; i++) if (!gone[b][i]) basis.add(blocks.get(b).basis.get(i));
            if (!basis.isEmpty()) smaller.add(blocks.get(b).with(basis));
        }
        return Optional.of(smaller);
    }

    /** The positive semidefinite matrices as weighted squares ({@code L D Lᵀ}); empty when one of them is not so. */
    Optional<List<Certificate.Product>> squares(Rational[] values) {
        List<Certificate.Product> products = new ArrayList<>();
        List<Rational[][]> matrices = new ArrayList<>();
        for (Block block : blocks) matrices.add(new Rational[block.size()][block.size()]);
        for (int unknown = 0; unknown < values.length; unknown++) {
            Entry entry = entries.get(unknown);
            matrices.get(entry.block)[entry.row][entry.column] = values[unknown];
            matrices.get(entry.block)[entry.column][entry.row] = values[unknown];
        }
        // A negative diagonal entry is the usual reason for failure, and cheap to see.
        for (int unknown = 0; unknown < values.length; unknown++) {
            if (entries.get(unknown).isDiagonal() && values[unknown].signum() < 0) return Optional.empty();
        }
        for (int b = 0; b < blocks.size(); b++) {
            if (!squares(blocks.get(b), matrices.get(b), products)) return Optional.empty();
        }
        return Optional.of(products);
    }

    private static boolean squares(Block block, Rational[][] matrix, List<Certificate.Product> products) {
        int n = block.size();
        for (int p = 0; p < n; p++) {
            Rational pivot = matrix[p][p];
            if (pivot.signum() < 0) return false;
            Polynomial root = Polynomial.ZERO;
            for (int j = p; j < n; j++) {
                if (matrix[p][j].isZero()) continue;
                if (pivot.isZero()) return false;
                root = root.plus(block.basis.get(j).scaled(matrix[p][j].divide(pivot)));
            }
            if (pivot.isZero()) continue;
            for (int i = p + 1; i < n; i++) {
                if (matrix[i][p].isZero()) continue;
                Rational factor = matrix[i][p].divide(pivot);
                for (int j = p + 1; j < n; j++) matrix[i][j] = matrix[i][j].minus(factor.times(matrix[p][j]));
            }
            products.add(new Certificate.Product(pivot, block.constraints, block.squared ? Optional.of(root) : Optional.empty()));
        }
        return true;
    }
}
