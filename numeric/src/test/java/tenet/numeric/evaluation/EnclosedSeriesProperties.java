package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenet.numeric.algebra.Dual;
import tenet.numeric.algebra.Duals;
import tenet.numeric.algebra.Interval;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Series;
import tenet.numeric.algebra.TaylorSeries;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Compiled Taylor coefficients of x' = f(x, y), y' = g(x, y) contain the exact ones, computed over the rationals. */
class EnclosedSeriesProperties {
    private static final int ORDER = 4;
    private static final PrimitiveTerms PRIMITIVES = new PrimitiveTerms(RandomTerms.SIGNATURE);

    private static List<Tape.Input> inputs(Instance instance) {
        return List.of(new Tape.Input("x", List.of(), instance.value("x", List.of()).orElseThrow()),
                new Tape.Input("y", List.of(), instance.value("y", List.of()).orElseThrow()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void coefficients_and_slopes_contain_the_exact_ones(@ForAll long seed) {
        RandomTerms random = new RandomTerms(seed);
        Instance instance = random.instance();
        List<Term> velocity = List.of(random.scalar(2), Term.add(random.scalar(2), Term.symbol("x", Sort.REAL)));
        Optional<EnclosedSeries> compiled;
        List<List<Dual<Rational>>> exact;
        try {
            compiled = EnclosedSeries.compile(instance, inputs(instance), velocity.stream().map(PRIMITIVES::of).toList());
            exact = exact(instance, velocity);
        } catch (NoValue none) {
            return;
        }
        if (compiled.isEmpty()) return;
        List<Interval> box = inputs(instance).stream().map(input -> Interval.of(input.like().entries().getFirst())).toList();
        EnclosedSeries.Expansion thin = compiled.get().expand(box, ORDER, true);
        Random margins = new Random(seed);
        List<Interval> around = box.stream().map(side -> side.plus(new Interval(-margins.nextDouble(), margins.nextDouble()))).toList();
        EnclosedSeries.Expansion wide = compiled.get().expand(around, ORDER, true);
        for (int k = 0; k <= ORDER; k++)
            for (int i = 0; i < 2; i++) {
                Dual<Rational> here = exact.get(k).get(i);
                Interval coefficient = thin.coefficient(k, i);
                assertTrue(coefficient.contains(here.value()), () -> velocity + ": " + coefficient + " misses " + here.value());
                assertTrue(wide.coefficient(k, i).contains(here.value()));
                for (int j = 0; j < 2; j++) {
                    assertTrue(thin.slope(k, i, j).contains(here.slopes().get(j)), () -> velocity + " misses the slope " + here);
                    assertTrue(wide.slope(k, i, j).contains(here.slopes().get(j)));
                }
            }
    }

    private static List<List<Dual<Rational>>> exact(Instance instance, List<Term> velocity) {
        Duals<Rational> duals = new Duals<>(new Rationals(), 2);
        List<List<Dual<Rational>>> coefficients = new ArrayList<>();
        List<Dual<Rational>> start = new ArrayList<>();
        for (Tape.Input input : inputs(instance)) start.add(duals.variable(input.like().entries().getFirst(), start.size()));
        coefficients.add(start);
        for (int k = 0; k < ORDER; k++) {
            TaylorSeries<Dual<Rational>> algebra = new TaylorSeries<>(duals, k);
            List<Value<Series<Dual<Rational>>>> at = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int component = i;
                at.add(Value.scalar(new Series<>(coefficients.stream().map(power -> power.get(component)).toList())));
            }
            var state = State.of(algebra, instance).moved(Map.of("x", Map.of(List.of(), at.get(0)), "y", Map.of(List.of(), at.get(1))));
            List<Dual<Rational>> next = new ArrayList<>();
            for (Term component : velocity) {
                Series<Dual<Rational>> series = new Evaluation<>(PRIMITIVES, state).evaluate(component).entries().getFirst();
                next.add(duals.divide(series.coefficient(k), duals.of(Rational.of(k + 1))));
            }
            coefficients.add(next);
        }
        return coefficients;
    }

    @Example
    void what_overflows_is_entire_and_zeros_stay_exact() {
        Instance instance = Instance.EMPTY.with("x", 0).with("y", 0);
        Term square = Term.power(Term.symbol("x", Sort.REAL), Term.number(2));
        EnclosedSeries series = EnclosedSeries.compile(instance, inputs(instance), List.of(PRIMITIVES.of(square), Term.symbol("x", Sort.REAL))).orElseThrow();
        assertEquals(Interval.ZERO, series.expand(List.of(Interval.ZERO, Interval.ONE), 5, false).coefficient(5, 0));
        assertEquals(Interval.ENTIRE, series.expand(List.of(Interval.of(1e200), Interval.ONE), 3, false).coefficient(2, 0));
        assertEquals(Interval.ENTIRE, series.expand(List.of(Interval.ENTIRE, Interval.ONE), 1, false).coefficient(1, 0));
        Interval tiny = series.expand(List.of(Interval.of(1e-200), Interval.ONE), 1, false).coefficient(1, 0);
        assertTrue(tiny.low() <= 0 && tiny.high() > 0 && tiny.high() < 1e-290, tiny::toString);
        assertTrue(EnclosedSeries.compile(instance, inputs(instance), List.of(Term.apply(Operator.EXPONENTIAL, square), square)).isEmpty());
    }
}
