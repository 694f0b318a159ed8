package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Graphs, sets of vertices, boundaries and walk counts in terms of numbers: a graph is the family of its edges, 1 from
 * {@code i} to {@code j} where there is one and 0 elsewhere; a set is 1 at its vertices. Nothing but the reading of a
 * file knows of these words; the kernel sees the families and the assumptions.
 */
final class Graphs {
    private static final List<Declaration.Bound> BIT = List.of(new Declaration.Bound(Comparison.AT_LEAST, Term.number(0)),
            new Declaration.Bound(Comparison.AT_MOST, Term.number(1)));

    private final Scope scope;
    private final Set<String> taken;

    /** @param named what is being declared: no index may have that name */
    Graphs(Scope scope, String... named) {
        this.scope = scope;
        this.taken = new LinkedHashSet<>(scope.names());
        this.taken.addAll(List.of(named));
    }

    /** A declared graph. */
    record Graph(String name, Term vertices) {
        static Optional<Graph> of(Declaration declaration) {
            if (declaration instanceof Declaration.Parameter(String name, List<Range> ranges, Sort.Int(), List<Declaration.Bound> bounds)
                    && ranges.size() == 2 && bounds.containsAll(BIT) && ranges.stream().allMatch(Graph::fromOne)
                    && ranges.get(0).high().equals(ranges.get(1).high()))
                return Optional.of(new Graph(name, ranges.getFirst().high()));
            return Optional.empty();
        }

        private static boolean fromOne(Range range) {
            return range.low().equals(Term.number(1)) && range.upper().isPresent() && range.except().isEmpty();
        }

        /** Whether this is a family of numbers over the vertices, such as a set or a boundary. */
        boolean hasSet(Declaration declaration) {
            List<Range> ranges = switch (declaration) {
                case Declaration.Parameter(String n, List<Range> over, Sort sort, var bounds) when sort.isScalar() -> over;
                case Declaration.Definition(String n, List<Range> over, Term body) when body.sort().isScalar() -> over;
                default -> List.of();
            };
            return ranges.size() == 1 && fromOne(ranges.getFirst()) && ranges.getFirst().high().equals(vertices);
        }

        Term edge(Term from, Term to) {
            return new Term.Symbol(name, List.of(from, to), Sort.INT);
        }
    }

    Declaration graph(String name, Term vertices) {
        return new Declaration.Parameter(name, List.of(over("i", vertices), over("j", vertices)), Sort.INT, BIT);
    }

    /** @param loops whether each vertex has a loop, or none has; empty where both may be */
    List<Hypothesis> assumptions(String name, Term vertices, boolean undirected, Optional<Boolean> loops) {
        Graph graph = new Graph(name, vertices);
        Range from = over("i", vertices);
        Range to = over("j", vertices);
        Term i = Term.index(from.index());
        Term j = Term.index(to.index());
        List<Hypothesis> assumptions = new ArrayList<>();
        if (undirected) assumptions.add(now(name + "_undirected",
                new Formula.ForAll(from, new Formula.ForAll(to, equal(graph.edge(i, j), graph.edge(j, i))))));
        loops.ifPresent(all -> assumptions.add(now(name + (all ? "_loops" : "_loopless"),
                new Formula.ForAll(from, equal(graph.edge(i, i), Term.number(all ? 1 : 0))))));
        return assumptions;
    }

    Declaration set(String name, Graph graph) {
        return new Declaration.Parameter(name, List.of(over("i", graph.vertices())), Sort.INT, BIT);
    }

    /** The vertices that an edge from the other side of the set enters. */
    Declaration boundary(String name, Graph graph, String set) {
        Range vertex = over("i", graph.vertices());
        Range other = over("j", graph.vertices());
        Term i = Term.index(vertex.index());
        Term j = Term.index(other.index());
        Term crossing = Term.multiply(graph.edge(j, i), Term.apply(Operator.ABSOLUTE, Term.subtract(member(set, j), member(set, i))));
        return new Declaration.Definition(name, List.of(vertex),
                Term.apply(Operator.MINIMUM, Term.number(1), Term.big(BigOperator.SUM, other, crossing)));
    }

    /** The numbers of walks, and what makes them that. */
    record Walks(Declaration counts, List<Hypothesis> assumptions) {
    }

    /** @param from whether walks from the set to a vertex are counted, else from the vertex to the set */
    Walks walks(String name, Range lengths, Graph graph, String set, boolean from) {
        Range vertex = over("i", graph.vertices());
        Range other = over("j", graph.vertices());
        Term i = Term.index(vertex.index());
        Term j = Term.index(other.index());
        Term l = Term.index(lengths.index());
        Formula start = new Formula.ForAll(vertex, equal(count(name, Term.number(0), i), member(set, i)));
        Term onward = Term.big(BigOperator.SUM, other,
                Term.multiply(from ? graph.edge(j, i) : graph.edge(i, j), count(name, Term.subtract(l, Term.number(1)), j)));
        Range steps = new Range(lengths.index(), Term.number(1), lengths.high());
        Formula step = new Formula.ForAll(steps, new Formula.ForAll(vertex, equal(count(name, l, i), onward)));
        return new Walks(new Declaration.Variable(name, List.of(lengths, vertex), Sort.REAL, Declaration.Motion.FIXED),
                List.of(now(name + "_start", start), now(name + "_step", step)));
    }

    private static Term count(String name, Term length, Term vertex) {
        return new Term.Symbol(name, List.of(length, vertex), Sort.REAL);
    }

    private Term member(String set, Term vertex) {
        return new Term.Symbol(set, List.of(vertex), scope.signature().sortOf(set, List.of(vertex)));
    }

    private static Formula equal(Term left, Term right) {
        return new Formula.Relation(Comparison.EQUAL, left, right);
    }

    private static Hypothesis now(String name, Formula formula) {
        return new Hypothesis(name, Hypothesis.When.NOW, formula);
    }

    private Range over(String index, Term vertices) {
        return new Range(Names.fresh(index, taken), Term.number(1), vertices);
    }
}
