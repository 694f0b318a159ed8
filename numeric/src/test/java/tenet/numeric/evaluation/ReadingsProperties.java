package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenet.numeric.algebra.Algebra;
import tenet.numeric.algebra.Dual;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.Intervals;

import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** One definition, several readings: they agree on random terms and instances, ten of each per try. */
class ReadingsProperties {
    private static final int EACH = 10;
    private static final PrimitiveTerms PRIMITIVES = new PrimitiveTerms(RandomTerms.SIGNATURE);
    private static final List<String> MOVING = List.of("x", "y", "A", "B", "v", "W");

    private static <E> Optional<E> in(Algebra<E> algebra, Instance instance, Term term) {
        try {
            return Optional.of(new Evaluation<>(PRIMITIVES, State.of(algebra, instance)).evaluate(term).entries().getFirst());
        } catch (NoValue none) {
            return Optional.empty();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void the_readings_of_a_term_agree(@ForAll long seed) {
        RandomTerms random = new RandomTerms(seed);
        for (int i = 0; i < EACH; i++) {
            Instance instance = random.instance();
            Term term = random.scalar(i % 4);
            Optional<Rational> exact = in(new Rationals(), instance, term);
            Optional<Interval> interval = in(new Intervals(), instance, term);
            Optional<Double> near = in(new Doubles(), instance, term);
            exact.ifPresent(value -> interval.ifPresent(enclosure -> assertTrue(enclosure.contains(value), () -> term + ": " + enclosure + " misses " + value)));
            // Inner values may be larger than the outcome: the width of the enclosure knows how much.
            interval.filter(Interval::isFinite).ifPresent(enclosure -> near.ifPresent(value -> {
                double slack = 4 * enclosure.width() + 1e-13 * enclosure.magnitude();
                assertTrue(enclosure.low() - slack <= value && value <= enclosure.high() + slack, () -> term + ": " + value + " is far from " + enclosure);
            }));
            for (long prime : new long[] {PrimeField.MERSENNE_31, PrimeField.MERSENNE_61}) {
                PrimeField field = new PrimeField(prime);
                Optional<Long> residue = in(field, instance, term);
                // A field has less than the rationals, and agrees where it has.
                if (residue.isPresent()) assertEquals(exact.map(field::of), residue, () -> "modulo " + prime + ": " + term);
            }
            tape(instance, term, near, interval, i < 3);
        }
    }

    private static void tape(Instance instance, Term term, Optional<Double> near, Optional<Interval> interval, boolean slopes) {
        List<Tape.Input> inputs = inputs(instance);
        Optional<Tape> compiled;
        double[] value = new double[1];
        double[] point = point(inputs);
        double[] gradient = new double[point.length];
        try {
            compiled = Tape.compile(instance, inputs, List.of(PRIMITIVES.of(term)));
            assertTrue(compiled.isPresent(), () -> "not compiled: " + term);
            compiled.get().values(point, value);
        } catch (NoValue none) {
            assertTrue(near.isEmpty() || interval.isEmpty(), () -> "no value: " + term);
            return;
        }
        // Determinants and inverses are computed in another way than in the interpreter. Without a finite enclosure the numbers are
        // too ill-conditioned for one to judge the other.
        Optional<Interval> enclosure = interval.filter(Interval::isFinite);
        if (near.isEmpty() || enclosure.isEmpty()) return;
        double slack = 1e-9 * Math.max(1, Math.abs(near.get())) + 1000 * enclosure.get().width();
        assertEquals(near.get(), value[0], slack, term::toString);
        if (!slopes) return;
        // Over intervals a kink is met for certain, or for certain not.
        Duals<Interval> duals = new Duals<>(new Intervals(), point.length);
        try {
            compiled.get().gradient(point, new double[] {1}, value, gradient);
            Dual<Interval> dual = new Evaluation<>(PRIMITIVES, State.of(duals, instance).moved(moved(duals, inputs))).evaluate(term).entries().getFirst();
            double scale = 1;
            for (Interval slope : dual.slopes()) scale = Math.max(scale, slope.magnitude());
            for (int k = 0; k < gradient.length; k++) {
                Interval slope = dual.slopes().get(k);
                if (slope.isFinite()) assertEquals(slope.middle(), gradient[k], 1e-9 * scale + 1000 * slope.width(), term::toString);
            }
        } catch (NoValue kink) {
            // Slopes at kinks, and of inverses of nearly singular matrices, are told by neither.
        }
    }

    private static Map<String, Map<List<Integer>, Value<Dual<Interval>>>> moved(Duals<Interval> duals, List<Tape.Input> inputs) {
        Map<String, Map<List<Integer>, Value<Dual<Interval>>>> moved = new HashMap<>();
        int direction = 0;
        for (Tape.Input input : inputs) {
            List<Dual<Interval>> entries = new ArrayList<>();
            for (Rational entry : input.like().entries()) entries.add(duals.variable(Interval.of(entry), direction++));
            moved.computeIfAbsent(input.name(), ignored -> new HashMap<>()).put(input.indices(), input.like().with(entries));
        }
        return moved;
    }

    private static List<Tape.Input> inputs(Instance instance) {
        List<Tape.Input> inputs = new ArrayList<>();
        for (String name : MOVING)
            instance.values().get(name).entrySet().stream().sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(List::toString)))
                    .forEach(member -> inputs.add(new Tape.Input(name, member.getKey(), member.getValue())));
        return inputs;
    }

    private static double[] point(List<Tape.Input> inputs) {
        return inputs.stream().flatMap(input -> input.like().entries().stream()).mapToDouble(Doubles::nearest).toArray();
    }

    @Example
    void a_network_of_a_hundred_units_is_compiled_and_agrees() {
        int n = 100;
        Sort square = Sort.matrix(Term.index("n"), Term.index("n"));
        Range depth = new Range("l", Term.number(1), Term.number(3));
        Signature signature = new Signature(List.of(new Declaration.Parameter("n", List.of(), Sort.INT, List.of()),
                new Declaration.Variable("W", List.of(depth), square, Declaration.Motion.FIXED)));
        Random random = new Random(1);
        Instance instance = Instance.EMPTY.with("n", n);
        for (int l = 1; l <= 3; l++) {
            List<Rational> entries = new ArrayList<>();
            for (int i = 0; i < n * n; i++) entries.add(Rational.of(random.nextInt(-8, 9), 64));
            instance = instance.with("W", List.of(l), new Value.Matrix<>(n, n, entries));
        }
        Term term = Term.power(Term.apply(Operator.NORM, Term.big(BigOperator.CHAIN, depth, Term.symbol("W", square, Term.index("l")))), Term.number(2));
        Instance whole = instance;
        List<Tape.Input> inputs = whole.values().get("W").entrySet().stream().map(member -> new Tape.Input("W", member.getKey(), member.getValue())).toList();
        Tape tape = Tape.compile(whole, inputs, List.of(term)).orElseThrow();
        double[] value = new double[1];
        tape.values(point(inputs), value);
        assertEquals(new Evaluation<>(new Doubles(), signature, whole).evaluate(term).entries().getFirst(), value[0], 1e-9 * value[0]);
        assertEquals(Map.of(Step.Op.MULTIPLY, 2L, Step.Op.SQUARES, 1L), tape.operations());
        assertEquals(value[0], copied(tape, point(inputs)));
    }

    private static double copied(Tape tape, double[] point) {
        double[] value = new double[1];
        tape.copy().values(point, value);
        return value[0];
    }

    @Example
    void what_is_not_compiled_is_told() {
        Instance instance = new RandomTerms(1).instance();
        Term nuclear = Term.apply(Operator.NUCLEAR_NORM, Term.symbol("A", Sort.matrix(RandomTerms.N, RandomTerms.N)));
        assertTrue(Tape.compile(instance, inputs(instance), List.of(nuclear)).isEmpty());
        assertTrue(Tape.compile(instance, List.of(), List.of(nuclear)).isPresent(), "a constant is computed ahead");
    }
}
