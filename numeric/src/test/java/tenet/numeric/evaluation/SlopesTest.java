package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;

class SlopesTest {
    private static final Signature SIGNATURE = Parser.parse("slopes.tenet", """
            theorem slopes
              param C : tensor[2 for n in 1..2]
              param a : real
              var w[n in 1..2] : real[2]
              flow w[n] follows n*w[n]
              moving var v[n in 1..2] : real[2]
              moving var E : real[2, 2]
              let y = inner(C, outer(n in 1..2, w[n]))
              show a = a
            """, name -> Optional.empty()).value().claims().getFirst().statement().signature();

    private static Value<Rational> vector(int x, int y) {
        return Value.vector(List.of(Rational.of(x), Rational.of(y)));
    }

    private static final Instance INSTANCE = Instance.EMPTY.with("a", 2)
            .with("C", new Value.Tensor<>(List.of(2, 2), List.of(Rational.of(1), Rational.of(2), Rational.of(3), Rational.of(4))))
            .with("w", List.of(1), vector(1, 1)).with("w", List.of(2), vector(1, -1))
            .with("v", List.of(1), vector(1, 0)).with("v", List.of(2), vector(3, 4))
            .withRate("v", List.of(1), vector(0, 1)).withRate("v", List.of(2), vector(4, -3))
            .with("E", Value.matrix(new String[] {"1", "0"}, new String[] {"0", "2"}))
            .withRate("E", List.of(), Value.matrix(new String[] {"1", "0"}, new String[] {"0", "1"}));

    private static Rational value(String term) {
        Formula formula = Parser.parseFormula(term + " = 0", SIGNATURE).value().orElseThrow();
        return new Evaluation<>(new Rationals(), SIGNATURE, INSTANCE).evaluate(((Formula.Relation) formula).left()).entries().getFirst();
    }

    @Test
    void the_pairing_with_an_outer_product_moves_by_the_product_rule() {
        // Each factor is a multiple of itself: the product grows at the rate 1 + 2.
        assertEquals(value("3*y"), value("y'"));
        assertEquals(value("inner(C, outer(n in 1..2, v[n]')) - inner(C, outer(n in 1..2, v[n]'))"), Rational.ZERO);
        // <C, v1' v2> + <C, v1 v2'> = (3*3 + 4*4) + (1*4 - 2*3)
        assertEquals(Rational.of(23), value("(inner(C, outer(n in 1..2, v[n])))'"));
        assertEquals(Rational.of(46), value("(a*inner(C, outer(n in 1..2, v[n])))'"));
    }

    @Test
    void norms_within_move_too() {
        // v2/|v2| turns at speed one: <C, e1 (4, -3)/5> + <C, e2 (3, 4)/5>
        assertEquals(Rational.of(23, 5), value("(inner(C, outer(n in 1..2, v[n]/norm(v[n]))))'"));
    }

    @Test
    void what_is_no_arithmetic_has_no_derivative_yet() {
        assertThrows(IllTyped.class, () -> value("(nuclear(E)*inner(C, outer(n in 1..2, v[n])))'"));
    }
}
