package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tenet.numeric.evaluation.Instance;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** One relation of a hypothesis under the index quantifiers around it, definitions written out. */
public final class Clause {
    private final String hypothesis;
    private final Hypothesis.When when;
    private final List<Range> ranges;
    private final Formula.Relation relation;
    private final Map<Map<String, Integer>, Ground> grounds = new ConcurrentHashMap<>();

    private Clause(String hypothesis, Hypothesis.When when, List<Range> ranges, Formula.Relation relation) {
        this.hypothesis = hypothesis;
        this.when = when;
        this.ranges = List.copyOf(ranges);
        this.relation = relation;
    }

    /**
     * A relation without free indices.
     *
     * @param squared the relation of the squares of both sides, where a side is a root or a norm; else the relation
     * @param rate    both sides differentiated in time
     */
    public record Ground(Formula.Relation relation, Formula.Relation squared, Formula.Relation rate) {
        private static Ground of(Formula.Relation relation) {
            boolean roots = isRoot(relation.left()) || isRoot(relation.right());
            Formula.Relation squared = roots
                    ? new Formula.Relation(relation.comparison(), Term.power(relation.left(), Term.number(2)), Term.power(relation.right(), Term.number(2)))
                    : relation;
            return new Ground(relation, squared, new Formula.Relation(relation.comparison(), new Term.Rate(relation.left()), new Term.Rate(relation.right())));
        }

        private static boolean isRoot(Term term) {
            return term instanceof Term.Apply(Operator operator, var arguments, Sort ignored)
                    && (operator == Operator.NORM || operator == Operator.SQUARE_ROOT);
        }
    }

    /** The clauses of a hypothesis; relations under a quantifier over all values of a sort are left out. */
    public static List<Clause> of(Hypothesis hypothesis, Signature signature) {
        List<Declaration.Definition> definitions = signature.declarations().stream()
                .flatMap(declaration -> declaration instanceof Declaration.Definition definition ? java.util.stream.Stream.of(definition) : java.util.stream.Stream.empty())
                .toList();
        List<Clause> clauses = new ArrayList<>();
        collect(hypothesis.name(), hypothesis.when(), List.of(), Signature.unfold(hypothesis.formula(), definitions), clauses);
        return clauses;
    }

    private static void collect(String name, Hypothesis.When when, List<Range> ranges, Formula formula, List<Clause> clauses) {
        switch (formula) {
            case Formula.Relation relation -> clauses.add(new Clause(name, when, ranges, relation));
            case Formula.And(List<Formula> parts) -> parts.forEach(part -> collect(name, when, ranges, part, clauses));
            case Formula.ForAll(Range range, Formula body) -> {
                List<Range> inner = new ArrayList<>(ranges);
                inner.add(range);
                collect(name, when, inner, body, clauses);
            }
            case Formula.ForEvery ignored -> { }
            case Formula.Initially(Formula body) -> collect(name, Hypothesis.When.INITIALLY, ranges, body, clauses);
        }
    }

    /** The name of the hypothesis that it is part of. */
    public String hypothesis() {
        return hypothesis;
    }

    public Hypothesis.When when() {
        return when;
    }

    /** As written, free in the quantified indices. */
    public Formula.Relation relation() {
        return relation;
    }

    public boolean isEquality() {
        return relation.comparison() == Comparison.EQUAL;
    }

    boolean mentions(String name) {
        return Names.occursFree(name, relation.left()) || Names.occursFree(name, relation.right());
    }

    /** Whether it speaks of a derivative in time. */
    public boolean speaksOfRates() {
        return rates(relation.left()) || rates(relation.right());
    }

    private static boolean rates(Term term) {
        return term instanceof Term.Rate || term.children().stream().anyMatch(Clause::rates);
    }

    /** The relation at each value of the indices. @throws tenet.numeric.algebra.NoValue when a range has none yet */
    public List<Ground> grounds(Instance instance) {
        return Integers.tuples(ranges, instance).stream().map(tuple -> grounds.computeIfAbsent(tuple, this::ground)).toList();
    }

    private Ground ground(Map<String, Integer> tuple) {
        var numbers = tuple.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Term.number(entry.getValue())));
        return Ground.of((Formula.Relation) Formula.substitute(new Substitution(numbers), relation));
    }

    @Override
    public String toString() {
        return hypothesis + ": " + relation;
    }
}
