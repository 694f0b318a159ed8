package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.exact.MatrixDraws;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * {@code Q^T*Q = identity(n)}: Q becomes columns of a rational orthogonal matrix, {@code Q*Q^T = identity(n)} rows of one;
 * {@code S^T = S}: S becomes the mean of itself and its transpose.
 */
final class Orthonormal implements HypothesisConstructor {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    @Override
    public String name() {
        return "orthonormal columns, symmetric matrix";
    }

    private enum Kind { COLUMNS, ROWS, SYMMETRIC }

    private record Match(Kind kind, Term.Symbol matrix) {
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> match(clause.relation()).isPresent());
    }

    private static Optional<Match> match(Formula.Relation relation) {
        List<Term> sides = Patterns.sides(relation);
        return match(sides.get(0), sides.get(1)).or(() -> match(sides.get(1), sides.get(0)));
    }

    private static Optional<Match> match(Term side, Term other) {
        if (side.sort().isScalar()) return Optional.empty();
        if (Patterns.arguments(Operator.IDENTITY, other).isPresent())
            return Patterns.innerGram(side).map(matrix -> new Match(Kind.COLUMNS, matrix)).or(() -> Patterns.outerGram(side).map(matrix -> new Match(Kind.ROWS, matrix)));
        return other instanceof Term.Symbol symbol && Patterns.transposed(side).equals(Optional.of(symbol))
                ? Optional.of(new Match(Kind.SYMMETRIC, symbol)) : Optional.empty();
    }

    @Override
    public void construct(Draft draft) {
        draft.premises().equalities().forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                match(ground.relation()).ifPresent(match -> draft.member(match.matrix()).filter(draft::isFree).ifPresent(member -> construct(match.kind(), member, draft)));
        });
    }

    private static void construct(Kind kind, Member member, Draft draft) {
        Value.Matrix<Rational> matrix = draft.matrix(member);
        switch (kind) {
            case COLUMNS -> {
                if (matrix.rows() < matrix.columns()) return;
                draft.set(member, columns(new MatrixDraws(draft.draws("columns of " + member)).orthogonal(matrix.rows()), matrix.columns()));
            }
            case ROWS -> {
                if (matrix.columns() < matrix.rows()) return;
                draft.set(member, MATRICES.transpose(columns(new MatrixDraws(draft.draws("rows of " + member)).orthogonal(matrix.columns()), matrix.rows())));
            }
            case SYMMETRIC -> draft.set(member, MATRICES.divide(MATRICES.add(matrix, MATRICES.transpose(matrix)), Rational.of(2)));
        }
        draft.settle(member);
    }

    private static Value.Matrix<Rational> columns(Value.Matrix<Rational> square, int count) {
        List<Rational> entries = new ArrayList<>();
        for (int i = 0; i < square.rows(); i++) for (int j = 0; j < count; j++) entries.add(square.at(i, j));
        return new Value.Matrix<>(square.rows(), count, entries);
    }
}
