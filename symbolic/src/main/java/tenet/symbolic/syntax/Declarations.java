package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Text to declarations, in order: a name is used only after it has been declared. */
final class Declarations {
    private final Problems problems;
    private final Terms terms;
    private final List<Hypothesis> assumptions = new ArrayList<>();

    Declarations(Problems problems) {
        this.problems = problems;
        this.terms = new Terms(problems);
    }

    /** What the graphs and walks declared so far are assumed to be. */
    List<Hypothesis> assumptions() {
        return List.copyOf(assumptions);
    }

    /** The scope after these declarations. Names whose declaration is wrong are poisoned. */
    Scope declare(List<DeclarationContext> contexts, Predicate<DeclarationContext> broken, Scope scope) {
        Map<String, Set<String>> definitions = new LinkedHashMap<>();
        Map<String, String> below = new LinkedHashMap<>();
        for (DeclarationContext context : contexts) {
            for (String name : names(context))
                below.putIfAbsent(name, "'" + name + "' is declared below, on line " + context.getStart().getLine()
                        + "; declare it before it is used");
            if (context instanceof DefinitionContext definition && definition.term() != null)
                names(context).forEach(name -> definitions.putIfAbsent(name, mentioned(definition.term())));
        }
        for (DeclarationContext context : contexts) {
            if (broken.test(context)) {
                scope = scope.poison(names(context));
                continue;
            }
            Map<String, String> absent = new LinkedHashMap<>(below);
            if (context instanceof DefinitionContext) absent.putAll(circles(names(context).getFirst(), definitions));
            Scope before = scope;
            try {
                List<Declaration> made = declarations(context, scope.absent(absent));
                scope = problems.typed(context, () -> before.declare(made));
            } catch (Abandoned reported) {
                scope = scope.poison(names(context));
            }
        }
        return scope;
    }

    private List<Declaration> declarations(DeclarationContext context, Scope scope) {
        return switch (context) {
            case ParametersContext parameters -> {
                List<Declaration> made = new ArrayList<>();
                Scope inside = scope;
                for (DeclaredContext declared : parameters.declared()) {
                    Family family = family(declared, inside);
                    Sort sort = terms.shapes.sort(parameters.sort(), family.inside());
                    List<Declaration.Bound> bounds = terms.all(parameters.bound(), bound -> bound(bound, sort, family.inside()));
                    made.add(new Declaration.Parameter(family.name(), family.ranges(), sort,
                            parameters.sort().NAT() != null ? natural(bounds) : bounds));
                    inside = scope.declare(made);
                }
                yield made;
            }
            case VariablesContext variables -> {
                List<Declaration> made = new ArrayList<>();
                Scope inside = scope;
                for (DeclaredContext declared : variables.declared()) {
                    Family family = family(declared, inside);
                    Sort sort = terms.shapes.sort(variables.sort(), family.inside());
                    if (sort instanceof Sort.Int)
                        throw problems.error("structure", variables.sort(), "a variable is real", () ->
                                Optional.of("an integer is a 'param'"));
                    made.add(new Declaration.Variable(family.name(), family.ranges(), sort,
                            variables.MOVING() == null ? Declaration.Motion.FIXED : Declaration.Motion.MOVING));
                    inside = scope.declare(made);
                }
                yield made;
            }
            case FunctionContext function -> List.of(function(function, scope));
            case DefinitionContext definition -> {
                Family family = family(definition.declared(), scope);
                yield List.of(new Declaration.Definition(family.name(), family.ranges(), terms.term(definition.term(),
                        family.inside())));
            }
            case FlowContext flow -> List.of(flow(flow, scope));
            case GraphOnContext graph -> {
                Term vertices = terms.shapes.size(graph.term(), scope);
                String name = fresh(graph.name(), scope);
                Graphs graphs = new Graphs(scope, name);
                boolean loops = graph.WITH() != null;
                assumptions.addAll(graphs.assumptions(name, vertices, graph.DIRECTED() == null,
                        loops ? Optional.of(true) : graph.DIRECTED() == null || graph.WITHOUT() != null ? Optional.of(false) : Optional.empty()));
                yield List.of(graphs.graph(name, vertices));
            }
            case VertexSetContext set -> {
                String name = fresh(set.name(0), scope);
                yield List.of(new Graphs(scope, name).set(name, graph(set.graph, scope)));
            }
            case BoundaryContext boundary -> {
                String name = fresh(boundary.name(0), scope);
                Graphs.Graph graph = graph(boundary.graph, scope);
                yield List.of(new Graphs(scope, name).boundary(name, graph, vertices(boundary.set, graph, scope)));
            }
            case WalksContext walks -> {
                Graphs.Graph graph = graph(walks.graph, scope);
                String set = vertices(walks.set, graph, scope);
                Family family = family(walks.declared(), scope);
                if (family.ranges().size() != 1 || !(family.ranges().getFirst().low() instanceof Term.Number(Rational low)) || !low.isZero())
                    throw problems.error("structure", walks.declared(), "walks are counted for lengths from 0",
                            () -> Optional.of("write walks " + family.name() + "[l in 0..L] of " + graph.name() + " from " + set));
                Graphs.Walks made = new Graphs(scope, family.name(), family.ranges().getFirst().index())
                        .walks(family.name(), family.ranges().getFirst(), graph, set, walks.FROM() != null);
                assumptions.addAll(made.assumptions());
                yield List.of(made.counts());
            }
            default -> throw new IllegalStateException("unknown declaration " + context.getClass());
        };
    }

    private Graphs.Graph graph(NameContext context, Scope scope) {
        String name = Spelling.ascii(context.getText());
        Declaration found = scope.signature().find(name).orElseThrow(() -> terms.unknown(context, name, scope));
        return Graphs.Graph.of(found).orElseThrow(() -> problems.error("structure", context, "'" + name + "' is not a graph",
                () -> Optional.of("declare it by 'graph " + name + " on n'")));
    }

    private String vertices(NameContext context, Graphs.Graph graph, Scope scope) {
        String name = Spelling.ascii(context.getText());
        Declaration found = scope.signature().find(name).orElseThrow(() -> terms.unknown(context, name, scope));
        if (!graph.hasSet(found))
            throw problems.error("structure", context, "'" + name + "' is not a set of vertices of " + graph.name(),
                    () -> Optional.of("declare it by 'set " + name + " of " + graph.name() + "'"));
        return name;
    }

    /** A declared name with its ranges and the scope in which its sort or body is read. */
    private record Family(String name, List<Range> ranges, Scope inside) {
    }

    private Family family(DeclaredContext context, Scope scope) {
        String name = fresh(context.name(), scope);
        List<Range> ranges = new ArrayList<>();
        Scope inside = scope;
        for (FamilyContext index : context.family()) {
            ranges.add(terms.shapes.closed(index.name(), index.interval(), inside));
            inside = terms.bind(index.name(), Sort.INT, inside);
        }
        return new Family(name, ranges, inside);
    }

    private String fresh(NameContext context, Scope scope) {
        String name = Spelling.ascii(context.getText());
        scope.taken(name).ifPresent(why -> {
            throw problems.error("duplicate", context, why);
        });
        return name;
    }

    private Declaration.Bound bound(BoundContext context, Sort sort, Scope scope) {
        if (!sort.isScalar()) throw problems.error("shape", context, "only numbers are bounded, not a " + Printer.print(sort));
        Term term = terms.term(context.term(), scope);
        if (!term.sort().isScalar()) throw problems.error("shape", context.term(), "a bound is a number, not a "
                + Printer.print(term.sort()));
        return new Declaration.Bound(Formulas.comparison(context.comparison()), term);
    }

    /** {@code nat} means {@code >= 0}, said only when no bound says as much. */
    private static List<Declaration.Bound> natural(List<Declaration.Bound> bounds) {
        if (bounds.stream().anyMatch(Declarations::impliesNatural)) return bounds;
        List<Declaration.Bound> all = new ArrayList<>(List.of(new Declaration.Bound(Comparison.AT_LEAST, Term.number(0))));
        all.addAll(bounds);
        return all;
    }

    static boolean impliesNatural(Declaration.Bound bound) {
        return (bound.comparison() == Comparison.AT_LEAST || bound.comparison() == Comparison.GREATER)
                && bound.term() instanceof Term.Number(Rational value) && value.signum() >= 0;
    }

    private Declaration function(FunctionContext context, Scope scope) {
        String name = fresh(context.name(), scope);
        boolean smooth = context.ROUGH() == null;
        if (context.formal().isEmpty()) {
            List<Sort> sorts = terms.all(context.sort(), sort -> terms.shapes.sort(sort, scope));
            return new Declaration.Function(name, sorts.subList(0, sorts.size() - 1), sorts.getLast(), smooth, Optional.empty());
        }
        List<String> formals = new ArrayList<>();
        List<Sort> arguments = new ArrayList<>();
        Scope inside = scope;
        for (FormalContext formal : context.formal()) {
            Sort sort = terms.shapes.sort(formal.sort(), scope);
            for (NameContext argument : formal.name()) {
                inside = terms.bind(argument, sort, inside);
                formals.add(Spelling.ascii(argument.getText()));
                arguments.add(sort);
            }
        }
        Sort result = terms.shapes.sort(context.sort(0), scope);
        Term body = terms.term(context.term(), inside);
        if (Terms.isZero(context.term()) && result instanceof Sort.Matrix) body = Term.zero(result);
        if (!Sort.fits(body.sort(), result))
            throw problems.error("shape", context.term(), "the body of '" + name + "' must be a " + Printer.print(result)
                    + ", not a " + Printer.print(body.sort()));
        return new Declaration.Function(name, arguments, result, smooth, Optional.of(new Declaration.Body(formals, body)));
    }

    private Declaration flow(FlowContext context, Scope scope) {
        NameContext named = context.name(0);
        String name = Spelling.ascii(named.getText());
        if (scope.signature().find(name).isEmpty()) throw terms.unknown(named, name, scope);
        if (!(scope.signature().find(name).orElseThrow() instanceof Declaration.Variable variable))
            throw problems.error("structure", named, "only a variable flows, and '" + name + "' is none", () ->
                    Optional.of("declare it by 'var'"));
        if (scope.signature().flow(name).isPresent()) throw problems.error("duplicate", named, "'" + name
                + "' has an equation of motion already");
        List<NameContext> written = context.name().subList(1, context.name().size());
        if (!written.isEmpty() && written.size() != variable.indices().size())
            throw problems.error("arity", named, "'" + name + "' has " + variable.indices().size() + " indices, not "
                    + written.size());
        Scope inside = scope;
        List<String> indices = new ArrayList<>();
        for (int i = 0; i < variable.indices().size(); i++) {
            if (written.isEmpty()) {
                indices.add(variable.indices().get(i).index());
                inside = inside.bind(indices.getLast(), Sort.INT);
            } else {
                inside = terms.bind(written.get(i), Sort.INT, inside);
                indices.add(Spelling.ascii(written.get(i).getText()));
            }
        }
        return new Declaration.Flow(name, indices, law(context, name, indices, scope, inside));
    }

    private Declaration.Law law(FlowContext context, String name, List<String> indices, Scope scope, Scope inside) {
        if (context.FOLLOWS() != null) {
            Term velocity = terms.term(context.term(0), inside);
            Sort sort = problems.typed(context, () -> scope.signature().sortOf(name, indices.stream()
                    .map(Term::index).toList()));
            if (Terms.isZero(context.term(0)) && sort instanceof Sort.Matrix) velocity = Term.zero(sort);
            if (!Sort.fits(velocity.sort(), sort))
                throw problems.error("shape", context.term(0), "the velocity of '" + name + "' must be a " + Printer.print(sort)
                        + ", not a " + Printer.print(velocity.sort()));
            return new Declaration.Law.Follows(velocity);
        }
        Term potential = terms.term(context.term(0), scope);
        if (!potential.sort().isScalar())
            throw problems.error("shape", context.term(0), "a flow descends a number, not a " + Printer.print(potential.sort()));
        Optional<Term> rate = Optional.ofNullable(context.RATE()).map(ignored -> terms.term(context.term(1), inside));
        if (rate.isPresent() && !rate.get().sort().isScalar())
            throw problems.error("shape", context.term(1), "a rate is a number, not a " + Printer.print(rate.get().sort()));
        return new Declaration.Law.Descends(potential, rate);
    }

    // Names.

    /** The names that a declaration introduces, as far as they can be read. */
    static List<String> names(DeclarationContext context) {
        List<? extends ParserRuleContext> named = switch (context) {
            case ParametersContext parameters -> parameters.declared();
            case VariablesContext variables -> variables.declared();
            case DefinitionContext definition -> definition.declared() == null ? List.of() : List.of(definition.declared());
            case FunctionContext function -> function.name() == null ? List.of() : List.of(function.name());
            case GraphOnContext graph -> graph.name() == null ? List.of() : List.of(graph.name());
            case VertexSetContext set -> set.name().isEmpty() ? List.of() : List.of(set.name(0));
            case BoundaryContext boundary -> boundary.name().isEmpty() ? List.of() : List.of(boundary.name(0));
            case WalksContext walks -> walks.declared() == null ? List.of() : List.of(walks.declared());
            default -> List.of();
        };
        return named.stream().map(each -> each instanceof DeclaredContext declared ? declared.name() : (NameContext) each)
                .filter(name -> name != null && name.getChildCount() > 0).map(name -> Spelling.ascii(name.getText())).toList();
    }

    private static Set<String> mentioned(ParseTree tree) {
        Set<String> names = new LinkedHashSet<>();
        if (tree instanceof NameContext) names.add(Spelling.ascii(tree.getText()));
        for (int i = 0; i < tree.getChildCount(); i++) names.addAll(mentioned(tree.getChild(i)));
        return names;
    }

    /** For a definition, the names that lead back to it. */
    private static Map<String, String> circles(String name, Map<String, Set<String>> definitions) {
        Map<String, String> circles = new LinkedHashMap<>();
        circles.put(name, "the definition of '" + name + "' uses '" + name + "' itself");
        for (String other : definitions.getOrDefault(name, Set.of()))
            if (!other.equals(name) && leadsTo(other, name, definitions, new LinkedHashSet<>()))
                circles.put(other, "'" + name + "' and '" + other + "' are defined by each other");
        return circles;
    }

    private static boolean leadsTo(String from, String to, Map<String, Set<String>> definitions, Set<String> seen) {
        if (!seen.add(from) || seen.size() > 1000) return false;
        Set<String> next = definitions.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(name -> leadsTo(name, to, definitions, seen));
    }
}
