package tenet.symbolic.kernel;

import java.util.HashSet;
import java.util.Set;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Which terms move in time, and where a formula speaks of more than one time. Trusted; in doubt a term moves. */
final class Motion {
    private final Signature signature;

    Motion(Signature signature) {
        this.signature = signature;
    }

    /** Whether a term has one value at all times of every motion. */
    boolean constant(Term term) {
        return term.sort() instanceof Sort.Int || constant(Names.free(term), new HashSet<>());
    }

    /** Whether a function is constant in time: its body mentions nothing that moves, besides its arguments. */
    boolean constant(Declaration.Body body) {
        Set<String> names = new HashSet<>(Names.free(body.term()));
        body.formals().forEach(names::remove);
        return constant(names, new HashSet<>());
    }

    private boolean constant(Set<String> names, Set<String> seen) {
        for (String name : names) {
            if (!seen.add(name)) continue;
            boolean constant = switch (signature.find(name).orElse(null)) {
                // An index, bound or fixed.
                case null -> true;
                case Declaration.Parameter ignored -> true;
                case Declaration.Variable variable -> variable.motion() == Declaration.Motion.FIXED && signature.flow(name).isEmpty();
                case Declaration.Function function -> function.body().isEmpty() || constant(function.body().get());
                case Declaration.Definition definition -> constant(Names.free(definition.body()), seen);
                case Declaration.Flow ignored -> false;
            };
            if (!constant) return false;
        }
        return true;
    }

    /** Whether a name occurs under a derivative in time. */
    static boolean underRate(String name, Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> underRate(name, relation.left()) || underRate(name, relation.right());
            case Formula.And and -> and.parts().stream().anyMatch(part -> underRate(name, part));
            case Formula.ForAll all -> !all.range().index().equals(name) && underRate(name, all.body());
            case Formula.ForEvery every -> !every.name().equals(name) && underRate(name, every.body());
            case Formula.Initially initially -> underRate(name, initially.body());
        };
    }

    private static boolean underRate(String name, Term term) {
        if (term instanceof Term.Rate rate && Names.occursFree(name, rate.of())) return true;
        return term.children().stream().anyMatch(child -> underRate(name, child));
    }

    /** Whether a name occurs in what is said of the start. */
    static boolean ofStart(String name, Formula formula) {
        return switch (formula) {
            case Formula.Relation ignored -> false;
            case Formula.And and -> and.parts().stream().anyMatch(part -> ofStart(name, part));
            case Formula.ForAll all -> ofStart(name, all.body());
            case Formula.ForEvery every -> ofStart(name, every.body());
            case Formula.Initially initially -> Formula.freeNames(initially).contains(name);
        };
    }

    /**
     * Whether a statement speaks of one time only: no derivatives, no hypotheses about other times. Such a statement
     * about fixed variables is one about the values that moving ones have at any time.
     */
    static boolean ofOneTime(Statement statement) {
        for (Hypothesis hypothesis : statement.hypotheses())
            if (hypothesis.when() != Hypothesis.When.NOW || !ofOneTime(hypothesis.formula())) return false;
        for (Declaration declaration : statement.signature().declarations())
            if (declaration instanceof Declaration.Definition definition && rates(definition.body())
                    || declaration instanceof Declaration.Function function && function.body().filter(body -> rates(body.term())).isPresent()) return false;
        return ofOneTime(statement.conclusion());
    }

    private static boolean ofOneTime(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> !rates(relation.left()) && !rates(relation.right());
            case Formula.And and -> and.parts().stream().allMatch(Motion::ofOneTime);
            case Formula.ForAll all -> ofOneTime(all.body());
            case Formula.ForEvery every -> ofOneTime(every.body());
            case Formula.Initially ignored -> false;
        };
    }

    private static boolean rates(Term term) {
        return term instanceof Term.Rate || term.children().stream().anyMatch(Motion::rates);
    }
}
