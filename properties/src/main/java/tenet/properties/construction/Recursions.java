package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** What gives a member: one equation for it, or equations for entries of it. */
    private record Equation(Member member, List<Part> parts) {
    }

    /** An equation and the entry that it gives; none for the whole. */
    private record Part(OptionalInt entry, Clause.Ground ground) {
    }

    @Override
    public void construct(Draft draft) {
        List<Equation> all = new ArrayList<>();
        Map<Member, List<Part>> byEntries = new LinkedHashMap<>();
        for (Clause clause : draft.premises().recursions().toList())
            for (Clause.Ground ground : clause.grounds(draft.instance())) {
                Term left = ground.relation().left();
                Member member = member(Premises.defined(left).orElseThrow(), draft);
                if (left instanceof Term.Symbol) all.add(new Equation(member, List.of(new Part(OptionalInt.empty(), ground))));
                else byEntries.computeIfAbsent(member, key -> new ArrayList<>()).add(new Part(OptionalInt.of(position((Term.Apply) left, draft)), ground));
            }
        byEntries.forEach((member, parts) -> all.add(new Equation(member, parts)));
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
            if (computed.isEmpty() && !waiting.isEmpty()) {
                Member kept = waiting.stream().filter(Recursions::swaps).findFirst().orElse(waiting.getFirst()).member();
                computed.put(kept, draft.value(kept));
            }
            known = with(known, computed);
            open = waiting;
        }
        draft.restore(known);
        defined.forEach(draft::settle);
    }

    /** Whether it makes a member equal to another of its family: what else waits may be computed from these. */
    private static boolean swaps(Equation equation) {
        return equation.parts().size() == 1 && equation.parts().getFirst().ground().relation().right() instanceof Term.Symbol other
                && other.name().equals(equation.member().name());
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
            List<Rational> entries = new ArrayList<>(old.entries());
            for (Part part : equation.parts()) {
                List<Rational> value = exact.evaluate(part.ground().relation().right()).entries();
                if (part.entry().isPresent()) entries.set(part.entry().getAsInt(), value.getFirst());
                else if (value.size() == entries.size()) entries = value;
                else return Optional.empty();
            }
            return Optional.of(old.with(entries));
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
