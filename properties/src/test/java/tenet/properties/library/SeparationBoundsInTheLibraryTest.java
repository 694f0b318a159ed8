package tenet.properties.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.graph.Generators;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.WalkIndex;
import tenet.numeric.graph.separation.ProductNetwork;
import tenet.numeric.graph.separation.SeparationBounds;
import tenet.numeric.linear.Value;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;
import tenet.theorems.Library;

/** What {@code tenet separation-rank} prints as upper bounds is what the theorems of the library state. */
class SeparationBoundsInTheLibraryTest {
    private final Library library = Library.builtIn();

    @Test
    void the_exponents_for_a_vertex_are_those_of_the_theorems() {
        for (int seed = 1; seed <= 12; seed++) {
            ProductNetwork network = network(seed);
            for (int target = 0; target < network.graph().vertices(); target++) {
                SeparationBounds bounds = SeparationBounds.of(network, set(seed), OptionalInt.of(target));
                assertThat(exponent("gnn.sep-rank.upper-sum", network, set(seed), target)).isEqualTo(bounds.summedExponent());
                assertThat(exponent("gnn.sep-rank.upper.two", network, set(seed), target)).isEqualTo(bounds.doubledExponent());
                assertThat(exponent("gnn.sep-rank.upper", network, set(seed), target)).isEqualTo(bounds.publishedExponent());
            }
        }
    }

    @Test
    void the_exponents_for_the_graph_are_those_of_the_theorems() {
        for (int seed = 1; seed <= 12; seed++) {
            SeparationBounds bounds = SeparationBounds.of(network(seed), set(seed), OptionalInt.empty());
            assertThat(exponent("gnn.sep-rank.upper-sum.graph", network(seed), set(seed), 0)).isEqualTo(bounds.summedExponent());
            assertThat(exponent("gnn.sep-rank.upper.for-graph", network(seed), set(seed), 0)).isEqualTo(bounds.doubledExponent());
        }
    }

    private static ProductNetwork network(int seed) {
        Graph graph = Generators.erdosRenyi(4 + seed % 3, 3 + seed % 4, seed);
        return ProductNetwork.random(graph, 1 + seed % 4, 2, 2, seed);
    }

    private static BitSet set(int seed) {
        BitSet set = new BitSet();
        set.set(0, 1 + seed % 3);
        return set;
    }

    /** The exponent in {@code rank(...) <= D^exponent}, where r counts the walks from the boundary. */
    private BigInteger exponent(String id, ProductNetwork network, BitSet set, int target) {
        Claim claim = library.find(id).orElseThrow().claim();
        Formula conclusion = claim.statement().conclusion();
        Substitution here = Substitution.of("i", Term.number(target + 1));
        while (conclusion instanceof Formula.ForAll all) {
            if (all.range().high().equals(Term.symbol("n", Sort.INT))) here = Substitution.of(all.range().index(), Term.number(target + 1));
            conclusion = all.body();
        }
        if (!(conclusion instanceof Formula.Relation(Comparison comparison, Term rank, Term bound)) || comparison != Comparison.AT_MOST
                || !(bound instanceof Term.Apply power) || power.operator() != Operator.POWER) throw new AssertionError(id + " says " + conclusion);
        WalkIndex walks = new WalkIndex(network.graph());
        Instance instance = Instance.EMPTY.with("L", network.depth()).with("n", network.graph().vertices());
        for (int l = 0; l <= network.depth(); l++) {
            BigInteger[] counts = walks.walksFrom(walks.boundary(set), l);
            for (int i = 0; i < counts.length; i++) instance = instance.with("r", List.of(l, i + 1), Value.number(counts[i].longValueExact()));
        }
        Value<Rational> value = new Evaluation<>(new Rationals(), claim.statement().signature(), instance).evaluate(here.apply(power.argument(1)));
        return ((Value.Scalar<Rational>) value).number().numerator();
    }
}
