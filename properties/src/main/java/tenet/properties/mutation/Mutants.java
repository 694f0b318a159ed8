package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.theorems.Scope;

/**
 * The mutants of a claim: each hypothesis and each bound of a real parameter dropped, each lower bound of an integer
 * lowered by one, each constant and exponent perturbed, each side of the conclusion scaled, each relation flipped and
 * tightened; in the conclusion, if it is an equation, also signs, factors, transposes and the order of factors changed. A mutant that says the same as the claim, or that is seen to ask for less, is left out: a number added to a
 * side of an inequality in the direction that weakens a conclusion or strengthens a hypothesis.
 */
public final class Mutants {
    private static final int LONGEST_RELATION = 32;
    private static final Term ELEVEN_TENTHS = Term.number(Rational.of(11, 10));

    private final Claim claim;
    private final Map<Statement, Mutant> found = new LinkedHashMap<>();

    private Mutants(Claim claim) {
        this.claim = claim;
    }

    /** In a fixed order; no two have the same {@link Mutant#change() change}. */
    public static List<Mutant> of(Claim claim) {
        Mutants mutants = new Mutants(claim);
        mutants.dropped();
        mutants.bounds();
        for (Hypothesis hypothesis : claim.statement().hypotheses()) mutants.hypothesis(hypothesis);
        mutants.conclusion();
        return toldApart(mutants.found.values());
    }

    /** The text of a change names its mutant in judgements: of several with one text each but the first gets its number. */
    private static List<Mutant> toldApart(Collection<Mutant> mutants) {
        Map<String, Integer> seen = new HashMap<>();
        return mutants.stream().map(mutant -> {
            int number = seen.merge(mutant.change(), 1, Integer::sum);
            return number == 1 ? mutant : new Mutant(mutant.kind(), mutant.change() + " (" + ordinal(number) + ")", mutant.claim());
        }).toList();
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            default -> "number " + number;
        };
    }

    private void add(Mutant.Kind kind, String change, Statement changed) {
        if (!changed.equals(claim.statement())) found.putIfAbsent(changed, Mutant.of(claim, kind, change, changed));
    }

    private void dropped() {
        Statement whole = claim.statement();
        for (Hypothesis hypothesis : whole.hypotheses())
            add(Mutant.Kind.DROPPED, "without " + hypothesis.name(), new Statement(whole.id(), whole.signature(),
                    whole.hypotheses().stream().filter(other -> !other.equals(hypothesis)).toList(), whole.conclusion()));
    }

    private void bounds() {
        Statement whole = claim.statement();
        for (Declaration declaration : whole.signature().declarations()) {
            if (!(declaration instanceof Declaration.Parameter parameter)) continue;
            boolean relevant = Scope.relevant(whole).contains(parameter.name());
            for (int i = 0; relevant && i < parameter.bounds().size(); i++) {
                Declaration.Bound bound = parameter.bounds().get(i);
                List<Declaration.Bound> bounds = new ArrayList<>(parameter.bounds());
                String text = parameter.name() + " " + bound.comparison().sign() + " " + Printer.print(bound.term());
                if (!(parameter.sort() instanceof Sort.Int)) {
                    bounds.remove(i);
                    add(Mutant.Kind.DROPPED, "without " + text, bounded(whole, parameter, bounds));
                } else if (bound.comparison() == Comparison.AT_LEAST && bound.term() instanceof Term.Number(Rational least)
                        && least.compareTo(Rational.ONE) > 0) {
                    Term less = Term.number(least.minus(Rational.ONE));
                    bounds.set(i, new Declaration.Bound(Comparison.AT_LEAST, less));
                    add(Mutant.Kind.CONSTANT, text + " -> " + parameter.name() + " >= " + Printer.print(less), bounded(whole, parameter, bounds));
                }
            }
        }
    }

    private static Statement bounded(Statement whole, Declaration.Parameter parameter, List<Declaration.Bound> bounds) {
        Declaration changed = new Declaration.Parameter(parameter.name(), parameter.indices(), parameter.sort(), bounds);
        return new Statement(whole.id(), new Signature(whole.signature().declarations().stream()
                .map(declaration -> declaration.equals(parameter) ? changed : declaration).toList()), whole.hypotheses(), whole.conclusion());
    }

    /** A change of a formula, with what to tell of it. */
    private record Change(Mutant.Kind kind, String text, Formula formula) {
        Change under(UnaryOperator<Formula> around) {
            return new Change(kind, text, around.apply(formula));
        }
    }

    private void hypothesis(Hypothesis hypothesis) {
        Statement whole = claim.statement();
        for (Change change : changes(hypothesis.formula(), false)) {
            Hypothesis changed = new Hypothesis(hypothesis.name(), hypothesis.when(), change.formula());
            add(change.kind(), hypothesis.name() + ": " + change.text(), new Statement(whole.id(), whole.signature(),
                    whole.hypotheses().stream().map(other -> other.equals(hypothesis) ? changed : other).toList(), whole.conclusion()));
        }
    }

    private void conclusion() {
        Statement whole = claim.statement();
        for (Change change : changes(whole.conclusion(), true))
            add(change.kind(), change.text(), new Statement(whole.id(), whole.signature(), whole.hypotheses(), change.formula()));
    }

    private static List<Change> changes(Formula formula, boolean conclusion) {
        return switch (formula) {
            case Formula.Relation relation -> changes(relation, conclusion);
            case Formula.And(List<Formula> parts) -> {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                    int at = i;
                    changes(parts.get(i), conclusion).forEach(change -> changes.add(change.under(part -> {
                        List<Formula> changed = new ArrayList<>(parts);
                        changed.set(at, part);
                        return new Formula.And(changed);
                    })));
                }
                yield changes;
            }
            case Formula.ForAll(var range, Formula body) -> changes(body, conclusion).stream().map(change -> change.under(inner -> new Formula.ForAll(range, inner))).toList();
            case Formula.ForEvery(var name, var sort, Formula body) ->
                    changes(body, conclusion).stream().map(change -> change.under(inner -> new Formula.ForEvery(name, sort, inner))).toList();
            case Formula.Initially(Formula body) -> changes(body, conclusion).stream().map(change -> change.under(Formula.Initially::new)).toList();
        };
    }

    private static List<Change> changes(Formula.Relation relation, boolean conclusion) {
        List<Change> changes = new ArrayList<>();
        boolean equation = conclusion && relation.comparison() == Comparison.EQUAL;
        for (Variations.Variation left : Variations.of(relation.left(), equation))
            if (!asksForLess(relation, added(relation.left(), left.whole()), conclusion)) varied(left, relation, left.whole(), relation.right(), changes);
        for (Variations.Variation right : Variations.of(relation.right(), equation))
            if (!asksForLess(relation, -added(relation.right(), right.whole()), conclusion)) varied(right, relation, relation.left(), right.whole(), changes);
        if (conclusion) scaled(relation, changes);
        for (Comparison other : conclusion ? stronger(relation.comparison()) : weaker(relation.comparison()))
            related(Mutant.Kind.TIGHTENED, exchanged(relation, other), other, relation.left(), relation.right(), changes);
        Comparison flipped = conclusion && relation.comparison() == Comparison.EQUAL ? Comparison.UNEQUAL : relation.comparison().reversed();
        if (flipped != relation.comparison())
            related(Mutant.Kind.FLIPPED, exchanged(relation, flipped), flipped, relation.left(), relation.right(), changes);
        return changes;
    }

    /** The sign of the number by which a side grew; 0 when it is no such change. */
    private static int added(Term before, Term after) {
        if (before instanceof Term.Number(Rational old) && after instanceof Term.Number(Rational now)) return now.compareTo(old);
        if (before instanceof Term.Apply one && after instanceof Term.Apply other && one.operator() == Operator.ADD && other.operator() == Operator.ADD
                && one.arguments().size() == other.arguments().size()) {
            int sign = 0;
            for (int i = 0; i < one.arguments().size(); i++) sign += added(one.argument(i), other.argument(i));
            return sign;
        }
        if (before instanceof Term.Apply one && after instanceof Term.Apply other && one.operator() == Operator.NEGATE && other.operator() == Operator.NEGATE)
            return -added(one.argument(0), other.argument(0));
        return 0;
    }

    /** @param grown the sign of the change of left side minus right side */
    private static boolean asksForLess(Formula.Relation relation, int grown, boolean conclusion) {
        boolean easier = switch (relation.comparison()) {
            case GREATER, AT_LEAST -> grown > 0;
            case LESS, AT_MOST -> grown < 0;
            case EQUAL, UNEQUAL -> false;
        };
        boolean harder = switch (relation.comparison()) {
            case GREATER, AT_LEAST -> grown < 0;
            case LESS, AT_MOST -> grown > 0;
            case EQUAL, UNEQUAL -> false;
        };
        return conclusion ? easier : harder;
    }

    /** A constant that stands alone is told with the relation around it, where that is short. */
    private static void varied(Variations.Variation variation, Formula.Relation relation, Term left, Term right, List<Change> changes) {
        try {
            Formula.Relation changed = new Formula.Relation(relation.comparison(), left, right);
            String whole = Printer.print(relation);
            boolean alone = variation.before() instanceof Term.Number && whole.length() <= LONGEST_RELATION;
            changes.add(new Change(variation.kind(), alone ? whole + " -> " + Printer.print(changed) : variation.text(), changed));
        } catch (IllTyped unfit) {
            // Sides of different shapes: no such variant.
        }
    }

    private static String exchanged(Formula.Relation relation, Comparison other) {
        String text = Printer.print(relation);
        if (text.length() > LONGEST_RELATION) return relation.comparison().sign() + " -> " + other.sign();
        return text + " -> " + Printer.print(new Formula.Relation(other, relation.left(), relation.right()));
    }

    /** The constant one that stands, unwritten, before a side: made 11/10 where a claim between positive numbers then asks for more. */
    private static void scaled(Formula.Relation relation, List<Change> changes) {
        boolean left = relation.comparison() == Comparison.AT_MOST || relation.comparison() == Comparison.LESS;
        if (zero(left ? relation.left() : relation.right())) return;
        if (left) related(Mutant.Kind.CONSTANT, "left side times 11/10", relation.comparison(), times(relation.left()), relation.right(), changes);
        else related(Mutant.Kind.CONSTANT, "right side times 11/10", relation.comparison(), relation.left(), times(relation.right()), changes);
    }

    private static Term times(Term side) {
        return Term.multiply(ELEVEN_TENTHS, side);
    }

    private static boolean zero(Term term) {
        return term instanceof Term.Number(Rational value) ? value.isZero()
                : term instanceof Term.Apply apply && apply.operator() == Operator.ZERO;
    }

    private static void related(Mutant.Kind kind, String text, Comparison comparison, Term left, Term right, List<Change> changes) {
        try {
            changes.add(new Change(kind, text, new Formula.Relation(comparison, left, right)));
        } catch (IllTyped unfit) {
            // Sides of different shapes: no such variant.
        }
    }

    private static List<Comparison> stronger(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST -> List.of(Comparison.LESS, Comparison.EQUAL);
            case AT_LEAST -> List.of(Comparison.GREATER, Comparison.EQUAL);
            case EQUAL, LESS, GREATER, UNEQUAL -> List.of();
        };
    }

    private static List<Comparison> weaker(Comparison comparison) {
        return switch (comparison) {
            case LESS -> List.of(Comparison.AT_MOST);
            case GREATER -> List.of(Comparison.AT_LEAST);
            case EQUAL, AT_MOST, AT_LEAST, UNEQUAL -> List.of();
        };
    }
}
