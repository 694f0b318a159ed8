package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.IndexFacts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * What must hold for a conclusion to have a value: denominators that do not vanish, positive arguments of logarithms. A comparison is
 * claimed where both of its sides have a value, so where such a condition fails the statement claims nothing, and a proof may assume
 * them all. Only conditions that are certainly necessary are named; one that is missed costs a proof, nothing else.
 */
final class Definedness {
    /** Of so many numbers that are not zero both signs are looked at apart. */
    private static final int MOST_SPLIT = 2;

    private final Statement statement;
    private final Set<String> bound = new LinkedHashSet<>();
    private final List<Range> quantified = new ArrayList<>();
    private final Set<Formula> conditions = new LinkedHashSet<>();

    private Definedness(Statement statement) {
        this.statement = statement;
        Formula conclusion = statement.conclusion();
        while (!(conclusion instanceof Formula.Relation))
            switch (conclusion) {
                case Formula.ForAll(Range range, Formula body) -> {
                    bound.add(range.index());
                    quantified.add(range);
                    conclusion = body;
                }
                case Formula.ForEvery(String name, Sort ignored, Formula body) -> {
                    bound.add(name);
                    conclusion = body;
                }
                // Of several comparisons each has conditions of its own; at the start they would speak of the start.
                case Formula.And ignored -> {
                    return;
                }
                case Formula.Initially ignored -> {
                    return;
                }
                case Formula.Relation ignored -> throw new IllegalStateException();
            }
        Formula.Relation relation = (Formula.Relation) conclusion;
        value(relation.left(), List.of());
        value(relation.right(), List.of());
        statement.hypotheses().forEach(hypothesis -> conditions.remove(hypothesis.formula()));
    }

    /** The conditions of a statement that its hypotheses do not name; each is about the time of the conclusion. */
    static List<Formula> conditions(Statement statement) {
        return List.copyOf(new Definedness(statement).conditions);
    }

    /**
     * The conditions in the ways in which they can hold: {@code x != 0} means {@code x > 0} or {@code x < 0}, and what is proved in both
     * cases is proved. One empty way when there are no conditions.
     */
    static List<List<Formula>> ways(List<Formula> conditions) {
        List<List<Formula>> ways = new ArrayList<>(List.of(List.of()));
        int split = 0;
        for (Formula condition : conditions) {
            List<List<Formula>> choices = List.of(List.of(condition));
            if (condition instanceof Formula.Relation(Comparison comparison, Term left, Term right) && comparison == Comparison.UNEQUAL && split++ < MOST_SPLIT) {
                Formula negative = new Formula.Relation(Comparison.LESS, left, right);
                // The kernel does not see that a negative number is not zero, and takes no inequation alone as a premise of an inequality.
                choices = List.of(List.of(new Formula.Relation(Comparison.GREATER, left, right)),
                        List.of(negative, new Formula.And(List.of(condition, negative))));
            }
            List<List<Formula>> more = new ArrayList<>();
            for (List<Formula> choice : choices)
                for (List<Formula> way : ways) more.add(Stream.concat(way.stream(), choice.stream()).toList());
            ways = more;
        }
        return List.copyOf(ways);
    }

    /** For the reader: {@code where norm(w) > 0; elsewhere its conclusion has no value}. */
    static String words(List<Formula> conditions) {
        return "where " + conditions.stream().map(Printer::print).collect(Collectors.joining(" and ")) + "; elsewhere its conclusion has no value";
    }

    /** A term has a value only where each of its parts has one. */
    private void value(Term term, List<Range> ranges) {
        switch (term) {
            case Term.Number ignored -> { }
            case Term.Symbol symbol -> {
                if (declaration(symbol) instanceof Declaration.Definition definition) value(Signature.unfold(definition, symbol.indices()), ranges);
            }
            case Term.Apply apply -> {
                apply.arguments().forEach(argument -> value(argument, ranges));
                operands(apply, ranges);
            }
            case Term.MatrixLiteral literal -> literal.children().forEach(entry -> value(entry, ranges));
            case Term.Big big -> value(big.body(), inside(ranges, big.range()));
            case Term.Contract contract -> {
                value(contract.tensor(), ranges);
                value(contract.body(), inside(ranges, contract.range()));
            }
            // A function with a body may leave an argument aside.
            case Term.Call call -> {
                if (statement.signature().find(call.function()).filter(found -> found instanceof Declaration.Function function && function.body().isEmpty()).isPresent())
                    call.arguments().forEach(argument -> value(argument, ranges));
            }
            case Term.Gradient gradient -> value(gradient.at(), ranges);
            case Term.Rate rate -> value(rate.of(), ranges);
        }
    }

    private void operands(Term.Apply apply, List<Range> ranges) {
        Term first = apply.argument(0);
        switch (apply.operator()) {
            case DIVIDE -> nonZero(apply.argument(1), ranges);
            case SQUARE_ROOT -> condition(Comparison.AT_LEAST, first, ranges);
            case LOGARITHM -> condition(Comparison.GREATER, first, ranges);
            case INVERSE -> {
                if (!first.sort().isScalar()) nonZero(Term.apply(Operator.DETERMINANT, first), ranges);
            }
            case POWER -> {
                if (!first.sort().isScalar()) return;
                boolean broken = apply.argument(1) instanceof Term.Number(Rational exponent) && !exponent.isInteger();
                if (negative(apply.argument(1), ranges)) {
                    if (broken) condition(Comparison.GREATER, first, ranges);
                    else nonZero(first, ranges);
                } else if (broken) {
                    condition(Comparison.AT_LEAST, first, ranges);
                }
            }
            default -> { }
        }
    }

    /** Whether an exponent is below zero for all sizes and indices, as {@code 1/L - 1} is for {@code L >= 2}. */
    private boolean negative(Term exponent, List<Range> ranges) {
        Facts facts = Facts.of(IndexFacts.NONE);
        for (Formula bound : statement.signature().parameterFacts()) facts = facts.with(0, bound);
        for (Range range : quantified) facts = facts.within(range);
        for (Range range : ranges) facts = facts.within(range);
        return facts.holds(new Formula.Relation(Comparison.LESS, exponent, Term.number(0)));
    }

    private void nonZero(Term term, List<Range> ranges) {
        switch (term) {
            case Term.Number ignored -> { }
            case Term.Symbol symbol when declaration(symbol) instanceof Declaration.Definition definition -> {
                Term body = Signature.unfold(definition, symbol.indices());
                if (neverNegative(body)) condition(Comparison.GREATER, symbol, ranges);
                else nonZero(body, ranges);
            }
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.NEGATE -> nonZero(arguments.getFirst(), ranges);
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.MULTIPLY
                    && arguments.stream().allMatch(factor -> factor.sort().isScalar()) -> arguments.forEach(factor -> nonZero(factor, ranges));
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.DIVIDE -> nonZero(arguments.getFirst(), ranges);
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.POWER && arguments.getFirst().sort().isScalar()
                    && arguments.get(1) instanceof Term.Number(Rational exponent) -> {
                if (exponent.signum() > 0) nonZero(arguments.getFirst(), ranges);
            }
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) when operator == Operator.EXPONENTIAL -> { }
            case Term.Big big when big.operator() == BigOperator.PRODUCT -> nonZero(big.body(), inside(ranges, big.range()));
            default -> {
                if (!(term.sort() instanceof Sort.Int)) condition(neverNegative(term) ? Comparison.GREATER : Comparison.UNEQUAL, term, ranges);
            }
        }
    }

    private static boolean neverNegative(Term term) {
        return term instanceof Term.Apply apply && (apply.operator() == Operator.NORM || apply.operator() == Operator.ABSOLUTE || apply.operator() == Operator.SQUARE_ROOT);
    }

    /** A bound index counts as a fixed variable: nothing is known of it. */
    private Declaration declaration(Term.Symbol symbol) {
        return statement.signature().find(symbol.name())
                .orElseGet(() -> new Declaration.Variable(symbol.name(), List.of(), symbol.sort(), Declaration.Motion.FIXED));
    }

    private static List<Range> inside(List<Range> ranges, Range range) {
        List<Range> all = new ArrayList<>(ranges);
        all.add(range);
        return all;
    }

    private void condition(Comparison comparison, Term term, List<Range> ranges) {
        Formula condition = new Formula.Relation(comparison, term, Term.number(0));
        for (Range range : ranges.reversed())
            if (Formula.freeNames(condition).contains(range.index())) condition = new Formula.ForAll(range, condition);
            // In an empty range nothing needs a value.
            else return;
        // Under a quantifier of the conclusion it would have to be a condition for each index.
        if (Formula.freeNames(condition).stream().anyMatch(bound::contains) || declared(comparison, term)) return;
        conditions.add(condition);
    }

    /** Whether the bound of a parameter says so. */
    private boolean declared(Comparison comparison, Term term) {
        if (!(term instanceof Term.Symbol symbol) || !symbol.indices().isEmpty() || !(declaration(symbol) instanceof Declaration.Parameter parameter)) return false;
        return parameter.bounds().stream().anyMatch(declared -> declared.term() instanceof Term.Number(Rational least)
                && (declared.comparison() == Comparison.GREATER && least.signum() >= 0
                || declared.comparison() == Comparison.AT_LEAST && (least.signum() > 0 || least.signum() == 0 && comparison == Comparison.AT_LEAST)));
    }
}
