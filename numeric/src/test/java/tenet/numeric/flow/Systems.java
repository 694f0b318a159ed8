package tenet.numeric.flow;

import static tenet.symbolic.term.Term.apply;
import static tenet.symbolic.term.Term.index;
import static tenet.symbolic.term.Term.multiply;
import static tenet.symbolic.term.Term.number;
import static tenet.symbolic.term.Term.power;
import static tenet.symbolic.term.Term.subtract;
import static tenet.symbolic.term.Term.symbol;
import static tenet.symbolic.term.Term.transpose;

import java.util.List;
import java.util.Optional;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The systems that the tests of this package move. */
final class Systems {
    static final Sort SQUARE = Sort.matrix(number(2), number(2));
    static final Term W = symbol("W", SQUARE);

    private Systems() {
    }

    /** x' = velocity, from the given start. */
    static VectorField scalar(Term velocity, String start) {
        Signature signature = new Signature(List.of(
                new Declaration.Variable("x", List.of(), Sort.REAL, Declaration.Motion.FIXED),
                new Declaration.Flow("x", List.of(), new Declaration.Law.Follows(velocity))));
        return new VectorField(new PrimitiveTerms(signature), Instance.EMPTY.with("x", Value.scalar(Rational.parse(start))));
    }

    static Term x() {
        return symbol("x", Sort.REAL);
    }

    /** p' = q, q' = -p from (1, 0). */
    static VectorField oscillator() {
        Term p = symbol("p", Sort.REAL);
        Term q = symbol("q", Sort.REAL);
        Signature signature = new Signature(List.of(
                new Declaration.Variable("p", List.of(), Sort.REAL, Declaration.Motion.FIXED),
                new Declaration.Variable("q", List.of(), Sort.REAL, Declaration.Motion.FIXED),
                new Declaration.Flow("p", List.of(), new Declaration.Law.Follows(q)),
                new Declaration.Flow("q", List.of(), new Declaration.Law.Follows(Term.negate(p)))));
        return new VectorField(new PrimitiveTerms(signature), Instance.EMPTY.with("p", 1).with("q", 0));
    }

    private static Term entry(int row, int column) {
        return apply(Operator.ENTRY, E, number(row), number(column));
    }

    private static final Term E = symbol("E", SQUARE);

    /** The 2 x 2 completion problem: entries 12 and 21 are observed as 1 and entry 22 as 0; depth L, layers given. */
    static VectorField completion(List<Value<Rational>> layers) {
        Term loss = multiply(number(Rational.of(1, 2)), Term.add(power(subtract(entry(1, 2), number(1)), number(2)),
                power(subtract(entry(2, 1), number(1)), number(2)), power(entry(2, 2), number(2))));
        Term layer = symbol("W", SQUARE, index("l"));
        Range depth = new Range("l", number(1), index("L"));
        Signature signature = new Signature(List.of(
                new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
                new Declaration.Variable("W", List.of(depth), SQUARE, Declaration.Motion.FIXED),
                new Declaration.Definition("E", List.of(), Term.big(BigOperator.CHAIN, depth, layer)),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(loss, Optional.empty()))));
        return new VectorField(new PrimitiveTerms(signature), layers(layers));
    }

    /** The same, the loss being an arbitrary function whose model is that quadratic. */
    static VectorField completionByModel(List<Value<Rational>> layers) {
        Term layer = symbol("W", SQUARE, index("l"));
        Range depth = new Range("l", number(1), index("L"));
        Signature signature = new Signature(List.of(
                new Declaration.Parameter("L", List.of(), Sort.INT, List.of()),
                new Declaration.Variable("W", List.of(depth), SQUARE, Declaration.Motion.FIXED),
                new Declaration.Function("loss", List.of(SQUARE), Sort.REAL, true, Optional.empty()),
                new Declaration.Definition("E", List.of(), Term.big(BigOperator.CHAIN, depth, layer)),
                new Declaration.Flow("W", List.of("l"), new Declaration.Law.Descends(new Term.Call("loss", List.of(E), Sort.REAL), Optional.empty()))));
        return new VectorField(new PrimitiveTerms(signature), layers(layers)
                .with("loss", new FunctionModel.Quadratic(matrix("0", "1", "1", "1"), matrix("0", "1", "1", "0"))));
    }

    private static Instance layers(List<Value<Rational>> layers) {
        Instance instance = Instance.EMPTY.with("L", layers.size());
        for (int l = 1; l <= layers.size(); l++) instance = instance.with("W", List.of(l), layers.get(l - 1));
        return instance;
    }

    static Value<Rational> matrix(String a, String b, String c, String d) {
        return Value.matrix(new String[] {a, b}, new String[] {c, d});
    }

    static Value<Rational> multipleOfIdentity(String factor) {
        return matrix(factor, "0", "0", factor);
    }

    static Term determinant() {
        return apply(Operator.DETERMINANT, E);
    }

    /** W[2]^T W[2] - W[1] W[1]^T. */
    static Term unbalancedness() {
        Term first = symbol("W", SQUARE, number(1));
        Term second = symbol("W", SQUARE, number(2));
        return subtract(multiply(transpose(second), second), multiply(first, transpose(first)));
    }
}
