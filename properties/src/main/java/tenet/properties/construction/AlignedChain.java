package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.linear.Value;
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
    public AlignedChain {
        members = List.copyOf(members);
        bases = List.copyOf(bases);
        diagonals = List.copyOf(diagonals);
    }

    /** Draws the matrices anew and records them; with one diagonal for all they are exactly balanced. */
    static AlignedChain draw(List<Member> members, boolean balanced, Draft draft) {
        List<Value.Matrix<Rational>> bases = new ArrayList<>();
        bases.add(new MatrixDraws(draft.draws("basis under " + members.getFirst())).orthogonal(draft.matrix(members.getFirst()).columns()));
        for (Member member : members) bases.add(new MatrixDraws(draft.draws("basis over " + member)).orthogonal(draft.matrix(member).rows()));
        int least = bases.stream().mapToInt(Value.Matrix::rows).min().orElseThrow();
        List<List<Rational>> diagonals = new ArrayList<>();
        List<Rational> common = diagonal(least, draft.draws("diagonal of " + members.getFirst()));
        for (int i = 0; i < members.size(); i++)
            diagonals.add(balanced || i == 0 ? common : diagonal(least, draft.draws("diagonal of " + members.get(i))));
        AlignedChain chain = new AlignedChain(members, bases, diagonals);
        for (int i = 0; i < members.size(); i++)
            draft.set(members.get(i), MatrixDraws.aligned(bases.get(i + 1), diagonals.get(i), bases.get(i)));
        draft.record(chain);
        return chain;
    }

    /** Equal, distinct, deficient: not negative, and small, since products of many layers take their powers. */
    private static List<Rational> diagonal(int size, Draws draws) {
        int kind = draws.choices().below(6);
        List<Rational> diagonal = new ArrayList<>();
        Rational first = modest(draws);
        for (int i = 0; i < size; i++)
            diagonal.add(switch (kind) {
                case 0 -> first;
                case 1 -> i == 0 ? first : Rational.ZERO;
                case 2 -> draws.choices().once(2) ? Rational.ZERO : modest(draws);
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
