package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class MatrixProductTest {
    @Test
    void products_of_all_small_shapes_are_right() {
        MatrixProduct product = new MatrixProduct();
        Random random = new Random(1);
        int[] sizes = {1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 18};
        for (int m : sizes) for (int k : sizes) for (int n : sizes) {
            // Integers: every order of summation is exact.
            double[] x = new double[3 + m * k + k * n + m * n];
            for (int i = 0; i < x.length; i++) x[i] = random.nextInt(-9, 10);
            int b = 3 + m * k;
            int out = b + k * n;
            product.multiply(x, out, 3, b, m, k, n);
            for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) sum += x[3 + i * k + l] * x[b + l * n + j];
                assertEquals(sum, x[out + i * n + j], m + " x " + k + " x " + n + " at " + i + "," + j);
            }
        }
    }

    private static final Range DEPTH = new Range("l", Term.number(1), Term.index("L"));

    private static Instance network(int... widths) {
        Instance instance = Instance.EMPTY.with("L", widths.length - 1);
        for (int l = 1; l < widths.length; l++) {
            List<Rational> entries = new ArrayList<>();
            for (int i = 0; i < widths[l] * widths[l - 1]; i++) entries.add(Rational.of((7 * i + l) % 5 - 2, 3));
            instance = instance.with("W", List.of(l), new Value.Matrix<>(widths[l], widths[l - 1], entries));
        }
        return instance;
    }

    private static long products(Instance instance, List<Term> terms) {
        List<Tape.Input> inputs = instance.values().get("W").entrySet().stream().map(member -> new Tape.Input("W", member.getKey(), member.getValue())).toList();
        return Tape.compile(instance, inputs, terms).orElseThrow().operations().getOrDefault(Step.Op.MULTIPLY, 0L);
    }

    @Test
    void the_gradients_of_all_layers_share_their_products() {
        Sort square = Sort.matrix(Term.number(3), Term.number(3));
        Term end = Term.big(BigOperator.CHAIN, DEPTH, Term.symbol("W", square, Term.index("l")));
        Term loss = Term.multiply(Term.number(Rational.of(1, 2)), Term.power(Term.apply(Operator.NORM, end), Term.number(2)));
        Signature signature = new Signature(List.of(new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
                new Declaration.Variable("W", List.of(DEPTH), square, Declaration.Motion.FIXED),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(loss, Optional.empty()))));
        for (int depth : new int[] {1, 2, 3, 6}) {
            int[] widths = new int[depth + 1];
            Arrays.fill(widths, 3);
            Instance instance = network(widths);
            PrimitiveTerms primitives = new PrimitiveTerms(signature);
            List<Term> velocities = new ArrayList<>();
            for (int l = 1; l <= depth; l++) velocities.add(primitives.velocity((Term.Symbol) Term.symbol("W", square, Term.number(l))));
            assertEquals(3 * (depth - 1), products(instance, velocities), "depth " + depth);
        }
    }

    @Test
    void a_network_meets_a_vector_first() {
        Instance instance = network(1, 9, 9, 9, 2);
        Term chain = Term.big(BigOperator.CHAIN, DEPTH, Term.symbol("W", Sort.matrix(Term.number(9), Term.number(9)), Term.index("l")));
        List<Tape.Input> inputs = instance.values().get("W").entrySet().stream().map(member -> new Tape.Input("W", member.getKey(), member.getValue())).toList();
        Tape tape = Tape.compile(instance, inputs, List.of(chain)).orElseThrow();
        assertEquals(Map.of(Step.Op.MULTIPLY, 3L), tape.operations());
        assertEquals(2 * 9 + 2 * 9 * 9, tape.multiplications());
    }
}
