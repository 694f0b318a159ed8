package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Draws;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.term.Rational;

/**
 * Matrices {@code W_1, ..., W_k} built as {@code W_l = Q_l S_l Q_(l-1)^T} with rational orthogonal Q and rectangular
 * diagonal S, so that the singular values and vectors of their products are known and rational.
 *
 * @param members   innermost (rightmost factor of the product) first
 * @param bases     {@code Q_0, ..., Q_k}
 * @param diagonals the diagonal of each S, as long as the smallest width, zero where it ends
 */
public record AlignedChain(List<Member> members, List<Value.Matrix<Rational>> bases, List<List<Rational>> diagonals) {
    private static final Rational TEN = Rational.of(10);

    public AlignedChain {
        members = List.copyOf(members);
        bases = List.copyOf(bases);
        diagonals = List.copyOf(diagonals);
    }

    /**
     * Draws the matrices anew and records them; with one diagonal for all they are exactly balanced. In bold drafts the product may be
     * symmetric, and an entry of it may be one, or nearly one where it is a power that has no rational root.
     */
    static AlignedChain draw(List<Member> members, boolean balanced, Draft draft) {
        List<Value.Matrix<Rational>> bases = new ArrayList<>();
        bases.add(new MatrixDraws(draft.draws("basis under " + members.getFirst())).orthogonal(draft.matrix(members.getFirst()).columns()));
        for (Member member : members) bases.add(new MatrixDraws(draft.draws("basis over " + member)).orthogonal(draft.matrix(member).rows()));
        boolean square = bases.getFirst().rows() == bases.getLast().rows();
        Choices symmetry = draft.draws("symmetry of " + members.getFirst()).choices();
        if (square && symmetry.rarely()) bases.set(bases.size() - 1, symmetry.once(3) ? negateFirstColumn(bases.getFirst()) : bases.getFirst());
        int least = bases.stream().mapToInt(Value.Matrix::rows).min().orElseThrow();
        List<List<Rational>> diagonals = new ArrayList<>();
        Choices powers = draft.draws("powers on the diagonal of " + members.getFirst()).choices();
        int degree = members.size() == 1 && draft.premises().hasMatrixRoots() && powers.once(2) ? 2 + powers.below(2) : 1;
        List<Rational> common = diagonal(least, draft.draws("diagonal of " + members.getFirst())).stream().map(number -> number.power(degree)).toList();
        if (balanced || members.size() == 1)
            common = withEntryOne(bases.getLast(), common, bases.getFirst(), members.size(), draft.draws("an entry of one in " + members.getFirst()));
        for (int i = 0; i < members.size(); i++)
            diagonals.add(balanced || i == 0 ? common : diagonal(least, draft.draws("diagonal of " + members.get(i))));
        AlignedChain chain = new AlignedChain(members, bases, diagonals);
        for (int i = 0; i < members.size(); i++)
            draft.set(members.get(i), MatrixDraws.aligned(bases.get(i + 1), diagonals.get(i), bases.get(i)));
        draft.record(chain);
        return chain;
    }

    /**
     * The diagonal with a first number that makes an entry of the product one, to within a hundredth or so; as it was in most drafts, and
     * where that number would be negative.
     */
    private static List<Rational> withEntryOne(Value.Matrix<Rational> left, List<Rational> diagonal, Value.Matrix<Rational> right, int layers, Draws draws) {
        if (diagonal.isEmpty() || !draws.choices().rarely()) return diagonal;
        int row = draws.choices().below(left.rows());
        int column = draws.choices().below(right.rows());
        Rational rest = Rational.ONE;
        for (int k = 1; k < diagonal.size(); k++) rest = rest.minus(diagonal.get(k).power(layers).times(left.at(row, k)).times(right.at(column, k)));
        Rational slope = left.at(row, 0).times(right.at(column, 0));
        if (slope.isZero() || rest.divide(slope).signum() < 0) return diagonal;
        List<Rational> changed = new ArrayList<>(diagonal);
        changed.set(0, root(rest.divide(slope), layers));
        return changed;
    }

    /** A number that is not negative and whose power is nearly this one; of degree one it is this one. */
    private static Rational root(Rational power, int degree) {
        if (degree == 1) return power;
        double root = Math.pow(power.toDouble(), 1.0 / degree);
        long grid = root < 1 ? 1_000 : 100;
        return Rational.of(Math.round(root * grid), grid);
    }

    private static Value.Matrix<Rational> negateFirstColumn(Value.Matrix<Rational> matrix) {
        List<Rational> entries = new ArrayList<>(matrix.entries());
        for (int i = 0; i < matrix.rows(); i++) entries.set(i * matrix.columns(), matrix.at(i, 0).negate());
        return new Value.Matrix<>(matrix.rows(), matrix.columns(), entries);
    }

    /** Equal, distinct, deficient, far apart: not negative, and small as a rule, since products of many layers take their powers. */
    private static List<Rational> diagonal(int size, Draws draws) {
        int kind = draws.choices().below(7);
        List<Rational> diagonal = new ArrayList<>();
        Rational first = modest(draws);
        for (int i = 0; i < size; i++)
            diagonal.add(switch (kind) {
                case 0 -> first;
                case 1 -> i == 0 ? first : Rational.ZERO;
                case 2 -> draws.choices().once(2) ? Rational.ZERO : modest(draws);
                case 6 -> i == 0 ? first.times(TEN) : modest(draws).divide(TEN);
                default -> modest(draws);
            });
        return diagonal;
    }

    private static Rational modest(Draws draws) {
        return draws.choices().once(10) ? draws.positive() : Rational.of(1 + draws.choices().below(4), 1 + draws.choices().below(3));
    }

    /** Where the given factors, outermost first, stand in this chain: the place of the innermost one. */
    Optional<Integer> find(List<Member> outermostFirst) {
        int at = java.util.Collections.indexOfSubList(members, outermostFirst.reversed());
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** The chain after the first row of its outermost matrix changed sign. */
    AlignedChain flipped() {
        List<Value.Matrix<Rational>> changed = new ArrayList<>(bases);
        changed.set(bases.size() - 1, negateFirstRow(bases.getLast()));
        return new AlignedChain(members, changed, diagonals);
    }

    static Value.Matrix<Rational> negateFirstRow(Value.Matrix<Rational> matrix) {
        List<Rational> entries = new ArrayList<>(matrix.entries());
        for (int j = 0; j < matrix.columns(); j++) entries.set(j, entries.get(j).negate());
        return new Value.Matrix<>(matrix.rows(), matrix.columns(), entries);
    }
}
