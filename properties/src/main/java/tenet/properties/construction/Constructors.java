package tenet.properties.construction;

import java.util.List;

/** The registry, in the order of their work: structure first, single equations next, inequalities last. */
public final class Constructors {
    private static final List<HypothesisConstructor> ALL = List.of(new SimpleBounds(), new BalancedChain(), new EqualNorms(),
            new SingularValues(), new DeterminantSign(), new SingularTriple(), new Equations(), new Inequalities(), new TriangleConstant());

    private Constructors() {
    }

    /** The constructors for the hypotheses of a statement. */
    public static List<HypothesisConstructor> of(Premises premises) {
        return ALL.stream().filter(constructor -> constructor.applies(premises)).toList();
    }
}
