package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.PsdPower;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Draws;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Any other equation, one after the other: {@code X = t} and {@code X^k = t} define X; an equation between numbers is solved for an entry
 * that it is linear in, for the entries that it is a sum of squares in, or for one that a power of is in it; one between matrices for a
 * matrix that it is linear in.
 */
final class Equations implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());
    /** Two of them: one may lead to the mirror image of a square. */
    private static final List<Rational> MOVES = List.of(Rational.ONE, Rational.of(2, 7));

    @Override
    public String name() {
        return "equation solved for an entry";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().findAny().isPresent();
    }

    @Override
    public void construct(Draft draft) {
        int[] number = {0};
        List<Formula.Relation> made = new ArrayList<>();
        draft.premises().equalities().forEach(clause -> {
            if (DefinedConstants.isDefinition(clause, draft.premises())) return;
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                number[0]++;
                if (LogarithmicEquations.holds(ground.relation(), draft.instance(), draft)) continue;
                if (draft.exact().holds(ground.relation()) != Truth.HOLDS && !makeTrue(ground, draft, draft.draws("equation " + number[0]))
                        && !Axes.turn(ground.relation(), made, draft)) continue;
                settle(ground.relation(), draft);
                made.add(ground.relation());
            }
        });
    }

    /** A number that is a root keeps its value where the radicand can be fitted to it: it may have bounds of its own. */
    private static boolean makeTrue(Clause.Ground ground, Draft draft, Draws draws) {
        Formula.Relation relation = ground.relation();
        boolean root = !ground.squared().equals(relation);
        boolean number = relation.left().sort().isScalar();
        if (number && (byLoneNumber(relation, draft, draws) || root && isKnown(relation, draft) && solve(relation, draft, draws))) return true;
        return root && number && solve(ground.squared(), draft, draws) || define(relation, false, draft)
                || !root && number && solve(relation, draft, draws) || define(relation, true, draft)
                || !number && LinearEquations.solve(relation, free(List.of(relation.left(), relation.right()), draft), draft, draws);
    }

    /** A number of which nothing else is assumed but its bounds breaks nothing else. */
    private static boolean byLoneNumber(Formula.Relation relation, Draft draft, Draws draws) {
        List<Member.Entry> lone = free(List.of(relation.left(), relation.right()), draft).stream()
                .filter(entry -> draft.value(entry.member()).isNumber() && draft.premises().isLone(entry.member().name())).toList();
        if (lone.isEmpty() || draws.choices().once(4)) return false;
        for (Member.Entry entry : lone) {
            Optional<AlongEntry> line = AlongEntry.of(entry, relation, draft);
            if (line.filter(AlongEntry::isLinear).isPresent()) {
                draft.set(entry, line.get().constant().divide(line.get().slope()).negate());
                return true;
            }
            if (line.isEmpty() && PowerOfEntry.solve(entry, relation, draft)) return true;
        }
        return false;
    }

    /** Whether the roots and norms that are sides of the relation are rational, and nothing free moves them. */
    private static boolean isKnown(Formula.Relation relation, Draft draft) {
        return Stream.of(relation.left(), relation.right())
                .filter(side -> Patterns.arguments(Operator.NORM, side).isPresent() || Patterns.arguments(Operator.SQUARE_ROOT, side).isPresent())
                .allMatch(side -> isKnown(side, draft));
    }

    private static boolean isKnown(Term side, Draft draft) {
        try {
            var value = draft.exact().evaluate(side);
            for (Member.Entry entry : free(List.of(side), draft))
                if (!draft.exact(draft.with(entry, draft.number(entry).plus(Rational.ONE))).evaluate(side).equals(value)) return false;
            return true;
        } catch (NoValue irrational) {
            return false;
        }
    }

    private static boolean define(Formula.Relation relation, boolean powers, Draft draft) {
        return define(relation.left(), relation.right(), powers, draft) || define(relation.right(), relation.left(), powers, draft);
    }

    private static boolean define(Term side, Term definition, boolean powers, Draft draft) {
        Optional<List<Term>> power = powers ? Patterns.arguments(Operator.POWER, side) : Optional.empty();
        Term root = power.map(List::getFirst).orElse(side);
        if (!(root instanceof Term.Symbol symbol) || Names.occursFree(symbol.name(), definition)) return false;
        Optional<Member> member = draft.member(symbol).filter(draft::isFree);
        if (member.isEmpty()) return false;
        Value<Rational> value;
        try {
            value = draft.exact().evaluate(definition);
            if (power.isPresent()) value = root(value, draft.exact().evaluate(power.get().get(1)).entries().getFirst());
        } catch (NoValue irrational) {
            return false;
        }
        if (value.entries().size() != draft.value(member.get()).entries().size()) return false;
        draft.set(member.get(), value);
        return true;
    }

    /** Settles the entries that the equation depends on: those that break it when they move. */
    private static void settle(Formula.Relation relation, Draft draft) {
        List<Member.Entry> inputs = free(List.of(relation.left(), relation.right()), draft).stream()
                .filter(entry -> MOVES.stream().anyMatch(move -> breaks(relation, entry, move, draft))).toList();
        inputs.forEach(draft::settle);
    }

    private static boolean breaks(Formula.Relation relation, Member.Entry entry, Rational move, Draft draft) {
        return draft.exact(draft.with(entry, draft.number(entry).plus(move))).holds(relation) != Truth.HOLDS;
    }

    /** The rational root of a number, or of a positive semidefinite matrix such as {@code E * E^T} of a known chain. */
    private static Value<Rational> root(Value<Rational> power, Rational exponent) {
        if (exponent.isZero()) throw new Undefined("the root of degree 0");
        if (power instanceof Value.Scalar<Rational>(Rational number)) return Value.scalar(new Rationals().power(number, exponent.inverse()));
        return exponent.equals(Rational.ONE) ? power : PsdPower.of(new Rationals(), MATRICES.square(power), exponent.inverse());
    }

    private static boolean solve(Formula.Relation relation, Draft draft, Draws draws) {
        if (draws.in("power").choices().once(4) && RealPower.solve(relation, draft)) return true;
        List<AlongEntry> lines = along(relation, draft);
        List<AlongEntry> curved = lines.stream().filter(line -> !line.isLinear()).toList();
        List<AlongEntry> straight = lines.stream().filter(AlongEntry::isLinear).toList();
        // What the equation defines is a number by itself, as a rule.
        Optional<AlongEntry> linear = straight.size() > 1 && draws.choices().once(4) ? Optional.of(straight.get(draws.choices().below(straight.size())))
                : straight.stream().min(java.util.Comparator.comparingInt(line -> draft.value(line.entry().member()).entries().size()));
        // A number that squares sum up to keeps its value now and then, because it may have bounds; at the edge it was put there for a purpose.
        boolean keep = linear.isPresent() && !curved.isEmpty() && (draft.atEdge() || draws.choices().once(3));
        if (keep && SumOfSquares.solve(curved, relation, draft, draws)) return true;
        if (linear.isPresent()) {
            Rational solution = linear.get().constant().divide(linear.get().slope()).negate();
            draft.set(linear.get().entry(), solution);
            return true;
        }
        return RealPower.solve(relation, draft) || SumOfSquares.solve(lines, relation, draft, draws)
                || PowerOfEntry.solve(free(List.of(relation.left(), relation.right()), draft), lines, relation, draft, draws);
    }

    /** How the difference of the sides depends on each free entry that it depends on, as far as that is quadratic. */
    static List<AlongEntry> along(Formula.Relation relation, Draft draft) {
        List<AlongEntry> lines = new ArrayList<>();
        for (Member.Entry entry : free(List.of(relation.left(), relation.right()), draft))
            AlongEntry.of(entry, relation, draft).filter(line -> !line.isConstant()).ifPresent(lines::add);
        return lines;
    }

    /** The free entries of all symbols in the terms, in the order of declaration. */
    static List<Member.Entry> free(List<Term> terms, Draft draft) {
        return draft.members(terms).stream().flatMap(member -> draft.entries(member).stream()).filter(draft::isFree).toList();
    }
}
