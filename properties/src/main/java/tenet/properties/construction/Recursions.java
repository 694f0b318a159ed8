package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/**
 * Families that are defined by recursion, such as the walk counts {@code w[0,i] = t[i]} and
 * {@code w[l,i] = sum(j in 1..n, a[i,j]*w[l-1,j])}: each member is computed as soon as all that it is made of is known.
 * Where members define each other, as in {@code b[i,j] = b[j,i]}, the first keeps the value that was drawn.
 */
final class Recursions implements HypothesisConstructor {
    @Override
    public String name() {
        return "recursion";
    }

    @Override
    public boolean applies(Premises premises) {
        return premises.recursions().findAny().isPresent();
    }

    /** A member and the equation that gives it. */
    private record Equation(Member member, Clause.Ground ground) {
    }

    @Override
    public void construct(Draft draft) {
        List<Equation> all = new ArrayList<>();
        for (Clause clause : draft.premises().recursions().toList())
            for (Clause.Ground ground : clause.grounds(draft.instance()))
                all.add(new Equation(member((Term.Symbol) ground.relation().left(), draft), ground));
        Set<Member> defined = all.stream().map(Equation::member).collect(Collectors.toSet());
        List<Equation> open = all;
        Instance known = without(draft.instance(), defined);
        while (!open.isEmpty()) {
            Instance before = known;
            Evaluation<Rational> exact = draft.exact(before);
            List<Equation> waiting = new ArrayList<>();
            for (Equation equation : open) {
                Member member = equation.member();
                // A second equation for the same member is left to the verification.
                if (known.value(member.name(), member.indices()).isPresent()) continue;
                Optional<Value<Rational>> value = value(equation, draft, exact);
                if (value.isPresent()) known = known.with(member.name(), member.indices(), value.get());
                else waiting.add(equation);
            }
            if (waiting.size() == open.size()) {
                Member first = waiting.getFirst().member();
                known = known.with(first.name(), first.indices(), draft.value(first));
            }
            open = waiting;
        }
        draft.restore(known);
        defined.forEach(draft::settle);
    }

    private static Member member(Term.Symbol symbol, Draft draft) {
        return new Member(symbol.name(), Integers.all(symbol.indices(), draft.instance(), Map.of()));
    }

    private static Optional<Value<Rational>> value(Equation equation, Draft draft, Evaluation<Rational> exact) {
        try {
            Value<Rational> old = draft.value(equation.member());
            Value<Rational> value = exact.evaluate(equation.ground().relation().right());
            return value.entries().size() == old.entries().size() ? Optional.of(old.with(value.entries())) : Optional.empty();
        } catch (NoValue notYet) {
            return Optional.empty();
        }
    }

    private static Instance without(Instance instance, Set<Member> members) {
        Map<String, Map<List<Integer>, Value<Rational>>> values = new HashMap<>();
        instance.values().forEach((name, of) -> {
            Map<List<Integer>, Value<Rational>> kept = new HashMap<>(of);
            kept.keySet().removeIf(indices -> members.contains(new Member(name, indices)));
            values.put(name, kept);
        });
        return new Instance(values, instance.functions(), instance.rates());
    }
}
