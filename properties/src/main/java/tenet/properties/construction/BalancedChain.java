package tenet.properties.construction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Term;

/**
 * {@code for l in 1..L-1: W[l+1]^T*W[l+1] = W[l]*W[l]^T}, in any orientation and with any matrices in place of W: the
 * matrices get one common diagonal of singular values between rational orthogonal bases.
 *
 * <p>Source: Arora, Cohen, Golowich and Hu (arXiv:1810.02281), Procedure 1.
 */
final class BalancedChain implements HypothesisConstructor {
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
            if (chain.stream().allMatch(draft::isFree)) AlignedChain.draw(chain, true, draft);
        }
    }
}
