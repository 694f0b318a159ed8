package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** An entry of a matrix and the equation that gives it. */
    private record EntryEquation(Member.Entry entry, Clause.Ground ground) {
    }

    @Override
    public void construct(Draft draft) {
        List<Equation> all = new ArrayList<>();
        List<EntryEquation> entries = new ArrayList<>();
        for (Clause clause : draft.premises().recursions().toList())
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Term left = ground.relation().left();
                Member member = member(Premises.defined(left).orElseThrow(), draft);
                if (left instanceof Term.Symbol) all.add(new Equation(member, ground));
                else entries.add(new EntryEquation(new Member.Entry(member, position((Term.Apply) left, draft)), ground));
            }
        Set<Member> defined = all.stream().map(Equation::member).collect(Collectors.toSet());
        List<Equation> open = all;
        Instance known = without(draft.instance(), defined);
        while (!open.isEmpty()) {
            Evaluation<Rational> exact = draft.exact(known);
            Map<Member, Value<Rational>> computed = new LinkedHashMap<>();
            List<Equation> waiting = new ArrayList<>();
            for (Equation equation : open) {
                // A second equation for the same member is left to the verification.
                if (computed.containsKey(equation.member()) || isKnown(known, equation.member())) continue;
                value(equation, draft, exact).ifPresentOrElse(value -> computed.put(equation.member(), value), () -> waiting.add(equation));
            }
            if (computed.isEmpty() && !waiting.isEmpty()) computed.put(waiting.getFirst().member(), draft.value(waiting.getFirst().member()));
            known = with(known, computed);
            open = waiting;
        }
        draft.restore(known);
        defined.forEach(draft::settle);
        // Entries of matrices are made of families; what families are made of them is left to the other constructors.
        for (EntryEquation equation : entries) {
            Value<Rational> value = draft.exact().evaluate(equation.ground().relation().right());
            draft.set(equation.entry(), value.entries().getFirst());
            draft.settle(equation.entry());
        }
    }

    private static int position(Term.Apply entry, Draft draft) {
        List<Integer> shape = draft.value(member((Term.Symbol) entry.argument(0), draft)).shape();
        List<Integer> at = Integers.all(entry.arguments().subList(1, entry.arguments().size()), draft.instance(), Map.of());
        return at.size() == 1 ? at.getFirst() - 1 : (at.get(0) - 1) * shape.get(1) + at.get(1) - 1;
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

    private static boolean isKnown(Instance known, Member member) {
        return known.value(member.name(), member.indices()).isPresent();
    }

    /** The instance with all these values: copied once, since instances may be large. */
    private static Instance with(Instance instance, Map<Member, Value<Rational>> more) {
        Map<String, Map<List<Integer>, Value<Rational>>> values = new HashMap<>();
        instance.values().forEach((name, of) -> values.put(name, new HashMap<>(of)));
        more.forEach((member, value) -> values.computeIfAbsent(member.name(), name -> new HashMap<>()).put(member.indices(), value));
        return new Instance(values, instance.functions(), instance.rates());
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
