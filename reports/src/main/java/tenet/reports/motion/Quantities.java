package tenet.reports.motion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.numeric.evaluation.Instance;
import tenet.reports.model.Curves;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.symbolic.typeset.LatexTerms;

/** What to watch along a motion: what descends, the sizes of what moves, and the numbers that the claim gives names to. */
final class Quantities {
    /** Spectral quantities of the matrix that the loss looks at, in the language of claims, with what they measure. */
    private static final List<String> NORMS = List.of("norm(%s)", "nuclear(%s)", "spectral(%s)");
    private static final List<String> OTHERS = List.of("erank(%s)", "det(%s)");
    private static final int MOST_MEMBERS = 4;
    private static final int MOST_DEFINITIONS = 4;

    private Quantities() {
    }

    record Quantity(String name, Term term, Curves.Kind kind) {
        String latex() {
            return LatexTerms.latex(term);
        }
    }

    /** @param names the names that the claim speaks of */
    static List<Quantity> of(Signature signature, Instance instance, Set<String> names) {
        List<Quantity> quantities = new ArrayList<>();
        Set<Term> potentials = new LinkedHashSet<>();
        for (Declaration declaration : signature.declarations())
            if (declaration instanceof Declaration.Flow flow && flow.law() instanceof Declaration.Law.Descends(Term potential, var rate))
                potentials.add(potential);
        for (Term potential : potentials) quantities.add(quantity(potential, Curves.Kind.LOSS));
        for (Declaration declaration : signature.declarations()) {
            switch (declaration) {
                case Declaration.Variable variable when signature.flow(variable.name()).isPresent() -> members(variable, signature, instance, quantities);
                case Declaration.Definition(String name, var ranges, Term body) when ranges.isEmpty() && body.sort() instanceof Sort.Matrix
                        && potentials.stream().anyMatch(potential -> Names.free(potential).contains(name)) -> matrix(name, signature, quantities);
                default -> { }
            }
        }
        signature.declarations().stream().filter(declaration -> names.contains(declaration.name())).map(Quantities::number).flatMap(Optional::stream)
                .limit(MOST_DEFINITIONS).forEach(quantities::add);
        return quantities;
    }

    private static Optional<Quantity> number(Declaration declaration) {
        return declaration instanceof Declaration.Definition(String name, var ranges, Term body) && ranges.isEmpty() && body.sort().isScalar()
                ? Optional.of(quantity(new Term.Symbol(name, List.of(), body.sort()), Curves.Kind.OTHER)) : Optional.empty();
    }

    private static void members(Declaration.Variable variable, Signature signature, Instance instance, List<Quantity> quantities) {
        instance.values().getOrDefault(variable.name(), java.util.Map.of()).keySet().stream()
                .sorted(java.util.Comparator.comparing((List<Integer> indices) -> indices.stream().map("%09d"::formatted).toList().toString()))
                .limit(MOST_MEMBERS).forEach(indices -> {
                    List<Term> at = indices.stream().map(Term::number).toList();
                    Sort sort = signature.sortOf(variable.name(), at);
                    Term member = new Term.Symbol(variable.name(), at, sort);
                    quantities.add(sort.isScalar() ? quantity(member, Curves.Kind.OTHER) : quantity(Term.apply(Operator.NORM, member), Curves.Kind.NORM));
                });
    }

    private static void matrix(String name, Signature signature, List<Quantity> quantities) {
        for (String norm : NORMS) parsed(norm.formatted(name), signature).ifPresent(term -> quantities.add(quantity(term, Curves.Kind.NORM)));
        for (String other : OTHERS) parsed(other.formatted(name), signature).ifPresent(term -> quantities.add(quantity(term, Curves.Kind.OTHER)));
    }

    /** Empty when the language does not have the quantity, or not for such a matrix. */
    private static Optional<Term> parsed(String text, Signature signature) {
        try {
            Parser.Result<Optional<Term>> result = Parser.parseTerm(text, signature);
            return result.hasErrors() ? Optional.empty() : result.value();
        } catch (IllTyped notHere) {
            return Optional.empty();
        }
    }

    private static Quantity quantity(Term term, Curves.Kind kind) {
        return new Quantity(Printer.print(term), term, kind);
    }
}
