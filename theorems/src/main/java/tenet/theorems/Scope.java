package tenet.theorems;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * For which parameters a derivation holds: {@code for all L >= 2, all d, any loss}.
 *
 * @param general false when it holds for listed sizes alone, which the sentence lists
 */
public record Scope(String sentence, boolean general) {
    private static final String ONE_INSTANCE = "one instance";

    /** The scope of a derivation of the statement as it stands. Names that the statement does not depend on are left out. */
    public static Scope of(Statement statement) {
        Set<String> relevant = relevant(statement);
        List<String> parameters = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        List<String> functions = new ArrayList<>();
        for (Declaration declaration : statement.signature().declarations()) {
            if (!relevant.contains(declaration.name())) continue;
            switch (declaration) {
                case Declaration.Parameter parameter -> parameters.add(words(parameter));
                case Declaration.Variable variable -> variables.add("all " + variable.name());
                case Declaration.Function function -> {
                    if (function.body().isEmpty()) functions.add("any " + function.name());
                }
                case Declaration.Definition ignored -> { }
                case Declaration.Flow ignored -> { }
            }
        }
        List<String> words = parameters.isEmpty() ? variables : parameters;
        words.addAll(functions);
        if (words.isEmpty()) return new Scope(ONE_INSTANCE, true);
        String first = words.getFirst();
        boolean quantified = first.startsWith("all ") || first.startsWith("any ");
        return new Scope("for " + (quantified ? "" : "all ") + String.join(", ", words), true);
    }

    /** Whether there is nothing to choose: the statement has no parameter, variable or arbitrary function. */
    public boolean oneInstance() {
        return sentence.equals(ONE_INSTANCE);
    }

    /** {@code L >= 2}, {@code 2 <= L <= 5}, {@code all d}. A bound that only says that a size is positive is left out. */
    private static String words(Declaration.Parameter parameter) {
        List<Declaration.Bound> bounds = parameter.bounds().stream().filter(bound -> !trivial(parameter, bound)).toList();
        if (bounds.isEmpty()) return "all " + parameter.name();
        String name = parameter.name() + (parameter.indices().isEmpty() ? ""
                : "[" + String.join(",", parameter.indices().stream().map(Range::index).toList()) + "]");
        if (bounds.size() == 2) {
            Optional<Declaration.Bound> low = bounds.stream().filter(bound -> isLow(bound.comparison())).findFirst();
            Optional<Declaration.Bound> high = bounds.stream().filter(bound -> isLow(bound.comparison().reversed())).findFirst();
            if (low.isPresent() && high.isPresent())
                return Printer.print(low.get().term()) + " " + low.get().comparison().reversed().sign() + " " + name + " "
                        + high.get().comparison().sign() + " " + Printer.print(high.get().term());
        }
        return String.join(" and ", bounds.stream().map(bound -> name + " " + bound.comparison().sign() + " " + Printer.print(bound.term())).toList());
    }

    private static boolean trivial(Declaration.Parameter parameter, Declaration.Bound bound) {
        boolean size = parameter.sort() instanceof Sort.Int && bound.comparison() == Comparison.AT_LEAST;
        if (!size) return false;
        return bound.term().equals(Term.number(0)) && parameter.bounds().size() > 1
                || !parameter.indices().isEmpty() && (bound.term().equals(Term.number(0)) || bound.term().equals(Term.number(1)));
    }

    private static boolean isLow(Comparison comparison) {
        return comparison == Comparison.AT_LEAST || comparison == Comparison.GREATER;
    }

    /** The names that the conclusion depends on, through hypotheses, shapes, definitions, functions and flows. */
    public static Set<String> relevant(Statement statement) {
        Set<String> names = new LinkedHashSet<>(Formula.freeNames(statement.conclusion()));
        for (Hypothesis hypothesis : statement.hypotheses()) names.addAll(Formula.freeNames(hypothesis.formula()));
        List<String> open = new ArrayList<>(names);
        while (!open.isEmpty()) {
            String name = open.removeLast();
            Set<String> next = new LinkedHashSet<>();
            statement.signature().find(name).ifPresent(declaration -> next.addAll(mentions(declaration)));
            statement.signature().flow(name).ifPresent(flow -> next.addAll(mentions(flow)));
            next.removeAll(names);
            names.addAll(next);
            open.addAll(next);
        }
        return names;
    }

    private static Set<String> mentions(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter(String name, List<Range> indices, Sort sort, List<Declaration.Bound> bounds) -> {
                Set<String> names = mentions(indices, sort);
                bounds.forEach(bound -> names.addAll(Names.free(bound.term())));
                yield names;
            }
            case Declaration.Variable(String name, List<Range> indices, Sort sort, var motion) -> mentions(indices, sort);
            case Declaration.Function(String name, List<Sort> arguments, Sort result, boolean smooth, Optional<Declaration.Body> body) -> {
                Set<String> names = mentions(List.of(), result);
                arguments.forEach(argument -> names.addAll(mentions(List.of(), argument)));
                body.ifPresent(defined -> {
                    Set<String> inner = Names.free(defined.term());
                    defined.formals().forEach(inner::remove);
                    names.addAll(inner);
                });
                yield names;
            }
            case Declaration.Definition(String name, List<Range> indices, Term body) -> {
                Set<String> names = mentions(indices, Sort.REAL);
                names.addAll(Names.free(body));
                yield names;
            }
            case Declaration.Flow(String name, List<String> indices, Declaration.Law law) -> switch (law) {
                case Declaration.Law.Descends(Term potential, Optional<Term> rate) -> {
                    Set<String> names = Names.free(potential);
                    rate.ifPresent(term -> names.addAll(Names.free(term)));
                    yield names;
                }
                case Declaration.Law.Follows(Term velocity) -> Names.free(velocity);
            };
        };
    }

    private static Set<String> mentions(List<Range> ranges, Sort sort) {
        Set<String> names = new LinkedHashSet<>(Names.free(new Term.Symbol("", List.of(), sort)));
        for (Range range : ranges) {
            names.addAll(Names.free(range.low()));
            range.upper().ifPresent(bound -> names.addAll(Names.free(bound)));
            range.except().ifPresent(bound -> names.addAll(Names.free(bound)));
        }
        return names;
    }
}
