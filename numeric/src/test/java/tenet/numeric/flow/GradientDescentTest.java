package tenet.numeric.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Doubles;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

class GradientDescentTest {
    /** W[2] W[1] towards E11, from two shears: the example with the step worked out by hand. */
    private static VectorField shears() {
        Term layer = Term.symbol("W", Systems.SQUARE, Term.index("l"));
        Range depth = new Range("l", Term.number(1), Term.number(2));
        Term product = Term.big(BigOperator.CHAIN, depth, layer);
        Term target = new Term.MatrixLiteral(List.of(List.of(Term.number(1), Term.number(0)), List.of(Term.number(0), Term.number(0))));
        Term loss = Term.multiply(Term.number(Rational.of(1, 2)), Term.power(Term.apply(Operator.NORM, Term.subtract(product, target)), Term.number(2)));
        Signature signature = new Signature(List.of(new Declaration.Variable("W", List.of(depth), Systems.SQUARE, Declaration.Motion.FIXED),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(loss, Optional.empty()))));
        return new VectorField(new PrimitiveTerms(signature), Instance.EMPTY.with("W", List.of(1), Systems.matrix("1", "2", "0", "1"))
                .with("W", List.of(2), Systems.matrix("1", "0", "1", "1")));
    }

    @Test
    void balancedness_is_conserved_by_the_flow_and_not_by_a_step_of_gradient_descent() {
        VectorField field = shears();
        assertTrue(new Motion(field).until(1).drift(Systems.unbalancedness()).largest() < 1e-8);
        Rational step = Rational.of(1, 10);
        Evaluation<Rational> before = new Evaluation<>(new Rationals(), field.primitives().signature(), field.instance());
        Evaluation<Rational> after = new Evaluation<>(new Rationals(), field.primitives().signature(), new GradientDescent(field, step).exactly(1));
        Value<Rational> change = new Matrices<>(new Rationals()).subtract(after.evaluate(Systems.unbalancedness()), before.evaluate(Systems.unbalancedness()));
        // step^2 [[39, 13], [13, 3]], exactly.
        assertEquals(Systems.matrix("39/100", "13/100", "13/100", "3/100"), change);
    }

    @Test
    void a_smaller_step_drifts_less_and_follows_the_flow() {
        VectorField field = shears();
        double[] drift = new double[2];
        double flow = new Evaluation<>(field.primitives(), new Motion(field).until(1).at(1)).evaluate(Term.apply(Operator.TRACE, Systems.unbalancedness())).entries().getFirst();
        for (int i = 0; i < 2; i++) {
            int steps = 100 << i;
            List<GradientDescent.Point> points = new GradientDescent(field, Rational.of(1, steps)).run(steps, 50);
            assertEquals(List.of(0, 50, 100), points.subList(0, 3).stream().map(GradientDescent.Point::steps).toList());
            double last = new Evaluation<>(field.primitives(), points.getLast().state()).evaluate(Term.apply(Operator.TRACE, Systems.unbalancedness())).entries().getFirst();
            drift[i] = Math.abs(last - flow);
        }
        assertEquals(2, drift[0] / drift[1], 0.3, "the drift is of first order in the step");
    }

    @Test
    void exact_and_floating_point_steps_agree_and_an_explosion_ends_the_run() {
        VectorField field = shears();
        Instance exact = new GradientDescent(field, Rational.of(1, 16)).exactly(2);
        var state = new GradientDescent(field, Rational.of(1, 16)).run(2, 1).getLast().state();
        Term trace = Term.apply(Operator.TRACE, Systems.unbalancedness());
        assertEquals(new Evaluation<>(new Doubles(), field.primitives().signature(), exact).evaluate(trace).entries().getFirst(),
                new Evaluation<>(field.primitives(), state).evaluate(trace).entries().getFirst(), 1e-12);
        List<GradientDescent.Point> exploding = new GradientDescent(Systems.scalar(Term.power(Systems.x(), Term.number(3)), "10"), Rational.ONE).run(100, 1);
        assertTrue(exploding.size() < 20);
    }
}
