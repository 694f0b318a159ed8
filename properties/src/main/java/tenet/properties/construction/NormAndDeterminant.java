package tenet.properties.construction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Choices;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code f(x, y) = norm(W)^k} with {@code g(x, y) = det(W)} or its size, for a 2 x 2 matrix W: x and y are simple numbers for which
 * there is a rational W. With {@code W = [[a+b, c-d], [c+d, a-b]]} squared norm Q and determinant P are given when
 * {@code a^2 + d^2 = (Q + 2P)/4} and {@code b^2 + c^2 = (Q - 2P)/4}; one pair in five or so gives sums of two squares. Where x and y are
 * singular values, {@link SingularValues} has been at work already.
 */
final class NormAndDeterminant implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());
    private static final List<Rational> NUMBERS = numbers();
    private static final int MOST_PAIRS = 100;
    private static final BigInteger LARGEST = BigInteger.valueOf(1_000_000);

    @Override
    public String name() {
        return "norm and determinant";
    }

    @Override
    public boolean applies(Premises premises) {
        return match(premises).isPresent();
    }

    private record Match(Term.Symbol matrix, Term norm, Rational power, Term determinant, boolean sizeOnly) {
    }

    private static Optional<Match> match(Premises premises) {
        List<Formula.Relation> equations = premises.equalities().map(Clause::relation).toList();
        for (Formula.Relation one : equations)
            for (Formula.Relation other : equations) {
                Optional<Match> found = sides(one).flatMap(norm -> sides(other).flatMap(det -> match(norm, det).stream())).findFirst();
                if (found.isPresent()) return found;
            }
        return Optional.empty();
    }

    /** Both ways round: first the side that is to be recognised, then the other. */
    private static Stream<List<Term>> sides(Formula.Relation relation) {
        return Stream.of(List.of(relation.left(), relation.right()), List.of(relation.right(), relation.left()));
    }

    private static Optional<Match> match(List<Term> norm, List<Term> det) {
        Optional<List<Term>> power = Patterns.arguments(Operator.POWER, norm.getFirst());
        Term base = power.map(List::getFirst).orElse(norm.getFirst());
        Optional<Term> of = Patterns.arguments(Operator.NORM, base).map(List::getFirst);
        Optional<List<Term>> size = Patterns.arguments(Operator.ABSOLUTE, det.getFirst());
        Optional<Term> determined = Patterns.arguments(Operator.DETERMINANT, size.map(List::getFirst).orElse(det.getFirst())).map(List::getFirst);
        if (!(of.orElse(null) instanceof Term.Symbol matrix) || !determined.equals(of)) return Optional.empty();
        Term exponent = power.map(arguments -> arguments.get(1)).orElse(Term.number(1));
        if (!(exponent instanceof Term.Number(Rational k)) || k.signum() <= 0) return Optional.empty();
        return Optional.of(new Match(matrix, norm.get(1), k, det.get(1), size.isPresent()));
    }

    @Override
    public void construct(Draft draft) {
        Match match = match(draft.premises()).orElseThrow();
        boolean hold = draft.premises().equalities().flatMap(clause -> clause.grounds(draft.instance()).stream())
                .allMatch(ground -> draft.exact().holds(ground.relation()) == Truth.HOLDS);
        Optional<Member> matrix = draft.member(match.matrix()).filter(member -> draft.value(member).entries().size() == 4);
        List<Member> numbers = numbers(match, draft);
        if (hold || matrix.isEmpty() || numbers.size() != 2) return;
        Choices choices = draft.draws("norm and determinant of " + matrix.get()).choices();
        int start = choices.below(NUMBERS.size() * NUMBERS.size());
        var before = draft.instance();
        for (int i = 0; i < MOST_PAIRS; i++) {
            int pair = (start + i * 7) % (NUMBERS.size() * NUMBERS.size());
            draft.set(new Member.Entry(numbers.get(0), 0), NUMBERS.get(pair / NUMBERS.size()));
            draft.set(new Member.Entry(numbers.get(1), 0), NUMBERS.get(pair % NUMBERS.size()));
            Optional<Value.Matrix<Rational>> found = isAllowed(numbers, matrix.get(), draft) ? solve(match, draft) : Optional.empty();
            if (found.isEmpty()) continue;
            MatrixDraws draws = new MatrixDraws(draft.draws("bases of " + matrix.get()));
            Value.Matrix<Rational> turned = MATRICES.product(MATRICES.product(draws.orthogonal(2), found.get()), draws.orthogonal(2));
            draft.set(matrix.get(), turned);
            // A reflection changes the sign of the determinant.
            if (!match.sizeOnly() && !MATRICES.determinant(turned).equals(MATRICES.determinant(found.get()))) draft.negateFirstRow(matrix.get());
            draft.settle(matrix.get());
            numbers.forEach(draft::settle);
            return;
        }
        draft.restore(before);
    }

    /** The numbers of which norm and determinant are made. */
    private static List<Member> numbers(Match match, Draft draft) {
        List<Member> numbers = new ArrayList<>();
        draft.premises().statement().signature().declarations().forEach(declaration -> {
            String name = declaration.name();
            if (!draft.premises().isChosen(name) || !Names.occursFree(name, match.norm()) && !Names.occursFree(name, match.determinant())) return;
            draft.instance().values().getOrDefault(name, Map.of()).keySet().forEach(indices -> numbers.add(new Member(name, indices)));
        });
        return numbers;
    }

    /** Whether no inequality fails in which the numbers stand without the matrix. */
    private static boolean isAllowed(List<Member> numbers, Member matrix, Draft draft) {
        Evaluation<Rational> exact = draft.exact();
        return draft.premises().inequalities()
                .filter(clause -> numbers.stream().anyMatch(number -> speaksOf(number, clause)) && !speaksOf(matrix, clause))
                .flatMap(clause -> clause.grounds(draft.instance()).stream()).noneMatch(ground -> exact.holds(ground.relation()) == Truth.VIOLATED);
    }

    private static boolean speaksOf(Member member, Clause clause) {
        return Names.occursFree(member.name(), clause.relation().left()) || Names.occursFree(member.name(), clause.relation().right());
    }

    private static Optional<Value.Matrix<Rational>> solve(Match match, Draft draft) {
        Rational square;
        Rational determinant;
        try {
            square = new Rationals().power(MATRICES.number(draft.exact().evaluate(match.norm())), Rational.of(2).divide(match.power()));
            determinant = MATRICES.number(draft.exact().evaluate(match.determinant()));
        } catch (NoValue irrational) {
            return Optional.empty();
        }
        Rational quarter = Rational.of(1, 4);
        Rational twice = determinant.plus(determinant);
        return twoSquares(square.plus(twice).times(quarter)).flatMap(ad -> twoSquares(square.minus(twice).times(quarter)).map(bc -> {
            Rational a = ad.get(0);
            Rational d = ad.get(1);
            Rational b = bc.get(0);
            Rational c = bc.get(1);
            return new Value.Matrix<>(2, 2, List.of(a.plus(b), c.minus(d), c.plus(d), a.minus(b)));
        }));
    }

    /** Numbers whose squares sum up to this one, the smaller first; empty when there are none, or none that are simple. */
    static Optional<List<Rational>> twoSquares(Rational sum) {
        BigInteger whole = sum.numerator().multiply(sum.denominator());
        if (whole.signum() < 0 || whole.compareTo(LARGEST) > 0) return Optional.empty();
        long left = whole.longValueExact();
        Rational unit = Rational.of(sum.denominator()).inverse();
        for (long x = 0; 2 * x * x <= left; x++) {
            long y = Math.round(Math.sqrt(left - x * x));
            if (x * x + y * y == left) return Optional.of(List.of(Rational.of(x).times(unit), Rational.of(y).times(unit)));
        }
        return Optional.empty();
    }

    private static List<Rational> numbers() {
        List<Rational> numbers = new ArrayList<>();
        for (int q = 1; q <= 3; q++)
            for (int p = 0; p <= 8; p++)
                for (Rational number : List.of(Rational.of(p, q), Rational.of(-p, q))) if (!numbers.contains(number)) numbers.add(number);
        // Powers of numbers below one compare the other way round.
        for (int q = 4; q <= 10; q++)
            for (int p = 1; p < q; p++) if (!numbers.contains(Rational.of(p, q))) numbers.add(Rational.of(p, q));
        return List.copyOf(numbers);
    }
}
