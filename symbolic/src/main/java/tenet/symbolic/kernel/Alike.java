package tenet.symbolic.kernel;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Whether one statement declares a moving variable, a flow or a function as another does, once terms stand for the
 * parameters of the first: {@code W[l] : real[d[l], d[l-1]]} with 2 for d is {@code W[l] : real[2, 2]}. Trusted.
 */
record Alike(Signature theirs, Substitution instance, Signature ours) {
    boolean same(Declaration declaration) {
        Optional<? extends Declaration> here = declaration instanceof Declaration.Flow ? ours.flow(declaration.name()) : ours.find(declaration.name());
        return here.isPresent() && here.get().getClass() == declaration.getClass() && sameKind(declaration, here.get())
                && same(told(declaration), told(here.get()));
    }

    /** Whether two functions have the same arguments and values. */
    boolean sameSorts(Declaration.Function there, Declaration.Function here) {
        return there.arguments().size() == here.arguments().size() && same(sorts(there), sorts(here));
    }

    private boolean same(Formula there, Formula here) {
        return Alpha.same(Formula.substitute(instance, unfolded(there, theirs)), unfolded(here, ours));
    }

    private static boolean sameKind(Declaration there, Declaration here) {
        return switch (there) {
            case Declaration.Variable variable -> here instanceof Declaration.Variable other && variable.motion() == other.motion();
            case Declaration.Function function -> here instanceof Declaration.Function other && function.smooth() == other.smooth()
                    && function.body().isPresent() == other.body().isPresent() && function.arguments().size() == other.arguments().size();
            case Declaration.Flow flow -> here instanceof Declaration.Flow other && flow.indices().size() == other.indices().size();
            case Declaration.Parameter ignored -> false;
            case Declaration.Definition ignored -> false;
        };
    }

    /** A formula that says the same of two declarations when they are alike, up to bound names. */
    private static Formula told(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Variable variable -> around(variable.indices(), new Formula.ForEvery("#value", variable.sort(), new Formula.And(List.of())));
            case Declaration.Function function -> function.body().isEmpty() ? sorts(function) : body(function, function.body().get());
            case Declaration.Flow flow -> around(flow.indices().stream().map(index -> new Range(index, Term.number(0), Term.number(0))).toList(), law(flow.law()));
            case Declaration.Parameter parameter -> throw new Rejection(parameter.name() + " is given by a term");
            case Declaration.Definition definition -> throw new Rejection(definition.name() + " is written out");
        };
    }

    private static Formula law(Declaration.Law law) {
        return switch (law) {
            case Declaration.Law.Follows(Term velocity) -> new Formula.And(List.of(Formula.equal(velocity, velocity)));
            case Declaration.Law.Descends(Term potential, Optional<Term> rate) -> {
                Term speed = rate.orElse(Term.number(1));
                yield new Formula.And(List.of(Formula.equal(potential, potential), Formula.equal(speed, speed)));
            }
        };
    }

    private static Formula sorts(Declaration.Function function) {
        Formula formula = new Formula.ForEvery("#value", function.result(), new Formula.And(List.of()));
        for (Sort sort : function.arguments().reversed()) formula = new Formula.ForEvery("#argument", sort, formula);
        return formula;
    }

    private static Formula body(Declaration.Function function, Declaration.Body body) {
        Formula formula = Formula.equal(body.term(), body.term());
        for (int i = body.formals().size() - 1; i >= 0; i--) formula = new Formula.ForEvery(body.formals().get(i), function.arguments().get(i), formula);
        return new Formula.And(List.of(formula, sorts(function)));
    }

    private static Formula around(List<Range> ranges, Formula formula) {
        for (Range range : ranges.reversed()) formula = new Formula.ForAll(range, formula);
        return formula;
    }

    private static Formula unfolded(Formula formula, Signature signature) {
        return Signature.unfold(formula, signature.declarations().stream().filter(Declaration.Definition.class::isInstance)
                .map(Declaration.Definition.class::cast).toList());
    }
}
