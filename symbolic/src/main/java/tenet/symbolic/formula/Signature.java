package tenet.symbolic.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * The declarations that a statement may use, in order. A name is declared once, except that a flow carries the name
 * of the variable that it moves.
 */
public final class Signature {
    public static final Signature EMPTY = new Signature(List.of());

    private final List<Declaration> declarations;
    private final Map<String, Declaration> byName = new LinkedHashMap<>();
    private final Map<String, Declaration.Flow> flows = new LinkedHashMap<>();

    /** @throws IllTyped when a name is declared twice, or a flow moves something that is not a variable */
    public Signature(List<Declaration> declarations) {
        this.declarations = List.copyOf(declarations);
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Flow flow) {
                if (!(byName.get(flow.name()) instanceof Declaration.Variable variable) || variable.indices().size() != flow.indices().size())
                    throw new IllTyped("the flow moves " + flow.name() + ", which is not declared as such a variable before it");
                if (flows.put(flow.name(), flow) != null) throw new IllTyped(flow.name() + " has two equations of motion");
            } else if (byName.put(declaration.name(), declaration) != null) {
                throw new IllTyped(declaration.name() + " is declared twice");
            }
        }
    }

    public Signature with(List<? extends Declaration> more) {
        List<Declaration> all = new ArrayList<>(declarations);
        all.addAll(more);
        return new Signature(all);
    }

    public List<Declaration> declarations() {
        return declarations;
    }

    public Optional<Declaration> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Declaration.Flow> flow(String name) {
        return Optional.ofNullable(flows.get(name));
    }

    /** The sort of the declared symbol at these indices. @throws IllTyped when it is unknown or has other indices */
    public Sort sortOf(String name, List<Term> indices) {
        return switch (find(name).orElseThrow(() -> new IllTyped(name + " is not declared"))) {
            case Declaration.Parameter(String n, List<Range> ranges, Sort sort, var bounds) -> at(n, ranges, indices).apply(sort);
            case Declaration.Variable(String n, List<Range> ranges, Sort sort, var motion) -> at(n, ranges, indices).apply(sort);
            case Declaration.Definition(String n, List<Range> ranges, Term body) -> at(n, ranges, indices).apply(body).sort();
            case Declaration.Function function -> throw new IllTyped(function.name() + " is a function and needs its arguments");
            case Declaration.Flow flow -> throw new IllTyped(flow.name() + " is a flow");
        };
    }

    /** The substitution of these indices for a family's own. @throws IllTyped for another number of indices */
    public static Substitution at(String name, List<Range> ranges, List<Term> indices) {
        if (ranges.size() != indices.size())
            throw new IllTyped(name + " takes " + ranges.size() + (ranges.size() == 1 ? " index" : " indices") + ", not " + indices.size());
        Map<String, Term> replacements = new LinkedHashMap<>();
        for (int i = 0; i < ranges.size(); i++) replacements.put(ranges.get(i).index(), indices.get(i));
        return new Substitution(replacements);
    }

    /** The body of a definition at these indices. */
    public static Term unfold(Declaration.Definition definition, List<Term> indices) {
        return at(definition.name(), definition.indices(), indices).apply(definition.body());
    }

    /** The formula with these definitions written out, bodies that use one another included. */
    public static Formula unfold(Formula formula, List<Declaration.Definition> definitions) {
        if (definitions.isEmpty()) return formula;
        return switch (formula) {
            case Formula.Relation(var comparison, Term left, Term right) ->
                    new Formula.Relation(comparison, unfold(left, definitions), unfold(right, definitions));
            case Formula.And(List<Formula> parts) -> new Formula.And(parts.stream().map(part -> unfold(part, definitions)).toList());
            case Formula.ForAll(Range range, Formula body) -> new Formula.ForAll(unfold(range, definitions), unfold(body, definitions));
            case Formula.ForEvery(String name, Sort sort, Formula body) ->
                    new Formula.ForEvery(name, unfold(sort, definitions), unfold(body, definitions));
            case Formula.Initially(Formula body) -> new Formula.Initially(unfold(body, definitions));
        };
    }

    private static Term unfold(Term term, List<Declaration.Definition> definitions) {
        if (term instanceof Term.Symbol symbol)
            for (Declaration.Definition definition : definitions)
                if (definition.name().equals(symbol.name())) return unfold(unfold(definition, symbol.indices()), definitions);
        return switch (term) {
            case Term.Symbol(String name, List<Term> indices, Sort sort) ->
                    new Term.Symbol(name, indices.stream().map(index -> unfold(index, definitions)).toList(), unfold(sort, definitions));
            case Term.Call(String function, List<Term> arguments, Sort sort) ->
                    new Term.Call(function, arguments.stream().map(argument -> unfold(argument, definitions)).toList(), unfold(sort, definitions));
            default -> term.map(child -> unfold(child, definitions));
        };
    }

    private static Range unfold(Range range, List<Declaration.Definition> definitions) {
        return new Range(range.index(), unfold(range.low(), definitions), range.upper().map(bound -> unfold(bound, definitions)),
                range.except().map(bound -> unfold(bound, definitions)));
    }

    /** The sort with these definitions written out. */
    public static Sort unfold(Sort sort, List<Declaration.Definition> definitions) {
        return switch (sort) {
            case Sort.Int(), Sort.Real() -> sort;
            case Sort.Matrix(Term rows, Term columns) -> Sort.matrix(unfold(rows, definitions), unfold(columns, definitions));
            case Sort.Tensor(Range modes, Term size) -> new Sort.Tensor(unfold(modes, definitions), unfold(size, definitions));
        };
    }

    /** What is assumed of the parameters: {@code L >= 2}, {@code for l in 0..L: d[l] >= 1}. */
    public List<Formula> parameterFacts() {
        List<Formula> facts = new ArrayList<>();
        for (Declaration declaration : declarations)
            if (declaration instanceof Declaration.Parameter(String name, List<Range> ranges, Sort sort, List<Declaration.Bound> bounds))
                for (Declaration.Bound bound : bounds) {
                    List<Term> indices = ranges.stream().map(range -> Term.index(range.index())).toList();
                    Formula fact = new Formula.Relation(bound.comparison(), new Term.Symbol(name, indices, sort), bound.term());
                    for (Range range : ranges.reversed()) fact = new Formula.ForAll(range, fact);
                    facts.add(fact);
                }
        return List.copyOf(facts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && declarations.equals(signature.declarations);
    }

    @Override
    public int hashCode() {
        return declarations.hashCode();
    }
}
