package tenet.properties.construction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Choices;
import tenet.properties.exact.Draws;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code for l in 1..L-1: W[l+1]^T*W[l+1] = W[l]*W[l]^T}, in any orientation and with any matrices in place of W: the
 * matrices get one common diagonal of singular values between rational orthogonal bases, or are one matrix and its transpose in turn.
 *
 * <p>Source: Arora, Cohen, Golowich and Hu (arXiv:1810.02281), Procedure 1.
 */
final class BalancedChain implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    @Override
    public String name() {
        return "balanced chain";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> match(clause.relation()).isPresent());
    }

    /** The matrices of {@code outer^T * outer = inner * inner^T}. */
    private record Pair(Term.Symbol outer, Term.Symbol inner) {
    }

    private static Optional<Pair> match(Formula.Relation relation) {
        List<Term> sides = Patterns.sides(relation);
        return pair(sides.get(0), sides.get(1)).or(() -> pair(sides.get(1), sides.get(0)));
    }

    private static Optional<Pair> pair(Term inner, Term outer) {
        return Patterns.innerGram(inner).flatMap(after -> Patterns.outerGram(outer).map(before -> new Pair(after, before)));
    }

    @Override
    public void construct(Draft draft) {
        Map<Member, Member> after = new LinkedHashMap<>();
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                match(ground.relation()).ifPresent(pair -> draft.member(pair.inner())
                        .ifPresent(inner -> draft.member(pair.outer()).ifPresent(outer -> after.put(inner, outer))));
        });
        for (Member first : after.keySet()) {
            if (after.containsValue(first)) continue;
            List<Member> chain = new ArrayList<>(List.of(first));
            while (after.containsKey(chain.getLast()) && !chain.contains(after.get(chain.getLast()))) chain.add(after.get(chain.getLast()));
            if (chain.stream().allMatch(draft::isFree) && !transposes(chain, draft)) AlignedChain.draw(chain, true, draft);
        }
    }

    /**
     * Any matrix and its transpose in turn, in some bold drafts: then the product of two is a Gram matrix with any entries, and not one with
     * rational singular values. An entry of it off the diagonal may be one.
     */
    private static boolean transposes(List<Member> chain, Draft draft) {
        Draws draws = draft.draws("transposes from " + chain.getFirst());
        if (!draws.choices().rarely() || !draws.choices().once(3)) return false;
        Value.Matrix<Rational> first = draft.matrix(chain.getFirst());
        for (int i = 1; i < chain.size(); i++) {
            Value.Matrix<Rational> next = draft.matrix(chain.get(i));
            if (next.rows() != (i % 2 == 0 ? first.rows() : first.columns()) || next.columns() != (i % 2 == 0 ? first.columns() : first.rows())) return false;
        }
        Value.Matrix<Rational> matrix = new MatrixDraws(draws.in("matrix and transposes from " + chain.getFirst())).matrix(first.rows(), first.columns());
        if (chain.size() == 2 && first.columns() > 1 && draws.choices().below(3) > 0) matrix = withInnerOne(matrix, draws.choices());
        Value.Matrix<Rational> transpose = MATRICES.matrix(MATRICES.transpose(matrix));
        for (int i = 0; i < chain.size(); i++) draft.set(chain.get(i), i % 2 == 0 ? matrix : transpose);
        return true;
    }

    /** With one column scaled so that its inner product with another one is one, where it is not zero. */
    private static Value.Matrix<Rational> withInnerOne(Value.Matrix<Rational> matrix, Choices choices) {
        int scaled = choices.below(matrix.columns());
        int other = (scaled + 1 + choices.below(matrix.columns() - 1)) % matrix.columns();
        Rational inner = Rational.ZERO;
        for (int i = 0; i < matrix.rows(); i++) inner = inner.plus(matrix.at(i, scaled).times(matrix.at(i, other)));
        if (inner.isZero()) return matrix;
        List<Rational> entries = new ArrayList<>(matrix.entries());
        for (int i = 0; i < matrix.rows(); i++) entries.set(i * matrix.columns() + scaled, matrix.at(i, scaled).divide(inner));
        return new Value.Matrix<>(matrix.rows(), matrix.columns(), entries);
    }
}
