package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenet.symbolic.formula.Declaration;

/**
 * Now and then, in bold drafts, a matrix or vector that is still free becomes equal to another one of its shape: where two of them
 * are compared, as in {@code norm(W - Z)}, a claim fails where they are near to each other. Equations come later and move it from there.
 */
final class Resemblance implements HypothesisConstructor {
    @Override
    public String name() {
        return "equal matrices";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.statement().signature().declarations().stream().filter(declaration -> isArray(declaration, premises)).count() > 1;
    }

    private static boolean isArray(Declaration declaration, Premises premises) {
        return premises.isChosen(declaration.name()) && switch (declaration) {
            case Declaration.Parameter parameter -> !parameter.sort().isScalar();
            case Declaration.Variable variable -> !variable.sort().isScalar();
            case Declaration.Function ignored -> false;
            case Declaration.Definition ignored -> false;
            case Declaration.Flow ignored -> false;
        };
    }

    @Override
    public void construct(Draft draft) {
        List<Member> seen = new ArrayList<>();
        for (Declaration declaration : draft.premises().statement().signature().declarations()) {
            if (!isArray(declaration, draft.premises())) continue;
            for (List<Integer> indices : draft.instance().values().getOrDefault(declaration.name(), Map.of()).keySet().stream().sorted(Members.ORDER).toList()) {
                Member member = new Member(declaration.name(), indices);
                List<Member> alike = seen.stream().filter(other -> draft.value(other).shape().equals(draft.value(member).shape())).toList();
                seen.add(member);
                if (alike.isEmpty() || !draft.isFree(member)) continue;
                var choices = draft.draws("resemblance of " + member).choices();
                if (choices.rarely()) draft.set(member, draft.value(alike.get(choices.below(alike.size()))));
            }
        }
    }
}
