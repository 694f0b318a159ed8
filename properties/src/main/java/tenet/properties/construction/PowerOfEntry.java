package tenet.properties.construction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Instance;
import tenet.properties.exact.Draws;
import tenet.properties.exact.LinearSystem;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;

/**
 * An equation between numbers that is {@code factor*(x - centre)^degree + constant = 0} in one entry or its reciprocal, of any degree up
 * to six: {@code s^2 = (W[1,2] - 1)^2 + W[2,2]^3} in the last one. Where the other entries leave an irrational root, those that stand in squares
 * go to where these vanish, all but one: {@code s^2 = W[2,2]^3}.
 */
final class PowerOfEntry {
    private static final int HIGHEST = 6;

    private PowerOfEntry() {
    }

    /** Makes the relation true by a rational root; false, the draft unchanged, when none of these is rational. */
    static boolean solve(List<Member.Entry> free, List<AlongEntry> lines, Formula.Relation relation, Draft draft, Draws draws) {
        List<Member.Entry> powers = free.stream().filter(entry -> lines.stream().noneMatch(line -> line.entry().equals(entry))).toList();
        List<AlongEntry> squares = new ArrayList<>(lines.stream().filter(line -> !line.square().isZero()).toList());
        if (powers.isEmpty()) return false;
        Instance before = draft.instance();
        for (Member.Entry entry : powers) if (solve(entry, relation, draft)) return true;
        Collections.rotate(squares, -draws.choices().below(squares.size() + 1));
        for (AlongEntry kept : squares) {
            for (AlongEntry square : squares) if (square != kept) draft.set(square.entry(), square.centre());
            for (Member.Entry entry : powers) if (solve(entry, relation, draft)) return true;
            draft.restore(before);
        }
        return false;
    }

    /** Makes the relation true by the entry, or by its reciprocal. */
    static boolean solve(Member.Entry entry, Formula.Relation relation, Draft draft) {
        Optional<Rational> root = root(0, entry, relation, draft, x -> x)
                .or(() -> root(1, entry, relation, draft, Rational::inverse).filter(x -> !x.isZero()).map(Rational::inverse));
        root.ifPresent(number -> draft.set(entry, number));
        return root.isPresent();
    }

    /** Along the values of a function from this integer on, the argument at which the relation holds. */
    private static Optional<Rational> root(int first, Member.Entry entry, Formula.Relation relation, Draft draft, UnaryOperator<Rational> function) {
        try {
            List<Rational> values = new ArrayList<>();
            for (int x = first; x <= first + HIGHEST + 1; x++) values.add(draft.difference(relation, draft.with(entry, function.apply(Rational.of(x)))));
            return root(values).map(x -> x.plus(Rational.of(first)));
        } catch (NoValue irrational) {
            return Optional.empty();
        }
    }

    /** A rational zero of the polynomial that has these values at 0, 1, 2, ..., where it is a power of one difference and a constant. */
    static Optional<Rational> root(List<Rational> values) {
        int points = values.size() - 1;
        LinearSystem interpolation = new LinearSystem(points);
        for (int x = 0; x <= points; x++) {
            Rational at = Rational.of(x);
            interpolation.require(IntStream.range(0, points).mapToObj(at::power).toList(), values.get(x));
        }
        List<Rational> coefficients = interpolation.solve(Collections.nCopies(points, Rational.ZERO)).orElse(List.of());
        int degree = coefficients.size() - 1;
        while (degree > 0 && coefficients.get(degree).isZero()) degree--;
        if (degree < 1) return Optional.empty();
        Rational factor = coefficients.get(degree);
        Rational centre = coefficients.get(degree - 1).divide(factor.times(Rational.of(-degree)));
        Rational constant = values.getFirst().minus(factor.times(centre.negate().power(degree)));
        for (int x = 1; x <= points; x++)
            if (!values.get(x).equals(factor.times(Rational.of(x).minus(centre).power(degree)).plus(constant))) return Optional.empty();
        Rational power = constant.divide(factor).negate();
        if (power.signum() < 0 && degree % 2 == 0) return Optional.empty();
        try {
            Rational root = new Rationals().power(power.abs(), Rational.of(1, degree));
            return Optional.of(centre.plus(power.signum() < 0 ? root.negate() : root));
        } catch (NoValue irrational) {
            return Optional.empty();
        }
    }
}
