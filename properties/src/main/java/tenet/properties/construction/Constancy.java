package tenet.properties.construction;

import java.util.HashSet;
import java.util.Set;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;

/** What moves, and how that is known; and whether a formula says the same at all times: then what holds at the start need not be looked at again. */
public final class Constancy {
    private Constancy() {
    }

    /** Whether nothing in the formula moves, not in the definitions and function bodies that it uses either. */
    public static boolean isConstant(Formula formula, Signature signature) {
        return Formula.freeNames(formula).stream().noneMatch(name -> moves(name, signature, new HashSet<>()));
    }

    /** Whether it is a variable that moves in an unknown way: no flow says how. */
    public static boolean movesFreely(Declaration declaration, Signature signature) {
        return declaration instanceof Declaration.Variable variable && variable.motion() == Declaration.Motion.MOVING && signature.flow(variable.name()).isEmpty();
    }

    private static boolean moves(String name, Signature signature, Set<String> seen) {
        if (!seen.add(name)) return false;
        return signature.find(name).map(declaration -> switch (declaration) {
            case Declaration.Parameter ignored -> false;
            case Declaration.Variable variable -> variable.motion() == Declaration.Motion.MOVING || signature.flow(name).isPresent();
            case Declaration.Function function -> function.mentions().stream().anyMatch(inner -> moves(inner, signature, seen));
            case Declaration.Definition definition -> definition.mentions().stream().anyMatch(inner -> moves(inner, signature, seen));
            case Declaration.Flow ignored -> true;
        }).orElse(false);
    }
}
