package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Draws;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;

/**
 * Adds powers of linear forms to arbitrary smooth functions now and then, lest claims that hold for sums of functions of one entry,
 * or for quadratics alone, pass. Functions of which a hypothesis speaks stay as they are: their hypotheses have been seen to.
 */
final class SmoothFunctions {
    private static final int ONE_IN = 3;

    private final List<String> free;

    SmoothFunctions(Statement statement) {
        Set<String> spoken = new HashSet<>();
        for (Hypothesis hypothesis : statement.hypotheses()) spoken.addAll(Formula.freeNames(hypothesis.formula()));
        for (boolean grown = true; grown; ) {
            Set<String> more = new TreeSet<>();
            for (String name : spoken)
                statement.signature().find(name).filter(declaration -> declaration instanceof Declaration.Definition)
                        .ifPresent(definition -> more.addAll(definition.mentions()));
            grown = spoken.addAll(more);
        }
        this.free = statement.signature().declarations().stream()
                .filter(declaration -> declaration instanceof Declaration.Function function && function.smooth() && function.body().isEmpty())
                .map(Declaration::name).filter(name -> !spoken.contains(name)).toList();
    }

    /** The instance with richer functions; bounded below where the quadratics are. */
    Instance enriched(Instance instance, Draws draws) {
        Instance richer = instance;
        for (String name : free) {
            Draws own = draws.in(name + " beyond quadratics");
            if (!(instance.function(name).orElse(null) instanceof FunctionModel.Quadratic base) || !own.choices().once(ONE_IN)) continue;
            List<FunctionModel.Ridges.Ridge> ridges = new ArrayList<>();
            for (int left = 1 + own.choices().below(2); left > 0; left--) {
                int power = own.choices().below(2) == 0 ? 2 : 4;
                Rational factor = Rational.of(1, 1 + own.choices().below(3));
                Value<Rational> weights = base.weights();
                ridges.add(new FunctionModel.Ridges.Ridge(factor,
                        weights.with(MatrixDraws.entries(weights.entries().size(), () -> Rational.of(own.choices().below(5) - 1))), power));
            }
            richer = richer.with(name, new FunctionModel.Ridges(base, ridges));
        }
        return richer;
    }
}
