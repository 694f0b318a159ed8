package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Draws;
import tenet.properties.exact.Roots;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/**
 * Rational points on {@code a_1 (x_1 - m_1)^2 + ... + a_k (x_k - m_k)^2 = a (s - m)^2} (a cone; s keeps its value) and
 * on {@code a_1 (x_1 - m_1)^2 + ... = r} (a sphere), where the ratios of coefficients are squares of rationals:
 * {@code s^2 = (E[1,2]-1)^2 + E[2,2]^2}, {@code norm(u) = 1}.
 */
final class SumOfSquares {
    private SumOfSquares() {
    }

    /** Chooses a point, when the relation has this form in the given entries; false otherwise, the draft unchanged. */
    static boolean solve(List<AlongEntry> all, Formula.Relation relation, Draft draft, Draws draws) {
        List<AlongEntry> lines = separable(all, relation, draft);
        List<AlongEntry> squares = lines.stream().filter(line -> !line.square().isZero()).toList();
        if (squares.isEmpty() || squares.size() < lines.size()) return false;
        var before = draft.instance();
        for (AlongEntry line : squares) draft.set(line.entry(), line.centre());
        Rational rest = draft.difference(relation, draft.instance());
        draft.restore(before);
        List<AlongEntry> positive = squares.stream().filter(line -> line.square().signum() > 0).toList();
        List<AlongEntry> negative = squares.stream().filter(line -> line.square().signum() < 0).toList();
        if (negative.isEmpty() || positive.isEmpty()) return place(squares, rest.negate().divide(squares.getFirst().square()), squares.getFirst().square(), draft, draws);
        if (!rest.isZero()) return false;
        boolean apexIsPositive = positive.size() == 1;
        if (!apexIsPositive && negative.size() != 1) return false;
        AlongEntry apex = apexIsPositive ? positive.getFirst() : negative.getFirst();
        Rational height = draft.number(apex.entry()).minus(apex.centre());
        return place(apexIsPositive ? negative : positive, height.times(height), apex.square().negate(), draft, draws);
    }

    /**
     * The entries, in their order, that are in no square together: of {@code (x - z)^2} the first stays, and z keeps its value.
     */
    private static List<AlongEntry> separable(List<AlongEntry> all, Formula.Relation relation, Draft draft) {
        List<AlongEntry> kept = new ArrayList<>();
        for (AlongEntry line : all)
            if (kept.stream().noneMatch(other -> mixed(line.entry(), other.entry(), relation, draft))) kept.add(line);
        return kept;
    }

    /** Whether the difference of the sides, of degree two in each entry, has a term with the product of these two. */
    private static boolean mixed(Member.Entry a, Member.Entry b, Formula.Relation relation, Draft draft) {
        Rational one = Rational.ONE;
        Instance both = draft.with(a, draft.number(a).plus(one), b, draft.number(b).plus(one));
        Rational corner = draft.difference(relation, both);
        Rational first = draft.difference(relation, draft.with(a, draft.number(a).plus(one)));
        Rational second = draft.difference(relation, draft.with(b, draft.number(b).plus(one)));
        return !corner.plus(draft.difference(relation, draft.instance())).equals(first.plus(second));
    }

    /** A direction in which one entry alone is off its centre. */
    private static List<Rational> axis(List<AlongEntry> lines, Draft draft) {
        Choices choices = draft.draws("axis of " + lines.getFirst().entry()).choices();
        int pole = choices.below(lines.size());
        Rational sign = choices.once(2) ? Rational.MINUS_ONE : Rational.ONE;
        return IntStream.range(0, lines.size()).mapToObj(i -> i == pole ? sign : Rational.ZERO).toList();
    }

    /** The direction in which the entries are off their centres now, where that is rational, or else the axis nearest to it. */
    private static List<Rational> nearest(List<AlongEntry> lines, List<Rational> stretch, Draft draft) {
        List<Rational> offsets = IntStream.range(0, lines.size())
                .mapToObj(i -> draft.number(lines.get(i).entry()).minus(lines.get(i).centre()).divide(stretch.get(i))).toList();
        Rational square = offsets.stream().map(offset -> offset.times(offset)).reduce(Rational.ZERO, Rational::plus);
        Optional<Rational> length = Roots.square(square);
        if (!square.isZero() && length.isPresent()) return offsets.stream().map(offset -> offset.divide(length.get())).toList();
        Rational largest = offsets.stream().map(Rational::abs).max(Rational::compareTo).orElseThrow();
        int pole = (int) offsets.stream().takeWhile(offset -> !offset.abs().equals(largest)).count();
        Rational sign = offsets.get(pole).signum() < 0 ? Rational.MINUS_ONE : Rational.ONE;
        return IntStream.range(0, lines.size()).mapToObj(i -> i == pole ? sign : Rational.ZERO).toList();
    }

    /** Puts the entries on the sphere {@code sum (a_i / unit) (x_i - m_i)^2 = squaredRadius}. */
    private static boolean place(List<AlongEntry> lines, Rational squaredRadius, Rational unit, Draft draft, Draws draws) {
        Optional<Rational> radius = Roots.square(squaredRadius);
        List<Rational> stretch = new ArrayList<>();
        for (AlongEntry line : lines) Roots.square(unit.divide(line.square())).ifPresent(stretch::add);
        if (radius.isEmpty() || stretch.size() < lines.size()) return false;
        List<Rational> direction = draft.isContinued() ? nearest(lines, stretch, draft) : draft.atEdge() ? axis(lines, draft) : draws.unit(lines.size());
        for (int i = 0; i < lines.size(); i++)
            draft.set(lines.get(i).entry(), lines.get(i).centre().plus(radius.get().times(stretch.get(i)).times(direction.get(i))));
        return true;
    }
}
