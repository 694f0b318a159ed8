package tenet.numeric.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.NotRepresentable;
import tenet.symbolic.term.Rational;

class ConfirmedTest {
    @Test
    void a_wrong_singular_value_is_noticed_and_both_numbers_are_told() {
        double[][] matrix = {{3, 0}, {0, 4}};
        Confirmed.singularValues(matrix, new double[] {4, 3});
        Confirmed.singularValues(matrix, new double[] {4, Math.nextUp(3.0)});
        var wrong = assertThrows(NotRepresentable.class, () -> Confirmed.singularValues(matrix, new double[] {4, 3 + 1e-12}));
        assertTrue(wrong.getMessage().contains("disagree") && wrong.getMessage().contains("3.00000000000") && wrong.getMessage().contains(" or 3"), wrong.getMessage());
        assertThrows(NotRepresentable.class, () -> Confirmed.singularValues(matrix, new double[] {4, Double.NaN}));
        assertThrows(NotRepresentable.class, () -> Confirmed.singularValues(matrix, new double[] {4}));
    }

    @Test
    void a_wrong_eigenvalue_is_noticed() {
        double[][] matrix = {{0, 1}, {1, 0}};
        Confirmed.eigenvalues(matrix, new double[] {-1, 1});
        assertThrows(NotRepresentable.class, () -> Confirmed.eigenvalues(matrix, new double[] {1, 1}));
    }

    @Test
    void the_two_agree_on_matrices_of_all_kinds() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            int m = 1 + random.nextInt(7);
            int n = 1 + random.nextInt(7);
            int rank = random.nextInt(1 + Math.min(m, n));
            double scale = Math.pow(10, random.nextInt(-150, 151));
            double[][] left = entries(random, m, rank);
            double[][] right = entries(random, rank, n);
            List<Double> entries = new ArrayList<>();
            for (double[] row : left) for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < rank; l++) sum += row[l] * right[l][j] * Math.pow(10, -3 * l);
                entries.add(scale * sum);
            }
            assertEquals(Math.min(m, n), SingularValues.of(new Value.Matrix<>(m, n, entries)).size());
        }
    }

    private static double[][] entries(Random random, int m, int n) {
        double[][] entries = new double[m][n];
        for (double[] row : entries) for (int j = 0; j < n; j++) row[j] = random.nextGaussian();
        return entries;
    }

    @Test
    void powers_of_nearly_singular_matrices_are_confirmed() {
        Doubles doubles = new Doubles();
        Value.Matrix<Double> matrix = new Value.Matrix<>(3, 3, List.of(2.0, 1.0, 0.0, 1.0, 2.0, 0.0, 0.0, 0.0, 1e-14));
        Value.Matrix<Double> root = PsdPower.of(doubles, matrix, Rational.of(1, 2));
        Value<Double> square = new Matrices<>(doubles).product(root, root);
        for (int i = 0; i < 9; i++) assertEquals(matrix.entries().get(i), square.entries().get(i), 1e-9);
    }
}
