package tenet.properties.tightening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;
import tenet.theorems.InvalidInput;

/**
 * A constant of a claim that may take other values: a number in the conclusion, or a name that the claim or its theory
 * defines to be a number ({@code let c = 7}).
 */
public final class Constant {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:/\\d+)?|-?\\d*\\.\\d+)(?:#(\\d+))?");

    private final Statement statement;
    private final String name;
    private final int occurrence;
    private final Rational value;
    private final boolean negated;

    private Constant(Statement statement, String name, int occurrence, Rational value, boolean negated) {
        this.negated = negated;
        this.statement = statement;
        this.name = name;
        this.occurrence = occurrence;
        this.value = value;
    }

    /**
     * @param name a number as it stands in the conclusion, {@code 7}, its second occurrence {@code 7#2}, or a defined name
     * @throws InvalidInput when there is none, or several
     */
    public static Constant of(Claim claim, String name) throws InvalidInput {
        Statement statement = claim.statement();
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            Rational asked = Rational.parse(number.group(1));
            // What a text subtracts is a negative number in the term.
            Rational wanted = numbers(statement.conclusion()).contains(asked) ? asked : asked.negate();
            int found = (int) numbers(statement.conclusion()).stream().filter(wanted::equals).count();
            if (found == 0) throw new InvalidInput("there is no constant " + asked + " in the conclusion of " + claim.id() + "; it has " + distinct(statement));
            int occurrence = number.group(2) == null ? 1 : Integer.parseInt(number.group(2));
            if (number.group(2) == null && found > 1)
                throw new InvalidInput(wanted + " stands " + found + " times in the conclusion of " + claim.id() + "; say which: " + wanted + "#1 to " + wanted + "#" + found);
            if (occurrence < 1 || occurrence > found) throw new InvalidInput(wanted + " stands " + found + " times in the conclusion of " + claim.id());
            return new Constant(statement, "", occurrence, wanted, !wanted.equals(asked));
        }
        if (statement.signature().find(name).orElse(null) instanceof Declaration.Definition definition
                && definition.body() instanceof Term.Number(Rational defined) && definition.indices().isEmpty())
            return new Constant(statement, name, 0, defined, false);
        throw new InvalidInput(name + " is not a constant of " + claim.id() + ": a number in its conclusion (it has " + distinct(statement) + "), or a name with 'let "
                + name + " = NUMBER'");
    }

    private static String distinct(Statement statement) {
        List<String> all = numbers(statement.conclusion()).stream().distinct().map(Rational::toString).toList();
        return all.isEmpty() ? "no number" : String.join(", ", all);
    }

    /** What it is in the claim. */
    public Rational value() {
        return negated ? value.negate() : value;
    }

    /** The statement with another value in its place. */
    public Statement at(Rational other) {
        if (!name.isEmpty())
            return new Statement(statement.id(), new Signature(statement.signature().declarations().stream().map(declaration ->
                    declaration instanceof Declaration.Definition definition && definition.name().equals(name)
                            ? new Declaration.Definition(name, List.of(), Term.number(other)) : declaration).toList()), statement.hypotheses(), statement.conclusion());
        return new Statement(statement.id(), statement.signature(), statement.hypotheses(), new Replacement(other).formula(statement.conclusion()));
    }

    private static List<Rational> numbers(Formula formula) {
        List<Rational> found = new ArrayList<>();
        walk(formula, term -> {
            collect(term, found);
            return term;
        });
        return found;
    }

    private static void collect(Term term, List<Rational> found) {
        if (term instanceof Term.Number(Rational number)) found.add(number);
        term.children().forEach(child -> collect(child, found));
    }

    private static Formula walk(Formula formula, UnaryOperator<Term> change) {
        return switch (formula) {
            case Formula.Relation(var comparison, Term left, Term right) -> new Formula.Relation(comparison, change.apply(left), change.apply(right));
            case Formula.And(List<Formula> parts) -> new Formula.And(parts.stream().map(part -> walk(part, change)).toList());
            case Formula.ForAll(var range, Formula body) -> new Formula.ForAll(range, walk(body, change));
            case Formula.ForEvery(var every, var sort, Formula body) -> new Formula.ForEvery(every, sort, walk(body, change));
            case Formula.Initially(Formula body) -> new Formula.Initially(walk(body, change));
        };
    }

    /** Puts a number for one occurrence of the constant, in the order of a walk. */
    private final class Replacement {
        private final Rational other;
        private int met;

        Replacement(Rational other) {
            this.other = other;
        }

        Formula formula(Formula formula) {
            return walk(formula, this::term);
        }

        private Term term(Term term) {
            if (term instanceof Term.Number(Rational number)) return number.equals(value) && ++met == occurrence ? Term.number(negated ? other.negate() : other) : term;
            return term.map(this::term);
        }
    }
}
