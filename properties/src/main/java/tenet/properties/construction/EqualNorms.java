package tenet.properties.construction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenet.numeric.linear.Value;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** {@code for n, m in 1..N: norm(w[n,r]) = norm(w[m,r])}: a common rational length times rational unit vectors. */
final class EqualNorms implements HypothesisConstructor {
    @Override
    public String name() {
        return "equal norms";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.equalities().anyMatch(clause -> matches(clause.relation()));
    }

    private static boolean matches(Formula.Relation relation) {
        return Patterns.sides(relation).stream().allMatch(side -> Patterns.normed(side).isPresent());
    }

    @Override
    public void construct(Draft draft) {
        Map<Member, List<Member>> classes = new LinkedHashMap<>();
        draft.premises().equalities().filter(clause -> matches(clause.relation())).forEach(clause -> {
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                List<Term> sides = Patterns.sides(ground.relation());
                var left = Patterns.normed(sides.get(0)).flatMap(draft::member);
                var right = Patterns.normed(sides.get(1)).flatMap(draft::member);
                if (left.isPresent() && right.isPresent()) join(left.get(), right.get(), classes);
            }
        });
        for (List<Member> members : classes.values().stream().distinct().toList()) {
            if (!members.stream().allMatch(draft::isFree)) continue;
            Rational length = draft.draws("norm of " + members.getFirst()).nonNegative();
            for (Member member : members) {
                List<Rational> unit = draft.draws("direction of " + member).unit(draft.value(member).entries().size());
                draft.set(member, Value.vector(unit.stream().map(length::times).toList()));
                draft.settle(member);
            }
        }
    }

    private static void join(Member a, Member b, Map<Member, List<Member>> classes) {
        List<Member> joined = new ArrayList<>(classes.getOrDefault(a, List.of(a)));
        for (Member member : classes.getOrDefault(b, List.of(b))) if (!joined.contains(member)) joined.add(member);
        joined.forEach(member -> classes.put(member, joined));
    }
}
