package tenet.symbolic.kernel;

import java.util.Set;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Laws of one sum or product over a range. Trusted.
 *
 * <p>Meaning: a sum or product over {@code i in a..b} is
 * <ul>
 * <li>{@code reverse}: the same with a + b - i for i, an index left out at its mirror place;
 * <li>{@code shift}, with {@code offset := c}: over {@code a+c..b+c} the same with i - c for i, an index left out likewise;
 * <li>{@code split}, with {@code at := c}: that over {@code a..c} and that over {@code c+1..b} put together; where an
 * index is left out, {@code c} is not given and the parts are those before and after it;
 * <li>{@code take}, with {@code at := c}: the member at c and the others put together.
 * </ul>
 * The conclusion is an equation whose left side is the sum or product and whose right side is that, up to normal forms.
 * Premises give signs for those, or compare indices. Side conditions: {@code a - 1 <= c <= b} to split; {@code a <= c <= b}
 * to take, or to split where c is left out; none to reverse and shift, for {@code i -> a + b - i} and {@code i -> i + c} map
 * the integers of one range one to one to those of the other, and no integers when there are none. Failure: the left side
 * is something else, the right side differs, or a side condition is not known to hold. Source: Graham, Knuth and Patashnik,
 * Concrete Mathematics, section 2.4 (the commutative and associative laws of sums).
 */
record RangeRule(String name) implements Rule {
    @Override
    public Set<String> check(Setting setting) {
        Formula.Relation goal = setting.relation();
        if (goal.comparison() != Comparison.EQUAL || !(goal.left() instanceof Term.Big big)
                || big.operator() != BigOperator.SUM && big.operator() != BigOperator.PRODUCT)
            throw new Rejection("it concludes that a sum or product equals another");
        Facts facts = setting.facts(0);
        Range range = big.range();
        Term expected = switch (name) {
            case "reverse" -> reindexed(setting, big, Term.add(range.low(), range.high()), true);
            case "shift" -> reindexed(setting, big, argument(setting, "offset"), false);
            case "split" -> {
                Term at = range.except().orElseGet(() -> argument(setting, "at"));
                if (range.except().isPresent()) setting.arguments(Set.of());
                require(facts, range.except().isPresent() ? range.low() : Term.subtract(range.low(), Term.number(1)), at, range.high());
                Range before = new Range(range.index(), range.low(), range.except().isPresent() ? Term.subtract(at, Term.number(1)) : at);
                Range after = new Range(range.index(), Term.add(at, Term.number(1)), range.high());
                yield together(big, Term.big(big.operator(), before, big.body()), Term.big(big.operator(), after, big.body()));
            }
            case "take" -> {
                Term at = argument(setting, "at");
                if (range.except().isPresent()) throw new Rejection("an index is left out already");
                require(facts, range.low(), at, range.high());
                Range others = new Range(range.index(), range.low(), range.upper(), java.util.Optional.of(at));
                yield together(big, Substitution.of(range.index(), at).apply(big.body()), Term.big(big.operator(), others, big.body()));
            }
            default -> throw new IllegalStateException(name);
        };
        if (!setting.equal(expected, goal.right(), facts)) throw new Rejection("expected  " + expected);
        setting.requireUsed(facts, 0);
        return Line.union(setting.premises);
    }

    private static Term argument(Setting setting, String name) {
        setting.arguments(Set.of(name));
        Term argument = setting.step.arguments().get(name);
        if (argument == null || !(argument.sort() instanceof Sort.Int)) throw new Rejection("it needs an integer " + name);
        return argument;
    }

    private static void require(Facts facts, Term low, Term at, Term high) {
        if (!facts.indices().atLeast(IndexPolynomial.of(at), IndexPolynomial.of(low)) || !facts.indices().atLeast(IndexPolynomial.of(high), IndexPolynomial.of(at)))
            throw new Rejection(at + " is not known to lie between " + low + " and " + high);
    }

    private static Term together(Term.Big big, Term one, Term other) {
        return big.operator() == BigOperator.SUM ? Term.add(one, other) : Term.multiply(one, other);
    }

    /** Counted by another index, under a name of its own, for the bounds may mention an outer index of that name. */
    private static Term reindexed(Setting setting, Term.Big big, Term offset, boolean mirrored) {
        if (mirrored) setting.arguments(Set.of());
        Range range = big.range();
        Term index = Term.index("#r");
        Range other = mirrored ? new Range("#r", range.low(), range.upper(), range.except().map(except -> Term.subtract(offset, except)))
                : new Range("#r", Term.add(range.low(), offset), range.upper().map(high -> Term.add(high, offset)), range.except().map(except -> Term.add(except, offset)));
        Term member = mirrored ? Term.subtract(offset, index) : Term.subtract(index, offset);
        return Term.big(big.operator(), other, Substitution.of(range.index(), member).apply(big.body()));
    }
}
