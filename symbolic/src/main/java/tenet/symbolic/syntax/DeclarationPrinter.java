package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Declarations to text. */
final class DeclarationPrinter {
    private DeclarationPrinter() {
    }

    /** @param signature the signature that the declaration belongs to */
    static String text(Declaration declaration, Signature signature) {
        return switch (declaration) {
            case Declaration.Parameter(String name, List<Range> indices, Sort sort, List<Declaration.Bound> bounds) ->
                    "param " + family(name, indices) + " : " + bounded(sort, bounds);
            case Declaration.Variable(String name, List<Range> indices, Sort sort, Declaration.Motion motion) ->
                    (motion == Declaration.Motion.MOVING ? "moving var " : "var ") + family(name, indices) + " : "
                            + TermPrinter.text(sort);
            case Declaration.Function function -> function(function);
            case Declaration.Definition(String name, List<Range> indices, Term body) -> "let " + family(name, indices) + " = "
                    + TermPrinter.text(body);
            case Declaration.Flow flow -> flow(flow, signature);
        };
    }

    private static String family(String name, List<Range> indices) {
        return indices.isEmpty() ? name : name + indices.stream().map(TermPrinter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** An integer that some bound makes natural is a {@code nat}, whose own bound goes without saying. */
    private static String bounded(Sort sort, List<Declaration.Bound> bounds) {
        Declaration.Bound zero = new Declaration.Bound(Comparison.AT_LEAST, Term.number(0));
        boolean natural = sort instanceof Sort.Int && bounds.stream().anyMatch(Declarations::impliesNatural);
        List<Declaration.Bound> said = natural && bounds.equals(List.of(zero)) ? List.of() : bounds;
        return (natural ? "nat" : TermPrinter.text(sort)) + (said.isEmpty() ? "" : " ")
                + said.stream().map(bound -> bound.comparison().sign() + " " + TermPrinter.text(bound.term()))
                        .collect(Collectors.joining(", "));
    }

    private static String function(Declaration.Function function) {
        String head = "fun " + (function.smooth() ? "" : "rough ") + function.name();
        if (function.body().isEmpty())
            return head + " : " + function.arguments().stream().map(TermPrinter::text).collect(Collectors.joining(", "))
                    + " -> " + TermPrinter.text(function.result());
        Declaration.Body body = function.body().get();
        List<String> formals = new ArrayList<>();
        for (int i = 0; i < body.formals().size(); i++)
            formals.add(body.formals().get(i) + " : " + TermPrinter.text(function.arguments().get(i)));
        return head + "(" + String.join(", ", formals) + ") : " + TermPrinter.text(function.result()) + " = "
                + (function.result() instanceof Sort.Matrix ? FormulaPrinter.side(body.term(),
                        new Term.Symbol("", List.of(), function.result()))
                        : TermPrinter.text(body.term()));
    }

    private static String flow(Declaration.Flow flow, Signature signature) {
        List<String> own = signature.find(flow.name()).map(found -> found instanceof Declaration.Variable variable
                ? variable.indices().stream().map(Range::index).toList() : List.<String>of()).orElse(List.of());
        boolean mentioned = flow.indices().stream().anyMatch(index -> switch (flow.law()) {
            case Declaration.Law.Descends(Term ignored, var rate) -> rate.isPresent() && Names.occursFree(index, rate.get());
            case Declaration.Law.Follows(Term velocity) -> Names.occursFree(index, velocity);
        });
        String name = flow.indices().equals(own) && !mentioned ? flow.name() : flow.name() + flow.indices().stream()
                .collect(Collectors.joining(",", "[", "]"));
        return "flow " + name + switch (flow.law()) {
            case Declaration.Law.Descends(Term potential, var rate) ->
                    " descends " + TermPrinter.text(potential) + rate.map(term -> " with rate " + TermPrinter.text(term)).orElse("");
            case Declaration.Law.Follows(Term velocity) -> " follows " + TermPrinter.text(velocity);
        };
    }
}
