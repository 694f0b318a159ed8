package tenet.numeric.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.symbolic.term.Rational;

class RankProperties {
    private static final Matrices<Rational> EXACT = new Matrices<>(new Rationals());
    private static final PrimeField SMALL = new PrimeField(PrimeField.MERSENNE_31);
    private static final PrimeField LARGE = new PrimeField(PrimeField.MERSENNE_61);

    @Provide
    Arbitrary<Value.Matrix<Rational>> thin() {
        Arbitrary<Rational> entry = Combinators.combine(Arbitraries.integers().between(-3, 3), Arbitraries.integers().between(1, 3)).as((n, d) -> Rational.of(n, d));
        return Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 6))
                .as((m, n, r) -> new int[] {m, n, r}).flatMap(size -> Combinators.combine(entry.list().ofSize(size[0] * size[2]), entry.list().ofSize(size[2] * size[1]))
                        .as((a, b) -> EXACT.product(new Value.Matrix<>(size[0], size[2], a), new Value.Matrix<>(size[2], size[1], b))));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void every_elimination_finds_the_same_rank_and_a_minor_that_is_not_zero(@ForAll("thin") Value.Matrix<Rational> matrix) {
        int rank = Elimination.rank(matrix);
        for (Rank.Witness witness : List.of(Rank.witness(matrix), Rank.modulo(matrix, SMALL), Rank.modulo(matrix, LARGE))) {
            assertEquals(rank, witness.rank());
            List<Rational> minor = new ArrayList<>();
            for (int row : witness.rows()) for (int column : witness.columns()) minor.add(matrix.at(row, column));
            assertTrue(!EXACT.determinant(new Value.Matrix<>(rank, rank, minor)).isZero());
        }
    }

    /** A product of random factors, entries up to 1e4. */
    private static Value.Matrix<Rational> planted(int rows, int columns, int rank, long seed) {
        Random random = new Random(seed);
        long[][] left = new long[rows][rank];
        long[][] right = new long[rank][columns];
        for (long[] row : left) for (int k = 0; k < rank; k++) row[k] = random.nextInt(-9, 10);
        for (long[] row : right) for (int k = 0; k < columns; k++) row[k] = random.nextInt(-9, 10);
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) {
                long sum = 0;
                for (int k = 0; k < rank; k++) sum += left[i][k] * right[k][j];
                entries.add(Rational.of(sum, 7));
            }
        return new Value.Matrix<>(rows, columns, entries);
    }

    @Example
    void planted_ranks_are_found_at_larger_sizes() {
        for (int rank : new int[] {0, 1, 13, 59}) {
            var matrix = planted(60, 80, rank, 5 + rank);
            assertEquals(rank, Rank.exact(matrix));
            assertEquals(rank, Rank.modulo(matrix, SMALL).rank());
            assertEquals(rank, Rank.modulo(matrix, LARGE).rank());
        }
        assertEquals(200, Rank.exact(planted(200, 200, 210, 3)));
    }

    @Example
    void a_determinant_that_the_prime_divides_does_not_fool_the_rank_over_the_rationals() {
        for (PrimeField field : List.of(SMALL, LARGE)) {
            int n = 25;
            List<Rational> entries = new ArrayList<>();
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) entries.add(Rational.of(i == j || i < 2 && j < 2 ? 1 : 0));
            entries.set(n + 1, Rational.of(1 + field.prime()));
            var matrix = new Value.Matrix<>(n, n, entries);
            assertEquals(n - 1, Rank.modulo(matrix, field).rank());
            assertEquals(n, Rank.exact(matrix));
        }
    }

    @Example
    void a_denominator_that_the_prime_divides_is_told() {
        var matrix = new Value.Matrix<>(1, 1, List.of(Rational.of(1, PrimeField.MERSENNE_31)));
        assertThrows(NotRepresentable.class, () -> Rank.modulo(matrix, SMALL));
        assertEquals(1, Rank.modulo(matrix, LARGE).rank());
    }

    @Example
    void matricizations_of_a_sum_of_outer_products_have_at_most_as_many_ranks() {
        Matrices<Rational> matrices = EXACT;
        Value<Rational> sum = new Value.Tensor<>(List.of(3, 2, 4), java.util.Collections.nCopies(24, Rational.ZERO));
        for (int r = 1; r <= 2; r++) {
            List<Value<Rational>> vectors = new ArrayList<>();
            for (int size : List.of(3, 2, 4)) {
                List<Rational> vector = new ArrayList<>();
                for (int i = 0; i < size; i++) vector.add(Rational.of((long) Math.pow(i + 1, r) + size));
                vectors.add(Value.vector(vector));
            }
            sum = matrices.add(sum, matrices.outer(vectors));
        }
        Value.Tensor<Rational> tensor = (Value.Tensor<Rational>) sum;
        for (Set<Integer> modes : List.of(Set.of(0), Set.of(1), Set.of(2), Set.of(0, 1), Set.of(0, 2)))
            assertEquals(2, Rank.exact(matrices.matricize(tensor, modes)));
        assertEquals(1, Rank.exact(matrices.matricize(tensor, Set.of())));
        assertEquals(List.of(6, 4), matrices.matricize(tensor, Set.of(0, 1)).shape());
        // Entry (i, j, k) is found in row (i, k) and column j.
        assertEquals(tensor.entries().get(2 * 8 + 4 + 3), matrices.matricize(tensor, Set.of(2, 0)).at(2 * 4 + 3, 1));
        assertThrows(Undefined.class, () -> matrices.matricize(tensor, Set.of(3)));
    }
}
