package tenet.properties.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * The start that the hypotheses of a statement spell out: equations {@code NAME = term} or
 * {@code for l in a..b: W[l] = term}, whose terms have exact values from those before. {@code given} serves for what
 * stands still, {@code given initially} for what moves.
 */
public final class GivenStart {
    private static final long LONGEST = 10_000;

    private final PrimitiveTerms primitives;
    private Instance instance = Instance.EMPTY;

    private GivenStart(Signature signature) {
        this.primitives = new PrimitiveTerms(signature);
    }

    /** @throws IllegalArgumentException when a declared parameter or variable is given no value, naming it */
    public static Instance of(Statement statement) {
        GivenStart start = new GivenStart(statement.signature());
        for (Hypothesis hypothesis : statement.hypotheses())
            if (hypothesis.when() != Hypothesis.When.ALWAYS) start.read(hypothesis.formula());
        for (Declaration declaration : statement.signature().declarations()) {
            boolean valued = declaration instanceof Declaration.Parameter || declaration instanceof Declaration.Variable;
            if (valued && !start.instance.values().containsKey(declaration.name()))
                throw new IllegalArgumentException(declaration.name() + " has no value: an experiment needs 'given initially start: " + declaration.name() + " = ...'");
        }
        return start.instance;
    }

    private void read(Formula formula) {
        switch (formula) {
            case Formula.Relation(Comparison comparison, Term.Symbol symbol, Term value) when comparison == Comparison.EQUAL -> assign(symbol, value);
            case Formula.Relation ignored -> { }
            case Formula.And(List<Formula> parts) -> parts.forEach(this::read);
            case Formula.ForAll(Range range, Formula body) when range.upper().isPresent() -> {
                Evaluation<Rational> here = here();
                try {
                    long low = here.integer(range.low());
                    long high = here.integer(range.high());
                    for (long i = low; i <= high && high - low < LONGEST; i++) read(Formula.substitute(Substitution.of(range.index(), Term.number(Rational.of(i))), body));
                } catch (NoValue unknown) {
                    // A condition on what is not given here; what is missing is told at the end.
                }
            }
            case Formula.ForAll ignored -> { }
            case Formula.ForEvery ignored -> { }
            case Formula.Initially(Formula body) -> read(body);
        }
    }

    private Evaluation<Rational> here() {
        return new Evaluation<>(primitives, State.of(new Rationals(), instance));
    }

    private void assign(Term.Symbol symbol, Term value) {
        Optional<Declaration> declared = primitives.signature().find(symbol.name());
        if (declared.isEmpty() || !(declared.get() instanceof Declaration.Parameter || declared.get() instanceof Declaration.Variable)) return;
        try {
            List<Integer> at = symbol.indices().stream().map(index -> Math.toIntExact(here().integer(index))).toList();
            Value<Rational> exact = here().evaluate(value);
            if (instance.values().getOrDefault(symbol.name(), Map.of()).containsKey(at)) return;
            instance = instance.with(symbol.name(), at, exact);
        } catch (NoValue unknown) {
            // As above.
        }
    }
}
