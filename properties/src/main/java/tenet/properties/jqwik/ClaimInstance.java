package tenet.properties.jqwik;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import tenet.numeric.algebra.Intervals;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Doubt;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.Outcome;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Value;
import tenet.properties.falsification.InstanceText;
import tenet.properties.sampling.StandardProbes;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

/**
 * Exact values for all that a claim declares, on which its hypotheses hold. As text it is an instance that can be pasted into the
 * file of the claim.
 */
public record ClaimInstance(Statement statement, Instance values) {
    /**
     * The value of a parameter or variable, or of a member of a family.
     *
     * @throws NoSuchElementException when the claim declares no such thing, or the family has no such member here
     */
    public Value<Rational> value(String name, int... indices) {
        List<Integer> place = Arrays.stream(indices).boxed().toList();
        return values.value(name, place).orElseThrow(() -> new NoSuchElementException(name + place + " has no value in " + statement.id()));
    }

    /** The value of a number. @throws NoSuchElementException as {@link #value}, and when it is no number */
    public Rational number(String name, int... indices) {
        Value<Rational> value = value(name, indices);
        if (!value.isNumber()) throw new NoSuchElementException(name + " is no number in " + statement.id());
        return value.entries().getFirst();
    }

    /** A matrix by rows, or a vector as rows of one entry, rounded. @throws NoSuchElementException as {@link #value}, and for tensors */
    public double[][] matrix(String name, int... indices) {
        Value<Rational> value = value(name, indices);
        List<Integer> shape = value.shape();
        if (shape.size() > 2) throw new NoSuchElementException(name + " is no matrix in " + statement.id());
        int columns = shape.size() == 2 ? shape.get(1) : 1;
        int rows = columns == 0 ? 0 : value.entries().size() / columns;
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) matrix[i][j] = value.entries().get(i * columns + j).toDouble();
        return matrix;
    }

    /**
     * Whether a formula in the names of the claim holds here: exactly, or by intervals where numbers are irrational.
     *
     * @param formula in the notation of claims, such as {@code norm(W)^2 >= 1}
     * @throws IllegalArgumentException when it cannot be read, with the reasons
     */
    public Truth truth(String formula) {
        var parsed = Parser.parseFormula(formula, statement.signature());
        return truth(parsed.value().orElseThrow(() -> new IllegalArgumentException(formula + ": " + parsed.diagnostics())));
    }

    /** Whether the conclusion of the claim holds here. */
    public Truth conclusion() {
        return truth(statement.conclusion());
    }

    /** Whether a formula in the names of the claim holds here, as {@link #truth(String)}. */
    public Truth truth(Formula formula) {
        PrimitiveTerms primitives = new PrimitiveTerms(statement.signature());
        Outcome<Rational> exact = new Evaluation<>(primitives, State.of(new Rationals(), values)).probing(StandardProbes.PROBES).evaluate(formula);
        boolean irrational = exact.doubt().map(Doubt::kind).filter(kind -> kind == Doubt.Kind.NOT_REPRESENTABLE).isPresent();
        if (!irrational) return exact.truth();
        return new Evaluation<>(primitives, State.of(new Intervals(), values)).probing(StandardProbes.PROBES).evaluate(formula).truth();
    }

    @Override
    public String toString() {
        return "instance " + statement.id() + InstanceText.lines(values, statement.signature()).stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
