package tenet.properties.construction;

import java.util.List;

/**
 * The registry, in the order of their work: structure first, single equations next, inequalities last. Recursions are
 * carried out first, so that the others see their values, and again last, because the others change what they start from.
 */
public final class Constructors {
    private static final List<HypothesisConstructor> ALL = List.of(new Recursions(), new Subgraphs(), new ExtremeFunctions(false), new Distributions(),
            new SimpleBounds(false), new RationalPowers(), new LogarithmicEquations(), new Orthonormal(), new BalancedChain(), new EqualNorms(),
            new SingularValues(), new NormAndDeterminant(), new DeterminantSign(), new SingularTriple(), new Resemblance(), new SimpleBounds(true),
            new Equations(), new SmallNorm(), new Inequalities(), new SingularBound(), new QuadraticBound(), new LateMoves(), new ExtremeFunctions(true),
            new TriangleConstant(), new DefinedConstants(), new Recursions());

    private Constructors() {
    }

    /** The constructors for the hypotheses of a statement. */
    public static List<HypothesisConstructor> of(Premises premises) {
        return ALL.stream().filter(constructor -> constructor.applies(premises)).toList();
    }
}
